import { addDays, DAY_MINUTES, type Day, weekdayOf } from '../kernel/instant.ts';
import { type Calendar, dayKind } from '../station/calendar.ts';
import type { Hours, Span } from '../station/hours.ts';
import { type DayPlan, dayPlan } from '../station/hours-day.ts';
import { firstDayOf, lastDayOf, type Period } from './period.ts';

/** Hours of a week, Monday 0:00 first. */
export const WEEK_HOURS = 168;
/** An hour is judged in its middle: most doors open and shut on the hour or half an hour from it. */
const MIDDLE = 30;

export const CLOSED = 0;
export const OPEN = 1;
export const UNKNOWN = 2;
/** `CLOSED`, `OPEN` or `UNKNOWN` for each of the 168 hours. */
export type WeekOpen = Uint8Array;

/** What `openAt` says in the middle of each hour of the week that begins on `monday`. */
export function weekOpen(hours: Hours, monday: Day, calendar: Calendar): WeekOpen {
  const plans = Array.from({ length: 8 }, (_, i) => dayPlan(hours, addDays(monday, i - 1), calendar));
  const week = new Uint8Array(WEEK_HOURS);
  for (let hour = 0; hour < WEEK_HOURS; hour++) {
    const day = Math.floor(hour / 24);
    const minute = (hour % 24) * 60 + MIDDLE;
    week[hour] = stateAt(plans[day + 1], plans[day], minute);
  }
  return week;
}

function stateAt(today: DayPlan | undefined, before: DayPlan | undefined, minute: number): number {
  if (today === undefined || before === undefined) return CLOSED;
  if (covers(today.open, minute) || covers(before.open, minute + DAY_MINUTES)) return OPEN;
  return covers(today.maybe, minute) || covers(before.maybe, minute + DAY_MINUTES) ? UNKNOWN : CLOSED;
}

function covers(spans: readonly Span[], minute: number): boolean {
  return spans.some(([from, to]) => from <= minute && minute < to);
}

/**
 * The Monday of the week a period is judged by: its last whole week, up to `until`, without a public holiday or a make-up
 * workday; where each has one, its last whole week; where it has none at all, the last week that began in or before it.
 */
export function typicalMonday(period: Period, until: Day, calendar: Calendar): Day {
  const end = Math.min(lastDayOf(period), until);
  const last = mondayOf(addDays(firstDayOf(period), end - firstDayOf(period) - 6));
  for (let monday = last; monday >= firstDayOf(period); monday = addDays(monday, -7)) {
    if (isPlain(monday, calendar)) return monday;
  }
  return last;
}

function mondayOf(day: Day): Day {
  return addDays(day, -weekdayOf(day));
}

function isPlain(monday: Day, calendar: Calendar): boolean {
  return [0, 1, 2, 3, 4, 5, 6].every((i) => dayKind(addDays(monday, i), calendar).kind === 'normal');
}
