import { type DateText, parseDate } from '../kernel/instant.ts';
import type { DayRule, Exception, HolidayRule, Hours, HoursBase, Season, Span, Week } from './hours.ts';

/**
 * Hours as a dictionary key: one JSON text per meaning of the model, so that thousands of stations share an entry.
 * `raw` is not in it: it differs where the hours do not, and travels with the record.
 *
 * The text is the list `[base, holidays, seasons, exceptions]`. base: `"always"`, `"unknown"` or a week; a week: seven
 * of `"unknown"` or spans, Monday first; spans: `[[from, to], …]` in minutes, by beginning; holidays: `"same"`,
 * `"unknown"`, `"closed"`, `"as-weekend"` or spans; seasons: `[from, to, week]`; exceptions: `[from, to, spans, reason]`,
 * both in their own order, for the later counts. Lists keep the order of their parts fixed.
 */
export function hoursKey(hours: Hours): string {
  return JSON.stringify([
    hours.base.kind === 'weekly' ? weekPart(hours.base.week) : hours.base.kind,
    hours.holidays.kind === 'spans' ? spansPart(hours.holidays.spans) : hours.holidays.kind,
    hours.seasons.map(({ from, to, week }) => [from, to, weekPart(week)]),
    hours.exceptions.map(({ from, to, spans, reason }) => [from, to, spansPart(spans), reason]),
  ]);
}

/** The hours of a key, `raw: null`; null when the text is no key. */
export function hoursFromKey(key: string): Hours | null {
  const parts = parseList(key, 4);
  if (parts === null) return null;
  const base = readBase(parts[0]);
  const holidays = readHolidays(parts[1]);
  const seasons = readAll(parts[2], readSeason);
  const exceptions = readAll(parts[3], readException);
  if (base === null || holidays === null || seasons === null || exceptions === null) return null;
  return { base, holidays, seasons, exceptions, raw: null };
}

function weekPart(week: Week): unknown {
  return week.map((rule) => (rule.kind === 'unknown' ? 'unknown' : spansPart(rule.spans)));
}

function spansPart(spans: readonly Span[]): readonly Span[] {
  return [...spans].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

function parseList(text: string, length: number): readonly unknown[] | null {
  try {
    return asList(JSON.parse(text), length);
  } catch {
    return null; // A text that is no JSON is no key: that is the answer, not a failure.
  }
}

function asList(value: unknown, length: number): readonly unknown[] | null {
  return Array.isArray(value) && value.length === length ? value : null;
}

function readAll<T>(value: unknown, read: (item: unknown) => T | null): readonly T[] | null {
  if (!Array.isArray(value)) return null;
  const all: T[] = [];
  for (const item of value) {
    const one = read(item);
    if (one === null) return null;
    all.push(one);
  }
  return all;
}

function readSpan(value: unknown): Span | null {
  const [from, to] = asList(value, 2) ?? [];
  if (!Number.isInteger(from) || !Number.isInteger(to) || typeof from !== 'number' || typeof to !== 'number')
    return null;
  return isSpan(from, to) ? [from, to] : null;
}

function isSpan(from: number, to: number): boolean {
  return from >= 0 && from < 1440 && from < to && to <= from + 1440;
}

function readRule(value: unknown): DayRule | null {
  if (value === 'unknown') return { kind: 'unknown' };
  const spans = readAll(value, readSpan);
  return spans === null ? null : { kind: 'spans', spans };
}

function readWeek(value: unknown): Week | null {
  const [mon, tue, wed, thu, fri, sat, sun, ...more] = readAll(value, readRule) ?? [];
  if (!mon || !tue || !wed || !thu || !fri || !sat || !sun || more.length > 0) return null;
  return [mon, tue, wed, thu, fri, sat, sun];
}

function readBase(value: unknown): HoursBase | null {
  if (value === 'always' || value === 'unknown') return { kind: value };
  const week = readWeek(value);
  return week === null ? null : { kind: 'weekly', week };
}

function readHolidays(value: unknown): HolidayRule | null {
  if (value === 'same' || value === 'unknown' || value === 'closed' || value === 'as-weekend') return { kind: value };
  const spans = readAll(value, readSpan);
  return spans === null ? null : { kind: 'spans', spans };
}

function readSeason(value: unknown): Season | null {
  const [from, to, days] = asList(value, 3) ?? [];
  const week = readWeek(days);
  return isMonthDay(from) && isMonthDay(to) && week !== null ? { from, to, week } : null;
}

function readException(value: unknown): Exception | null {
  const [from, to, times, reason] = asList(value, 4) ?? [];
  const spans = readAll(times, readSpan);
  if (!isDateText(from) || !isDateText(to) || typeof reason !== 'string' || spans === null) return null;
  return { from, to, spans, reason };
}

/** 2000 was a leap year, so every day that some year has passes. */
function isMonthDay(value: unknown): value is string {
  return typeof value === 'string' && parseDate(`2000-${value}`) !== null;
}

function isDateText(value: unknown): value is DateText {
  return typeof value === 'string' && parseDate(value) !== null;
}
