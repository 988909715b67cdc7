import type { Instant } from '../../../shared/kernel/instant.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import type { StationId, UnionId } from '../../../shared/station/station.ts';
import type { HistoryRow, ReportCommand } from './command.ts';

/** What of history is asked for; null = all. */
export type HistoryFilter = {
  /** Done by a union of this branch, or to a station that is of it today. */
  readonly top: UnionId;
  /** From this instant on, and before that one. */
  readonly from: Instant | null;
  readonly to: Instant | null;
  readonly actor: string | null;
  readonly step: string | null;
  readonly subject: HistoryRow['subject'] | null;
  /** A station and all that belongs to it. */
  readonly station: StationId | null;
  /** Part of the reason, as it is written. */
  readonly reason: string | null;
};

/** `next`: rows before this seq are still to be seen, null = none; `rows` may be few or none when the search is a long one. */
export type HistoryPage = { readonly rows: readonly HistoryRow[]; readonly next: number | null };

/** A file made of history: rows up to `upTo`, as of the moment it was asked for. */
export type HistoryExport = { readonly upTo: number; readonly at: Instant };

/** History by page. See `Store` for what all operations share. */
export type AuditStore = {
  /** From the newest before `before` (null = from the end) backwards, at most `limit` (1,000) rows. */
  historyPage(
    filter: HistoryFilter,
    page: { readonly before: number | null; readonly limit: number },
  ): Promise<HistoryPage>;
  /**
   * Writes down in history that somebody takes a copy of it, `said` being the filter without what was searched for in words.
   * Refuses `receipt-conflict`; the same command again gives the same export.
   */
  beginHistoryExport(command: ReportCommand, said: Record<string, unknown>): Promise<Result<HistoryExport>>;
  /** Writes down that a backup of the whole register is being made; `file`: its name. */
  noteBackup(command: ReportCommand, file: string): Promise<Result<true>>;
  /** The export this account asked for under this id and body, or null. */
  historyExport(command: Pick<ReportCommand, 'commandId' | 'bodyHash' | 'actor'>): Promise<HistoryExport | null>;
};
