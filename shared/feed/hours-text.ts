import { type DateText, parseDate } from '../kernel/instant.ts';
import type { DayRule, Exception, HolidayRule, Hours, HoursBase, Season, Span, Week } from '../station/hours.ts';
import { jsonOf } from './guard.ts';

/**
 * Opening hours as one short line (a week is a fifth of its `hoursKey`, and spans keep their order): a JSON list
 * `[base, holidays, seasons, exceptions]` cut after its last part that is not the usual one (`same`, none, none).
 * Spans are `480-720,810-1050` (minutes), days are joined by `;`, a run of equal days is `5*480-1080`, a day with
 * unknown times is `?`, a closed one is empty. `A` always, `U` unknown, `W…` weekly; holidays `s` same, `u` unknown,
 * `c` closed, `w` as-weekend, `h…` spans of their own. The published text (`raw`) travels with the other texts.
 */
export function hoursText(hours: Hours): string {
  const parts: unknown[] = [
    baseText(hours.base),
    holidaysText(hours.holidays),
    hours.seasons.map((season) => [season.from, season.to, weekText(season.week)]),
    hours.exceptions.map((each) => [each.from, each.to, spansText(each.spans), each.reason]),
  ];
  const usual = ['', '"s"', '[]', '[]'];
  while (parts.length > 1 && JSON.stringify(parts[parts.length - 1]) === usual[parts.length - 1]) parts.pop();
  return JSON.stringify(parts);
}

/** The hours of a line, `raw: null`, or null when it is none that `hoursText` writes. */
export function hoursOfText(line: string): Hours | null {
  const parts = jsonOf(line);
  if (!Array.isArray(parts) || parts.length < 1 || parts.length > 4) return null;
  const [first, second = 's', third = [], fourth = []]: unknown[] = parts;
  const base = parseBase(first);
  const holidays = parseHolidays(second);
  const seasons = parseAll(third, parseSeason);
  const exceptions = parseAll(fourth, parseException);
  if (base === null || holidays === null || seasons === null || exceptions === null) return null;
  return { base, holidays, seasons, exceptions, raw: null };
}

function parseAll<T>(value: unknown, parse: (item: unknown) => T | null): readonly T[] | null {
  if (!Array.isArray(value)) return null;
  const all: T[] = [];
  for (const item of value) {
    const parsed = parse(item);
    if (parsed === null) return null;
    all.push(parsed);
  }
  return all;
}

function spansText(spans: readonly Span[]): string {
  return spans.map(([from, to]) => `${from}-${to}`).join(',');
}

function parseSpans(text: unknown): readonly Span[] | null {
  if (typeof text !== 'string') return null;
  if (text === '') return [];
  const spans: Span[] = [];
  for (const part of text.split(',')) {
    const match = /^(\d{1,4})-(\d{1,4})$/.exec(part);
    if (match === null) return null;
    const from = Number(match[1]);
    const to = Number(match[2]);
    if (from >= 1440 || to <= from || to > from + 1440) return null;
    spans.push([from, to]);
  }
  return spans;
}

function weekText(week: Week): string {
  const days = week.map((rule) => (rule.kind === 'unknown' ? '?' : spansText(rule.spans)));
  const runs: string[] = [];
  for (let day = 0; day < 7; ) {
    let end = day + 1;
    while (end < 7 && days[end] === days[day]) end++;
    runs.push(end - day > 1 ? `${end - day}*${days[day] ?? ''}` : (days[day] ?? ''));
    day = end;
  }
  return runs.join(';');
}

function parseWeek(text: unknown): Week | null {
  if (typeof text !== 'string') return null;
  const days: DayRule[] = [];
  for (const run of text.split(';')) {
    const match = /^(?:([2-7])\*)?([^*]*)$/.exec(run);
    if (match === null) return null;
    const spans = match[2] === '?' ? null : parseSpans(match[2]);
    if (spans === null && match[2] !== '?') return null;
    for (let i = 0; i < Number(match[1] ?? 1); i++) {
      days.push(spans === null ? { kind: 'unknown' } : { kind: 'spans', spans });
    }
  }
  const [mon, tue, wed, thu, fri, sat, sun] = days;
  if (!mon || !tue || !wed || !thu || !fri || !sat || !sun || days.length !== 7) return null;
  return [mon, tue, wed, thu, fri, sat, sun];
}

function baseText(base: HoursBase): string {
  switch (base.kind) {
    case 'always':
      return 'A';
    case 'unknown':
      return 'U';
    case 'weekly':
      return `W${weekText(base.week)}`;
  }
}

function parseBase(text: unknown): HoursBase | null {
  if (text === 'A') return { kind: 'always' };
  if (text === 'U') return { kind: 'unknown' };
  if (typeof text !== 'string' || text[0] !== 'W') return null;
  const week = parseWeek(text.slice(1));
  return week === null ? null : { kind: 'weekly', week };
}

function holidaysText(rule: HolidayRule): string {
  switch (rule.kind) {
    case 'same':
      return 's';
    case 'unknown':
      return 'u';
    case 'closed':
      return 'c';
    case 'as-weekend':
      return 'w';
    case 'spans':
      return `h${spansText(rule.spans)}`;
  }
}

function parseHolidays(text: unknown): HolidayRule | null {
  if (text === 's') return { kind: 'same' };
  if (text === 'u') return { kind: 'unknown' };
  if (text === 'c') return { kind: 'closed' };
  if (text === 'w') return { kind: 'as-weekend' };
  if (typeof text !== 'string' || text[0] !== 'h') return null;
  const spans = parseSpans(text.slice(1));
  return spans === null ? null : { kind: 'spans', spans };
}

function parseSeason(value: unknown): Season | null {
  if (!Array.isArray(value) || value.length !== 3) return null;
  const [from, to, days]: unknown[] = value;
  const week = parseWeek(days);
  return isMonthDay(from) && isMonthDay(to) && week !== null ? { from, to, week } : null;
}

function parseException(value: unknown): Exception | null {
  if (!Array.isArray(value) || value.length !== 4) return null;
  const [from, to, times, reason]: unknown[] = value;
  const spans = parseSpans(times);
  if (!isDate(from) || !isDate(to) || typeof reason !== 'string' || spans === null) return null;
  return { from, to, spans, reason };
}

/** 2000 was a leap year, so every day that some year has passes. */
function isMonthDay(value: unknown): value is string {
  return typeof value === 'string' && parseDate(`2000-${value}`) !== null;
}

function isDate(value: unknown): value is DateText {
  return typeof value === 'string' && parseDate(value) !== null;
}
