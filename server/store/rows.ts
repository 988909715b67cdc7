import type { Instant } from '../../shared/kernel/instant.ts';
import type { RegionCode } from '../../shared/station/region.ts';
import type { Station } from '../../shared/station/station.ts';
import { encodeRecord } from './record.ts';
import type { StationRow } from './schema.ts';

/** Every column, in the order of inserts. */
export const STATION_COLUMNS = [
  'id',
  'code',
  'federation_code',
  'union_id',
  'region',
  'city',
  'status',
  'kind',
  'origin',
  'name_key',
  'address_key',
  'lng',
  'lat',
  'rev',
  'record',
  'changed_at',
] as const satisfies readonly (keyof StationRow)[];

export function stationRow(station: Station, city: RegionCode, changedAt: Instant): StationRow {
  return {
    id: station.id,
    code: station.code,
    federation_code: station.federationCode,
    union_id: station.union,
    region: station.region,
    city,
    status: station.status,
    kind: station.kind,
    origin: station.origin,
    name_key: matchKey(station.name),
    address_key: matchKey(station.address),
    lng: station.point.lng,
    lat: station.point.lat,
    rev: station.rev,
    record: encodeRecord(station),
    changed_at: changedAt,
  };
}

/** Letters and digits alone, width and case folded: what two ledgers' spellings of one name share. */
export function matchKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
