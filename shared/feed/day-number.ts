import { type DateText, type Day, dateText, parseDate } from '../kernel/instant.ts';
import type { ByteReader, ByteWriter } from './bytes.ts';
import { readNumbers, writeNumbers } from './planes.ts';

/** The year 7445: beyond it a number is no day but a fault. */
export const MAX_DAY = 2_000_000;
/** First day of a column without days. */
const NO_FIRST = 1_000_000;

/** Days since 1970-01-01 plus 1; 0 for no date. Dates before 1970 count as none. */
export function dayNumber(date: DateText | null): number {
  const day = date === null ? null : parseDate(date);
  return day === null || day < 0 ? 0 : day + 1;
}

/** The date of a number up to MAX_DAY, or null for 0. */
export function dateOfNumber(number: number): DateText | null {
  return number === 0 ? null : dateText((number - 1) as Day);
}

/** Day numbers as the earliest and the distance of each to it plus 1; 0 stays 0. */
export function writeDays(to: ByteWriter, days: readonly number[]): void {
  const first = days.reduce((least, day) => (day > 0 && day < least ? day : least), NO_FIRST);
  to.varint(first);
  writeNumbers(
    to,
    days.map((day) => (day > 0 ? day - first + 1 : 0)),
  );
}

export function readDays(from: ByteReader, n: number): Uint32Array {
  const first = from.upTo(NO_FIRST, 'first day');
  const days = readNumbers(from, n).map((day) => (day === 0 ? 0 : day + first - 1));
  if (days.some((day) => day > MAX_DAY)) from.fail('no such day');
  return days;
}
