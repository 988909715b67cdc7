import type { ByteReader, ByteWriter, Utf8 } from './bytes.ts';
import { readNumbers, readTexts, textBytes, writeNumbers, writeTexts } from './planes.ts';

/** A dictionary: each line once, the most used first (ties by text), and where each stands. */
export type Lines = { readonly lines: readonly string[]; readonly ids: ReadonlyMap<string, number> };

/** The `max` most used lines; a line beyond them has no id. */
export function rowsByUse(rows: readonly string[], max: number): Lines {
  const uses = new Map<string, number>();
  for (const line of rows) uses.set(line, (uses.get(line) ?? 0) + 1);
  const lines = [...uses]
    .sort(([a, m], [b, k]) => k - m || (a < b ? -1 : 1))
    .slice(0, max)
    .map(([line]) => line);
  return { lines, ids: new Map(lines.map((line, id) => [line, id])) };
}

export function writeLines(to: ByteWriter, lines: readonly string[], utf8: Utf8): void {
  to.varint(lines.length);
  writeTexts(
    to,
    lines.map((line) => utf8.encode(line)),
  );
}

/** At most as many lines as rows: each is used. */
export function readLines(from: ByteReader, rows: number, utf8: Utf8): readonly string[] {
  const count = from.upTo(rows, 'dictionary');
  const texts = readTexts(from, count);
  if (from.problem !== null) return [];
  return Array.from({ length: count }, (_, line) => utf8.decode(textBytes(texts, line) ?? new Uint8Array(0)));
}

/** One line a row: the dictionary, then each row's place in it. */
export function writeLineColumn(to: ByteWriter, rows: readonly string[], utf8: Utf8): void {
  const { lines, ids } = rowsByUse(rows, rows.length);
  writeLines(to, lines, utf8);
  writeNumbers(
    to,
    rows.map((line) => ids.get(line) ?? 0),
  );
}

export type LineColumn = { readonly lines: readonly string[]; readonly ids: Uint32Array };

export function readLineColumn(from: ByteReader, n: number, utf8: Utf8): LineColumn {
  const lines = readLines(from, n, utf8);
  const ids = readNumbers(from, n);
  if (ids.some((id) => id >= lines.length)) from.fail('no such line');
  return { lines, ids };
}

/** A line or none a row: places count from 1, 0 is none. */
export function writeMaybeLines(to: ByteWriter, rows: readonly (string | null)[], utf8: Utf8): void {
  const some = rows.flatMap((line) => line ?? []);
  const { lines, ids } = rowsByUse(some, some.length);
  writeLines(to, lines, utf8);
  writeNumbers(
    to,
    rows.map((line) => (line === null ? 0 : (ids.get(line) ?? 0) + 1)),
  );
}

export function readMaybeLines(from: ByteReader, n: number, utf8: Utf8): LineColumn {
  const lines = readLines(from, n, utf8);
  const ids = readNumbers(from, n);
  if (ids.some((id) => id > lines.length)) from.fail('no such line');
  return { lines, ids };
}
