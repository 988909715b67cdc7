import { Buffer } from 'node:buffer';
import { createReadStream } from 'node:fs';

/** A file as it lies there: read from the start as often as asked, never held as a whole unless somebody must. */
export type FileBytes = { readonly size: number; read(): AsyncIterable<Buffer> };

export function bytesOfFile(path: string, size: number): FileBytes {
  return { size, read: () => createReadStream(path) };
}

const PIECE = 65_536;

export function bytesOf(buffer: Buffer): FileBytes {
  async function* read() {
    for (let at = 0; at < buffer.length; at += PIECE) yield buffer.subarray(at, at + PIECE);
  }
  return { size: buffer.length, read };
}

/** What the file begins with; empty when it is. */
export async function headOf(bytes: FileBytes): Promise<Buffer> {
  for await (const piece of bytes.read()) return piece;
  return Buffer.alloc(0);
}

export async function wholeOf(bytes: FileBytes): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of bytes.read()) pieces.push(piece);
  return Buffer.concat(pieces);
}
