import type { Gcj02 } from '../geo/point.ts';
import type { DateText } from '../kernel/instant.ts';
import { AMENITIES, type Amenity } from '../station/amenity.ts';
import type { StationCode } from '../station/code.ts';
import type { Span } from '../station/hours.ts';
import type { UnionId } from '../station/station.ts';
import { BUILDS, HONOUR_LEVELS, HOST_TYPES, OPERATIONS, type PublicStation, TIERS } from '../station/station.ts';
import { type Guard, isNumber, isText, jsonOf, listOf, oneOf, orNull, shapeOf } from './guard.ts';

/** What the core and list parts carry themselves. */
type Elsewhere =
  | 'code'
  | 'name'
  | 'address'
  | 'entrance'
  | 'aliases'
  | 'point'
  | 'region'
  | 'kind'
  | 'status'
  | 'hours'
  | 'amenities'
  | 'access'
  | 'origin'
  | 'verified'
  | 'verifiedOn'
  | 'statusNote';

/** `[note, confirmedOn]` of each amenity that has one, and of those listed although unknown. */
type Notes = { readonly [amenity in Amenity]?: readonly [note: string | null, confirmedOn: string | null] };

/** What only the station page shows. */
export type Rest = Omit<PublicStation, Elsewhere> & { readonly notes: Notes };

const isDate: Guard<DateText> = (value): value is DateText => isText(value) && /^\d{4}-\d{2}-\d{2}$/.test(value);
const isCode: Guard<StationCode> = (value): value is StationCode => isText(value) && /^\d{15}$/.test(value);
const isUnion: Guard<UnionId> = (value): value is UnionId => isText(value);
const isPoint: Guard<Gcj02> = (value): value is Gcj02 => shapeOf({ lng: isNumber, lat: isNumber })(value);
const isSpan: Guard<Span> = (value): value is Span =>
  Array.isArray(value) && value.length === 2 && value.every((minute) => isNumber(minute));
const isNote: Guard<readonly [string | null, string | null]> = (
  value,
): value is readonly [string | null, string | null] =>
  Array.isArray(value) && value.length === 2 && value.every((part) => orNull(isText)(part));
const isNotes: Guard<Notes> = (value): value is Notes =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(value).every(([key, note]) => oneOf(AMENITIES)(key) && isNote(note));

const GUARDS: { readonly [K in keyof Rest]: Guard<Rest[K]> } = {
  federationCode: orNull(isText),
  brand: orNull(isText),
  predecessor: orNull(isCode),
  successor: orNull(isCode),
  union: isUnion,
  town: orNull(isText),
  photos: listOf(isText),
  lodging: orNull(shapeOf({ startsOn: isDate, endsOn: isDate, beds: isNumber })),
  stops: listOf(shapeOf({ name: isText, point: isPoint, spans: listOf(shapeOf({ weekday: isNumber, span: isSpan })) })),
  area: orNull(isNumber),
  tier: oneOf(TIERS),
  stars: isNumber,
  ratedOn: orNull(isDate),
  validTo: orNull(isDate),
  honours: listOf(shapeOf({ level: oneOf(HONOUR_LEVELS), year: isNumber, document: orNull(isText) })),
  build: orNull(oneOf(BUILDS)),
  operation: orNull(oneOf(OPERATIONS)),
  hostType: orNull(oneOf(HOST_TYPES)),
  hostName: orNull(isText),
  toiletMetres: orNull(isNumber),
  publicPhone: orNull(isText),
  openedOn: orNull(isDate),
  notes: isNotes,
};
const isRest = shapeOf<Rest>(GUARDS);

/** Most fields of most stations are this, so a line leaves them out. */
const USUAL: Omit<Rest, 'union'> = {
  federationCode: null,
  brand: null,
  predecessor: null,
  successor: null,
  town: null,
  photos: [],
  lodging: null,
  stops: [],
  area: null,
  tier: 'basic',
  stars: 0,
  ratedOn: null,
  validTo: null,
  honours: [],
  build: null,
  operation: null,
  hostType: null,
  hostName: null,
  toiletMetres: null,
  publicPhone: null,
  openedOn: null,
  notes: {},
};

function notesOf(row: PublicStation): Notes {
  const notes: { [amenity in Amenity]?: readonly [string | null, string | null] } = {};
  for (const amenity of AMENITIES) {
    const fact = row.amenities[amenity];
    if (fact === undefined) continue;
    if (fact.state === 'unknown' || fact.note !== null || fact.confirmedOn !== null)
      notes[amenity] = [fact.note, fact.confirmedOn];
  }
  return notes;
}

/** The fields only the station page needs as one JSON object, without those that are as usual. */
export function restText(row: PublicStation): string {
  const line: Record<string, unknown> = {};
  const source: Record<string, unknown> = { ...row, notes: notesOf(row) };
  const usual: Record<string, unknown> = USUAL;
  for (const key of Object.keys(GUARDS)) {
    if (JSON.stringify(source[key]) !== JSON.stringify(usual[key])) line[key] = source[key];
  }
  return JSON.stringify(line);
}

/** The fields of a line, or null when it is none that `restText` writes. */
export function restOfText(text: string): Rest | null {
  const value = jsonOf(text);
  if (typeof value !== 'object' || value === null) return null;
  const whole: Record<string, unknown> = {};
  const usual: Record<string, unknown> = USUAL;
  for (const key of Object.keys(GUARDS)) whole[key] = Reflect.get(value, key) ?? usual[key];
  return isRest(whole) ? whole : null;
}
