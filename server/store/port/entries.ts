import type { DateText, Instant } from '../../../shared/kernel/instant.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import type { Entry, EntryId, EntryKind } from '../../../shared/station/entry.ts';
import type { Station, StationId, UnionId } from '../../../shared/station/station.ts';
import type { ReportCommand } from './command.ts';

/** An entry with its station as it is today. `union`: who answers for it today. */
export type HeldEntry = {
  readonly entry: Entry;
  readonly station: Station | null;
  readonly union: UnionId;
  /** When it was written last. */
  readonly at: Instant;
};

/** What an entry is decided on. `current`: under its id already; `seenOn`: when somebody saw the station on the spot last. */
export type EntryFacts = {
  readonly current: HeldEntry | null;
  readonly station: Station | null;
  readonly seenOn: DateText | null;
};

/** `after` has the rev that follows; `reason` as history keeps it. */
export type EntryWrite = {
  readonly step: 'keep' | 'correct' | 'withdraw';
  readonly before: Entry | null;
  readonly after: Entry;
  readonly reason: string | null;
};

export type EntriesReceipt = {
  readonly commandId: string;
  readonly at: Instant;
  readonly entries: readonly { readonly id: EntryId; readonly rev: number }[];
};

export type EntryFilter = {
  /** This union and all below it, by who answers for the station today. */
  readonly top: UnionId;
  /** Null: all of the branch; for keepers and inspectors the stations they are named for. */
  readonly only: readonly StationId[] | null;
  /** Null: all kinds. */
  readonly kind: EntryKind | null;
  readonly station: StationId | null;
  /** Days of entries, both included. */
  readonly from: DateText | null;
  readonly to: DateText | null;
  /** Only those with findings that were to be put right before this day and are not. */
  readonly openBefore: DateText | null;
  readonly isWithdrawn: boolean;
};

/** Where a page ended: the newest day first, then by id. */
export type EntryPlace = { readonly day: string; readonly id: string };

/**
 * `amount` adds up what its kind is about: findings, people who came, fen of money, people who took part, stations online, honours
 * (places not among them), things on the gift shelf, workers reached.
 */
export type EntryTotal = { readonly kind: EntryKind; readonly count: number; readonly amount: number };

/** What unions write down of their work. See `Store` for what all operations share. */
export type EntriesStore = {
  entries(
    filter: EntryFilter,
    page: { readonly after: EntryPlace | null; readonly limit: number },
  ): Promise<readonly HeldEntry[]>;
  /** Of the same filter, a line for each kind there is. */
  entryTotals(filter: EntryFilter): Promise<readonly EntryTotal[]>;
  heldEntry(id: EntryId): Promise<HeldEntry | null>;
  /** Of stations one by one: the month's visits of some stations, for a grid. */
  visitsOfMonth(stations: readonly StationId[], month: DateText): Promise<readonly Entry[]>;
  /** Published stations of a branch in order of their codes, for a grid. */
  stationsOfBranch(
    scope: { readonly top: UnionId; readonly only: readonly StationId[] | null },
    page: { readonly after: string | null; readonly limit: number },
  ): Promise<readonly Station[]>;
  /**
   * Keeps, corrects or withdraws entries, all or none, with a row of history each. `decide` is pure and answers a write for each
   * of those asked that differs. Refuses `receipt-conflict`, `entry-taken` (its slot is filled by another one), or what `decide`
   * refused.
   */
  writeEntries(
    command: ReportCommand,
    asked: readonly { readonly id: EntryId; readonly station: StationId | null }[],
    decide: (facts: readonly EntryFacts[], at: Instant) => Result<readonly EntryWrite[]>,
  ): Promise<Result<EntriesReceipt>>;
};
