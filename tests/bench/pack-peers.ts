import type { PackRow } from '../../shared/feed/pack-encode.ts';
import { AMENITIES, amenityState } from '../../shared/station/amenity.ts';
import { hoursKey } from '../../shared/station/hours-key.ts';

/** The fields of the core part as a plain program would ship them: numbers, dictionary texts and one bit text. */
export function coreFields({ row }: PackRow): object {
  return {
    code: row.code,
    lng: Math.round(row.point.lng * 1e5) / 1e5,
    lat: Math.round(row.point.lat * 1e5) / 1e5,
    yes: AMENITIES.filter((amenity) => amenityState(row.amenities, amenity) === 'yes'),
    hours: hoursKey(row.hours),
    status: row.status,
    kind: row.kind,
  };
}

/** The fields of the list part. */
export function listFields({ row, initials }: PackRow): object {
  return {
    name: row.name,
    initials,
    address: row.address,
    entrance: row.entrance,
    aliases: row.aliases,
    hours: row.hours.raw,
    states: AMENITIES.map((amenity) => amenityState(row.amenities, amenity)[0]).join(''),
    access: row.access,
    origin: row.origin,
    verified: row.verified,
    verifiedOn: row.verifiedOn,
    statusNote: row.statusNote,
  };
}

/** The same rows turned by ninety degrees: one array a field. */
export function columnsOf(rows: readonly object[]): object {
  const keys = Object.keys(rows[0] ?? {});
  return Object.fromEntries(keys.map((key) => [key, rows.map((row): unknown => Reflect.get(row, key))]));
}
