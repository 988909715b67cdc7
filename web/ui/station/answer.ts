import { dateText, dayOf, type Instant, instant } from '../../../shared/kernel/instant.ts';
import type { Calendar } from '../../../shared/station/calendar.ts';
import type { Hours } from '../../../shared/station/hours.ts';
import { type OpenAnswer, type OpenFacts, openAt, stationOpen } from '../../../shared/station/open.ts';
import { SETTING_DEFAULTS } from '../../../shared/station/settings.ts';
import { OPENABLE, type Status } from '../../../shared/station/station.ts';
import { judge, type Verdict } from './judge.ts';

/** Until a calendar has arrived no day counts as announced, so nothing is claimed about holidays. */
export const NO_CALENDAR: Calendar = { years: [], coveredUntil: dateText(dayOf(instant(0))), statutory: [] };

export type When = { readonly now: Instant; readonly calendar: Calendar | null };

/** By hours and status alone, before any distance is known; asked once per distinct pair, not per station. */
export function doorState({ hours, status }: { hours: Hours; status: Status }, when: When): OpenAnswer['state'] {
  if (!OPENABLE.includes(status)) return 'closed';
  return openAt(hours, when.now, when.calendar ?? NO_CALENDAR).state;
}

export function openFor(station: OpenFacts, { now, calendar }: When) {
  return stationOpen(station, now, { calendar: calendar ?? NO_CALENDAR, settings: SETTING_DEFAULTS });
}

/** What a person `distance` metres away is told; null distance judges the door alone. */
export function verdictOf(station: OpenFacts, when: When & { readonly distance: number | null }): Verdict {
  const answer = openFor(station, when);
  if (answer.by === 'status') {
    // A promise that has passed is not repeated.
    const stands = answer.returnsOn !== null && answer.returnsOn >= dateText(dayOf(when.now));
    return { kind: 'suspended', reason: answer.reason, until: stands ? answer.returnsOn : null };
  }
  return judge(answer, when);
}
