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
