import type { FilePart } from '../../../server/feature/workbooks/content.ts';

/** A file made part by part, as a whole. */
export async function together(parts: AsyncIterable<FilePart> | Iterable<FilePart>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const { bytes } of parts) all.push(Uint8Array.from(bytes));
  return Buffer.concat(all);
}
