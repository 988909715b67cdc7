import { ByteReader, ByteWriter, crc32, type Utf8 } from '../feed/bytes.ts';
import { instant } from '../kernel/instant.ts';
import { Chronicle } from './chronicle.ts';
import type { TermPool, WordPool } from './pool.ts';
import type { AsOf } from './question.ts';
import type { FactRow } from './row.ts';

/**
 * A chronicle as pieces, each what a run of history added; laid together in order they are the chronicle again. Version 1,
 * numbers as varints (seven bits a byte, lowest first), columns and words little-endian:
 *   "XJCH" version                                5 bytes
 *   seq before, seq and time of its last row      three numbers
 *   station ids     count, then 16 bytes each (four words, the first eight hex digits first)
 *   places, steps, hours   each: a block holding the new terms as a JSON list
 *   amenity states  count, then STATE_WORDS words each
 *   versions        count, then the columns of `Versions` in the order of COLUMN_NAMES
 *   other facts     a block holding their rows as a JSON list (`FactRow`)
 *   CRC-32 of all before it                       4 bytes
 * Measured visits are not in it. What a version names by number (stations, places, …) counts from the first piece.
 */
const MAGIC = [0x58, 0x4a, 0x43, 0x48] as const;
export const PIECE_VERSION = 1;

/** How far pieces were cut. */
export type CutMark = {
  readonly known: AsOf;
  readonly stations: number;
  readonly places: number;
  readonly steps: number;
  readonly hours: number;
  readonly amenities: number;
  readonly versions: number;
};

const START: CutMark = {
  known: { seq: 0, at: instant(0) },
  stations: 0,
  places: 0,
  steps: 0,
  hours: 0,
  amenities: 0,
  versions: 0,
};

/** A chronicle with the memory of what of it is already kept in pieces. */
export class KeptChronicle {
  readonly chronicle = new Chronicle();
  private mark = START;

  /** `sum`: the platform's own CRC-32, where it has one. */
  constructor(
    private readonly utf8: Utf8,
    private readonly sum: (bytes: Uint8Array) => number = crc32,
  ) {}

  /** Rows of history heard of since the last piece. */
  get uncut(): number {
    return this.chronicle.known.seq - this.mark.known.seq;
  }

  /** What was added since the last piece; null when nothing was. */
  cut(): Uint8Array | null {
    const { chronicle, mark, utf8 } = this;
    const { known, ids, pools, versions, uncut } = chronicle;
    if (known.seq === mark.known.seq) return null;
    const out = new ByteWriter();
    for (const byte of MAGIC) out.u8(byte);
    out.u8(PIECE_VERSION);
    out.varint(mark.known.seq);
    out.varint(known.seq);
    out.varint(known.at);
    writeWords(out, ids, mark.stations);
    for (const [pool, from] of termsOf(chronicle, mark)) out.block(utf8.encode(JSON.stringify(pool.since(from))));
    writeWords(out, pools.amenities, mark.amenities);
    out.varint(versions.length - mark.versions);
    out.raw(versions.bytes(mark.versions, versions.length));
    out.block(utf8.encode(JSON.stringify(uncut)));
    out.u32(this.sum(out.done()));
    this.moveMark();
    return out.done();
  }

  /** Lays the next piece on top; false, and nothing is to be made of this chronicle any more, when it does not fit or is broken. */
  lay(piece: Uint8Array): boolean {
    const { chronicle, mark, utf8 } = this;
    const body = piece.subarray(0, Math.max(0, piece.length - 4));
    if (new ByteReader(piece.subarray(body.length)).u32() !== this.sum(body)) return false;
    const bytes = new ByteReader(body);
    if ([...MAGIC, PIECE_VERSION].some((byte) => bytes.u8() !== byte)) return false;
    if (this.uncut > 0 || bytes.varint() !== mark.known.seq) return false;
    const known = { seq: bytes.varint(), at: instant(bytes.varint()) };
    readWords(bytes, chronicle.ids);
    for (const [pool] of termsOf(chronicle, mark)) for (const term of termsIn(bytes, utf8)) pool.take(term);
    readWords(bytes, chronicle.pools.amenities);
    const count = bytes.varint();
    if (!chronicle.versions.append(count, bytes.raw(count * chronicle.versions.rowBytes))) return false;
    chronicle.restore(mark.versions, known);
    for (const row of JSON.parse(utf8.decode(bytes.block())) as readonly FactRow[]) chronicle.addCase(row);
    if (bytes.problem !== null || bytes.left > 0) return false;
    this.moveMark();
    return true;
  }

  private moveMark(): void {
    const { known, ids, pools, versions, uncut } = this.chronicle;
    uncut.length = 0;
    this.mark = {
      known,
      stations: ids.size,
      places: pools.places.size,
      steps: pools.steps.size,
      hours: pools.hours.size,
      amenities: pools.amenities.size,
      versions: versions.length,
    };
  }
}

function termsOf({ pools }: Chronicle, mark: CutMark): readonly (readonly [TermPool, number])[] {
  return [
    [pools.places, mark.places],
    [pools.steps, mark.steps],
    [pools.hours, mark.hours],
  ];
}

function termsIn(bytes: ByteReader, utf8: Utf8): readonly string[] {
  return JSON.parse(utf8.decode(bytes.block())) as readonly string[];
}

function writeWords(out: ByteWriter, pool: WordPool, from: number): void {
  const words = pool.since(from);
  out.varint(pool.size - from);
  out.raw(new Uint8Array(words.buffer, words.byteOffset, words.byteLength));
}

/** Groups come in the order they were numbered in, each new. */
function readWords(bytes: ByteReader, pool: WordPool): void {
  const count = bytes.varint();
  const raw = bytes.raw(count * pool.width * 4);
  const words = new Uint32Array(raw.slice().buffer);
  for (let i = 0; i < count; i++) pool.take(words.subarray(i * pool.width, (i + 1) * pool.width));
}
