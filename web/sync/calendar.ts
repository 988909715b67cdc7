import { isText, listOf, shapeOf } from '../../shared/feed/guard.ts';
import { type DateText, parseDate } from '../../shared/kernel/instant.ts';
import type { Calendar, CalendarYear } from '../../shared/station/calendar.ts';
import { checkCalendarYear } from '../../shared/station/hours-calendar-check.ts';

const isDate = (value: unknown): value is DateText => isText(value) && parseDate(value) !== null;
const isAny = (value: unknown): value is unknown => value !== undefined;
const isStatutory = listOf(shapeOf({ name: isText, date: isDate }));
const isReply = shapeOf({ years: listOf(isAny), coveredUntil: isDate, statutory: isStatutory });

/** The answer of `/api/v1/calendar`; null when it is none, and the one we have stays. */
export function readCalendar(value: unknown): Calendar | null {
  if (!isReply(value)) return null;
  const years: CalendarYear[] = [];
  for (const each of value.years) {
    const year = checkCalendarYear(each);
    if (!year.ok) return null;
    years.push(year.value);
  }
  return { years, coveredUntil: value.coveredUntil, statutory: value.statutory };
}
