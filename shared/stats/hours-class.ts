import type { DayRule, Hours, Week } from '../station/hours.ts';

/** Order is kept: only ever append. */
export const HOURS_CLASSES = ['unknown', 'office', 'extended', 'always'] as const;
/**
 * A pure function of the hours of an ordinary week, so that it never moves with the calendar:
 * - `always`: 24 hours on every day;
 * - `extended`: on some day open before 07:00 or after 19:00, or open on a Saturday or Sunday;
 * - `office`: any other known week;
 * - `unknown`: nobody wrote them down, or for some day not.
 */
export type HoursClass = (typeof HOURS_CLASSES)[number];

const DAY = 1440;
const EARLY = 7 * 60;
const LATE = 19 * 60;

export function hoursClass(hours: Hours): HoursClass {
  const known = KNOWN.get(hours);
  if (known !== undefined) return known;
  const found = classOf(hours);
  KNOWN.set(hours, found);
  return found;
}

/** Thousands of stations share one object of hours. */
const KNOWN = new WeakMap<Hours, HoursClass>();

function classOf({ base }: Hours): HoursClass {
  if (base.kind === 'always') return 'always';
  if (base.kind === 'unknown' || base.week.some((rule) => rule.kind === 'unknown')) return 'unknown';
  if (base.week.every((rule) => minutesOf(rule) >= DAY)) return 'always';
  return isExtended(base.week) ? 'extended' : 'office';
}

/** Open at night, early or on the weekend. */
function isExtended(week: Week): boolean {
  const beyond = week.some((rule) => spansOf(rule).some(([from, to]) => from < EARLY || to > LATE));
  return beyond || week.slice(5).some((rule) => spansOf(rule).length > 0);
}

function minutesOf(rule: DayRule): number {
  return spansOf(rule).reduce((sum, [from, to]) => sum + to - from, 0);
}

function spansOf(rule: DayRule) {
  return rule.kind === 'spans' ? rule.spans : [];
}
