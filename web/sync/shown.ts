import type { Utf8 } from '../../shared/feed/bytes.ts';
import type { FeedRegion } from '../../shared/feed/feed.ts';
import { openTableWith } from '../../shared/feed/near-table.ts';
import type { StationTable } from '../../shared/feed/row.ts';
import type { Searching } from '../../shared/feed/table-search.ts';
import { type Instant, instant } from '../../shared/kernel/instant.ts';
import type { Held } from '../local/store.ts';
import type { SyncState } from './state.ts';

/** Until the code that searches is there nothing is found; then the table is opened once more. */
const NOT_YET: Searching = () => () => [];

export type TableKeeper = (held: ReadonlyMap<FeedRegion, Held>, searching: Searching | null) => StationTable | null;

/** Remembers the copies the last table was opened over: a pull that brought nothing costs nothing. */
export function tableKeeper(utf8: Utf8): TableKeeper {
  let over: readonly unknown[] = [];
  let table: StationTable | null = null;
  return (held, searching) => {
    const copies = [...held.values()].map(({ city }) => city);
    // An empty page moves the cursor and the time alone: rows are the same objects.
    const parts = [searching, ...copies.flatMap(({ columns, overlay, drops }) => [columns, overlay, drops])];
    if (parts.length === over.length && parts.every((part, at) => part === over[at])) return table;
    over = parts;
    const cities = copies.filter(({ columns }) => columns.region !== 'CN');
    const core = copies.find(({ columns }) => columns.region === 'CN') ?? null;
    table = copies.length === 0 ? null : openTableWith({ cities, core }, searching ?? NOT_YET, utf8);
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

/** The highest server time seen: each region remembers its own. */
export function latest(held: ReadonlyMap<FeedRegion, Held>): Instant | null {
  const times = [...held.values()].map(({ serverTime }) => serverTime);
  return times.length === 0 ? null : instant(Math.max(...times));
}
