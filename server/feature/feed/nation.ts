import type { PackColumns } from '../../../shared/feed/columns.ts';
import { decodePack } from '../../../shared/feed/pack-decode.ts';
import { encodePack, type PackRow } from '../../../shared/feed/pack-encode.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import type { Store } from '../../store/port.ts';
import { initialsOf } from '../pinyin.ts';
import type { RegionTable } from '../regions/table.ts';
import { UTF8 } from '../utf8.ts';

export type NationParts = { readonly store: Store; readonly regions: RegionTable; readonly now: () => Instant };

/** Every published station with its texts as one region's columns: what a phone holds of a city, for the whole country. */
export async function readNation({ store, regions, now }: NationParts): Promise<PackColumns> {
  const rows: PackRow[] = [];
  const at = await store.eachPublished('CN', (page) => {
    for (const { row } of page) rows.push({ row, initials: initialsOf(row.name) });
  });
  const head = { kind: 'city', region: 'CN', ...at, asOf: now(), cityOf: regions.cityOf } as const;
  const columns = decodePack(encodePack(head, rows, UTF8), UTF8);
  if (!columns.ok) throw new Error(`our own pack is refused: ${JSON.stringify(columns.refusal)}`);
  return columns.value;
}
