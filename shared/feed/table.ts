import type { Utf8 } from './bytes.ts';
import type { LocalCity } from './local.ts';
import { openTableWith } from './near-table.ts';
import type { StationTable } from './row.ts';
import { searchSources } from './table-search.ts';

/**
 * One read model over every region held; `core` is the national one, or null. Cheap to open: no text is looked at.
 * It answers for the copies as they are now; after a pull another is opened.
 */
export function openTable(cities: readonly LocalCity[], core: LocalCity | null, utf8: Utf8): StationTable {
  return openTableWith({ cities, core }, searchSources, utf8);
}
