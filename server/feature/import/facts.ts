import type { Facts, Patch } from '../../../shared/station/command.ts';
import { type Hours, UNKNOWN_HOURS } from '../../../shared/station/hours.ts';
import { hoursKey } from '../../../shared/station/hours-key.ts';
import { type HoursReading, parseHours } from '../../../shared/station/hours-parse.ts';
import type { RegionCode } from '../../../shared/station/region.ts';
import type { Access, Station, UnionId } from '../../../shared/station/station.ts';
import type { NamedDatum } from './columns.ts';
import type { Note } from './flag.ts';
import { mergedFacts } from './merged.ts';
import type { More } from './more.ts';
import type { Placed } from './placed.ts';
import { remembering } from './remembering.ts';

const NONE: readonly [] = [];
const UNSTATED_ACCESS: Access = { modes: NONE, needsApp: null, whoMayEnter: NONE, free: null, feeNote: null };

/** What a ledger says of a station; what it has no column for stays unknown. */
export type Stated = {
  readonly facts: Facts;
  readonly notes: readonly Note[];
  readonly said: readonly (keyof Facts)[];
};

export function statedFacts(
  placed: Placed,
  region: RegionCode,
  context: { readonly union: UnionId; readonly datum: NamedDatum; readonly readHours: (text: string) => HoursReading },
): Stated {
  const { row } = placed;
  const parsed = row.hours === null ? null : context.readHours(row.hours);
  const notes: Note[] = [];
  if (parsed && !parsed.understood) notes.push({ kind: 'hours-unread', rest: parsed.rest ?? row.hours ?? '' });
  if (row.unreadFacilities.length > 0) notes.push({ kind: 'facilities-unread', words: row.unreadFacilities });
  if (row.raw.swapped) notes.push({ kind: 'swapped' });
  if (row.more !== null) notes.push(...row.more.unread);
  return {
    facts: factsOf(placed, region, { ...context, hours: parsed ? parsed.hours : UNKNOWN_HOURS }),
    notes,
    said: saidFields(row),
  };
}

type Reading = { readonly union: UnionId; readonly datum: NamedDatum; readonly hours: Hours };

/** Written out field by field: a spread of the blank ones costs the engine ten times the rest of the row. */
function factsOf({ row, point }: Placed, region: RegionCode, { union, datum, hours }: Reading): Facts {
  return {
    federationCode: row.federationCode,
    name: row.name,
    brand: row.brand,
    aliases: row.aliases,
    union,
    region,
    town: row.town,
    address: row.address,
    entrance: row.entrance,
    point,
    source: row.raw.centre ? null : { crs: datum, lng: row.raw.lng, lat: row.raw.lat },
    pointMethod: row.raw.centre ? 'geocoded' : 'imported',
    photos: NONE,
    kind: row.kind,
    lodging: null,
    stops: NONE,
    area: row.area,
    tier: 'basic',
    stars: 0,
    ratedOn: null,
    validTo: null,
    honours: NONE,
    build: row.more?.build ?? null,
    operation: row.more?.operation ?? null,
    contractFrom: null,
    contractTo: null,
    hostType: row.more?.hostType ?? null,
    hostName: row.hostName,
    uscc: row.more?.uscc ?? null,
    amenities: row.amenities,
    toiletMetres: row.more?.toiletMetres ?? null,
    hours,
    access: row.more === null ? UNSTATED_ACCESS : accessOf(row.more),
    publicPhone: row.phone,
  };
}

function accessOf({ modes, needsApp, free, feeNote }: More): Access {
  return { modes, needsApp, whoMayEnter: NONE, free, feeNote };
}

/** A ledger repeats few texts: each is read once. */
export function hoursReader(): (text: string) => HoursReading {
  return remembering(parseHours);
}

/** Fields this row speaks of: an empty cell takes nothing back from a station that is registered already. */
function saidFields(row: Placed['row']): (keyof Facts)[] {
  const said: (keyof Facts)[] = ['name', 'address', 'point', 'source', 'region'];
  const optional = {
    federationCode: row.federationCode,
    brand: row.brand,
    town: row.town,
    entrance: row.entrance,
    hours: row.hours,
    publicPhone: row.phone,
    hostName: row.hostName,
    area: row.area,
    ...(row.more === null ? {} : saidMore(row.more)),
  } as const;
  for (const [field, value] of Object.entries(optional)) if (value !== null) said.push(field as keyof typeof optional);
  if (row.aliases.length > 0) said.push('aliases');
  if (Object.keys(row.amenities).length > 0) said.push('amenities');
  return said;
}

function saidMore({ hostType, uscc, build, operation, toiletMetres, modes, needsApp, free, feeNote }: More) {
  const isAccess = modes.length > 0 || [needsApp, free, feeNote].some((value) => value !== null);
  return { hostType, uscc, build, operation, toiletMetres, access: isAccess ? true : null };
}

/** The fields a ledger states otherwise than the register holds; empty when it is the same station still. */
export function patchOf(station: Station, { facts, said }: Stated): Patch {
  const merged = mergedFacts(station, facts);
  const differing = said.filter((field) => canonical(field, merged[field]) !== canonical(field, station[field]));
  // The same place as delivered by another file is no news.
  const news = differing.includes('point') ? differing : differing.filter((field) => field !== 'source');
  return Object.fromEntries(news.map((field) => [field, merged[field]]));
}

function canonical(field: keyof Facts, value: Facts[keyof Facts]): string {
  if (field === 'hours') {
    const hours = value as Facts['hours'];
    return `${hoursKey(hours)}${hours.raw ?? ''}`;
  }
  return JSON.stringify(sortKeys(value));
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => [k, sortKeys(v)]),
  );
}
