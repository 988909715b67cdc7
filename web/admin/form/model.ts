import type { Gcj02 } from '../../../shared/geo/point.ts';
import type { Amenities } from '../../../shared/station/amenity.ts';
import type { Facts } from '../../../shared/station/command.ts';
import { UNKNOWN_HOURS } from '../../../shared/station/hours.ts';
import { editOf, type HoursEdit, type SpanEdit } from '../../../shared/station/hours-edit.ts';
import type { RegionCode } from '../../../shared/station/region.ts';
import type { Access, HONOUR_LEVELS, Station, UnionId } from '../../../shared/station/station.ts';

export type StopSpanEdit = SpanEdit & { readonly weekday: number };
export type StopEdit = { readonly name: string; readonly point: Gcj02 | null; readonly spans: readonly StopSpanEdit[] };
export type HonourEdit = {
  readonly level: (typeof HONOUR_LEVELS)[number];
  readonly year: string;
  readonly document: string;
};

type Typed =
  | 'name'
  | 'brand'
  | 'federationCode'
  | 'town'
  | 'address'
  | 'entrance'
  | 'publicPhone'
  | 'hostName'
  | 'uscc'
  | 'area'
  | 'toiletMetres'
  | 'ratedOn'
  | 'validTo'
  | 'contractFrom'
  | 'contractTo';
type Same = 'source' | 'pointMethod' | 'photos' | 'kind' | 'tier' | 'stars' | 'build' | 'operation' | 'hostType';

/** The facts of a station while somebody types them: every text may be empty, half done or wrong. */
export type Form = { readonly [K in Typed]: string } & Pick<Facts, Same> & {
    /** One name a line. */
    readonly aliases: string;
    readonly union: UnionId;
    /** The county the point lies in, or is said to. Null until there is one. */
    readonly region: RegionCode | null;
    readonly point: Gcj02 | null;
    readonly lodging: { readonly startsOn: string; readonly endsOn: string; readonly beds: string };
    readonly stops: readonly StopEdit[];
    readonly honours: readonly HonourEdit[];
    readonly amenities: Amenities;
    readonly access: Access;
    readonly hours: HoursEdit;
  };

const NO_ACCESS: Access = { modes: [], needsApp: null, whoMayEnter: [], free: null, feeNote: null };

/** A form nobody has written in. */
export function blankForm(union: UnionId, region: RegionCode | null): Form {
  return {
    name: '',
    brand: '',
    aliases: '',
    federationCode: '',
    union,
    region,
    town: '',
    address: '',
    entrance: '',
    point: null,
    source: null,
    pointMethod: 'picked',
    photos: [],
    kind: 'station',
    lodging: { startsOn: '', endsOn: '', beds: '' },
    stops: [],
    area: '',
    tier: 'basic',
    stars: 0,
    ratedOn: '',
    validTo: '',
    honours: [],
    build: null,
    operation: null,
    contractFrom: '',
    contractTo: '',
    hostType: null,
    hostName: '',
    uscc: '',
    amenities: {},
    toiletMetres: '',
    hours: editOf(UNKNOWN_HOURS),
    access: NO_ACCESS,
    publicPhone: '',
  };
}

/** A record as the form shows it. */
export function formOf(station: Station): Form {
  const { lodging } = station;
  return {
    ...blankForm(station.union, station.region),
    ...typedOf(station),
    source: station.source,
    point: station.point,
    pointMethod: station.pointMethod,
    photos: station.photos,
    kind: station.kind,
    tier: station.tier,
    stars: station.stars,
    build: station.build,
    operation: station.operation,
    hostType: station.hostType,
    aliases: station.aliases.join('\n'),
    lodging:
      lodging === null
        ? { startsOn: '', endsOn: '', beds: '' }
        : { startsOn: lodging.startsOn, endsOn: lodging.endsOn, beds: `${lodging.beds}` },
    stops: station.stops.map(stopEdit),
    honours: station.honours.map(({ level, year, document }) => ({ level, year: `${year}`, document: document ?? '' })),
    amenities: station.amenities,
    hours: editOf(station.hours),
    access: station.access,
  };
}

function typedOf(station: Station): { readonly [K in Typed]: string } {
  return {
    name: station.name,
    brand: station.brand ?? '',
    federationCode: station.federationCode ?? '',
    town: station.town ?? '',
    address: station.address,
    entrance: station.entrance ?? '',
    publicPhone: station.publicPhone ?? '',
    hostName: station.hostName ?? '',
    uscc: station.uscc ?? '',
    area: station.area === null ? '' : `${station.area}`,
    toiletMetres: station.toiletMetres === null ? '' : `${station.toiletMetres}`,
    ratedOn: station.ratedOn ?? '',
    validTo: station.validTo ?? '',
    contractFrom: station.contractFrom ?? '',
    contractTo: station.contractTo ?? '',
  };
}

function stopEdit({ name, point, spans }: Station['stops'][number]): StopEdit {
  return {
    name,
    point,
    spans: spans.map(({ weekday, span }) => {
      const [from, to] = [clock(span[0]), clock(span[1] > 1440 ? span[1] - 1440 : span[1])];
      return { weekday, from, to };
    }),
  };
}

function clock(minute: number): string {
  return `${Math.floor(minute / 60)}:${`${minute % 60}`.padStart(2, '0')}`;
}
