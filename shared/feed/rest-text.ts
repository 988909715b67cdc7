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
export type Note = readonly [note: string | null, confirmedOn: string | null];
type Notes = { readonly [amenity in Amenity]?: Note };

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

/** What the rest keeps of one amenity, or null when there is nothing to keep. */
export function noteOf({ amenities }: PublicStation, amenity: Amenity): Note | null {
  const fact = amenities[amenity];
  if (fact === undefined) return null;
  const isKept = fact.state === 'unknown' || fact.note !== null || fact.confirmedOn !== null;
  return isKept ? [fact.note, fact.confirmedOn] : null;
}

function notesOf(row: PublicStation): Notes {
  const notes: { [amenity in Amenity]?: Note } = {};
  for (const amenity of AMENITIES) {
    const note = noteOf(row, amenity);
    if (note !== null) notes[amenity] = note;
  }
  return notes;
}

/** The fields only the station page needs as one JSON object, without those that are as usual. */
export function restText(row: PublicStation): string {
  return lineOf({ ...row, notes: notesOf(row) });
}

/** The same without what the feed tells apart from it: the phone and the notes on amenities. */
export function othersText(row: PublicStation): string {
  return lineOf({ ...row, publicPhone: null, notes: {} });
}

function lineOf(source: Record<string, unknown>): string {
  const line: Record<string, unknown> = {};
  const usual: Record<string, unknown> = USUAL;
  for (const key of Object.keys(GUARDS)) {
    const value = source[key] ?? usual[key];
    if (JSON.stringify(value) !== JSON.stringify(usual[key])) line[key] = value;
  }
  return JSON.stringify(line);
}

/** What changed in a rest line; null = as it was. In `notes` null takes a note away. */
export type RestChange = {
  readonly others: string | null;
  readonly phone: { readonly phone: string | null } | null;
  readonly notes: ReadonlyMap<Amenity, Note | null>;
};

/** A rest line (`held`, or that of a new row) with its changes, or null when it is none that `restText` writes. */
export function changedRest(held: string | null, { others, phone, notes }: RestChange): string | null {
  const before = restOfText(held ?? '{}');
  const base = others === null ? before : restOfText(others);
  // A line without its union passes as no record; of a new row only `others` counts.
  const kept = held === null ? base : before;
  if (base === null || kept === null) return null;
  const all: { [amenity in Amenity]?: Note } = { ...kept.notes };
  for (const [amenity, note] of notes) {
    if (note === null) delete all[amenity];
    else all[amenity] = note;
  }
  const ordered = AMENITIES.flatMap((amenity) => {
    const note = all[amenity];
    return note === undefined ? [] : [[amenity, note] as const];
  });
  return lineOf({
    ...base,
    publicPhone: phone === null ? kept.publicPhone : phone.phone,
    notes: Object.fromEntries(ordered),
  });
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
