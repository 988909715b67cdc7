import type { FeedRegion, PackRef } from '../../../shared/feed/feed.ts';
import { ok } from '../../../shared/kernel/result.ts';
import type { Deps } from '../../deps.ts';
import type { Act } from '../../http/mount.ts';

/** Counting goes over every mark: a person who looks what a city costs is served well by counts this old. */
const COUNT_EVERY_MS = 60_000;

/** What packs there are, and what fetching each costs. Counts of stations may be a minute old. */
export function packManifest({ store, packs, now }: Deps): Act<'packs'> {
  let counts: ReadonlyMap<FeedRegion, number> = new Map();
  let countedAt = Number.NEGATIVE_INFINITY;
  const countAgain = async (): Promise<void> => {
    if (now() - countedAt < COUNT_EVERY_MS) return;
    countedAt = now();
    counts = new Map((await store.staleness()).map(({ feed, rows }) => [feed, rows]));
  };
  const line = async (feed: FeedRegion, pack: PackRef) => ({
    ...pack,
    sent: (await packs.sent(pack.hash)) ?? pack.bytes,
    stations: counts.get(feed) ?? 0,
  });
  return async () => {
    const { epoch } = await store.counter();
    await countAgain();
    const lines = [...(await store.packs())].map(async ([feed, pack]) => [feed, await line(feed, pack)] as const);
    return ok({ epoch, packs: Object.fromEntries(await Promise.all(lines)) });
  };
}
