import fc from 'fast-check';
import openingHours from 'opening_hours';
import { expect, it } from 'vitest';
import { type Day, dateText, type Instant } from '../../../shared/kernel/instant.ts';
import { mergeCalendar } from '../../../shared/station/calendar.ts';
import type { DayRule, Hours, HoursBase, Span } from '../../../shared/station/hours.ts';
import { openAt } from '../../../shared/station/open.ts';
import { CALENDAR } from '../../fixtures/calendar.ts';
import { anyHours, anyInstant } from './hours-any.ts';
import { at, week, weekly } from './hours-make.ts';

const QUARTER = 900_000;
const EIGHT_HOURS = 8 * 3600_000;
type State = 'open' | 'closed' | 'unknown';

/** The model once more, by the definition alone: one minute, all that could be true of it. */
function slowState(hours: Hours, ms: number): State {
  const day = Math.floor((ms + EIGHT_HOURS) / 86_400_000);
  const minute = (ms + EIGHT_HOURS) / 60_000 - day * 1440;
  const views = [slowDay(hours, day, minute), slowDay(hours, day - 1, minute + 1440)];
  if (views.includes('open')) return 'open';
  return views.includes('unknown') ? 'unknown' : 'closed';
}

/** What the spans that begin on a day say about one of its minutes. */
function slowDay(hours: Hours, day: number, minute: number): State {
  const date = dateText(day as Day);
  const exception = hours.exceptions.filter((each) => each.from <= date && date <= each.to).pop();
  if (exception !== undefined) return inside(exception.spans, minute) ? 'open' : 'closed';
  const seen = new Set(slowRules(hours, day).map((each) => ruleState(each, minute)));
  const [only] = seen;
  return seen.size === 1 && only !== undefined ? only : 'unknown';
}

function slowRules(hours: Hours, day: number): DayRule[] {
  const date = dateText(day as Day);
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay() === 0 ? 6 : new Date(`${date}T00:00:00Z`).getUTCDay() - 1;
  const season = hours.seasons
    .filter(({ from, to }) => {
      const monthDay = date.slice(5);
      return from <= to ? monthDay >= from && monthDay <= to : monthDay >= from || monthDay <= to;
    })
    .pop();
  const base: HoursBase = season === undefined ? hours.base : { kind: 'weekly', week: season.week };
  const on = (which: number): DayRule => {
    if (base.kind === 'always') return { kind: 'spans', spans: [[0, 1440]] };
    return base.kind === 'unknown' ? { kind: 'unknown' } : (base.week[which] ?? { kind: 'unknown' });
  };
  const weekend = on(weekday === 5 ? 5 : 6);
  const onHoliday: DayRule[] = {
    same: [on(weekday)],
    unknown: [on(weekday), weekend],
    closed: [{ kind: 'spans' as const, spans: [] }],
    'as-weekend': [weekend],
    spans: [{ kind: 'spans' as const, spans: hours.holidays.kind === 'spans' ? hours.holidays.spans : [] }],
  }[hours.holidays.kind];
  const holiday = CALENDAR.years.some((year) => year.holidays.some(({ from, to }) => from <= date && date <= to));
  if (holiday) return onHoliday;
  const workday = CALENDAR.years.flatMap((year) => year.workdays).find((each) => each.date === date);
  if (workday !== undefined) return [on(workday.standsFor)];
  const near = CALENDAR.statutory.some((each) => Math.abs(Date.parse(each.date) / 86_400_000 - day) <= 10);
  if (date <= CALENDAR.coveredUntil || !near || hours.holidays.kind === 'same') return [on(weekday)];
  return [on(weekday), ...onHoliday, ...(weekday >= 5 ? [0, 1, 2, 3, 4].map(on) : [])];
}

function ruleState(rule: DayRule, minute: number): State {
  if (rule.kind === 'unknown') return minute < 1440 ? 'unknown' : 'closed';
  return inside(rule.spans, minute) ? 'open' : 'closed';
}

function inside(spans: readonly Span[], minute: number): boolean {
  return spans.some(([from, to]) => from <= minute && minute < to);
}

it('agrees with the model evaluated minute by minute', () => {
  fc.assert(
    fc.property(anyHours, anyInstant, (hours, when) => {
      const answer = openAt(hours, when, CALENDAR);
      expect(answer.state).toBe(slowState(hours, when));
    }),
    { numRuns: 1000 },
  );
});

it('names the first moment at which the answer changes', () => {
  fc.assert(
    fc.property(anyHours, anyInstant, (hours, when) => {
      const answer = openAt(hours, when, CALENDAR);
      let ms = Math.floor(when / QUARTER) * QUARTER + QUARTER;
      const sight = when + 8 * 86_400_000;
      while (ms <= sight && slowState(hours, ms) === answer.state) ms += QUARTER;
      const then = ms > sight ? null : slowState(hours, ms);
      if (answer.state === 'open') expect(answer.until).toBe(then === null ? null : ms);
      else if (then === null) expect(changeOf(answer) ?? Number.POSITIVE_INFINITY).toBeGreaterThan(sight);
      else if (answer.state === 'unknown') expect(answer.knownFrom).toBe(ms);
      else expect(answer.opensAt).toBe(then === 'open' ? ms : null);
    }),
    { numRuns: 120 },
  );
});

function changeOf(answer: ReturnType<typeof openAt>): number | null {
  if (answer.state === 'open') return answer.until;
  return answer.state === 'closed' ? answer.opensAt : answer.knownFrom;
}

/** The oracle knows no make-up workdays of China. */
const NO_CALENDAR = mergeCalendar([], []);
const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const clock = (minute: number) =>
  `${`${Math.floor(minute / 60)}`.padStart(2, '0')}:${`${minute % 60}`.padStart(2, '0')}`;

it('agrees with opening_hours on weekly spans, midday breaks and nights', () => {
  const span = fc
    .tuple(fc.integer({ min: 0, max: 47 }), fc.integer({ min: 1, max: 24 }))
    .map(([from, length]): Span => [from * 30, from * 30 + length * 30]);
  const dayRule = fc.array(span, { maxLength: 2 }).map((spans): DayRule => ({ kind: 'spans', spans }));
  const days = fc.tuple(dayRule, dayRule, dayRule, dayRule, dayRule, dayRule, dayRule);
  fc.assert(
    fc.property(days, anyInstant, (week, when) => {
      const text = week
        .map((each, i) => {
          if (each.kind === 'unknown' || each.spans.length === 0) return null;
          return `${DAYS[i]} ${each.spans.map(([from, to]) => `${clock(from)}-${clock(to > 1440 ? to - 1440 : to)}`).join(',')}`;
        })
        .filter((each) => each !== null)
        .join(', ');
      const expected = text === '' ? false : new openingHours(text, null).getState(asLocal(when));
      expect(openAt(weekly(week), when, NO_CALENDAR).state).toBe(expected ? 'open' : 'closed');
    }),
    { numRuns: 150 },
  );
});

/** The oracle reads a Date in the machine's zone, so give it the wall clock of Shanghai. */
function asLocal(when: Instant): Date {
  const wall = new Date(when + EIGHT_HOURS);
  return new Date(
    wall.getUTCFullYear(),
    wall.getUTCMonth(),
    wall.getUTCDate(),
    wall.getUTCHours(),
    wall.getUTCMinutes(),
    wall.getUTCSeconds(),
  );
}

it('answers thousands of times in a moment', () => {
  const hours = weekly(week('8:00-12:00,13:30-17:30'));
  let open = 0;
  for (let i = 0; i < 5000; i++) {
    const when = (at('2026-01-01 00:00') + i * 37 * 60_000) as Instant;
    if (openAt(hours, when, CALENDAR).state === 'open') open++;
  }
  expect(open).toBeGreaterThan(1000);
});
