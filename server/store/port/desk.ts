import type { DateText, Instant } from '../../../shared/kernel/instant.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import type { ExitTask } from '../../../shared/station/after-exit.ts';
import type { StationChange } from '../../../shared/station/change.ts';
import type { StationCode } from '../../../shared/station/code.ts';
import type { Patch } from '../../../shared/station/command.ts';
import type { ContactRole } from '../../../shared/station/contact.ts';
import type { Box, RegionCode } from '../../../shared/station/region.ts';
import type { Station, StationId } from '../../../shared/station/station.ts';
import type { ActorRef, CommandEnvelope, HistoryRow, Receipt } from './command.ts';

/** A command whose decision loads for itself. */
export type DeskCommand = Omit<CommandEnvelope, 'load'>;

/** A revision that somebody proposed and an approver has to see. `before`: its fields as its author saw them. */
export type Revision = {
  readonly id: string;
  readonly station: StationId;
  readonly author: ActorRef;
  readonly at: Instant;
  readonly reason: string | null;
  /** The rev its author saw. */
  readonly basedOn: number;
  readonly before: Patch;
  readonly patch: Patch;
};
export type RevisionAnswer = 'approve' | 'return' | 'withdraw' | 'replace' | 'lapse';

export type Contact = {
  readonly id: string;
  readonly station: StationId;
  readonly role: ContactRole;
  readonly name: string;
  readonly mobile: string;
  readonly purpose: string;
  readonly consentOn: DateText;
};

/** Something to do in the world after a station has left its door. */
export type TaskAfterExit = {
  readonly id: string;
  readonly station: StationId;
  readonly kind: ExitTask;
  readonly due: DateText;
  readonly doneAt: Instant | null;
  /** An account id. */
  readonly doneBy: string | null;
  readonly evidence: string | null;
};

/** All that a step is decided by, as of the transaction that writes it. `rows`: of the station itself, oldest first. */
export type StepFacts = {
  readonly station: Station | null;
  readonly rows: readonly HistoryRow[];
  readonly successor: Station | null;
  readonly waiting: Revision | null;
};

/** What a step does: to stations, and to what hangs on them. */
export type StepOutcome = {
  readonly changes: readonly StationChange[];
  /** To be kept until somebody approves; then there are no changes. */
  readonly propose: Omit<Revision, 'at' | 'author'> | null;
  /** What becomes of the revision that waited. */
  readonly answer: { readonly as: RevisionAnswer; readonly reason: string | null } | null;
  readonly tasks: readonly Pick<TaskAfterExit, 'id' | 'station' | 'kind' | 'due'>[];
  /** The station is back: its open tasks are void. */
  readonly voidTasks: boolean;
  /** The record that takes over, to which the contacts go. */
  readonly contactsTo: StationId | null;
};

export type StepReceipt = { readonly receipt: Receipt; readonly waiting: boolean };

/** What is done to one contact. `shown`: for history, and never what the person is called or where to be reached. */
export type ContactChange = {
  readonly step: 'add' | 'change' | 'reveal' | 'erase';
  /** Null leaves the row as it is. */
  readonly write: Contact | null;
  readonly reason: string | null;
  readonly shown: { readonly before: Record<string, unknown> | null; readonly after: Record<string, unknown> };
};

/** What a station has beside its record, in one consistent read. */
export type DeskFile = {
  readonly station: Station;
  readonly rows: readonly HistoryRow[];
  readonly waiting: Revision | null;
  readonly contacts: readonly Contact[];
  readonly tasks: readonly TaskAfterExit[];
};

/** What a station has beside its record: waiting revisions, contacts, tasks after an exit. See `Store` for what all operations share. */
export type DeskStore = {
  /**
   * Takes one step in one transaction: counter first, receipt check, then the station with its history, the successor named and
   * the revision that waits are loaded, `decide` (pure), and all that came of it is written. Refuses what `commit` refuses.
   */
  takeStep(
    command: DeskCommand,
    on: { readonly station: StationId; readonly successor: StationCode | null },
    decide: (facts: StepFacts) => Result<StepOutcome>,
  ): Promise<Result<StepReceipt>>;
  deskFile(station: StationId): Promise<DeskFile | null>;
  /** The station a revision is or was for. */
  revisionStation(id: string): Promise<StationId | null>;
  /** Rows of these stations and of all that belongs to them, the newest first, at most `limit`. */
  historyAround(
    stations: readonly StationId[],
    page: { readonly before: number; readonly limit: number },
  ): Promise<readonly HistoryRow[]>;
  /** Stations in these counties or within this box that stand, are being registered, or wait: none that left or was given up. */
  standingNear(regions: readonly RegionCode[], box: Box): Promise<readonly Station[]>;
  /**
   * Names of all photos that a record, a row of history or a revision points to, some at a time, the same one again and again; other
   * ids may be among them. One consistent read.
   */
  eachPhotoNamed(visit: (names: readonly string[]) => void): Promise<void>;
  /** Whose contact an id is or was, erased ones included. */
  contactStation(id: string): Promise<StationId | null>;
  /**
   * Does something to one contact of a station that is there (`station`: of a new one). Every `reveal` leaves a row, also one asked
   * again with its id. Refuses `contact-unknown` (of an erased one too), `receipt-conflict`, or what `decide` refused.
   */
  changeContact(
    command: DeskCommand,
    on: { readonly contact: string; readonly station: StationId },
    decide: (loaded: { readonly station: Station; readonly contact: Contact | null }) => Result<ContactChange>,
  ): Promise<Result<{ readonly at: Instant }>>;
  /** Refuses `task-done`, `receipt-conflict`, or what `decide` refused. */
  finishTask(
    command: DeskCommand,
    on: { readonly task: string; readonly evidence: string },
    decide: (station: Station, task: TaskAfterExit) => Result<true>,
  ): Promise<Result<{ readonly at: Instant }>>;
};
