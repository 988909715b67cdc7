import type { MapGroup } from '../../../shared/feed/row.ts';
import { openAt } from '../../../shared/station/open.ts';
import { OPENABLE } from '../../../shared/station/station.ts';
import type { Wanted } from '../../map/stations/shown.ts';
import { NO_CALENDAR, type When } from '../../ui/station/answer.ts';
import { judge, type Look, lookOf } from '../../ui/station/judge.ts';
import { needOf } from '../../ui/words/chips.ts';
import type { Filters } from '../filters.ts';
import { isAlways } from '../list.ts';

/** The list's filters as the map asks them. Of a place where nobody stands: what is open counts as open. */
export function wantedOf({ want, open, allDay }: Filters, when: When): Wanted {
  return {
    needs: want.map((id) => needOf(id).any),
    look: (group) => doorLook(group, when),
    keeps: ({ hours }, look) => (!allDay || isAlways(hours)) && (!open || isOpenOrUnknown(look)),
  };
}

/** As on the list: closed ones wait until they are asked for, a door nobody knows about does not. */
function isOpenOrUnknown(look: Look): boolean {
  return look === 'open' || look === 'closing' || look === 'unknown';
}

/** The shape a door wears by its hours and status alone. */
export function doorLook({ hours, status }: MapGroup, { now, calendar }: When): Look {
  if (!OPENABLE.includes(status)) return 'suspended';
  return lookOf(judge(openAt(hours, now, calendar ?? NO_CALENDAR), { now, distance: null }));
}
