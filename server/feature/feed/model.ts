import type { Epoch } from '../../../shared/feed/feed.ts';
import type { StationTable } from '../../../shared/feed/row.ts';
import type { Calendar } from '../../../shared/station/calendar.ts';

/** The published stations in memory, as exact as the counter they were read at. */
export type ReadModel = {
  /** Brings in what other processes committed (asked at most every half second), then answers from one state. */
  current(): Promise<ModelState>;
  /** What is held now, without asking the store. */
  peek(): ModelState;
};

export type ModelState = {
  readonly table: StationTable;
  readonly epoch: Epoch;
  readonly seq: number;
  readonly calendar: Calendar;
  /** Whether any published station is a synthetic one: every screen then says 示例数据. */
  readonly synthetic: boolean;
};
