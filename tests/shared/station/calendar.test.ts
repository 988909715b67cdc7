import { isHoliday, isWorkday } from 'chinese-days';
import { describe, expect, it } from 'vitest';
import { addDays, type DateText, type Day, dateText, parseDate, weekdayOf } from '../../../shared/kernel/instant.ts';
import { type CalendarYear, dayKind, mergeCalendar } from '../../../shared/station/calendar.ts';
import { checkCalendarYear } from '../../../shared/station/hours-calendar-check.ts';
import { CALENDAR, YEAR_2024, YEAR_2025, YEAR_2026 } from '../../fixtures/calendar.ts';

function day(text: string): Day {
  const found = parseDate(text);
  if (found === null) throw new Error(text);
  return found;
}

describe('what a day is', () => {
  it('agrees with chinese-days on every day of 2024–2026', () => {
    let days = 0;
    for (let each = day('2024-01-01'); each <= day('2026-12-31'); each = addDays(each, 1)) {
      const date = dateText(each);
      const kind = dayKind(each, CALENDAR).kind;
      const works = kind === 'make-up' || (kind === 'normal' && weekdayOf(each) < 5);
      expect({ date, works, off: !works }).toEqual({ date, works: isWorkday(date), off: isHoliday(date) });
      days++;
    }
    expect(days).toBe(1096);
  });

  it('names holidays and the weekday a make-up workday stands for', () => {
    expect(dayKind(day('2026-10-01'), CALENDAR)).toMatchObject({ kind: 'holiday', name: '国庆' });
    expect(dayKind(day('2026-10-10'), CALENDAR)).toMatchObject({ kind: 'make-up', standsFor: 2 });
    expect(dayKind(day('2026-11-26'), CALENDAR)).toMatchObject({ kind: 'normal', uncertain: false, covered: true });
  });

  it('is uncertain ten days around a statutory day that is not covered, and only there', () => {
    const uncertain = (date: string) => dayKind(day(date), CALENDAR);
    for (const date of ['2027-01-01', '2027-01-11', '2027-01-27', '2027-02-06', '2027-02-16']) {
      expect(uncertain(date), date).toMatchObject({ kind: 'normal', uncertain: true, covered: false });
    }
    for (const date of ['2027-01-12', '2027-01-26', '2027-02-17']) {
      expect(uncertain(date), date).toMatchObject({ kind: 'normal', uncertain: false, covered: false });
    }
    expect(uncertain('2026-12-31')).toMatchObject({ uncertain: false, covered: true });
  });
});

describe('merging years', () => {
  it('covers to the end of the last year without a gap before it', () => {
    expect(mergeCalendar([YEAR_2026, YEAR_2024, YEAR_2025], []).coveredUntil).toBe('2026-12-31');
    expect(mergeCalendar([YEAR_2026, YEAR_2024], []).coveredUntil).toBe('2024-12-31');
    expect(mergeCalendar([], []).coveredUntil).toBe('1970-01-01');
  });

  it('takes the later of two notices for one year and leaves out covered statutory days', () => {
    const amended: CalendarYear = { ...YEAR_2026, workdays: [] };
    const statutory = [
      { name: '国庆', date: '2027-10-01' as DateText },
      { name: '元旦', date: '2026-01-01' as DateText },
    ];
    const calendar = mergeCalendar([YEAR_2026, amended], statutory);
    expect(calendar.years).toEqual([amended]);
    expect(calendar.statutory.map(({ date }) => date)).toEqual(['2027-10-01']);
  });
});

describe("checking a year's file", () => {
  const refused = (value: unknown) => {
    const result = checkCalendarYear(value);
    return result.ok ? 'taken' : `${result.refusal.kind} ${'field' in result.refusal ? result.refusal.field : ''}`;
  };
  const run = { name: '元旦', from: '2027-01-01', to: '2027-01-03' };
  const good = { year: 2027, holidays: [run], workdays: [{ date: '2027-01-09', standsFor: 4 }] };

  it('takes the notices of three years as they are', () => {
    for (const year of [YEAR_2024, YEAR_2025, YEAR_2026]) {
      expect(checkCalendarYear(JSON.parse(JSON.stringify(year)))).toEqual({ ok: true, value: year });
    }
    expect(refused(good)).toBe('taken');
    expect(refused({ ...good, holidays: [{ ...run, from: '2026-12-30' }] })).toBe('taken');
  });

  it('refuses what is no year, naming the field', () => {
    expect(refused([])).toBe('field-type calendar');
    expect(refused({ ...good, year: '2027' })).toBe('field-type year');
    expect(refused({ ...good, year: 27 })).toBe('field-range year');
    expect(refused({ ...good, holidays: [] })).toBe('field-required holidays');
    expect(refused({ ...good, holidays: [{ ...run, name: ' ' }] })).toBe('field-required holidays.0.name');
    expect(refused({ ...good, holidays: [{ ...run, to: '2027-02-30' }] })).toBe('field-format holidays.0.to');
    expect(refused({ ...good, holidays: [{ ...run, to: '2026-12-31' }] })).toBe('field-format holidays.0.to');
    expect(refused({ ...good, holidays: [{ ...run, from: '2028-01-01' }] })).toBe('field-format holidays.0.from');
    expect(refused({ ...good, holidays: [run, run] })).toBe('field-format holidays.1.from');
    expect(refused({ ...good, workdays: {} })).toBe('field-type workdays');
    expect(refused({ ...good, workdays: [{ date: '2027-01-08', standsFor: 4 }] })).toBe('field-format workdays.0.date');
    expect(refused({ ...good, workdays: [{ date: '2027-01-03', standsFor: 4 }] })).toBe('field-format workdays.0.date');
    expect(refused({ ...good, workdays: [{ date: '2027-01-09', standsFor: 5 }] })).toBe(
      'field-range workdays.0.standsFor',
    );
    expect(refused({ ...good, weekends: [] })).toBe('field-choice weekends');
  });
});
