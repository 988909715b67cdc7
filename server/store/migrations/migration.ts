import type { Instant } from '../../../shared/kernel/instant.ts';
import type { CalendarYear } from '../../../shared/station/calendar.ts';
import type { Region, RegionCode } from '../../../shared/station/region.ts';
import type { Tx } from '../engine.ts';

/** Column types under which both engines mean the same: text order is by bytes, integers are int64. */
export type ColumnTypes = {
  readonly text: string;
  readonly key: string;
  readonly integer: string;
  readonly real: string;
  readonly bytes: string;
};

export const COLUMN_TYPES: { readonly [K in 'sqlite' | 'postgres']: ColumnTypes } = {
  // `integer primary key` is SQLite's own row number: the history needs no second tree.
  sqlite: { text: 'text', key: 'integer', integer: 'integer', real: 'double precision', bytes: 'blob' },
  postgres: { text: 'text collate "C"', key: 'bigint', integer: 'bigint', real: 'double precision', bytes: 'bytea' },
};

/** What a release brings along for the tables that are data, not entries. */
export type Ground = {
  readonly regions: readonly Region[];
  /** Codes that no longer exist → today's. */
  readonly aliases: ReadonlyMap<RegionCode, RegionCode>;
  readonly calendar: readonly CalendarYear[];
  readonly historyKey: string;
  readonly at: Instant;
  /** Random, 16 hex digits: the epoch of a database that is born now. */
  readonly epoch: string;
};

/** Runs inside the one transaction that brings a database to the newest schema. Never edited once released. */
export type Migration = {
  readonly version: number;
  up(tx: Tx, types: ColumnTypes, ground: Ground): Promise<void>;
};
