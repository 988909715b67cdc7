import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import type { FileMade } from './figure-files.ts';
import { type FileContent, figuresFile } from './file.ts';

/** Writes the file where none is yet. Throws when there is one: no file of figures is ever replaced. */
export async function writeFigures(file: FileContent, path: string): Promise<FileMade> {
  const bytes = await figuresFile(file);
  await writeFile(path, bytes, { flag: 'wx', mode: 0o600 });
  return { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}
