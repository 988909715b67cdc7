import { type DateText, type Day, dateText, parseDate } from '../kernel/instant.ts';

/** The year 7445: beyond it a number is no day but a fault. */
export const MAX_DAY = 2_000_000;

/** Days since 1970-01-01 plus 1; 0 for no date. Dates before 1970 count as none. */
export function dayNumber(date: DateText | null): number {
  const day = date === null ? null : parseDate(date);
  return day === null || day < 0 ? 0 : day + 1;
}

/** The date of a number up to MAX_DAY, or null for 0. */
export function dateOfNumber(number: number): DateText | null {
  return number === 0 ? null : dateText((number - 1) as Day);
}
