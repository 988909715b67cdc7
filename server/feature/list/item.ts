import type { Instant } from '../../../shared/kernel/instant.ts';
import { dayOf } from '../../../shared/kernel/instant.ts';
import { AMENITIES, amenityState, BASIC_FIVE } from '../../../shared/station/amenity.ts';
import { baseOn } from '../../../shared/station/hours-day.ts';
import type { Station } from '../../../shared/station/station.ts';
import { weekLine } from '../../../shared/station/week-line.ts';
import type { Doubt } from '../../../shared/wire/list-filter.ts';
import type { ListItem } from '../../../shared/wire/list-view.ts';
import type { Listed } from '../../store/port/list.ts';
import type { RegionTable } from '../regions/table.ts';
import type { UnionBook } from '../unions/book.ts';
import { HOURS, hoursCode } from './rows.ts';

/** What a row of the list is named by. */
export type Naming = { readonly book: UnionBook; readonly regions: RegionTable; readonly at: Instant };

export function listItem(
  { station, changedAt }: Listed,
  doubts: readonly Doubt[],
  { book, regions, at }: Naming,
): ListItem {
  const { id, code, name, brand, status, kind, town, address, hostType, hostName, tier, stars, origin, rev } = station;
  return {
    ...{ id, code, name, brand, status, kind, town, address, hostType, hostName, tier, stars, origin, rev, changedAt },
    federationCode: station.federationCode,
    reason: station.statusNote?.reason ?? null,
    until: station.statusNote?.until ?? null,
    union: { id: station.union, name: book.get(station.union)?.name ?? station.union },
    region: { id: station.region, name: regions.get(station.region)?.name ?? station.region },
    point: { lng: station.point.lng, lat: station.point.lat },
    hours: hoursText(station, at),
    unread: hoursCode(station.hours) === HOURS.unread ? station.hours.raw : null,
    verified: station.verified,
    verifiedOn: station.verifiedOn,
    basics: BASIC_FIVE.filter((one) => amenityState(station.amenities, one) === 'yes').length,
    broken: AMENITIES.filter((one) => amenityState(station.amenities, one) === 'broken'),
    photos: station.photos.length,
    doubts: [...doubts],
  };
}

/** `周一至周五 9:00–17:00；周六、周日不开`; null when nobody knows any. */
export function hoursText({ hours }: Pick<Station, 'hours'>, at: Instant): string | null {
  const base = baseOn(hours, dayOf(at));
  if (base.kind === 'always') return '24 小时';
  return base.kind === 'weekly' ? weekLine(base.week) : null;
}
