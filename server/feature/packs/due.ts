import type { FeedRegion, PackRef } from '../../../shared/feed/feed.ts';
import type { FeedStaleness, Store } from '../../store/port.ts';
import type { PackFiles } from './files.ts';

/** A delta of this share of the rows is as dear as a pack; small cities wait for this many rows. */
const SHARE = 0.02;
const FEW = 256;

export type DueFeed = { readonly feed: FeedRegion; readonly due: 'now' | 'nightly' };

/** `now`: there is no pack to use, or deltas since it have grown long. `nightly`: it is merely not the newest. */
export function packDue({ rows, changes }: FeedStaleness, usable: boolean): DueFeed['due'] | null {
  if (!usable || changes > Math.max(FEW, rows * SHARE)) return 'now';
  return changes > 0 ? 'nightly' : null;
}

/** The feeds whose packs want building, the nation last: it is the largest. */
export async function duePacks(store: Store, files: PackFiles): Promise<readonly DueFeed[]> {
  const packs = await store.packs();
  const due: DueFeed[] = [];
  for (const feed of await store.staleness()) {
    const when = packDue(feed, await isUsable(packs.get(feed.feed), files));
    if (when) due.push({ feed: feed.feed, due: when });
  }
  return due;
}

/** The database may name a pack whose file was lost, or copied without it. */
async function isUsable(pack: PackRef | undefined, files: PackFiles): Promise<boolean> {
  return pack !== undefined && files.has(pack.hash);
}
