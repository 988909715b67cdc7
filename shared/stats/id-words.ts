import type { StationId } from '../station/station.ts';

const SHAPE = /^[0-9a-f]{32}$/;

/** The 128 bits of a station's id; null when it is none. */
export function wordsOf(id: string): readonly number[] | null {
  if (!SHAPE.test(id)) return null;
  return [0, 8, 16, 24].map((from) => Number.parseInt(id.slice(from, from + 8), 16));
}

export function idOf(words: ArrayLike<number>): StationId {
  let id = '';
  for (let i = 0; i < 4; i++) id += (words[i] ?? 0).toString(16).padStart(8, '0');
  return id as StationId;
}
