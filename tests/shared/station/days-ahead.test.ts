import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  type DateText,
  type Day,
  dateText,
  dayOf,
  instantAt,
  parseDate,
} from '../../../shared/kernel/instant.ts';
import { type Calendar, dayKind, mergeCalendar } from '../../../shared/station/calendar.ts';
import { type DaysAhead, daysAhead, specialDay, TOLD_DAYS } from '../../../shared/station/days-ahead.ts';
import type { Hours, Span } from '../../../shared/station/hours.ts';
import { dayPlan } from '../../../shared/station/hours-day.ts';
import { openAt } from '../../../shared/station/open.ts';
import { nextSeason } from '../../../shared/station/season-text.ts';
import { weekText } from '../../../shared/station/week-text.ts';
import { CALENDAR } from '../../fixtures/calendar.ts';
import { anyHours, anyInstant } from './hours-any.ts';
import { spans, week, weekly } from './hours-make.ts';

const day = (text: string): Day => {
  const found = parseDate(text);
  if (found === null) throw new Error(text);
  return found;
};
const texts = (hours: Hours, today: string) => daysAhead(hours, day(today), CALENDAR).map(({ text }) => text);
const office = weekly(week('9:00-17:00', ''), { holidays: { kind: 'closed' } });
const DATE = (text: string): DateText => text as DateText;

describe('the sentences about coming days', () => {
  it('names a holiday whole, also from its middle, and the make-up days around it', () => {
    const told = ['4月28日', '劳动节'];
    expect(texts(office, '2026-04-20')).toEqual([
      '5月1日至5日劳动节：关闭。',
      '5月9日（周六）调休上班：照平日（周二），9:00–17:00。',
      '6月19日至21日端午：关闭。',
    ]);
    expect(texts(office, '2026-05-03')[0]).toBe('5月1日至5日劳动节：关闭。');
    expect(texts(office, '2026-05-06').join()).not.toContain(told[1]);
  });

  it('splits a holiday where a dated change begins, and lets the change speak', () => {
    const exceptions = [{ from: DATE('2026-05-03'), to: DATE('2026-05-10'), spans: spans('10:00-12:00'), reason: '' }];
    expect(texts({ ...office, exceptions }, '2026-04-25')).toEqual([
      '5月1日至2日劳动节：关闭。',
      '5月3日至10日：10:00–12:00。',
      '6月19日至21日端午：关闭。',
    ]);
  });

  it('does not split a closed holiday at a Sunday that is closed anyway', () => {
    expect(texts(weekly(week('9:00-17:00', '9:00-17:00', ''), { holidays: { kind: 'closed' } }), '2026-12-25')).toEqual(
      [],
    );
    expect(texts(weekly(week('9:00-17:00', '9:00-17:00', ''), { holidays: { kind: 'closed' } }), '2026-06-15')[0]).toBe(
      '6月19日至21日端午：关闭。',
    );
  });

  it('says that nothing was written about holidays, more mildly where the week is the same anyway', () => {
    const unsaid = { holidays: { kind: 'unknown' } as const };
    expect(texts(weekly(week('9:00-17:00'), unsaid), '2026-04-25')[0]).toBe(
      '5月1日至5日劳动节：多半照常，没写节假日开不开。',
    );
    expect(texts(weekly(week('9:00-17:00', ''), unsaid), '2026-04-25')[0]).toBe(
      '5月1日至5日劳动节：没写开不开，先打电话问问。',
    );
  });
});

describe('today in the week', () => {
  const row = (hours: Hours, today: string) => weekText(hours, day(today), CALENDAR).rows.find((one) => one.today);
  it('shows what holds today, with its reason', () => {
    expect(row(office, '2026-05-01')).toMatchObject({
      label: '今天周五',
      text: '不开',
      closed: true,
      special: '劳动节',
    });
    expect(row(office, '2026-10-10')).toMatchObject({ label: '今天周六', text: '9:00–17:00', special: '调休上班' });
    expect(row(office, '2026-05-07')).toMatchObject({ text: '9:00–17:00', special: null });
    expect(row({ ...office, holidays: { kind: 'unknown' } }, '2026-05-01')).toMatchObject({ text: '没写开不开' });
  });
});

describe('the season in force', () => {
  const seasonal = weekly(week('8:30-17:30'), {
    seasons: [
      { from: '06-01', to: '09-30', week: week('8:00-18:30') },
      { from: '11-15', to: '03-15', week: week('9:00-17:00') },
    ],
  });
  const text = (today: string) => nextSeason(seasonal, day(today))?.text;
  it('says until when, and what comes', () => {
    expect(text('2026-07-01')).toBe('夏季时间到9月30日，10月1日起：每天 8:30–17:30。');
    expect(text('2026-10-20')).toBe('这个时间用到11月14日，11月15日起是冬季时间：每天 9:00–17:00。');
    expect(text('2026-12-31')).toBe('冬季时间到3月15日，3月16日起：每天 8:30–17:30。');
    expect(nextSeason(office, day('2026-07-01'))).toBe(null);
  });

  it('claims what openAt answers: this week until its last day, the next one from the day after', () => {
    fc.assert(
      fc.property(anyHours, anyInstant, (any, at) => {
        const hours: Hours = { ...any, holidays: { kind: 'same' }, exceptions: [] };
        const today = dayOf(at);
        const change = nextSeason(hours, today);
        const frozen: Hours = { ...hours, seasons: [], base: hours.base };
        if (change === null) return;
        const after = addDays(change.last, 2);
        const next: Hours = { ...frozen, base: change.next };
        for (let hour = 0; hour < 24; hour++) {
          // Two days on the night before lies within the new season as well, unless that lasts one day.
          if (nextSeason(hours, addDays(change.last, 1))?.last === addDays(change.last, 1)) return;
          const then = instantAt(after, hour * 60);
          expect(openAt(hours, then, NO_DAYS_OFF).state).toBe(openAt(next, then, NO_DAYS_OFF).state);
        }
      }),
      { numRuns: 150 },
    );
  });
});

/** Every day is a day like any other. */
const NO_DAYS_OFF: Calendar = mergeCalendar(
  [2025, 2026, 2027, 2028].map((year) => ({ year, holidays: [], workdays: [] })),
  [],
);

describe('what a sentence claims is what openAt answers on those days', () => {
  it('all day long, on the first days it names and on the last', () => {
    let checked = 0;
    fc.assert(
      fc.property(anyHours, anyInstant, (hours, at) => {
        const today = dayOf(at);
        for (const told of daysAhead(hours, today, CALENDAR)) {
          checked += 1;
          const claim = readClaim(told);
          for (const each of daysOf(told)) expectClaim(hours, each, claim);
        }
      }),
      { numRuns: 100 },
    );
    expect(checked).toBeGreaterThan(30);
  });

  it('and a day no sentence names follows its row of the week', () => {
    fc.assert(
      fc.property(anyHours, anyInstant, (hours, at) => {
        const today = dayOf(at);
        const all = daysAhead(hours, today, CALENDAR);
        for (let each = today; each <= today + TOLD_DAYS; each = addDays(each, 7)) {
          const named = all.some(({ first, last }) => first <= each && each <= last);
          const certain = dayKind(each, CALENDAR).kind !== 'normal' || dayKind(each, CALENDAR).covered;
          if (!named && certain && hours.base.kind !== 'unknown') expectClaim(hours, each, 'usual');
          if (!named) expect(specialDay(hours, each, CALENDAR)).toBe(null);
        }
      }),
      { numRuns: 100 },
    );
  });
});

type Read = readonly Span[] | 'usual' | 'unsaid' | 'unknown';

/** Reads the sentence back as a person would. */
function readClaim({ text }: DaysAhead): Read {
  const said = /：(?:照平日（周.），)?(.*?)(?:（装修）)?。$/.exec(text)?.[1] ?? '';
  if (said === '照常') return 'usual';
  if (said === '时间没写') return 'unknown';
  if (/没写/.test(said)) return 'unsaid';
  if (said === '关闭' || said === '不开') return [];
  return said.split('，').map(readSpan);
}

function readSpan(text: string): Span {
  if (text === '24 小时') return [0, 1440];
  const [from, to] = text.split('–').map(readClock);
  if (from === undefined || to === undefined || Number.isNaN(from) || Number.isNaN(to)) throw new Error(text);
  return [from, to];
}

function readClock(text: string): number {
  const [hour, minute] = text.replace('次日 ', '').split(':').map(Number);
  return (hour ?? Number.NaN) * 60 + (minute ?? Number.NaN) + (text.startsWith('次日') ? 1440 : 0);
}

/** A long closure is the same day over and over: its first three days and its last. */
function daysOf({ first, last }: DaysAhead): readonly Day[] {
  const days = [0, 1, 2].map((ahead) => addDays(first, ahead)).filter((each) => each < last);
  return [...days, last];
}

/** The row of the week alone: no holidays, no dated changes. */
function plain(hours: Hours): Hours {
  return { ...hours, holidays: { kind: 'same' }, exceptions: [] };
}

function expectClaim(hours: Hours, each: Day, claim: Read): void {
  const before = dayPlan(hours, addDays(each, -1), CALENDAR);
  const spill = Math.max(0, ...[...before.open, ...before.maybe].map(([, to]) => to - 1440));
  const own = dayPlan(plain(hours), each, NO_DAYS_OFF);
  const wrong: string[] = [];
  // Another phase on each day, so that every quarter of an hour is met.
  for (let minute = (each % 5) * 15; minute < 1440; minute += 75) {
    if (minute < spill || claim === 'unsaid') continue;
    const expected = Array.isArray(claim)
      ? stateOf(claim, [], minute)
      : claim === 'unknown'
        ? 'unknown'
        : stateOf(own.open, own.maybe, minute);
    const { state } = openAt(hours, instantAt(each, minute), CALENDAR);
    if (state !== expected) wrong.push(`${dateText(each)} ${minute}: ${state}, told ${expected}`);
  }
  expect(wrong).toEqual([]);
  if (claim === 'unsaid') expect(dayPlan(hours, each, CALENDAR).doubt).toBe('holiday');
}

function stateOf(open: readonly Span[], maybe: readonly Span[], minute: number): 'open' | 'closed' | 'unknown' {
  const inside = ([from, to]: Span) => from <= minute && minute < to;
  if (open.some(inside)) return 'open';
  return maybe.some(inside) ? 'unknown' : 'closed';
}
