import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { FileMade } from './figure-files.ts';
import { type FileContent, fileParts } from './file.ts';
import type { Packer } from './packing.ts';

type Help = { readonly told: (done: number, of: number) => void; readonly packer: Packer | null };

/**
 * Writes the file where none is yet, part by part. Throws when there is one: no file of figures is ever replaced. `told`: parts written,
 * of how many.
 */
export async function writeFigures(
  content: FileContent,
  path: string,
  { told, packer }: Help = { told: () => undefined, packer: null },
): Promise<FileMade> {
  const file = await open(path, 'wx', 0o600);
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const part of fileParts(content, packer)) {
      await file.writeFile(part.bytes);
      hash.update(part.bytes);
      bytes += part.bytes.length;
      told(part.done, part.of);
    }
  } finally {
    await file.close();
  }
  return { bytes, sha256: hash.digest('hex') };
}
