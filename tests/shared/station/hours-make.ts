import fc from 'fast-check';
import { type DateText, type Instant, parseIso } from '../../../shared/kernel/instant.ts';
import {
  type DayRule,
  type Exception,
  type HolidayRule,
  type Hours,
  type HoursBase,
  type Season,
  type Span,
  UNKNOWN_HOURS,
  type Week,
} from '../../../shared/station/hours.ts';

/** `2026-11-26 14:20` in Asia/Shanghai. */
export function at(text: string): Instant {
  const found = parseIso(`${text.replace(' ', 'T')}:00+08:00`);
  if (found === null) throw new Error(`not an instant: ${text}`);
  return found;
}

/** `9:00-17:00` as minutes; `20:00-26:00` passes midnight. */
export function spans(text: string): Span[] {
  if (text === '') return [];
  return text.split(',').map((part) => {
    const numbers = part.split(/[:-]/).map(Number);
    const [fromHour = 0, fromMinute = 0, toHour = 0, toMinute = 0] = numbers;
    return [fromHour * 60 + fromMinute, toHour * 60 + toMinute];
  });
}

export function rule(text: string): DayRule {
  return text === '?' ? { kind: 'unknown' } : { kind: 'spans', spans: spans(text) };
}

/** Workdays, Saturday, Sunday; `?` = times unknown, empty = closed. */
export function week(work: string, saturday = work, sunday = saturday): Week {
  const day = rule(work);
  return [day, day, day, day, day, rule(saturday), rule(sunday)];
}

/** Closed but for one weekday, or `others` on the rest. */
export function oneDay(weekday: number, text: string, others = ''): Week {
  const day = (which: number) => rule(which === weekday ? text : others);
  return [day(0), day(1), day(2), day(3), day(4), day(5), day(6)];
}

export function weekly(days: Week, more: Partial<Hours> = {}): Hours {
  return { ...UNKNOWN_HOURS, base: { kind: 'weekly', week: days }, ...more };
}

const span: fc.Arbitrary<Span> = fc
  .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 96 }))
  .map(([from, length]): Span => [from * 15, (from + length) * 15]);
const spanList = fc.array(span, { maxLength: 3 });
const dayRule: fc.Arbitrary<DayRule> = fc.oneof(
  { weight: 6, arbitrary: spanList.map((list): DayRule => ({ kind: 'spans', spans: list })) },
  { weight: 1, arbitrary: fc.constant<DayRule>({ kind: 'unknown' }) },
);
const anyWeek: fc.Arbitrary<Week> = fc.tuple(dayRule, dayRule, dayRule, dayRule, dayRule, dayRule, dayRule);
const base: fc.Arbitrary<HoursBase> = fc.oneof(
  { weight: 8, arbitrary: anyWeek.map((days): HoursBase => ({ kind: 'weekly', week: days })) },
  { weight: 1, arbitrary: fc.constant<HoursBase>({ kind: 'always' }) },
  { weight: 1, arbitrary: fc.constant<HoursBase>({ kind: 'unknown' }) },
);
const holidays: fc.Arbitrary<HolidayRule> = fc.oneof(
  fc.constantFrom<HolidayRule>({ kind: 'same' }, { kind: 'closed' }, { kind: 'as-weekend' }, { kind: 'unknown' }),
  spanList.map((list): HolidayRule => ({ kind: 'spans', spans: list })),
);
const monthDay = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([month, day]) => `${`${month}`.padStart(2, '0')}-${`${day}`.padStart(2, '0')}`);
const season: fc.Arbitrary<Season> = fc
  .tuple(monthDay, monthDay, anyWeek)
  .map(([from, to, days]) => ({ from, to, week: days }));
const exception: fc.Arbitrary<Exception> = fc
  .tuple(fc.integer({ min: 2025, max: 2027 }), monthDay, monthDay, spanList)
  .map(([year, a, b, list]) => ({
    from: `${year}-${a < b ? a : b}` as DateText,
    to: `${year}-${a < b ? b : a}` as DateText,
    spans: list,
    reason: '装修',
  }));

export const anyHours: fc.Arbitrary<Hours> = fc.record({
  base,
  holidays,
  seasons: fc.array(season, { maxLength: 2 }),
  exceptions: fc.array(exception, { maxLength: 2 }),
  raw: fc.option(fc.string(), { nil: null }),
});

/** Any quarter of an hour, or a second beside one, from mid 2025 to late 2027. */
export const anyInstant: fc.Arbitrary<Instant> = fc
  .tuple(fc.integer({ min: 0, max: 80_000 }), fc.constantFrom(-1, 0, 1))
  .map(([quarter, second]) => (at('2025-07-01 00:00') + quarter * 900_000 + second * 1000) as Instant);
