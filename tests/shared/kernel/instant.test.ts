import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  dateText,
  dayOf,
  type Instant,
  instant,
  instantAt,
  isoText,
  minuteOf,
  parseDate,
  parseIso,
  weekdayOf,
} from '../../../shared/kernel/instant.ts';

function at(text: string): Instant {
  const parsed = parseIso(text);
  if (parsed === null) throw new Error(text);
  return parsed;
}

const instants = fc.integer({ min: Date.UTC(1995, 0, 1), max: Date.UTC(2099, 11, 31) }).map(instant);

describe('an instant', () => {
  it('has the day, minute and weekday of Shanghai, whatever zone it was written in', () => {
    for (const text of ['2026-11-26T23:45:00+08:00', '2026-11-26T15:45:00Z', '2026-11-26T10:45:00-05:00']) {
      expect(dateText(dayOf(at(text)))).toBe('2026-11-26');
      expect(minuteOf(at(text))).toBe(23 * 60 + 45);
      expect(weekdayOf(dayOf(at(text)))).toBe(3);
    }
    expect(dateText(dayOf(at('2026-11-26T16:00:00Z')))).toBe('2026-11-27');
    expect(minuteOf(at('2026-11-26T08:00:30+08:00'))).toBe(480.5);
  });

  it('is written with its offset, and read back to the second', () => {
    expect(isoText(at('2026-11-26T06:20:00Z'))).toBe('2026-11-26T14:20:00+08:00');
    fc.assert(
      fc.property(instants, (moment) => {
        expect(parseIso(isoText(moment))).toBe(moment - (moment % 1000));
      }),
    );
  });

  it('is its day and minute put together again', () => {
    fc.assert(
      fc.property(instants, (moment) => {
        expect(instantAt(dayOf(moment), minuteOf(moment))).toBeCloseTo(moment, 3);
        expect(minuteOf(moment)).toBeGreaterThanOrEqual(0);
        expect(minuteOf(moment)).toBeLessThan(1440);
      }),
    );
  });

  it('is nothing without an offset or with a date that does not exist', () => {
    for (const text of [
      '2026-11-26T14:20:00',
      '2026-11-26',
      '14:20',
      '',
      '2026-13-01T00:00:00Z',
      '2026-02-30T08:00:00+08:00',
      'now',
    ]) {
      expect(parseIso(text), text).toBe(null);
    }
  });
});

describe('a day', () => {
  it('is read and written as a date that exists', () => {
    const day = parseDate('2028-02-29');
    expect(day).not.toBe(null);
    if (day !== null) expect(dateText(addDays(day, 1))).toBe('2028-03-01');
    for (const text of ['2026-02-29', '2026-02-30', '2026-2-3', '20260203', '2026-00-10', '2026-11-31', '']) {
      expect(parseDate(text), text).toBe(null);
    }
  });

  it('has the weekday of its calendar, also before 1970', () => {
    for (const [text, weekday] of [
      ['2026-11-23', 0],
      ['2026-11-29', 6],
      ['1970-01-01', 3],
      ['1969-12-31', 2],
      ['1949-10-01', 5],
    ] as const) {
      const day = parseDate(text);
      expect(day === null ? null : weekdayOf(day), text).toBe(weekday);
    }
  });

  it('may begin a minute past its own midnight', () => {
    const day = parseDate('2026-11-26');
    if (day === null) throw new Error('a date');
    expect(isoText(instantAt(day, 26 * 60))).toBe('2026-11-27T02:00:00+08:00');
  });
});
