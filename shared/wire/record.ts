import * as v from 'valibot';
import { AMENITIES, AMENITY_STATES, type Amenities } from '../station/amenity.ts';
import type { StationCode } from '../station/code.ts';
import type { Patch } from '../station/command.ts';
import { isRegionCode, type RegionCode } from '../station/region.ts';
import * as s from '../station/station.ts';
import { HoursBody, span } from './hours-body.ts';
import { date, hexId, line, lineOrNull, number, point, stationId, text, whole } from './plain.ts';

/** Photos of one station. */
export const PHOTOS_MOST = 6;

export const unionId = v.pipe(
  v.string(),
  v.regex(/^[\w-]{1,64}$/, '410102'),
  v.transform((id) => id as s.UnionId),
);
const region = v.pipe(
  v.string(),
  v.check(isRegionCode, '410102'),
  v.transform((code) => code as RegionCode),
);

const amenities = v.pipe(
  v.partial(
    v.strictObject(
      v.entriesFromList(
        AMENITIES,
        v.object({ state: v.picklist(AMENITY_STATES), note: lineOrNull(60), confirmedOn: v.nullable(date) }),
      ),
    ),
  ),
  v.transform((known) => known as Amenities),
);

const stop = v.object({
  name: line(60),
  point,
  spans: v.pipe(v.array(v.object({ weekday: whole(0, 6), span })), v.maxLength(84)),
});

/**
 * What people state about a station, field by field. Lengths of texts that `factsFault` judges are wide here: a draft may be
 * half done, and what is wrong with it is said when it is submitted.
 */
const FACTS = {
  federationCode: lineOrNull(64),
  name: text(200),
  brand: lineOrNull(200),
  aliases: v.pipe(v.array(line(60)), v.maxLength(10)),
  union: unionId,
  region,
  town: lineOrNull(200),
  address: text(400),
  entrance: lineOrNull(400),
  point,
  source: v.nullable(
    v.object({
      crs: v.picklist(['gcj02', 'wgs84', 'bd09', 'cgcs2000', 'unknown']),
      lng: number(-1e9, 1e9),
      lat: number(-1e9, 1e9),
    }),
  ),
  pointMethod: v.picklist(s.POINT_METHODS),
  photos: v.pipe(v.array(hexId), v.maxLength(PHOTOS_MOST)),
  kind: v.picklist(s.KINDS),
  lodging: v.nullable(v.object({ startsOn: date, endsOn: date, beds: whole(0, 10_000) })),
  stops: v.pipe(v.array(stop), v.maxLength(60)),
  area: v.nullable(number(0, 1e6)),
  tier: v.picklist(s.TIERS),
  stars: whole(0, 5),
  ratedOn: v.nullable(date),
  validTo: v.nullable(date),
  honours: v.pipe(
    v.array(v.object({ level: v.picklist(s.HONOUR_LEVELS), year: whole(1950, 2199), document: lineOrNull(100) })),
    v.maxLength(30),
  ),
  build: v.nullable(v.picklist(s.BUILDS)),
  operation: v.nullable(v.picklist(s.OPERATIONS)),
  contractFrom: v.nullable(date),
  contractTo: v.nullable(date),
  hostType: v.nullable(v.picklist(s.HOST_TYPES)),
  hostName: lineOrNull(200),
  uscc: lineOrNull(64),
  amenities,
  toiletMetres: v.nullable(number(0, 1e6)),
  hours: HoursBody,
  access: v.object({
    modes: v.pipe(v.array(v.picklist(s.ACCESS_MODES)), v.maxLength(s.ACCESS_MODES.length)),
    needsApp: v.nullable(v.boolean()),
    whoMayEnter: v.pipe(v.array(v.picklist(s.ENTRANTS)), v.maxLength(s.ENTRANTS.length)),
    free: v.nullable(v.boolean()),
    feeNote: lineOrNull(100),
  }),
  publicPhone: lineOrNull(200),
} as const;

export const FactsBody = v.object(FACTS);

/** Fields that change and no others; a field that no form states is refused by name. */
export const PatchBody = v.pipe(
  v.partial(v.strictObject(FACTS)),
  v.transform((patch) => patch as Patch),
);

const code = v.pipe(
  v.string(),
  v.transform((digits) => digits as StationCode),
);

/** The whole record, fields that never leave the union's own branch included. */
export const StationRecord = v.object({
  ...FACTS,
  id: stationId,
  code: v.nullable(code),
  predecessor: v.nullable(code),
  successor: v.nullable(code),
  origin: v.picklist(s.ORIGINS),
  verified: v.picklist(s.VERIFICATIONS),
  verifiedOn: v.nullable(date),
  status: v.picklist(s.STATUSES),
  statusNote: v.nullable(v.object({ reason: v.string(), since: date, until: v.nullable(date) })),
  openedOn: v.nullable(date),
  rev: v.number(),
});
