import type { Gcj02 } from '../geo/point.ts';
import type { Brand } from '../kernel/brand.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Amenity } from '../station/amenity.ts';
import type { StationCode } from '../station/code.ts';
import type { RegionCode } from '../station/region.ts';
import type { StationId, UnionId } from '../station/station.ts';
import type { Lookup } from './lookup.ts';

/** Random 128 bit as 32 hex digits, made on the phone: sent twice, received once. */
export type ReportId = Brand<string, 'ReportId'>;

/** What may be said of a station. `all-right` confirms it; the others say what is wrong. Only ever append. */
export const STATION_REPORT_KINDS = [
  'door-shut',
  'not-found',
  'broken',
  'turned-away',
  'charged',
  'wrong-info',
  'other',
  'all-right',
] as const;
export type StationReportKind = (typeof STATION_REPORT_KINDS)[number];
export const REPORT_KINDS = [...STATION_REPORT_KINDS, 'new-place'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** `queued`: held back by the limits against abuse, seen by the union and let through later; never lost. */
export const REPORT_STATES = ['queued', 'received', 'accepted', 'resolved', 'dismissed'] as const;
export type ReportState = (typeof REPORT_STATES)[number];
/** What the union said is its last word. */
export const ANSWERED: readonly ReportState[] = ['resolved', 'dismissed'];

/** Longest texts, in characters. */
export const MOST = { text: 500, name: 60, address: 200, answer: 500 } as const;

/**
 * A place where a station would be wanted. `point` only when the person chose one on the map for this: it is of the
 * place, never of the person. `region`: the county they named, so that it reaches the union there.
 */
export type NewPlace = {
  readonly name: string;
  readonly address: string;
  readonly region: RegionCode | null;
  readonly point: Gcj02 | null;
};

export type About =
  | {
      readonly kind: StationReportKind;
      readonly station: StationCode;
      /** Which facility is meant, mostly with `broken`. */
      readonly amenity: Amenity | null;
      readonly place: null;
    }
  | { readonly kind: 'new-place'; readonly station: null; readonly amenity: null; readonly place: NewPlace };

/** What a worker says, as it was said. `seenAt`: when, by the phone's clock; a report may wait for a net for days. */
export type Saying = About & {
  readonly id: ReportId;
  readonly text: string | null;
  readonly seenAt: Instant;
};

/** A report as the register keeps it. It may start a case; it never changes a station by itself. */
export type Report = Saying & {
  readonly lookup: Lookup;
  readonly stationId: StationId | null;
  /** The union that answers for it. */
  readonly union: UnionId;
  /** Name of the picture on the reports' shelf. */
  readonly photo: string | null;
  /** Whether it was seen at a time when the posted hours said open; null when they do not say, and for a place. */
  readonly inHours: boolean | null;
  readonly state: ReportState;
  /** When it reached the server. */
  readonly at: Instant;
  /** When it came before the union; null while it is held back. */
  readonly openAt: Instant | null;
  /** Public, in the union's words; null until it has answered. */
  readonly answer: string | null;
  readonly answeredAt: Instant | null;
  /** When what the person wrote and sent was taken out, long after the answer; the fact that there was a report stays. */
  readonly erasedAt: Instant | null;
};

export function isReportId(text: string): text is ReportId {
  return /^[0-9a-f]{32}$/.test(text);
}
