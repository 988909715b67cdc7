import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';

/**
 * A backup is a tar file (POSIX ustar), so that `tar -tf` and `tar -xf` read it without us: for every part a header of 512 bytes,
 * its bytes, zeros up to the next multiple of 512; two blocks of zeros at the end. Names are at most 100 ASCII characters. A
 * size beyond 8 GiB is written in base 256 with the first bit set, as GNU tar does.
 */
export const BLOCK = 512;
const OCTAL_MOST = 8 ** 11;

/** Where each field of a header begins, and its length in bytes. */
const FIELDS = {
  name: [0, 100],
  mode: [100, 8],
  uid: [108, 8],
  gid: [116, 8],
  size: [124, 12],
  mtime: [136, 12],
  checksum: [148, 8],
  type: [156, 1],
  magic: [257, 8],
} as const;

export type TarEntry = { readonly name: string; readonly size: number; readonly offset: number };

/** @param mtime seconds since 1970. */
export function tarHeader(name: string, size: number, mtime: number): Buffer {
  if (!/^[\x21-\x7e]{1,100}$/.test(name)) throw new RangeError(`not a name for a part: ${name}`);
  const header = Buffer.alloc(BLOCK);
  const put = (field: keyof typeof FIELDS, text: string) => header.write(text, FIELDS[field][0], 'latin1');
  put('name', name);
  put('mode', '0000600\0');
  put('uid', '0000000\0');
  put('gid', '0000000\0');
  if (size < OCTAL_MOST) put('size', `${size.toString(8).padStart(11, '0')}\0`);
  else {
    header.writeBigUInt64BE(BigInt(size), FIELDS.size[0] + 4);
    header.writeUInt8(0x80, FIELDS.size[0]);
  }
  put('mtime', `${Math.floor(mtime).toString(8).padStart(11, '0')}\0`);
  put('type', '0');
  put('magic', 'ustar\x0000');
  put('checksum', `${checksumOf(header).toString(8).padStart(6, '0')}\0 `);
  return header;
}

/** Zeros that follow so many bytes. */
export function tarPadding(size: number): Buffer {
  return Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK);
}

export const TAR_END = Buffer.alloc(2 * BLOCK);

/** The parts of a file in order; null when it is no tar file, or ends before its own end does. */
export async function readTar(path: string): Promise<readonly TarEntry[] | null> {
  const file = await open(path, 'r');
  try {
    const { size: length } = await file.stat();
    const entries: TarEntry[] = [];
    for (let at = 0; ; ) {
      const header = await blockAt(file, at);
      if (header === null) return null;
      if (header.every((byte) => byte === 0)) return entries;
      const entry = entryOf(header, at + BLOCK);
      if (entry === null || entry.offset + entry.size > length) return null;
      entries.push(entry);
      at = entry.offset + entry.size + tarPadding(entry.size).length;
    }
  } finally {
    await file.close();
  }
}

/** The bytes of one part. */
export function tarBytes(path: string, { offset, size }: TarEntry): AsyncIterable<Buffer> {
  return size === 0 ? nothing() : createReadStream(path, { start: offset, end: offset + size - 1 });
}

async function* nothing(): AsyncGenerator<Buffer> {}

async function blockAt(file: FileHandle, at: number): Promise<Buffer | null> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(BLOCK), 0, BLOCK, at);
  return bytesRead === BLOCK ? buffer : null;
}

function entryOf(header: Buffer, offset: number): TarEntry | null {
  const text = ([start, length]: readonly [number, number]) =>
    header.toString('latin1', start, start + length).replace(/[\0 ]+$/, '');
  if (Number.parseInt(text(FIELDS.checksum), 8) !== checksumOf(header)) return null;
  const [at] = FIELDS.size;
  const isLarge = (header.readUInt8(at) & 0x80) !== 0;
  const size = isLarge ? Number(header.readBigUInt64BE(at + 4)) : Number.parseInt(text(FIELDS.size), 8);
  return Number.isSafeInteger(size) ? { name: text(FIELDS.name), size, offset } : null;
}

/** The sum of a header's bytes, its own field read as spaces. */
function checksumOf(header: Buffer): number {
  const [start, length] = FIELDS.checksum;
  let sum = 0x20 * length;
  for (let i = 0; i < BLOCK; i++) if (i < start || i >= start + length) sum += header[i] ?? 0;
  return sum;
}
