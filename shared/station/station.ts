import type { Datum, Gcj02 } from '../geo/point.ts';
import type { Brand } from '../kernel/brand.ts';
import type { DateText } from '../kernel/instant.ts';
import type { Amenities } from './amenity.ts';
import type { StationCode } from './code.ts';
import type { Hours, Span } from './hours.ts';
import type { RegionCode } from './region.ts';

/** Random 128 bit as 32 hex digits; never shown. */
export type StationId = Brand<string, 'StationId'>;
/** `region code` for territorial unions (`410100`), `i-…` for industry unions. */
export type UnionId = Brand<string, 'UnionId'>;

/** Order is the code in packs: only ever append. */
export const KINDS = ['station', 'driver-home', 'temporary-lodging', 'mobile'] as const;
export type Kind = (typeof KINDS)[number];

/** Order is the code in packs: only ever append. */
export const STATUSES = [
  'draft',
  'submitted',
  'returned',
  'approved',
  'active',
  'suspended',
  'rectifying',
  'exit-proposed',
  'exit-notice',
  'retired',
  'merged',
  'relocated',
  'abandoned',
] as const;
export type Status = (typeof STATUSES)[number];
/** On phones. */
export const PUBLISHED: readonly Status[] = ['active', 'suspended', 'rectifying', 'exit-proposed', 'exit-notice'];
/** May be walked into when the hours say so. */
export const OPENABLE: readonly Status[] = ['active', 'rectifying', 'exit-proposed', 'exit-notice'];

export const TIERS = ['basic', 'benchmark', 'smart-24h'] as const;
export const BUILDS = ['union', 'government', 'society', 'integrated'] as const;
export const OPERATIONS = ['self', 'host', 'purchased', 'project', 'entrusted'] as const;
export const HOST_TYPES = [
  'bank',
  'post',
  'telecom',
  'fuel',
  'charging',
  'government-hall',
  'party-centre',
  'community',
  'police',
  'sanitation',
  'public-toilet',
  'park',
  'transport',
  'logistics',
  'mall-shop',
  'pharmacy',
  'hospital',
  'catering-hotel',
  'bookshop',
  'building-site',
  'service-area',
  'union-own',
  'platform',
  'other',
] as const;
/** Order is the bit order in packs: only ever append. */
export const ACCESS_MODES = ['open-door', 'ask-staff', 'qr-unlock', 'id-card', 'member-code', 'keypad'] as const;
export const ENTRANTS = [
  'anyone',
  'courier',
  'food-rider',
  'taxi',
  'ride-hailing',
  'truck',
  'sanitation',
  'traffic-police',
  'gardener',
  'parking-attendant',
  'builder',
] as const;
export const ORIGINS = ['registered', 'imported', 'synthetic'] as const;
export const VERIFICATIONS = ['unverified', 'desk', 'on-site', 'worker-confirmed'] as const;
export const POINT_METHODS = ['on-site', 'picked', 'geocoded', 'imported'] as const;
export const HONOUR_LEVELS = ['national', 'province', 'city'] as const;

export type Access = {
  readonly modes: readonly (typeof ACCESS_MODES)[number][];
  readonly needsApp: boolean | null;
  readonly whoMayEnter: readonly (typeof ENTRANTS)[number][];
  readonly free: boolean | null;
  readonly feeNote: string | null;
};

export type Stop = {
  readonly name: string;
  readonly point: Gcj02;
  readonly spans: readonly { readonly weekday: number; readonly span: Span }[];
};

/** Why the door is shut by its status, what workers are told, and until when. */
export type StatusNote = { readonly reason: string; readonly since: DateText; readonly until: DateText | null };

/** A delivered coordinate, exactly as delivered. Private: the licence to publish it may not be ours. */
export type SourcePoint = { readonly crs: Datum | 'unknown'; readonly lng: number; readonly lat: number };

/** The whole record. Fields marked (private) never leave the server in a public answer, pack or delta. */
export type Station = {
  readonly id: StationId; // (private)
  readonly code: StationCode | null;
  readonly federationCode: string | null;
  readonly name: string;
  readonly brand: string | null;
  readonly aliases: readonly string[];
  readonly predecessor: StationCode | null;
  readonly successor: StationCode | null;
  readonly union: UnionId;
  readonly region: RegionCode; // county
  readonly town: string | null;
  readonly address: string;
  readonly entrance: string | null;
  readonly point: Gcj02;
  readonly source: SourcePoint | null; // (private)
  readonly pointMethod: (typeof POINT_METHODS)[number];
  readonly photos: readonly string[];
  readonly kind: Kind;
  /** temporary-lodging only. */
  readonly lodging: { readonly startsOn: DateText; readonly endsOn: DateText; readonly beds: number } | null;
  /** mobile only. */
  readonly stops: readonly Stop[];
  /** m²; below 5 the size class is micro. */
  readonly area: number | null;
  readonly tier: (typeof TIERS)[number];
  readonly stars: number; // 0–5
  readonly ratedOn: DateText | null;
  readonly validTo: DateText | null;
  readonly honours: readonly {
    readonly level: (typeof HONOUR_LEVELS)[number];
    readonly year: number;
    readonly document: string | null;
  }[];
  readonly build: (typeof BUILDS)[number] | null;
  readonly operation: (typeof OPERATIONS)[number] | null;
  readonly contractFrom: DateText | null; // (private)
  readonly contractTo: DateText | null; // (private)
  readonly hostType: (typeof HOST_TYPES)[number] | null;
  readonly hostName: string | null;
  readonly uscc: string | null; // (private)
  readonly amenities: Amenities;
  readonly toiletMetres: number | null; // 0 = inside, otherwise how far the nearby one is
  readonly hours: Hours;
  readonly access: Access;
  readonly publicPhone: string | null;
  readonly origin: (typeof ORIGINS)[number];
  readonly verified: (typeof VERIFICATIONS)[number];
  readonly verifiedOn: DateText | null;
  readonly status: Status;
  readonly statusNote: StatusNote | null;
  readonly openedOn: DateText | null;
  /** Counts every accepted change of this record, from 1. */
  readonly rev: number;
};

type Private = 'id' | 'source' | 'uscc' | 'contractFrom' | 'contractTo' | 'rev' | 'pointMethod';
/** What anybody may see, and what phones hold. Always has a code. */
export type PublicStation = Omit<Station, Private | 'code'> & { readonly code: StationCode };
