import { ok, type Result, refuse } from '../kernel/result.ts';
import type { Ring } from './polygon.ts';

/**
 * The outline file, version 1. One JSON object:
 *   format  "xiejiao-outline"      version 1      datum "gcj02"
 *   grid    steps per degree; origin: two numbers, in steps. A vertex (x, y) lies at (x + origin[0]) / grid, (y + origin[1]) / grid
 *   arcs    borders, each shared by the areas on its sides. An arc is a text: longitude and latitude in turn, in grid
 *           steps, the first vertex as it is and every later one as the difference from the one before. A number is
 *           zigzag (0, -1, 1, -2, …), cut into groups of five bits, lowest first; a group with more to follow has 32
 *           added; a group is one letter of A–Z a–z 0–9 - _.
 *   areas   code → rings; a ring is the numbers of its arcs in order, `n` forwards, `-1 - n` backwards; every arc
 *           begins where the one before ended and the ring closes. Even-odd: holes are simply further rings.
 *   lines   name → arcs that enclose nothing or are drawn as strokes (the dash line)
 */
export const OUTLINE_FORMAT = 'xiejiao-outline';
export const OUTLINE_VERSION = 1;

export type Outlines = {
  readonly areas: ReadonlyMap<string, readonly Ring[]>;
  /** Open paths, flat `lng, lat, …` in degrees. */
  readonly lines: ReadonlyMap<string, readonly Float64Array[]>;
};

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

const GROUPS = Int8Array.from({ length: 128 }, (_, unit) => LETTERS.indexOf(String.fromCharCode(unit)));

/** `steps` are whole grid steps, flat. The inverse of `decodeArc`. */
export function encodeArc(steps: readonly number[]): string {
  let text = '';
  for (let i = 0; i < steps.length; i++) {
    const delta = (steps[i] ?? 0) - (i < 2 ? 0 : (steps[i - 2] ?? 0));
    let rest = delta < 0 ? -delta * 2 - 1 : delta * 2;
    for (; rest >= 32; rest = Math.floor(rest / 32)) text += LETTERS.charAt(32 + (rest % 32));
    text += LETTERS.charAt(rest);
  }
  return text;
}

/** Grid steps of an arc, flat; null when a letter is foreign, a number is cut off, or fewer than two vertices are left. */
export function decodeArc(text: string): number[] | null {
  const steps: number[] = [];
  let value = 0;
  let weight = 1;
  for (let i = 0; i < text.length; i++) {
    const group = GROUPS[text.charCodeAt(i)] ?? -1;
    if (group < 0) return null;
    value += (group % 32) * weight;
    weight *= 32;
    if (group >= 32) continue;
    const delta = value % 2 === 1 ? -(value + 1) / 2 : value / 2;
    steps.push(delta + (steps.length < 2 ? 0 : (steps[steps.length - 2] ?? 0)));
    value = 0;
    weight = 1;
  }
  return weight > 1 || steps.length < 4 || steps.length % 2 === 1 ? null : steps;
}

/** Reads an outline file. Refuses `pack-not-ours`, `pack-too-new`, and `pack-section` naming what is wrong where. */
export function readOutlines(file: unknown): Result<Outlines> {
  if (!isRecord(file) || file.format !== OUTLINE_FORMAT) return refuse({ kind: 'pack-not-ours' });
  const version = typeof file.version === 'number' ? file.version : 0;
  if (version > OUTLINE_VERSION) return refuse({ kind: 'pack-too-new', version, known: OUTLINE_VERSION });
  const { arcs, areas, lines } = file;
  const grid = readGrid(file);
  if (file.datum !== 'gcj02' || grid === null) return broken('header', 'datum, grid or origin');
  if (!Array.isArray(arcs)) return broken('arcs', 'no list');
  const paths: Path[] = [];
  for (const [n, text] of arcs.entries()) {
    const steps = typeof text === 'string' ? decodeArc(text) : null;
    if (steps === null) return broken('arcs', `arc ${n}`);
    paths.push(Int32Array.from(steps));
  }
  if (!isRecord(areas)) return broken('areas', 'no table');
  const read = new Map<string, readonly Ring[]>();
  for (const [code, rings] of Object.entries(areas)) {
    const joined = Array.isArray(rings) ? rings.map((ring) => joinRing(ring, paths, grid)) : [null];
    const whole = joined.filter((ring): ring is Ring => ring !== null);
    if (whole.length !== joined.length || whole.length === 0) return broken('areas', code);
    read.set(code, whole);
  }
  const strokes = readLines(lines, paths, grid);
  return strokes === null ? broken('lines', 'a number names no arc') : ok({ areas: read, lines: strokes });
}

/** Grid steps of an arc, flat. */
type Path = Int32Array;
type Grid = { readonly steps: number; readonly origin: readonly [number, number] };

function readGrid({ grid, origin }: Record<string, unknown>): Grid | null {
  if (typeof grid !== 'number' || !(grid >= 1) || !Array.isArray(origin)) return null;
  const [x, y]: unknown[] = origin;
  return typeof x === 'number' && typeof y === 'number' ? { steps: grid, origin: [x, y] } : null;
}

function toDegrees<C extends Ring>(path: ArrayLike<number>, { steps, origin }: Grid, column: C): C {
  for (let i = 0; i + 1 < path.length; i += 2) {
    column[i] = ((path[i] ?? 0) + origin[0]) / steps;
    column[i + 1] = ((path[i + 1] ?? 0) + origin[1]) / steps;
  }
  return column;
}

function readLines(lines: unknown, paths: readonly Path[], grid: Grid): Map<string, Float64Array[]> | null {
  if (!isRecord(lines)) return null;
  const read = new Map<string, Float64Array[]>();
  for (const [name, numbers] of Object.entries(lines)) {
    if (!Array.isArray(numbers)) return null;
    const strokes: Float64Array[] = [];
    for (const n of numbers) {
      const path = typeof n === 'number' ? paths[n] : undefined;
      if (!path) return null;
      strokes.push(toDegrees(path, grid, new Float64Array(path.length)));
    }
    read.set(name, strokes);
  }
  return read;
}

/** A ring of degrees without its last point, or null when an arc is missing or does not begin where the last ended. */
function joinRing(ring: unknown, paths: readonly Path[], grid: Grid): Ring | null {
  if (!Array.isArray(ring) || ring.length === 0) return null;
  const steps: number[] = [];
  for (const n of ring) {
    const path = typeof n === 'number' ? paths[n < 0 ? -1 - n : n] : undefined;
    if (!path || typeof n !== 'number') return null;
    const arc: ArrayLike<number> = n < 0 ? reversed(path) : path;
    if (steps.length > 0 && !meet(steps, arc)) return null;
    if (steps.length > 0) steps.length -= 2;
    for (let i = 0; i < arc.length; i++) steps.push(arc[i] ?? 0);
  }
  if (!meet(steps, steps)) return null;
  steps.length -= 2;
  return steps.length < 6 ? null : toDegrees(steps, grid, ringFor(steps.length, grid));
}

/** Longitudes and latitudes of a grid of 2, 4, … 8192 steps a degree are whole in 24 bits. */
function ringFor(length: number, { steps }: Grid): Ring {
  const isWhole = steps <= 8192 && Number.isInteger(Math.log2(steps));
  return isWhole ? new Float32Array(length) : new Float64Array(length);
}

function meet(before: ArrayLike<number>, after: ArrayLike<number>): boolean {
  return before[before.length - 2] === after[0] && before[before.length - 1] === after[1];
}

function reversed(path: Path): number[] {
  const back: number[] = [];
  for (let i = path.length - 2; i >= 0; i -= 2) back.push(path[i] ?? 0, path[i + 1] ?? 0);
  return back;
}

function broken(section: string, problem: string) {
  return refuse({ kind: 'pack-section', section, problem } as const);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
