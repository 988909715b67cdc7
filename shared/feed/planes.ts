import type { ByteReader, ByteWriter } from './bytes.ts';

/** Signed to unsigned so that small magnitudes stay small: 0, −1, 1, −2 … become 0, 1, 2, 3 …; 31 bits of magnitude. */
export function zigzag(value: number): number {
  return value >= 0 ? value * 2 : -value * 2 - 1;
}

export function unzigzag(value: number): number {
  return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
}

/**
 * A column of whole numbers below 256^planes: all lowest bytes, then all second bytes, and so on. Bytes of one
 * meaning stand side by side, which is what lets a general compressor see their distribution.
 */
export function writePlanes(to: ByteWriter, values: ArrayLike<number>, planes: number): void {
  const out = new Uint8Array(values.length * planes);
  for (let i = 0; i < values.length; i++) {
    let rest = values[i] ?? 0;
    for (let plane = 0; plane < planes; plane++) {
      out[plane * values.length + i] = rest % 256;
      rest = Math.floor(rest / 256);
    }
  }
  to.raw(out);
}

export function readPlanes(from: ByteReader, n: number, planes: number): Uint32Array {
  const bytes = from.raw(n * planes);
  const values = new Uint32Array(from.problem === null ? n : 0);
  for (let i = 0; i < values.length; i++) {
    let value = 0;
    for (let plane = planes - 1; plane >= 0; plane--) value = value * 256 + (bytes[plane * n + i] ?? 0);
    values[i] = value;
  }
  return values;
}

/** Whole numbers as their smallest sensible planes: the number of planes (0 when all are zero), then the planes. */
export function writeNumbers(to: ByteWriter, values: ArrayLike<number>): void {
  let max = 0;
  for (let i = 0; i < values.length; i++) max = Math.max(max, values[i] ?? 0);
  let planes = 0;
  for (let rest = max; rest > 0; rest = Math.floor(rest / 256)) planes++;
  to.u8(planes);
  writePlanes(to, values, planes);
}

export function readNumbers(from: ByteReader, n: number): Uint32Array {
  const planes = from.u8();
  if (planes > 4) from.fail('column too wide');
  return readPlanes(from, n, from.problem === null ? planes : 0);
}

/** Signed column as zigzag differences to the row before. */
export function writeDifferences(to: ByteWriter, values: ArrayLike<number>): void {
  const steps = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) steps[i] = zigzag((values[i] ?? 0) - (i > 0 ? (values[i - 1] ?? 0) : 0));
  writeNumbers(to, steps);
}

export function readDifferences(from: ByteReader, n: number): Int32Array {
  const steps = readNumbers(from, n);
  const values = new Int32Array(steps.length);
  let last = 0;
  for (let i = 0; i < values.length; i++) {
    last += unzigzag(steps[i] ?? 0);
    values[i] = last;
  }
  return values;
}

/** Bits one after the other without gaps, lowest bit of a byte first. */
export class BitWriter {
  private bytes = new Uint8Array(64);
  private count = 0;

  push(bit: number): void {
    const at = this.count >>> 3;
    if (at === this.bytes.length) {
      const grown = new Uint8Array(at * 2);
      grown.set(this.bytes);
      this.bytes = grown;
    }
    this.bytes[at] = (this.bytes[at] ?? 0) | (bit << (this.count & 7));
    this.count++;
  }

  done(): Uint8Array {
    return this.bytes.slice(0, (this.count + 7) >>> 3);
  }
}

export class BitReader {
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  next(): number {
    const bit = ((this.bytes[this.at >>> 3] ?? 0) >>> (this.at & 7)) & 1;
    this.at++;
    return bit;
  }

  /** Whether exactly all of it was read, but for zero bits that fill the last byte. */
  get exhausted(): boolean {
    const rest = this.bytes.length * 8 - this.at;
    return rest >= 0 && rest < 8 && (rest === 0 || (this.bytes[this.bytes.length - 1] ?? 0) >>> (8 - rest) === 0);
  }
}

/** Texts one after the other, each ended by 0xFF, which no UTF-8 has. */
export type TextColumn = {
  readonly bytes: Uint8Array;
  /** Where the 0xFF of each row stands; row i begins after that of row i − 1. */
  readonly ends: Uint32Array;
};

export const TEXT_END = 0xff;
/** A text that is this single byte is null; no UTF-8 has it. */
export const TEXT_NULL = 0xfe;

export function writeTexts(to: ByteWriter, texts: readonly Uint8Array[]): void {
  let length = texts.length;
  for (const text of texts) length += text.length;
  const out = new Uint8Array(length);
  let at = 0;
  for (const text of texts) {
    out.set(text, at);
    at += text.length + 1;
    out[at - 1] = TEXT_END;
  }
  to.block(out);
}

export function readTexts(from: ByteReader, n: number): TextColumn {
  // A copy: a view would drag the whole pack along when the phone stores it.
  const bytes = from.block().slice();
  const ends = new Uint32Array(from.problem === null ? n : 0);
  let row = 0;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] !== TEXT_END) continue;
    if (row < ends.length) ends[row] = at;
    row++;
  }
  if (row !== n || (bytes.length > 0 && bytes[bytes.length - 1] !== TEXT_END)) from.fail('texts do not match rows');
  return { bytes, ends };
}

/** The bytes of one row, or null where the column holds null. */
export function textBytes(column: TextColumn, row: number): Uint8Array | null {
  const from = row === 0 ? 0 : (column.ends[row - 1] ?? 0) + 1;
  const bytes = column.bytes.subarray(from, column.ends[row] ?? from);
  return bytes.length === 1 && bytes[0] === TEXT_NULL ? null : bytes;
}
