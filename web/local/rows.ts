import type { PackColumns } from '../../shared/feed/columns.ts';
import type { Drop, FeedRegion } from '../../shared/feed/feed.ts';
import type { LocalCity, OverlayRow } from '../../shared/feed/local.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import type { StationCode } from '../../shared/station/code.ts';
import type { Held } from './store.ts';

/**
 * What the database holds, version 1. `packs`: one record for each region, its columns as they are worked on, so that
 * opening copies bytes and parses nothing. `changes`: small rows laid over a pack, by [region, code]. `cursors`: where
 * each region stands; written in the same transaction as the rows it speaks for. `facts`: whatever is there once.
 */
export type PackRow = Held['pack'] & {
  readonly region: FeedRegion;
  /** Grows when the columns change their meaning: records of another shape are fetched anew. */
  readonly shape: number;
  readonly columns: PackColumns;
};
export type CursorRow = {
  readonly region: FeedRegion;
  readonly rev: number;
  readonly cursor: number;
  readonly whole: number;
  readonly asOf: Instant;
  readonly checkedAt: Instant;
  readonly serverTime: Instant;
  readonly wantsPack: boolean;
};
/** Exactly one of `row` and `drop` is not null. */
export type ChangeRow = {
  readonly region: FeedRegion;
  readonly code: StationCode;
  readonly row: OverlayRow | null;
  readonly drop: Drop | null;
};
export type FactRow = { readonly name: string; readonly shape: number; readonly value: unknown };

/** Name of the one fact that is the calendar. */
export const CALENDAR = 'calendar';

export const SHAPE = 1;

export function packRow({ city, pack }: Held): PackRow {
  return { ...pack, region: city.columns.region, shape: SHAPE, columns: city.columns };
}

export function cursorRow({ city, rev, checkedAt, serverTime, wantsPack }: Held): CursorRow {
  return {
    region: city.columns.region,
    rev: rev + 1,
    cursor: city.cursor,
    whole: city.whole,
    asOf: city.asOf,
    checkedAt,
    serverTime,
    wantsPack,
  };
}

export function changeRows({ columns, overlay, drops }: LocalCity): readonly ChangeRow[] {
  const { region } = columns;
  return [
    ...Array.from(overlay, ([code, row]): ChangeRow => ({ region, code, row, drop: null })),
    ...Array.from(drops, ([code, drop]): ChangeRow => ({ region, code, row: null, drop })),
  ];
}

/** The rows to write and the codes to forget, to get from one copy to the next over the same pack. */
export function differenceOf(
  before: LocalCity,
  next: LocalCity,
): { readonly put: readonly ChangeRow[]; readonly forget: readonly StationCode[] } {
  const put = changeRows(next).filter(({ code, row, drop }) =>
    row === null ? before.drops.get(code) !== drop : before.overlay.get(code) !== row,
  );
  const known = [...before.overlay.keys(), ...before.drops.keys()];
  return { put, forget: known.filter((code) => !next.overlay.has(code) && !next.drops.has(code)) };
}

export function heldOf(
  pack: PackRow,
  { rev, cursor, whole, asOf, checkedAt, serverTime, wantsPack }: CursorRow,
  changes: readonly ChangeRow[],
): Held {
  const { columns, hash, bytes, checked } = pack;
  const overlay = new Map<StationCode, OverlayRow>();
  const drops = new Map<StationCode, Drop>();
  for (const { code, row, drop } of changes) {
    if (row !== null) overlay.set(code, row);
    // What an earlier version wrote does not say why.
    if (drop !== null) drops.set(code, { ...drop, exit: drop.exit ?? null });
  }
  const city: LocalCity = { columns, overlay, drops, cursor, whole, asOf };
  return { city, pack: { hash, bytes, checked }, checkedAt, serverTime, wantsPack, stored: city, rev };
}

/** Whether a record is one this version wrote: of our shape, and its columns as long as they say. */
export function isWhole({ shape, columns }: PackRow): boolean {
  if (shape !== SHAPE) return false;
  const { n, lng, lat, code, group } = columns.core;
  return [lng, lat, code, group].every((column) => column.length === n);
}
