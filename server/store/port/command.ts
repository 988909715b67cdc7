import type { Instant } from '../../../shared/kernel/instant.ts';
import type { StationCode } from '../../../shared/station/code.ts';
import type { StationId, UnionId } from '../../../shared/station/station.ts';

/** Who did it, as history keeps it: an account id, or `system` for the command line and scheduled work. */
export type ActorRef = { readonly id: string; readonly union: UnionId };

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
  /** `store`: the database itself was restored from a backup. */
  readonly subject:
    | 'station'
    | 'union'
    | 'account'
    | 'region'
    | 'setting'
    | 'calendar'
    | 'store'
    | 'report'
    | 'ledger'
    | 'export'
    | 'plaque'
    | 'objection'
    | 'revision'
    | 'contact'
    | 'task'
    /** What a union wrote down of its work. */
    | 'entry'
    /** Figures of a period, handed in or signed. */
    | 'submission'
    /** A key of a partner who reads open data. */
    | 'partner'
    /** Places where people who need a station are. */
    | 'demand';
  readonly subjectId: string;
  readonly step: string;
  readonly reason: string | null;
  /** Changed fields only; the first row of a station has `before: null` and its full record in `after`. */
  readonly before: Record<string, unknown> | null;
  readonly after: Record<string, unknown>;
  readonly schema: number;
};

/** A report is filed and handled under an id of its own, like every command. */
export type ReportCommand = Omit<CommandEnvelope, 'load'>;
