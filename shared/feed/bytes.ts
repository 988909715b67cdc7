/** UTF-8 as the platform does it (TextEncoder and TextDecoder are no part of the language): handed in by whoever reads or writes bytes. */
export type Utf8 = {
  readonly encode: (text: string) => Uint8Array;
  readonly decode: (bytes: Uint8Array) => string;
};

/** Grows as needed; every number is unsigned unless its method says otherwise. */
export class ByteWriter {
  private bytes = new Uint8Array(256);
  private at = 0;

  private room(count: number): void {
    if (this.at + count <= this.bytes.length) return;
    const grown = new Uint8Array(Math.max(this.bytes.length * 2, this.at + count));
    grown.set(this.bytes.subarray(0, this.at));
    this.bytes = grown;
  }

  u8(value: number): void {
    this.room(1);
    this.bytes[this.at++] = value;
  }

  /** Little-endian. */
  u32(value: number): void {
    this.u8(value & 255);
    this.u8((value >>> 8) & 255);
    this.u8((value >>> 16) & 255);
    this.u8(value >>> 24);
  }

  /** Seven bits a byte, lowest first, up to 2^53 − 1. */
  varint(value: number): void {
    let rest = value;
    while (rest >= 128) {
      this.u8((rest % 128) + 128);
      rest = Math.floor(rest / 128);
    }
    this.u8(rest);
  }

  raw(bytes: Uint8Array): void {
    this.room(bytes.length);
    this.bytes.set(bytes, this.at);
    this.at += bytes.length;
  }

  /** Length as a varint, then the bytes. */
  block(bytes: Uint8Array): void {
    this.varint(bytes.length);
    this.raw(bytes);
  }

  done(): Uint8Array {
    return this.bytes.slice(0, this.at);
  }
}

/**
 * Reads what `ByteWriter` wrote. Never throws: past its end, or when a reader of a column finds a value it cannot
 * mean, `problem` is set and every later read gives zero, so loops end and the caller asks once at the end.
 */
export class ByteReader {
  problem: string | null = null;
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  get left(): number {
    return this.bytes.length - this.at;
  }

  fail(problem: string): void {
    this.problem ??= problem;
    this.at = this.bytes.length;
  }

  u8(): number {
    const value = this.bytes[this.at];
    if (value === undefined) {
      this.fail('ends early');
      return 0;
    }
    this.at++;
    return value;
  }

  u32(): number {
    return (this.u8() | (this.u8() << 8) | (this.u8() << 16) | (this.u8() << 24)) >>> 0;
  }

  varint(): number {
    let value = 0;
    let scale = 1;
    for (let i = 0; i < 8; i++) {
      const byte = this.u8();
      value += (byte & 127) * scale;
      if (byte < 128) {
        if (value > Number.MAX_SAFE_INTEGER) this.fail('number too large');
        return value;
      }
      scale *= 128;
    }
    this.fail('number too long');
    return 0;
  }

  /** A varint no larger than `max`; anything else is a fault named `what`. */
  upTo(max: number, what: string): number {
    const value = this.varint();
    if (value <= max) return value;
    this.fail(`${what} out of range`);
    return 0;
  }

  /** The next `count` bytes, not copied; empty when they are not all there. */
  raw(count: number): Uint8Array {
    if (count > this.left) {
      this.fail('ends early');
      return new Uint8Array(0);
    }
    this.at += count;
    return this.bytes.subarray(this.at - count, this.at);
  }

  block(): Uint8Array {
    return this.raw(this.varint());
  }
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/** CRC-32 of IEEE 802.3: guards against broken bytes, not against forgery (the pack's SHA-256 does that). */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ byte) & 255] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}
