import type { Instant } from '../../../shared/kernel/instant.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import type { StationChange } from '../../../shared/station/change.ts';
import type { EntryKept } from '../../../shared/station/entry.ts';
import type { AccountFunction } from '../../../shared/station/lifecycle.ts';
import type { Station, UnionId } from '../../../shared/station/station.ts';
import type { CommandEnvelope, Receipt } from './command.ts';

/**
 * `staging`: its rows are being taken in, nobody was told of it yet. `planning`: what each row would do is being found.
 * `ready`: a clerk looks. `committing`: decided; from here it is rolled forward, never back.
 */
export type LedgerState = 'staging' | 'planning' | 'ready' | 'committing' | 'done';
export const ROW_KINDS = ['refused', 'flagged', 'changed', 'new', 'same'] as const;
export type RowKind = (typeof ROW_KINDS)[number];
export type RowCounts = { readonly [K in RowKind]: number };

/** Whose hand commits, and how; kept so that a server that starts again can go on in their name. */
export type LedgerCommit = {
  readonly commandId: string;
  readonly at: Instant;
  readonly hand: {
    readonly id: string;
    readonly union: UnionId;
    readonly functions: readonly (AccountFunction | 'system')[];
  };
  readonly acceptFlagged: boolean;
};

export type Ledger = {
  readonly id: string;
  /** The union it was brought for: its branch is what the rows may touch. */
  readonly union: UnionId;
  readonly door: 'desk' | 'command';
  readonly state: LedgerState;
  /** Raised whenever the plan is made anew. */
  readonly version: number;
  readonly at: Instant;
  readonly changedAt: Instant;
  /** The file's own name. */
  readonly name: string;
  /** SHA-256 of the file in hex; the empty text where nobody compares. */
  readonly hash: string;
  /** Account that brought it. */
  readonly actor: string;
  readonly titles: readonly string[];
  readonly rows: number;
  readonly skipped: number;
  /** What somebody said the coordinates are in, if anybody did; how they were read, and whether the rows told. */
  readonly datum: { readonly said: string | null; readonly read: string | null; readonly told: boolean };
  /** Counter of the register when the plan was made. */
  readonly plannedAt: number;
  /** Rows handled by the pass under way. */
  readonly progress: number;
  readonly counts: RowCounts | null;
  readonly commit: LedgerCommit | null;
};

/** A row as it waits; `plan`, `answer`, `outcome` are JSON of the importer's. */
export type LedgerLine = {
  readonly number: number;
  /** JSON of what was typed, see the importer's `lines.ts`. */
  readonly cells: string;
  readonly kind: RowKind | null;
  readonly plan: string | null;
  readonly answer: string | null;
  readonly outcome: string | null;
};

export type LinePlan = { readonly number: number; readonly kind: RowKind; readonly plan: string };
/** Without a kind it is the line of many rows, and what it held is let go: its outcome tells all that is asked afterwards. */
export type LineOutcome = { readonly number: number; readonly kind: RowKind | null; readonly outcome: string };

/** Ledgers on their way into the register. See `Store` for what all operations share. */
export type LedgersStore = {
  /** False when there is one of this id. */
  openLedger(ledger: Ledger): Promise<boolean>;
  ledger(id: string): Promise<Ledger | null>;
  /** The newest first: of these unions, or with null of all; at most `limit`. */
  ledgers(filter: {
    readonly unions: readonly UnionId[] | null;
    readonly states: readonly LedgerState[];
    readonly limit: number;
  }): Promise<readonly Ledger[]>;
  /** Writes what `change` makes of it; refuses `ledger-unknown`, or what `change` refused. One transaction. */
  changeLedger(id: string, change: (ledger: Ledger) => Result<Ledger>): Promise<Result<Ledger>>;
  /** The same with one line of it; null when there is no such line. */
  editLine(
    id: string,
    number: number,
    change: (ledger: Ledger, line: LedgerLine | null) => Result<{ readonly ledger: Ledger; readonly line: LedgerLine }>,
  ): Promise<Result<Ledger>>;
  /** Some hundred lines at a time; a line that is there already is written over. */
  stageLines(id: string, lines: readonly LedgerLine[]): Promise<void>;
  planLines(id: string, plans: readonly LinePlan[]): Promise<void>;
  /** In the order of the file. `pending`: only lines without an outcome. */
  linesAfter(
    id: string,
    page: { readonly after: number; readonly limit: number; readonly pending: boolean },
  ): Promise<readonly LedgerLine[]>;
  /** A page for people: of some kinds, by number or by kind first (refused, flagged, changed, new, same). */
  linesOf(
    id: string,
    page: {
      readonly kinds: readonly RowKind[];
      readonly problemsFirst: boolean;
      readonly skip: number;
      readonly limit: number;
    },
  ): Promise<readonly LedgerLine[]>;
  /**
   * Marks a ledger as committing under the command's id, with one row of history; its receipt names no stations. Refuses
   * `receipt-conflict`, `ledger-unknown`, or what `change` refused.
   */
  beginLedger(
    command: Omit<CommandEnvelope, 'load'>,
    id: string,
    change: (ledger: Ledger) => Result<Ledger>,
  ): Promise<Result<Receipt>>;
  /** `Store.commit` with what became of the lines, in one transaction: after a kill both are there or neither. */
  commitLines(
    command: CommandEnvelope,
    id: string,
    decide: (loaded: readonly Station[]) => Result<{
      readonly changes: readonly StationChange[];
      /** What the lines say of the stations' work. An entry that is there as it is said, was withdrawn, or whose slot people filled, is left. */
      readonly entries: readonly EntryKept[];
      readonly outcomes: (receipt: Receipt) => readonly LineOutcome[];
    }>,
  ): Promise<Result<Receipt>>;
  /** The ledger and its lines, some at a time; it ends with the ledger itself. */
  dropLedger(id: string): Promise<void>;
  lineCounts(id: string): Promise<RowCounts>;
};
