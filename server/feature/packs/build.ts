import type { FeedRegion, PackRef } from '../../../shared/feed/feed.ts';
import { encodePack, type PackRow } from '../../../shared/feed/pack-encode.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import type { PublicStation } from '../../../shared/station/station.ts';
import type { Store } from '../../store/port.ts';
import { initialsOf } from '../pinyin.ts';
import type { RegionTable } from '../regions/table.ts';
import { UTF8 } from '../utf8.ts';
import type { PackFiles } from './files.ts';

export type PackBuild = {
  readonly store: Store;
  readonly files: PackFiles;
  readonly regions: RegionTable;
  readonly now: () => Instant;
};

/** One feed's pack, exact at the seq of the same read, on disk before the database names it. */
export async function buildPack(region: FeedRegion, build: PackBuild): Promise<PackRef> {
  const core = region === 'CN';
  const rows: PackRow[] = [];
  const at = await build.store.eachPublished(region, (page) => {
    for (const { row } of page)
      rows.push(core ? { row: coreOnly(row), initials: '' } : { row, initials: initialsOf(row.name) });
  });
  const asOf = build.now();
  const cityOf = build.regions.cityOf;
  const bytes = encodePack({ kind: core ? 'core' : 'city', region, ...at, asOf, cityOf }, rows, UTF8);
  const stored = await build.files.write(bytes);
  const pack = { ...stored, seq: at.seq, asOf };
  await build.store.putPack(region, pack);
  return pack;
}

/** The core has no texts: they are let go while 190,000 rows are collected. */
function coreOnly(row: PublicStation): PublicStation {
  return {
    ...row,
    name: '',
    address: '',
    entrance: null,
    aliases: [],
    honours: [],
    photos: [],
    hostName: null,
    publicPhone: null,
  };
}
