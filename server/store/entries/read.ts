import { type RawBuilder, sql } from 'kysely';
import { type DateText, instant } from '../../../shared/kernel/instant.ts';
import type { Entry, EntryId, EntryKind } from '../../../shared/station/entry.ts';
import { PUBLISHED, type Station, type StationId, type UnionId } from '../../../shared/station/station.ts';
import { inBranch } from '../branch.ts';
import type { Tx } from '../engine.ts';
import type { EntriesStore, EntryFilter, EntryTotal, HeldEntry } from '../port/entries.ts';
import { decodeRecord } from '../record.ts';
import { loadStations } from '../stations.ts';
import { entryOf } from './rows.ts';
import type { EntryRow } from './schema.ts';

type Ask<K extends keyof EntriesStore> = Parameters<EntriesStore[K]>;
type Held = EntryRow & { readonly answerable: string };

/** Who answers today: the station's union; of a union's own entries, and of a station that is gone, the one they were kept under. */
const ANSWERABLE = sql<UnionId>`coalesce(s.union_id, e.union_id)`;

function entriesOf(tx: Tx) {
  return tx.selectFrom('entry as e').leftJoin('station as s', 's.id', 'e.station_id');
}

function filtered(tx: Tx, filter: EntryFilter) {
  const { top, only, kind, station, from, to, openBefore, isWithdrawn } = filter;
  let rows = entriesOf(tx)
    .where('e.withdrawn', '=', isWithdrawn ? 1 : 0)
    .where(inBranch(ANSWERABLE, top));
  if (only !== null) rows = rows.where(among(sql`e.station_id`, only));
  if (kind !== null) rows = rows.where('e.kind', '=', kind);
  if (station !== null) rows = rows.where('e.station_id', '=', station);
  if (from !== null) rows = rows.where('e.day', '>=', from);
  if (to !== null) rows = rows.where('e.day', '<=', to);
  return openBefore === null ? rows : rows.where('e.open_until', '<', openBefore);
}

function among(column: RawBuilder<unknown>, only: readonly StationId[]): RawBuilder<boolean> {
  return only.length === 0 ? sql<boolean>`1 = 0` : sql<boolean>`${column} in (${sql.join(only)})`;
}

/** See `EntriesStore.entries`. */
export async function listEntries(tx: Tx, [filter, { after, limit }]: Ask<'entries'>): Promise<readonly HeldEntry[]> {
  let rows = filtered(tx, filter).selectAll('e').select(ANSWERABLE.as('answerable'));
  if (after !== null) rows = rows.where(sql<boolean>`(e.day, e.id) < (${after.day}, ${after.id})`);
  const found = await rows.orderBy('e.day', 'desc').orderBy('e.id', 'desc').limit(limit).execute();
  return withStations(tx, found);
}

/** See `EntriesStore.entryTotals`. */
export async function entryTotals(tx: Tx, filter: EntryFilter): Promise<readonly EntryTotal[]> {
  const rows = await filtered(tx, filter)
    .select(['e.kind', sql<number>`count(*)`.as('count'), sql<number>`sum(e.amount)`.as('amount')])
    .groupBy('e.kind')
    .orderBy('e.kind')
    .execute();
  return rows.map(({ kind, count, amount }) => ({
    kind: kind as EntryKind,
    count: Number(count),
    amount: Number(amount),
  }));
}

/** Those among these ids that there are, by their ids. */
export async function heldEntries(tx: Tx, ids: readonly EntryId[]): Promise<ReadonlyMap<string, HeldEntry>> {
  if (ids.length === 0) return new Map();
  const rows = await entriesOf(tx)
    .selectAll('e')
    .select(ANSWERABLE.as('answerable'))
    .where('e.id', 'in', ids)
    .execute();
  return new Map((await withStations(tx, rows)).map((held) => [held.entry.id, held]));
}

async function withStations(tx: Tx, rows: readonly Held[]): Promise<readonly HeldEntry[]> {
  const ids = [...new Set(rows.flatMap(({ station_id }) => (station_id === null ? [] : [station_id as StationId])))];
  const stations = new Map<string, Station>((await loadStations(tx, ids)).map((station) => [station.id, station]));
  return rows.map(({ answerable, ...row }) => ({
    entry: entryOf(row),
    station: row.station_id === null ? null : (stations.get(row.station_id) ?? null),
    union: answerable as UnionId,
    at: instant(row.at),
  }));
}

/** See `EntriesStore.visitsOfMonth`. */
export async function visitsOfMonth(
  tx: Tx,
  stations: readonly StationId[],
  month: DateText,
): Promise<readonly Entry[]> {
  if (stations.length === 0) return [];
  const rows = await tx
    .selectFrom('entry')
    .selectAll()
    .where('station_id', 'in', stations)
    .where('kind', '=', 'visits')
    .where('day', '=', month)
    .where('withdrawn', '=', 0)
    .orderBy('id')
    .execute();
  return rows.map(entryOf);
}

/** See `EntriesStore.stationsOfBranch`. */
export async function stationsOfBranch(
  tx: Tx,
  [{ top, only }, { after, limit }]: Ask<'stationsOfBranch'>,
): Promise<readonly Station[]> {
  let rows = tx
    .selectFrom('station')
    .select('record')
    .where('status', 'in', PUBLISHED)
    .where(inBranch(sql`union_id`, top));
  if (only !== null) rows = rows.where(among(sql`id`, only));
  if (after !== null) rows = rows.where('code', '>', after);
  const found = await rows.orderBy('code').limit(limit).execute();
  return found.map(({ record }) => decodeRecord(record));
}
