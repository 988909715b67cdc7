import type { Station } from '../../shared/station/station.ts';
import {
  amenitiesText,
  packAmenities,
  packHours,
  packPoint,
  unpackAmenities,
  unpackHours,
  unpackPoint,
} from './codec.ts';

/** Version of the record's shape as history keeps it; raise it when a field changes its form, never when one is added. */
export const RECORD_SCHEMA = 1;

type Form = 'plain' | 'list' | 'amenities' | 'hours' | 'point';

/** Every field of a station and how it is written; total by type, so a new field cannot be forgotten. */
const FORMS: { readonly [K in keyof Station]: Form } = {
  id: 'plain',
  code: 'plain',
  federationCode: 'plain',
  name: 'plain',
  brand: 'plain',
  aliases: 'list',
  predecessor: 'plain',
  successor: 'plain',
  union: 'plain',
  region: 'plain',
  town: 'plain',
  address: 'plain',
  entrance: 'plain',
  point: 'point',
  source: 'plain',
  pointMethod: 'plain',
  photos: 'list',
  kind: 'plain',
  lodging: 'plain',
  stops: 'list',
  area: 'plain',
  tier: 'plain',
  stars: 'plain',
  ratedOn: 'plain',
  validTo: 'plain',
  honours: 'list',
  build: 'plain',
  operation: 'plain',
  contractFrom: 'plain',
  contractTo: 'plain',
  hostType: 'plain',
  hostName: 'plain',
  uscc: 'plain',
  amenities: 'amenities',
  toiletMetres: 'plain',
  hours: 'hours',
  access: 'plain',
  publicPhone: 'plain',
  origin: 'plain',
  verified: 'plain',
  verifiedOn: 'plain',
  status: 'plain',
  statusNote: 'plain',
  openedOn: 'plain',
  rev: 'plain',
};
const FIELDS = Object.keys(FORMS).filter((name): name is keyof Station => name in FORMS);

const STARTS = FIELDS.map((field) => [field, `,${JSON.stringify(field)}:`] as const);

type Fields = Record<string, unknown>;
export type FieldDiff = { readonly before: Fields; readonly after: Fields };

/**
 * The whole record as compact JSON; a field that is null or an empty list is left out. Written piece by piece: an object of
 * ever other keys costs the engine a new shape for each set of them, some ten times the writing.
 */
export function encodeRecord(station: Station): string {
  let text = '';
  for (const [field, start] of STARTS) {
    const value = field === 'amenities' ? null : pack(station, field);
    if (field === 'amenities') text += `${start}${amenitiesText(station.amenities)}`;
    else if (value !== null && !(Array.isArray(value) && value.length === 0))
      text += `${start}${JSON.stringify(value)}`;
  }
  return `{${text.slice(1)}}`;
}

/** Every key there is: keys added one by one make an object of the slow kind, whoever reads it afterwards. */
const BLANK: Fields = JSON.parse(`{${FIELDS.map((field) => `${JSON.stringify(field)}:null`).join()}}`);

/** Inverse of `encodeRecord`; throws when the text is not a record of ours. */
export function decodeRecord(text: string): Station {
  const packed = parseFields(text);
  const station: Fields = { ...BLANK };
  for (const field of FIELDS) station[field] = unpack(field, packed[field]);
  if (typeof station.id !== 'string' || typeof station.name !== 'string' || typeof station.rev !== 'number') {
    throw new Error('a stored station lacks its id, name or rev');
  }
  return station as Station;
}

/** Fields that differ, each side in its written form. */
export function diffRecords(before: Station, after: Station): FieldDiff {
  const diff = { before: {} as Fields, after: {} as Fields };
  for (const field of FIELDS) {
    if (before[field] === after[field]) continue;
    const [was, is] = [pack(before, field), pack(after, field)];
    if (JSON.stringify(was) === JSON.stringify(is)) continue;
    diff.before[field] = was;
    diff.after[field] = is;
  }
  return diff;
}

/** Written fields of a station back in the record's own form; fields that are not there stay away. */
export function decodeFields(text: string): Fields {
  const packed = parseFields(text);
  const fields: Fields = {};
  for (const name of Object.keys(packed)) fields[name] = isField(name) ? unpack(name, packed[name]) : packed[name];
  return fields;
}

function pack(station: Station, field: keyof Station): unknown {
  if (field === 'amenities') return packAmenities(station.amenities);
  if (field === 'hours') return packHours(station.hours);
  if (field === 'point') return packPoint(station.point);
  return station[field];
}

function unpack(field: keyof Station, value: unknown): unknown {
  const form = FORMS[field];
  if (form === 'list') return value ?? [];
  if (form === 'plain') return value ?? null;
  if (value === undefined) throw new Error(`a stored station lacks ${field}`);
  if (form === 'amenities') return unpackAmenities(value as Parameters<typeof unpackAmenities>[0]);
  if (form === 'hours') return unpackHours(value as Parameters<typeof unpackHours>[0]);
  return unpackPoint(value as Parameters<typeof unpackPoint>[0]);
}

function isField(name: string): name is keyof Station {
  return Object.hasOwn(FORMS, name);
}

function parseFields(text: string): Fields {
  const parsed: unknown = JSON.parse(text);
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    throw new Error('stored JSON is no object');
  return parsed as Fields;
}
