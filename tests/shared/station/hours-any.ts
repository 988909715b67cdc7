import fc from 'fast-check';
import type { DateText, Instant } from '../../../shared/kernel/instant.ts';
import type {
  DayRule,
  Exception,
  HolidayRule,
  Hours,
  HoursBase,
  Season,
  Span,
  Week,
} from '../../../shared/station/hours.ts';
import { at } from './hours-make.ts';

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
