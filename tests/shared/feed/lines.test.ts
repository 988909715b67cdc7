import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accessOfText, accessText } from '../../../shared/feed/access-text.ts';
import { hoursOfText, hoursText } from '../../../shared/feed/hours-text.ts';
import { restOfText, restText } from '../../../shared/feed/rest-text.ts';
import { addDays, type Day, dateText } from '../../../shared/kernel/instant.ts';
import type { DayRule, HolidayRule, Hours, HoursBase, Span, Week } from '../../../shared/station/hours.ts';
import { ACCESS_MODES, type Access, ENTRANTS } from '../../../shared/station/station.ts';
import { makeStations } from '../../fixtures/packs/make.ts';

const anySpan = fc
  .tuple(fc.nat(1439), fc.integer({ min: 1, max: 1440 }))
  .map(([from, long]): Span => [from, from + long]);
const anySpans = fc.array(anySpan, { maxLength: 3 });
const anyRule: fc.Arbitrary<DayRule> = fc.oneof(
  anySpans.map((spans) => ({ kind: 'spans' as const, spans })),
  fc.constant({ kind: 'unknown' as const }),
);
const anyWeek: fc.Arbitrary<Week> = fc.tuple(anyRule, anyRule, anyRule, anyRule, anyRule, anyRule, anyRule);
const anyBase: fc.Arbitrary<HoursBase> = fc.oneof(
  fc.constant({ kind: 'always' as const }),
  fc.constant({ kind: 'unknown' as const }),
  anyWeek.map((week) => ({ kind: 'weekly' as const, week })),
);
const anyHolidays: fc.Arbitrary<HolidayRule> = fc.oneof(
  fc.constantFrom<HolidayRule>({ kind: 'same' }, { kind: 'unknown' }, { kind: 'closed' }, { kind: 'as-weekend' }),
  anySpans.map((spans) => ({ kind: 'spans' as const, spans })),
);
const anyDate = fc.nat(40_000).map((day) => dateText(addDays(0 as Day, day)));
const anyMonthDay = anyDate.map((date) => date.slice(5));
const anyHours: fc.Arbitrary<Hours> = fc.record({
  base: anyBase,
  holidays: anyHolidays,
  seasons: fc.array(fc.record({ from: anyMonthDay, to: anyMonthDay, week: anyWeek }), { maxLength: 2 }),
  exceptions: fc.array(fc.record({ from: anyDate, to: anyDate, spans: anySpans, reason: fc.string() }), {
    maxLength: 2,
  }),
  raw: fc.constant(null),
});

describe('an hours line', () => {
  it('gives back the hours it was made of', () => {
    fc.assert(
      fc.property(anyHours, (hours) => {
        expect(hoursOfText(hoursText(hours))).toEqual(hours);
      }),
      { numRuns: 300 },
    );
  });

  it('is short for what is usual', () => {
    const day: DayRule = {
      kind: 'spans',
      spans: [
        [480, 720],
        [810, 1080],
      ],
    };
    const off: DayRule = { kind: 'spans', spans: [] };
    const week: Week = [day, day, day, day, day, off, off];
    const base = { kind: 'weekly', week } as const;
    const hours: Hours = { base, holidays: { kind: 'same' }, seasons: [], exceptions: [], raw: '早8点' };
    expect(hoursText(hours)).toBe('["W5*480-720,810-1080;2*"]');
  });

  it.each([
    '',
    'A',
    '[]',
    '["X"]',
    '["W480-1080"]',
    '["W7*480-400"]',
    '["W7*1440-1500"]',
    '["A","s",[],[],null]',
    '["A","s",[["13-01","02-01","7*"]]]',
    '["A","s",[],[["2026-02-30","2026-03-01","",""]]]',
    '{"0":"A"}',
  ])('is refused when it is %s', (line) => {
    expect(hoursOfText(line)).toBeNull();
  });
});

const anyAccess: fc.Arbitrary<Access> = fc.record({
  modes: fc.array(fc.constantFrom(...ACCESS_MODES), { maxLength: 4 }),
  needsApp: fc.option(fc.boolean()),
  whoMayEnter: fc.array(fc.constantFrom(...ENTRANTS), { maxLength: 4 }),
  free: fc.option(fc.boolean()),
  feeNote: fc.option(fc.string({ unit: 'grapheme' })),
});

describe('an access line', () => {
  it('gives back the access it was made of', () => {
    fc.assert(
      fc.property(anyAccess, (access) => {
        expect(accessOfText(accessText(access))).toEqual(access);
      }),
      { numRuns: 300 },
    );
  });

  it.each(['', '0,1,a', '9,1,a,1', '0,2,a,1', '0,1,z,1', '[]'])('is refused when it is %s', (line) => {
    expect(accessOfText(line)).toBeNull();
  });
});

describe('a line of the rest', () => {
  it('leaves out what is usual and refuses what is no such line', () => {
    for (const row of makeStations(100, 2).filter(({ honours }) => honours.length === 0)) {
      const rest = restOfText(restText(row));
      expect(rest?.union).toBe(row.union);
      expect(restText(row)).not.toMatch(/":null|":\[\]/);
    }
    for (const line of [
      '',
      '[]',
      'null',
      '{}',
      '{"union":7}',
      '{"union":"x","stars":"five"}',
      '{"union":"x","notes":{"pool":["",null]}}',
    ])
      expect(restOfText(line), line).toBeNull();
  });
});
