import { gcj02 } from '../../../shared/geo/point.ts';
import { type DateText, dateText, parseDate } from '../../../shared/kernel/instant.ts';
import { makeCode } from '../../../shared/station/code.ts';
import type { Facts } from '../../../shared/station/command.ts';
import { UNKNOWN_HOURS } from '../../../shared/station/hours.ts';
import { isRegionCode, type RegionCode } from '../../../shared/station/region.ts';
import type { Station, StationId, UnionId } from '../../../shared/station/station.ts';

export function region(text: string): RegionCode {
  if (!isRegionCode(text)) throw new Error(text);
  return text;
}

export function date(text: string): DateText {
  const day = parseDate(text);
  if (day === null) throw new Error(text);
  return dateText(day);
}

export function union(text: string): UnionId {
  return text as UnionId;
}

export function stationId(n: number): StationId {
  return n.toString(16).padStart(32, '0') as StationId;
}

/** A real-looking active station in Zhengzhou with every field that may be null left null or filled by `over`. */
export function sampleStation(over: Partial<Station> = {}): Station {
  const status = over.status ?? 'active';
  const coded = !['draft', 'submitted', 'returned', 'approved', 'abandoned'].includes(status);
  return {
    id: stationId(1),
    code: coded ? makeCode(region('410102'), 1, 37) : null,
    federationCode: null,
    name: '德化街爱心驿站',
    brand: '爱心驿站',
    aliases: [],
    predecessor: null,
    successor: null,
    union: union('410102'),
    region: region('410102'),
    town: null,
    address: '德化街 12 号',
    entrance: '一楼大厅左手边',
    point: gcj02(113.664412, 34.757321),
    source: { crs: 'bd09', lng: 113.67091, lat: 34.76333 },
    pointMethod: 'picked',
    photos: [],
    kind: 'station',
    lodging: null,
    stops: [],
    area: 12,
    tier: 'basic',
    stars: 0,
    ratedOn: null,
    validTo: null,
    honours: [],
    build: 'society',
    operation: 'host',
    contractFrom: date('2025-01-01'),
    contractTo: date('2027-12-31'),
    hostType: 'bank',
    hostName: '示例银行德化街支行',
    uscc: '91350100M000100Y43',
    amenities: { water: { state: 'yes', note: null, confirmedOn: '2026-11-01' } },
    toiletMetres: null,
    hours: UNKNOWN_HOURS,
    access: { modes: ['open-door'], needsApp: false, whoMayEnter: ['anyone'], free: true, feeNote: null },
    publicPhone: null,
    origin: 'registered',
    verified: 'desk',
    verifiedOn: date('2026-11-01'),
    status,
    statusNote: null,
    openedOn: coded ? date('2026-01-05') : null,
    rev: 3,
    ...over,
  };
}

/** What a form would state about the station. */
export function factsOf(station: Station = sampleStation()): Facts {
  const {
    id,
    code,
    predecessor,
    successor,
    origin,
    verified,
    verifiedOn,
    status,
    statusNote,
    openedOn,
    rev,
    ...facts
  } = station;
  return facts;
}
