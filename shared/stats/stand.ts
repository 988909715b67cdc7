import { type Day, parseDate } from '../kernel/instant.ts';
import { type Hours, UNKNOWN_HOURS } from '../station/hours.ts';
import { isRegionCode, NATION, type RegionCode } from '../station/region.ts';
import {
  BUILDS,
  HONOUR_LEVELS,
  HOST_TYPES,
  KINDS,
  OPERATIONS,
  ORIGINS,
  POINT_METHODS,
  PUBLISHED,
  STATUSES,
  type Station,
  type Status,
  TIERS,
  type UnionId,
  VERIFICATIONS,
} from '../station/station.ts';
import { type AmenityStates, NOTHING_KNOWN, statesOf } from './amenity-states.ts';

export const SIZES = ['micro', 'standard', 'unknown'] as const;
/** Below 5 m² is micro. */
export type Size = (typeof SIZES)[number];

/** What is counted of a station after one row of its history. */
export type Stand = {
  readonly status: Status;
  readonly union: UnionId;
  readonly region: RegionCode;
  readonly kind: Station['kind'];
  readonly size: Size;
  readonly build: Station['build'];
  readonly operation: Station['operation'];
  readonly hostType: Station['hostType'];
  readonly tier: Station['tier'];
  readonly origin: Station['origin'];
  readonly verified: Station['verified'];
  readonly pointMethod: Station['pointMethod'];
  /** Levels it holds a 最美 honour of, each once. */
  readonly honours: readonly (typeof HONOUR_LEVELS)[number][];
  readonly amenities: AmenityStates;
  /** `raw` is left out: it is read as null. */
  readonly hours: Hours;
  readonly verifiedOn: Day | null;
  /** GCJ-02 degrees × 1,000,000. */
  readonly lng: number;
  readonly lat: number;
};

/** What a history row of a station says: a changed field each, or the whole record in its first row. */
export type StationFields = { readonly [field: string]: unknown };

const MICRO_BELOW = 5;
const DEGREE = 1_000_000;

const NOTHING: Stand = {
  status: 'draft',
  union: NATION as string as UnionId,
  region: NATION,
  kind: 'station',
  size: 'unknown',
  build: null,
  operation: null,
  hostType: null,
  tier: 'basic',
  origin: 'registered',
  verified: 'unverified',
  pointMethod: 'imported',
  honours: [],
  amenities: NOTHING_KNOWN,
  hours: UNKNOWN_HOURS,
  verifiedOn: null,
  lng: 0,
  lat: 0,
};

/** The stand after a row; what the row does not name stays, and is the same object. */
export function standAfter(before: Stand | null, after: StationFields): Stand {
  const was = before ?? NOTHING;
  const point = 'point' in after ? pointIn(after.point) : null;
  return {
    status: oneOf(STATUSES, after.status) ?? was.status,
    union: typeof after.union === 'string' ? (after.union as UnionId) : was.union,
    region: typeof after.region === 'string' && isRegionCode(after.region) ? after.region : was.region,
    kind: oneOf(KINDS, after.kind) ?? was.kind,
    size: 'area' in after ? sizeOf(after.area) : was.size,
    build: 'build' in after ? oneOf(BUILDS, after.build) : was.build,
    operation: 'operation' in after ? oneOf(OPERATIONS, after.operation) : was.operation,
    hostType: 'hostType' in after ? oneOf(HOST_TYPES, after.hostType) : was.hostType,
    tier: oneOf(TIERS, after.tier) ?? was.tier,
    origin: oneOf(ORIGINS, after.origin) ?? was.origin,
    verified: oneOf(VERIFICATIONS, after.verified) ?? was.verified,
    pointMethod: oneOf(POINT_METHODS, after.pointMethod) ?? was.pointMethod,
    honours: 'honours' in after ? honoursIn(after.honours) : was.honours,
    amenities: 'amenities' in after ? statesOf(fieldsOf(after.amenities)) : was.amenities,
    hours: 'hours' in after ? hoursIn(after.hours) : was.hours,
    verifiedOn: 'verifiedOn' in after ? dayIn(after.verifiedOn) : was.verifiedOn,
    lng: point?.lng ?? was.lng,
    lat: point?.lat ?? was.lat,
  };
}

const PUBLIC = new Set<Status>(PUBLISHED);

/** On phones, and so in the stock. */
export function isPublished(status: Status): boolean {
  return PUBLIC.has(status);
}

const DAYS = new Map<string, Day | null>();
const DAYS_KEPT = 20_000;

/** `parseDate`, remembered: millions of rows share some hundreds of days. */
export function dayNamed(text: string): Day | null {
  const known = DAYS.get(text);
  if (known !== undefined) return known;
  const day = parseDate(text);
  if (DAYS.size < DAYS_KEPT) DAYS.set(text, day);
  return day;
}

export function sizeOf(area: unknown): Size {
  if (typeof area !== 'number') return 'unknown';
  return area < MICRO_BELOW ? 'micro' : 'standard';
}

function oneOf<T extends string>(list: readonly T[], value: unknown): T | null {
  return list.find((one) => one === value) ?? null;
}

function pointIn(value: unknown): { readonly lng: number; readonly lat: number } | null {
  const { lng, lat } = fieldsOf(value);
  if (typeof lng !== 'number' || typeof lat !== 'number') return null;
  return { lng: Math.round(lng * DEGREE), lat: Math.round(lat * DEGREE) };
}

function honoursIn(value: unknown): Stand['honours'] {
  const all: readonly unknown[] = Array.isArray(value) ? value : [];
  return HONOUR_LEVELS.filter((level) => all.some((honour) => fieldsOf(honour).level === level));
}

function hoursIn(value: unknown): Hours {
  return 'base' in fieldsOf(value) ? { ...(value as Hours), raw: null } : UNKNOWN_HOURS;
}

function dayIn(value: unknown): Day | null {
  return typeof value === 'string' ? dayNamed(value) : null;
}

function fieldsOf(value: unknown): StationFields {
  return typeof value === 'object' && value !== null ? (value as StationFields) : {};
}
