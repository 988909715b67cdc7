import type { Utf8 } from '../../shared/feed/bytes.ts';
import type { FeedRegion } from '../../shared/feed/feed.ts';
import type { StationTable } from '../../shared/feed/row.ts';
import { openTable } from '../../shared/feed/table.ts';
import { type Instant, instant } from '../../shared/kernel/instant.ts';
import type { Held } from '../local/store.ts';
import type { SyncState } from './state.ts';

/** What the screens see of what is held. A table is opened anew only when rows of some region changed. */
export type Shown = Pick<SyncState, 'table' | 'cities' | 'serverTime'>;

/** Remembers the copies the last table was opened over: a pull that brought nothing costs nothing. */
export function tableKeeper(utf8: Utf8): (held: ReadonlyMap<FeedRegion, Held>) => StationTable | null {
  let over: readonly unknown[] = [];
  let table: StationTable | null = null;
  return (held) => {
    const copies = [...held.values()].map(({ city }) => city);
    // An empty page moves the cursor and the time alone: rows are the same objects.
    const parts = copies.flatMap(({ columns, overlay, drops }) => [columns, overlay, drops]);
    if (parts.length === over.length && parts.every((part, at) => part === over[at])) return table;
    over = parts;
    const cities = copies.filter(({ columns }) => columns.region !== 'CN');
    const core = copies.find(({ columns }) => columns.region === 'CN') ?? null;
    table = copies.length === 0 ? null : openTable(cities, core, utf8);
    return table;
  };
}

export function citiesOf(held: ReadonlyMap<FeedRegion, Held>, table: StationTable | null): SyncState['cities'] {
  const rows = new Map(table?.cities.map((city) => [city.region, city.rows]));
  return [...held.values()].flatMap(({ city, pack, checkedAt }) => {
    const { region } = city.columns;
    if (region === 'CN') return [];
    return [{ region, asOf: city.asOf, checkedAt, bytes: pack.bytes, rows: rows.get(region) ?? 0 }];
  });
}

export function latest(held: ReadonlyMap<FeedRegion, Held>, known: Instant | null): Instant | null {
  const times = [...held.values()].map(({ serverTime }) => serverTime);
  return times.length === 0 && known === null ? null : instant(Math.max(known ?? 0, ...times));
}
