import { ok, type Result, refuse } from '../kernel/result.ts';

/**
 * The borders file, version 1: what the builtin base map draws, as bytes. Every number is a varint (groups of seven
 * bits, lowest first, 128 added when more follow); a signed one is zigzag first (0, -1, 1, -2, …).
 *   "XJBO" version                         5 bytes
 *   grid                                   steps a degree
 *   origin x, y                            signed, sixteenths of a step; a vertex lies at (step + origin / 16) / grid, GCJ-02 degrees
 *   names   count, then each: code less the code before, level (0 nation 1 province 2 city 3 county), letters count, letters
 *           (signed, UTF-16 unit less 0x4e00), x and y signed less the x and y before: where the name is written best
 *   arcs    count, then each: level × 4 + owners (0–2), each owner's place in the leaf list (see `leaves`), vertex count,
 *           first vertex signed less the first vertex of the arc before, every later one signed less the one before it
 *   end     0
 * An arc's level is the highest of the divisions it bounds; 4 is the dash line. Owners are the leaves (counties, or what has
 * none below it) on its sides: none at sea. An area is all arcs it owns, even-odd, so the order of arcs says nothing.
 * Leaves are numbered by ascending code over all of them; two files of one making number them alike.
 */
const MAGIC = [0x58, 0x4a, 0x42, 0x4f] as const;
const VERSION = 1;
const UNIT = 0x4e00;
const SIXTEENTH = 16;

export const BORDER_LEVEL = { nation: 0, province: 1, city: 2, county: 3, dash: 4 } as const;

export type BorderName = {
  readonly code: number;
  readonly level: number;
  readonly text: string;
  /** Grid steps. */
  readonly x: number;
  readonly y: number;
};

/** `steps` flat x, y in grid steps. */
export type BorderArc = {
  readonly level: number;
  readonly owners: readonly number[];
  readonly steps: readonly number[];
};

export type Borders = {
  readonly grid: number;
  readonly origin: readonly [number, number];
  readonly names: readonly BorderName[];
  readonly arcs: readonly BorderArc[];
};

export function encodeBorders({ grid, origin, names, arcs }: Borders): Uint8Array {
  const out = new Writer();
  for (const byte of MAGIC) out.byte(byte);
  out.byte(VERSION);
  out.whole(grid);
  for (const axis of origin) out.signed(axis * SIXTEENTH);
  out.whole(names.length);
  let [code, x, y] = [0, 0, 0];
  for (const name of names) {
    out.whole(name.code - code);
    out.whole(name.level);
    out.whole(name.text.length);
    for (let i = 0; i < name.text.length; i++) out.signed(name.text.charCodeAt(i) - UNIT);
    out.signed(name.x - x);
    out.signed(name.y - y);
    [code, x, y] = [name.code, name.x, name.y];
  }
  out.whole(arcs.length);
  let first: readonly [number, number] = [0, 0];
  for (const arc of arcs) first = writeArc(out, arc, first);
  out.byte(0);
  return out.bytes();
}

function writeArc(
  out: Writer,
  { level, owners, steps }: BorderArc,
  [x0, y0]: readonly [number, number],
): readonly [number, number] {
  out.whole(level * 4 + owners.length);
  for (const owner of owners) out.whole(owner);
  out.whole(steps.length / 2);
  for (let i = 0; i < steps.length; i++) {
    const before = i < 2 ? [x0, y0][i] : steps[i - 2];
    out.signed((steps[i] ?? 0) - (before ?? 0));
  }
  return [steps[0] ?? 0, steps[1] ?? 0];
}

/** Refuses `pack-not-ours`, `pack-too-new`, and `pack-section` when bytes are missing or left over. */
export function decodeBorders(bytes: Uint8Array): Result<Borders> {
  if (MAGIC.some((byte, i) => bytes[i] !== byte)) return refuse({ kind: 'pack-not-ours' });
  const version = bytes[MAGIC.length] ?? 0;
  if (version > VERSION) return refuse({ kind: 'pack-too-new', version, known: VERSION });
  const read = new Reader(bytes, MAGIC.length + 1);
  const grid = read.whole();
  const origin = [read.signed() / SIXTEENTH, read.signed() / SIXTEENTH] as const;
  const names = readNames(read);
  const arcs = readArcs(read);
  if (grid < 1 || read.byte() !== 0 || !read.isAtEnd()) {
    return refuse({ kind: 'pack-section', section: 'borders', problem: 'bytes missing or left over' });
  }
  return ok({ grid, origin, names, arcs });
}

function readNames(read: Reader): BorderName[] {
  const names: BorderName[] = [];
  let [code, x, y] = [0, 0, 0];
  for (let left = read.whole(); left > 0 && !read.isBroken; left--) {
    code += read.whole();
    const level = read.whole();
    let text = '';
    for (let letters = read.whole(); letters > 0 && !read.isBroken; letters--) {
      text += String.fromCharCode(read.signed() + UNIT);
    }
    x += read.signed();
    y += read.signed();
    names.push({ code, level, text, x, y });
  }
  return names;
}

function readArcs(read: Reader): BorderArc[] {
  const arcs: BorderArc[] = [];
  let [x0, y0] = [0, 0];
  for (let left = read.whole(); left > 0 && !read.isBroken; left--) {
    const head = read.whole();
    const owners = Array.from({ length: head % 4 }, () => read.whole());
    const steps: number[] = [];
    let [x, y] = [x0, y0];
    for (let vertices = read.whole(); vertices > 0 && !read.isBroken; vertices--) {
      x += read.signed();
      y += read.signed();
      steps.push(x, y);
    }
    [x0, y0] = [steps[0] ?? 0, steps[1] ?? 0];
    arcs.push({ level: Math.floor(head / 4), owners, steps });
  }
  return arcs;
}

class Writer {
  readonly #bytes: number[] = [];

  byte(value: number): void {
    this.#bytes.push(value);
  }

  whole(value: number): void {
    let rest = value;
    for (; rest >= 128; rest = Math.floor(rest / 128)) this.#bytes.push(128 + (rest % 128));
    this.#bytes.push(rest);
  }

  signed(value: number): void {
    this.whole(value < 0 ? -value * 2 - 1 : value * 2);
  }

  bytes(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }
}

/** Reading past the end gives zeros and marks the reader broken, so that a cut file ends every loop at once. */
class Reader {
  readonly #bytes: Uint8Array;
  #at: number;
  isBroken = false;

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.#at = at;
  }

  byte(): number {
    if (this.#at >= this.#bytes.length) this.isBroken = true;
    return this.#bytes[this.#at++] ?? 0;
  }

  whole(): number {
    let value = 0;
    let weight = 1;
    let group = this.byte();
    for (; group >= 128; group = this.byte()) {
      value += (group - 128) * weight;
      weight *= 128;
    }
    return value + group * weight;
  }

  signed(): number {
    const value = this.whole();
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
  }

  isAtEnd(): boolean {
    return !this.isBroken && this.#at === this.#bytes.length;
  }
}
