import { parseDate } from '../kernel/instant.ts';
import { AMENITIES, AMENITY_STATES } from '../station/amenity.ts';
import type { ByteReader, ByteWriter, Utf8 } from './bytes.ts';
import { dateOfNumber, readDays, writeDays } from './day-number.ts';
import { type LineColumn, readMaybeLines, writeMaybeLines } from './lines.ts';
import type { AmenityPatch } from './patch.ts';
import { readNumbers, writeNumbers } from './planes.ts';

/** Beside the state: a note or a day is kept of this amenity. */
const NOTED = 8;

/** The amenities told of each row: how many, then which and in what state, one after the other, then the notes of those that have any. */
export function writeAmenities(to: ByteWriter, rows: readonly (readonly AmenityPatch[])[], utf8: Utf8): void {
  writeNumbers(
    to,
    rows.map((row) => row.length),
  );
  const told = rows.flat();
  writeNumbers(
    to,
    told.map(({ bit }) => bit),
  );
  writeNumbers(
    to,
    told.map(({ state, note }) => AMENITY_STATES.indexOf(state) + (note === null ? 0 : NOTED)),
  );
  const notes = told.flatMap(({ note }) => (note === null ? [] : [note]));
  writeDays(
    to,
    notes.map(([, confirmedOn]) => dayOf(confirmedOn)),
  );
  writeMaybeLines(
    to,
    notes.map(([note]) => note),
    utf8,
  );
}

function dayOf(text: string | null): number {
  const day = text === null ? null : parseDate(text);
  return day === null || day < 0 ? 0 : day + 1;
}

export function readAmenities(from: ByteReader, n: number, utf8: Utf8): (readonly AmenityPatch[])[] {
  const counts = readNumbers(from, n);
  if (counts.some((count) => count < 1 || count > AMENITIES.length)) from.fail('no such amenities');
  const total = counts.reduce((sum, count) => sum + count, 0);
  const bits = readNumbers(from, total);
  const states = readNumbers(from, total);
  const noted = states.reduce((sum, state) => sum + (state >= NOTED ? 1 : 0), 0);
  const days = readDays(from, noted);
  const notes = readNotes(from, days, utf8);
  if (from.problem !== null) return [];
  const rows: (readonly AmenityPatch[])[] = [];
  let at = 0;
  for (const count of counts) {
    const row: AmenityPatch[] = [];
    for (let left = count; left > 0; left--, at++) {
      const bit = bits[at] ?? 0;
      const state = AMENITY_STATES[(states[at] ?? 0) % NOTED];
      const note = (states[at] ?? 0) < NOTED ? null : (notes.shift() ?? null);
      if (bit >= AMENITIES.length || bit <= (row[row.length - 1]?.bit ?? -1)) from.fail('no such amenity');
      if (state === undefined || (states[at] ?? 0) >= 2 * NOTED) from.fail('no such state');
      else row.push({ bit, state, note });
    }
    rows.push(row);
  }
  return rows;
}

function readNotes(from: ByteReader, days: Uint32Array, utf8: Utf8): NonNullable<AmenityPatch['note']>[] {
  const texts: LineColumn = readMaybeLines(from, days.length, utf8);
  if (from.problem !== null) return [];
  return Array.from(days, (day, at) => [texts.lines[(texts.ids[at] ?? 0) - 1] ?? null, dateOfNumber(day)]);
}
