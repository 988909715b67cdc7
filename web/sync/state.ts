import type { FeedRegion } from '../../shared/feed/feed.ts';
import type { StationTable } from '../../shared/feed/row.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import type { Calendar } from '../../shared/station/calendar.ts';
import type { RegionCode } from '../../shared/station/region.ts';

/**
 * Why the last attempt to reach the server brought nothing, or what came will not last. `captive`: an answer came, but
 * not from us. `insecure`: all went well, but on plain http packs cannot be verified and the app cannot open offline.
 */
export type SyncProblem = 'offline' | 'captive' | 'server' | 'storage-full' | 'storage-refused' | 'insecure';

export type SyncState = {
  /** `reading`: the local store is being opened; `empty`: nothing stored yet; `ready`: a table is there. */
  readonly phase: 'reading' | 'empty' | 'ready';
  readonly table: StationTable | null;
  readonly cities: readonly {
    readonly region: RegionCode;
    readonly asOf: Instant;
    readonly checkedAt: Instant;
    readonly bytes: number;
    readonly rows: number;
  }[];
  readonly calendar: Calendar | null;
  /** The highest server time seen: when the phone's own clock is behind it, claims are weakened. */
  readonly serverTime: Instant | null;
  readonly busy: boolean;
  readonly problem: SyncProblem | null;
};

/** A pack on its way to the phone. */
export type Download = {
  readonly region: FeedRegion;
  readonly state: 'waiting' | 'running' | 'paused';
  /** Bytes on the wire as far as can be told; `total` 0 while nobody has said. */
  readonly got: number;
  readonly total: number;
  /** Part of it had come, and had to be left: it comes from the beginning. */
  readonly isAnew: boolean;
};

/** What is on the phone and what is to be, beside the list itself. */
export type Stock = {
  readonly downloads: readonly Download[];
  /** Were stored, and the browser cleared them; until they have come again. */
  readonly cleared: readonly FeedRegion[];
  /** Cities whose area the phone stands in or near, as far as it knew when it last asked. */
  readonly here: readonly RegionCode[];
  /** Those of them that the person deleted. */
  readonly refusedHere: readonly RegionCode[];
  /** Shown, and gone when the page is closed: they could not be stored. */
  readonly unkept: readonly FeedRegion[];
  /** The national part, when it is here. */
  readonly core: { readonly rows: number; readonly bytes: number; readonly checkedAt: Instant } | null;
  /** False on a line that is paid for by the byte, or that the browser does not tell about. */
  readonly isFreeLine: boolean;
};

/** What a pack costs to fetch, what it takes up once here, and how many stations it is about. */
export type Offer = { readonly sent: number; readonly bytes: number; readonly stations: number };

/** When the national part comes: on any line, by itself on Wi-Fi only, or never. */
export type CoreWish = 'on' | 'ask' | 'off';
