import type { Instant } from '../kernel/instant.ts';
import type { RegionCode } from '../station/region.ts';
import type { StatusNote } from '../station/station.ts';
import type { Epoch, FeedRegion } from './feed.ts';
import type { TextColumn } from './planes.ts';

/**
 * The working columns of a pack: what the phone stores (every field survives structured clone) and what a table is
 * opened on without looking at a single text. Row r is index r everywhere; rows stand in packed k-d order.
 */
export type PackColumns = {
  readonly region: FeedRegion;
  readonly epoch: Epoch;
  /** The pack is exact at this place in the feed. */
  readonly seq: number;
  readonly asOf: Instant;
  readonly core: CoreColumns;
  /** Null in the national core. */
  readonly list: ListColumns | null;
  readonly rest: RestColumns | null;
};

export type CoreColumns = PointColumns &
  FactsColumns & {
    readonly n: number;
    /** The 15 digits as a number. */
    readonly code: Float64Array;
    /** County → city, for every county met here; empty in a city's own pack. */
    readonly cities: ReadonlyMap<RegionCode, RegionCode>;
  };

/** 1e-5 degrees, GCJ-02. */
export type PointColumns = { readonly lng: Int32Array; readonly lat: Int32Array };

export type FactsColumns = {
  readonly yesLo: Uint32Array;
  readonly yesHi: Uint32Array;
  /** Place in `groups`: rows of one group share hours and status. */
  readonly group: Uint16Array;
  readonly groups: readonly Group[];
  /** Place in KINDS. */
  readonly kind: Uint8Array;
  /** The county of each row as a number of six digits. */
  readonly county: Uint32Array;
  /** Rows that lie in another county than their code names, ascending. */
  readonly strays: Uint32Array;
};
/** `hours` as `hoursText` writes it, `status` a place in STATUSES. */
export type Group = { readonly hours: string; readonly status: number };

export type StatesColumns = {
  readonly maybeLo: Uint32Array;
  readonly maybeHi: Uint32Array;
  readonly oddLo: Uint32Array;
  readonly oddHi: Uint32Array;
  /** Few rows have one, by row. */
  readonly statusNotes: ReadonlyMap<number, StatusNote>;
};

export type TermsColumns = {
  /** Place in `accesses`. */
  readonly access: Uint32Array;
  readonly accesses: readonly string[];
  /** Place in ORIGINS × 16 + place in VERIFICATIONS. */
  readonly trust: Uint8Array;
  /** Days since 1970-01-01 plus 1; 0 where nobody verified it. */
  readonly verifiedOn: Uint32Array;
  /** Hours as published: place in `raws` plus 1, or 0 for none. */
  readonly raw: Uint32Array;
  readonly raws: readonly string[];
};

export type TextColumns = {
  readonly names: TextColumn;
  readonly addresses: TextColumn;
  readonly entrances: TextColumn;
  /** A JSON list; empty where there is none. */
  readonly aliases: TextColumn;
  readonly initials: TextColumn;
};

export type ListColumns = StatesColumns & TermsColumns & TextColumns;

/** `fine` and `lines` as in `RestPiece`. */
export type RestColumns = { readonly fine: Uint8Array; readonly lines: TextColumn };
