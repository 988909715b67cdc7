import type { DateText, Instant } from '../../../shared/kernel/instant.ts';
import type { StationId } from '../../../shared/station/station.ts';
import type { AsOf } from '../../../shared/stats/question.ts';
import type { HistoryRow } from './command.ts';

/**
 * A row of history as figures are folded from it. `after`: all of a station in its first row (`before` null), less what is null or an
 * empty list; else the fields that changed, in their own form. `before` of a station's later rows is left empty: nothing is read of it.
 */
export type HistoryLine = Pick<
  HistoryRow,
  'seq' | 'at' | 'effectiveOn' | 'union' | 'subject' | 'subjectId' | 'step' | 'reason' | 'before' | 'after'
>;

/** A stretch of history in the form figures keep it in: derived, so that it can be thrown away at any time. */
export type FactChunk = { readonly fromSeq: number; readonly toSeq: number; readonly bytes: Uint8Array };

/** What the plaque of a station counted for a day, of which it was told on another or the same one. */
export type MeasuredDay = {
  readonly station: StationId;
  readonly day: DateText;
  readonly receivedOn: DateText;
  readonly visits: number;
};

/** What a row of history says of who did what, when and why. */
export type Doing = Pick<HistoryRow, 'seq' | 'effectiveOn' | 'actor' | 'union' | 'step' | 'reason'>;

/** What figures are read from. See `Store` for what all operations share. */
export type FiguresStore = {
  /** The newest row, and when it was written. */
  newestRow(): Promise<AsOf>;
  /** The last row written at or before a time; null when there was none yet. */
  asOfAt(time: Instant): Promise<AsOf | null>;
  /** The row of a seq; null when there is none. */
  asOfSeq(seq: number): Promise<AsOf | null>;
  /**
   * Rows of these subjects after a seq, in order, page by page: one consistent read. Gives back the newest row of all, which is how
   * far the reader then knows history.
   */
  eachLineAfter(
    from: { readonly after: number; readonly subjects: readonly HistoryRow['subject'][] },
    visit: (lines: readonly HistoryLine[]) => void | Promise<void>,
  ): Promise<AsOf>;
  /** Chunks of a format, in order and without a gap from the beginning; what does not belong to this history is left out. */
  eachFactChunk(format: number, visit: (chunk: FactChunk) => void | Promise<void>): Promise<void>;
  /**
   * Keeps one more chunk, in a short transaction of its own, where the last one ended; another process may have been faster, then
   * nothing is kept. Chunks of other formats are dropped.
   */
  keepFactChunk(format: number, chunk: FactChunk): Promise<void>;
  /** All of them, when one turns out to be broken. */
  dropFactChunks(): Promise<void>;
  /** Visits received on days within `[from, before)`, page by page. What history's newest row comes after never changes any more. */
  eachMeasured(
    span: { readonly from: DateText; readonly before: DateText },
    visit: (rows: readonly MeasuredDay[]) => void | Promise<void>,
  ): Promise<void>;
  /** Rows of history by seq; those there are not are left out. */
  doings(seqs: readonly number[]): Promise<ReadonlyMap<number, Doing>>;
};
