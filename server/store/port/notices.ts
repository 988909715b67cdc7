import type { Instant } from '../../../shared/kernel/instant.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import type { Lookup } from '../../../shared/report/lookup.ts';
import type { StationChange } from '../../../shared/station/change.ts';
import type { ExitReason } from '../../../shared/station/command.ts';
import type { ObjectionStanding } from '../../../shared/station/objection.ts';
import type { Station, StationId } from '../../../shared/station/station.ts';
import type { CommandEnvelope, ReportCommand } from './command.ts';

/** A station under public notice, and why it is to be given up. */
export type Noticed = { readonly station: Station; readonly reasonCode: ExitReason };

/** An objection as its union may read it. `hasContact`: a way to reach the objector was left; it is read by `objectionContact`. */
export type Objection = ObjectionStanding & {
  /** 32 hex digits; also the command of its `record-objection` step. */
  readonly id: string;
  readonly lookup: Lookup;
  readonly stationId: StationId;
  readonly text: string;
  readonly hasContact: boolean;
  readonly at: Instant;
};

export type ObjectionFiling = {
  readonly text: string;
  readonly contact: string | null;
  readonly lookupOf: (attempt: number) => Lookup;
  /** Takes the step `record-objection`; pure. */
  readonly decide: (loaded: readonly Station[]) => Result<readonly StationChange[]>;
};

export type FiledObjection = { readonly id: string; readonly lookup: Lookup; readonly at: Instant };

/** Public notices and objections to them. See `Store` for what all operations share. */
export type NoticesStore = {
  /** Stations in `exit-notice`, by code. */
  noticedStations(): Promise<readonly Noticed[]>;
  /**
   * The objection and the step it is, in one transaction: as long as it is open the station is not retired. The command's id is
   * the objection's. Refuses `receipt-conflict`, or what `decide` refused.
   */
  fileObjection(command: CommandEnvelope, filing: ObjectionFiling): Promise<Result<FiledObjection>>;
  objectionByLookup(lookup: Lookup): Promise<Objection | null>;
  /** The oldest first, which is the order in which the steps of the case answer them. */
  objectionsOf(station: StationId): Promise<readonly Objection[]>;
  /** How to reach an objector, or null; every reading leaves a row of history. Refuses `objection-unknown`. */
  readObjector(command: ReportCommand, objection: string): Promise<Result<{ readonly contact: string | null }>>;
  /** Takes the way to reach an objector out of the register for good. Refuses `objection-unknown`. */
  eraseObjector(command: ReportCommand, objection: string): Promise<Result<{ readonly at: Instant }>>;
};
