import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import chineseDays from 'chinese-days';
import { describe, expect, it } from 'vitest';
import { loadCalendar } from '../../server/feature/calendar/read.ts';
import { dataRoot } from '../../server/feature/regions/read.ts';
import { addDays, dateText, parseDate, weekdayOf } from '../../shared/kernel/instant.ts';

const { years, statutory } = loadCalendar();
const day = (text: string) => parseDate(text) ?? parseDate('1970-01-01') ?? expect.fail(text);

describe('the holiday calendar', () => {
  it('covers 2024 to 2026', () => {
    expect(years.map(({ year }) => year)).toEqual([2024, 2025, 2026]);
    expect(JSON.parse(readFileSync(join(dataRoot(), 'calendar/statutory.json'), 'utf8')).coveredUntil).toBe(
      '2026-12-31',
    );
  });

  it('agrees with chinese-days on every day of the three years', () => {
    const off = new Set<string>();
    const worked = new Set(years.flatMap(({ workdays }) => workdays.map(({ date }) => date as string)));
    for (const { from, to } of years.flatMap(({ holidays }) => holidays)) {
      for (let at = day(from); at <= day(to); at = addDays(at, 1)) off.add(dateText(at));
    }
    let seen = 0;
    for (let at = day('2024-01-01'); at <= day('2026-12-31'); at = addDays(at, 1)) {
      const text = dateText(at);
      const works = worked.has(text) || (weekdayOf(at) < 5 && !off.has(text));
      expect(works, text).toBe(chineseDays.isWorkday(text));
      seen++;
    }
    expect(seen).toBe(1096);
  });

  it('lets every make-up workday stand for a weekday that is off in its own run of days', () => {
    for (const { workdays, holidays } of years) {
      expect(workdays.length).toBeGreaterThan(4);
      for (const { date, standsFor } of workdays) {
        expect(weekdayOf(day(date)), date).toBeGreaterThan(4);
        const near = holidays.filter(
          ({ from, to }) => day(date) >= addDays(day(from), -14) && day(date) <= addDays(day(to), 14),
        );
        const weekdays = near.flatMap(({ from, to }) =>
          Array.from({ length: day(to) - day(from) + 1 }, (_, i) => weekdayOf(addDays(day(from), i))),
        );
        expect(weekdays, date).toContain(standsFor);
      }
    }
  });

  it('knows the thirteen statutory days of 2027, lunar ones by the almanac', () => {
    expect(statutory.length).toBe(13);
    expect(statutory.every(({ date }) => date.startsWith('2027-'))).toBe(true);
    const lunar = (date: string) => chineseDays.getLunarDate(date);
    expect(lunar('2027-02-06')).toMatchObject({ lunarMon: 1, lunarDay: 1 });
    expect(lunar(statutory.find(({ name }) => name === '端午节')?.date ?? '')).toMatchObject({
      lunarMon: 5,
      lunarDay: 5,
    });
    expect(lunar(statutory.find(({ name }) => name === '中秋节')?.date ?? '')).toMatchObject({
      lunarMon: 8,
      lunarDay: 15,
    });
    expect(statutory.filter(({ name }) => name === '春节').map(({ date }) => date)[1]).toBe('2027-02-06');
  });
});
