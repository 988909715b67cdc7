import type { DateText, Instant } from '../../../shared/kernel/instant.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import type { StationCode } from '../../../shared/station/code.ts';
import type { PlaqueKeyId, PlaqueSize } from '../../../shared/station/plaque-key.ts';
import type { Station, StationId, UnionId } from '../../../shared/station/station.ts';
import type { ReportCommand } from './command.ts';

/** Like a report's: under an id of its own, about no record that is loaded. */
type Asked = ReportCommand;

/** One of the keys that tags of plaques are made with. The newest that is not retired makes the next ones. */
export type PlaqueKey = {
  readonly id: PlaqueKeyId;
  /** 0: there since the register is. */
  readonly madeAt: Instant;
  /** Since then scans of its plaques count no more. */
  readonly retiredAt: Instant | null;
};

/** When a station's plaque was printed last. */
type LastPlaque = { readonly size: PlaqueSize; readonly key: PlaqueKeyId; readonly at: Instant };
export type PlaqueStation = { readonly station: Station; readonly printed: LastPlaque | null };

export type PlaqueFilter = {
  /** The union and everything below it. */
  readonly union: UnionId;
  /** A code, or letters of the name; empty: all. */
  readonly text: string;
  readonly isPrinted: boolean | null;
  /** Codes after this one, in their order. */
  readonly after: StationCode | null;
  readonly limit: number;
};

/** Nothing but this is known of a visit. `id`: 32 hex digits, forgotten when the day is too old to be counted again. */
export type Visit = {
  readonly id: string;
  readonly bodyHash: string;
  readonly station: StationId;
  readonly day: DateText;
  /** Receipts of days before this one are not needed any more. */
  readonly keepFrom: DateText;
};

export type VisitDay = { readonly day: DateText; readonly station: StationId; readonly visits: number };

/** Plaques and the visits they count. See `Store` for what all operations share. */
export type PlaquesStore = {
  /** The oldest first. */
  plaqueKeys(): Promise<readonly PlaqueKey[]>;
  /** The next plaques are made with a new key; older ones go on counting. */
  beginPlaqueKey(command: Asked): Promise<Result<PlaqueKey>>;
  /** Refuses `plaque-key-unknown`, and `plaque-key-current` for the one that new plaques are made with. */
  retirePlaqueKey(
    command: Asked,
    retiring: { readonly key: PlaqueKeyId; readonly reason: string },
  ): Promise<Result<PlaqueKey>>;
  /** One row of history for each station: who printed its plaque, when and in what size. */
  printPlaques(
    command: Asked,
    printing: { readonly stations: readonly Station[]; readonly size: PlaqueSize; readonly key: PlaqueKeyId },
  ): Promise<Result<{ readonly at: Instant }>>;
  /** Published stations of a branch by their codes. */
  plaqueStations(filter: PlaqueFilter): Promise<readonly PlaqueStation[]>;
  /** Published stations of a branch whose plaque was never printed. */
  plaquesMissing(union: UnionId): Promise<number>;
  /** Adds one to the station's day; the same id adds nothing. Refuses `receipt-conflict`. */
  countVisit(visit: Visit): Promise<Result<{ readonly isNew: boolean }>>;
  /** By day and station, `to` included. */
  visitDays(span: { readonly from: DateText; readonly to: DateText }): Promise<readonly VisitDay[]>;
};
