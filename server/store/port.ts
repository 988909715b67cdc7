import type { Instant } from '../../shared/kernel/instant.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { CodeType, StationCode } from '../../shared/station/code.ts';
import type { CalendarYear } from '../../shared/station/calendar.ts';
import type { Region, RegionCode } from '../../shared/station/region.ts';
import type { PublicStation, Station, StationId, UnionId } from '../../shared/station/station.ts';
import type { Change, Epoch, FeedRegion, PackRef } from '../../shared/feed/feed.ts';

/** Who did it, as history keeps it: an account id, or `system` for the command line and scheduled work. */
export type ActorRef = { readonly id: string; readonly union: UnionId };

/** One step on one station, decided purely; the store adds seq, time, macs and, when asked, the code. */
export type StationChange = {
  readonly step: string;
  readonly before: Station | null;
  /** `rev` is before.rev + 1. When `issue` is set its `code` is null and the store fills it in. */
  readonly after: Station;
  readonly issue: { readonly region: RegionCode; readonly type: CodeType } | null;
  readonly reason: string | null;
  /** Business day the change takes effect, `YYYY-MM-DD`. */
  readonly effectiveOn: string;
};

export type Receipt = {
  readonly commandId: string;
  readonly at: Instant;
  readonly stations: readonly { readonly id: StationId; readonly code: StationCode | null; readonly rev: number }[];
  readonly seq: number;
};

export type CommandEnvelope = {
  /** Random 128 bit as 32 hex digits, made by whoever asks: asked twice, done once. */
  readonly commandId: string;
  readonly actor: ActorRef;
  /** SHA-256 of the body in hex: the same id with another body is refused. */
  readonly bodyHash: string;
  readonly at: Instant;
  /** Stations whose current record `decide` needs. */
  readonly load: readonly StationId[];
};

export type HistoryRow = {
  readonly seq: number;
  readonly at: Instant;
  readonly effectiveOn: string;
  readonly commandId: string;
  readonly actor: string;
  readonly union: UnionId;
  readonly subject: 'station' | 'union' | 'region' | 'setting' | 'calendar';
  readonly subjectId: string;
  readonly step: string;
  readonly reason: string | null;
  /** Changed fields only; the first row of a station has `before: null` and its full record in `after`. */
  readonly before: Record<string, unknown> | null;
  readonly after: Record<string, unknown>;
  readonly schema: number;
};

export type Mark = Change & { readonly region: RegionCode };

/** Everything the server keeps for ever. Operations are whole: each is one transaction or one consistent read. */
export type Store = {
  /**
   * Decide and commit in one transaction: counter first, then receipt check, load, `decide` (pure, synchronous),
   * stations + history + marks + receipt. `at` in history = max(now, last + 1 ms).
   * Refuses `receipt-conflict`, `rev-stale` (a loaded record changed shape under the decision never happens: it is loaded inside), `serials-used-up`, or what `decide` refused.
   */
  commit(
    command: CommandEnvelope,
    decide: (loaded: readonly Station[]) => Result<readonly StationChange[]>,
  ): Promise<Result<Receipt>>;
  stationByCode(code: StationCode): Promise<Station | null>;
  stationsById(ids: readonly StationId[]): Promise<readonly Station[]>;
  /** Every station of a union's own branch with what matching a ledger needs, streamed in id order. */
  eachStation(
    visit: (stations: readonly Station[]) => void | Promise<void>,
    filter?: { readonly region?: RegionCode; readonly union?: UnionId },
  ): Promise<void>;
  /** Published stations and, at the end, the seq they are exact at: one consistent read. */
  eachPublished(
    region: FeedRegion,
    visit: (rows: readonly { readonly seq: number; readonly row: PublicStation }[]) => void | Promise<void>,
  ): Promise<{ readonly epoch: Epoch; readonly seq: number }>;
  /** Marks of a feed after a cursor in seq order, at most `limit`; `upTo` = the counter in the same read. */
  marksAfter(
    region: FeedRegion,
    after: number,
    limit: number,
  ): Promise<{ readonly marks: readonly Mark[]; readonly upTo: number; readonly done: boolean }>;
  counter(): Promise<{ readonly epoch: Epoch; readonly seq: number }>;
  historyOf(subjectId: string): Promise<readonly HistoryRow[]>;
  eachHistory(visit: (rows: readonly HistoryRow[]) => void | Promise<void>, upToSeq?: number): Promise<void>;
  regions(): Promise<readonly Region[]>;
  /** Codes that no longer exist → today's. */
  regionAliases(): Promise<ReadonlyMap<RegionCode, RegionCode>>;
  unions(): Promise<
    readonly {
      readonly id: UnionId;
      readonly parent: UnionId | null;
      readonly name: string;
      readonly region: RegionCode | null;
    }[]
  >;
  settings(): Promise<
    readonly { readonly union: UnionId; readonly key: string; readonly value: unknown; readonly from: string }[]
  >;
  calendarYears(): Promise<readonly CalendarYear[]>;
  putCalendarYear(year: CalendarYear, envelope: Omit<CommandEnvelope, 'load'>): Promise<Result<Receipt>>;
  /** Synthetic stations and every trace of them; nothing else. Returns how many. */
  purgeSynthetic(): Promise<number>;
  /** Packs on disk are named by hash; the database remembers which is newest per feed. */
  packs(): Promise<ReadonlyMap<FeedRegion, PackRef>>;
  putPack(region: FeedRegion, pack: PackRef): Promise<void>;
  close(): Promise<void>;
};
