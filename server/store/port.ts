import type { Union } from '../../shared/actor/union-edit.ts';
import type { Change, Epoch, FeedRegion, PackRef } from '../../shared/feed/feed.ts';
import type { DateText, Instant } from '../../shared/kernel/instant.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { Filing } from '../../shared/report/decide.ts';
import type { Lookup } from '../../shared/report/lookup.ts';
import type { About, Report, ReportId, ReportState } from '../../shared/report/report.ts';
import type { CalendarYear } from '../../shared/station/calendar.ts';
import type { StationChange } from '../../shared/station/change.ts';
import type { StationCode } from '../../shared/station/code.ts';
import type { ExitReason } from '../../shared/station/command.ts';
import type { Region, RegionCode } from '../../shared/station/region.ts';
import type { PublicStation, Station, StationId, Status, UnionId } from '../../shared/station/station.ts';
import type { AccountsStore } from './port/accounts.ts';
import type { AuditStore } from './port/audit.ts';
import type { ActorRef, CommandEnvelope, HistoryRow, Receipt, ReportCommand } from './port/command.ts';
import type { DemandStore } from './port/demand.ts';
import type { DeskStore } from './port/desk.ts';
import type { EntriesStore } from './port/entries.ts';
import type { FiguresStore } from './port/figures.ts';
import type { InboxStore } from './port/inbox.ts';
import type { LedgersStore } from './port/ledgers.ts';
import type { ListStore } from './port/list.ts';
import type { NoticesStore } from './port/notices.ts';
import type { PlaquesStore } from './port/plaques.ts';
import type { SubmissionsStore } from './port/submissions.ts';
import type { UnionsStore } from './port/unions.ts';
import type { WorkStore } from './port/work.ts';
import type { WorkbooksStore } from './port/workbooks.ts';

/** What every room of the port is asked with; they stand apart, for the rooms know nothing of the whole. */
export type { ActorRef, CommandEnvelope, HistoryRow, Receipt, ReportCommand };

/**
 * Where an asker stands: it has seen the marks up to `after`, and was last at the end of a whole pull at `since` (0 = never). A row whose
 * mark moved on between two pages is only seen on the later one, so its parts count from `since`.
 */
export type FeedPlace = { readonly after: number; readonly since: number };

export type Mark = Change & { readonly region: RegionCode };

/** A station that left the lists, as it was last, and why. */
export type GoneStation = {
  readonly status: Extract<Status, 'retired' | 'merged' | 'relocated'>;
  readonly station: PublicStation;
  readonly on: DateText;
  /** Why it was given up, when retired and written down. */
  readonly exit: ExitReason | null;
  /** The published station at the end of its chain of successors. */
  readonly current: StationCode | null;
};

/** `rows`: published in it now; `changes`: marks after its pack's seq (all of them when it has no pack). */
export type FeedStaleness = { readonly feed: FeedRegion; readonly rows: number; readonly changes: number };

export type ReportReceipt = {
  readonly id: ReportId;
  readonly lookup: Lookup;
  readonly at: Instant;
  readonly state: ReportState;
};
export type Filed = { readonly receipt: ReportReceipt; readonly isNew: boolean };

/** What a report is about, and how it becomes one. `decide` is pure; `lookupOf` gives another code for every attempt. */
export type ReportFiling = Pick<About, 'station' | 'place'> & {
  readonly lookupOf: (attempt: number) => Lookup;
  readonly decide: (facts: Omit<Filing, 'photo' | 'inHours' | 'isCrowded'>) => Report;
};

export type ReportFilter = { readonly states: readonly ReportState[]; readonly limit: number };

/** Everything the server keeps for ever. Operations are whole: each is one transaction or one consistent read. */
export type Store = Core &
  AccountsStore &
  UnionsStore &
  WorkStore &
  DeskStore &
  ListStore &
  LedgersStore &
  PlaquesStore &
  NoticesStore &
  EntriesStore &
  FiguresStore &
  SubmissionsStore &
  WorkbooksStore &
  DemandStore &
  InboxStore &
  AuditStore;

type Core = {
  /**
   * Decide and commit in one transaction: counter first, then receipt check, load, `decide` (pure, synchronous),
   * stations + history + marks + receipt. `at` in history = max(now, last + 1 ms), one for the rows of a commit.
   * At most one change per station; up to some thousand changes (200 keep others from waiting).
   * Refuses `receipt-conflict`, `rev-stale` (a `before` that was not loaded here and is no longer what is stored),
   * `region-unknown`, `union-unknown`, `federation-code-taken`, `serials-used-up`, or what `decide` refused: then nothing was written.
   */
  commit(
    command: CommandEnvelope,
    decide: (loaded: readonly Station[]) => Result<readonly StationChange[]>,
  ): Promise<Result<Receipt>>;
  stationByCode(code: StationCode): Promise<Station | null>;
  /** What became of a station that was retired, merged or relocated; null for every other code. */
  goneByCode(code: StationCode): Promise<GoneStation | null>;
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
  /**
   * Marks of a feed after `from.after` in seq order, at most `limit` (one more when its last seq has two: a move), puts
   * naming the parts that changed after `from.since`. `upTo` = the counter in the same read. When `done`, the next
   * `after` is `upTo`, otherwise the last mark's seq.
   */
  marksAfter(
    region: FeedRegion,
    from: FeedPlace,
    limit: number,
  ): Promise<{ readonly marks: readonly Mark[]; readonly upTo: number; readonly done: boolean }>;
  counter(): Promise<{ readonly epoch: Epoch; readonly seq: number }>;
  historyOf(subjectId: string): Promise<readonly HistoryRow[]>;
  eachHistory(visit: (rows: readonly HistoryRow[]) => void | Promise<void>, upToSeq?: number): Promise<void>;
  /**
   * Recomputes the keyed chain over all of history. `brokenAt` = the first seq that is missing, altered or follows
   * an altered row; null when the chain is whole and ends where the counter stands.
   */
  verifyHistory(): Promise<{ readonly rows: number; readonly brokenAt: number | null }>;
  regions(): Promise<readonly Region[]>;
  /** Codes that no longer exist → today's. */
  regionAliases(): Promise<ReadonlyMap<RegionCode, RegionCode>>;
  /** Closed ones too: what they did still names them. */
  unions(): Promise<readonly Union[]>;
  settings(): Promise<
    readonly { readonly union: UnionId; readonly key: string; readonly value: unknown; readonly from: string }[]
  >;
  calendarYears(): Promise<readonly CalendarYear[]>;
  putCalendarYear(year: CalendarYear, envelope: Omit<CommandEnvelope, 'load'>): Promise<Result<Receipt>>;
  /**
   * Takes every synthetic station off the store and, at their next sync, off the phones; nothing else. History is append-only and
   * keeps their rows, closed by a row `purge` each (`after` empty). Returns how many.
   */
  purgeSynthetic(): Promise<number>;
  /**
   * Files a report in one transaction: counter first, receipt check, its station (`station-unknown`) or county looked up, the
   * reports of it within the hour counted, `decide`, then the report, one row of history without its text or photo, the
   * receipt. Refuses `receipt-conflict`. `isNew` is false when it was filed before and this is the receipt given then.
   */
  fileReport(command: ReportCommand, filing: ReportFiling): Promise<Result<Filed>>;
  /** Takes one step on the report of a look-up code. Refuses `report-unknown`, `receipt-conflict`, or what `decide` refused. */
  stepReport(
    command: ReportCommand,
    stepping: {
      readonly lookup: Lookup;
      /** As history names it. */
      readonly step: string;
      readonly decide: (report: Report, at: Instant) => Result<Report>;
    },
  ): Promise<Result<ReportReceipt>>;
  /** Lets reports through that were held back an hour or longer (`dueForRelease`), as the system; how many. */
  releaseReports(): Promise<number>;
  reportByLookup(lookup: Lookup): Promise<Report | null>;
  /** The oldest first. */
  reports(filter: ReportFilter): Promise<readonly Report[]>;
  /** Packs on disk are named by hash; the database remembers which is newest per feed. */
  packs(): Promise<ReadonlyMap<FeedRegion, PackRef>>;
  /** One feed's newest pack: what every question of a phone asks. */
  packOf(region: FeedRegion): Promise<PackRef | null>;
  putPack(region: FeedRegion, pack: PackRef): Promise<void>;
  /** How far each feed with any mark, and the nation, has come since its pack. */
  staleness(): Promise<readonly FeedStaleness[]>;
  close(): Promise<void>;
};
