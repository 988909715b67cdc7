import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { FeedRegion } from '../../../shared/feed/feed.ts';
import { instant } from '../../../shared/kernel/instant.ts';
import { sentence } from '../../../shared/words/sentence.ts';
import { buildPack } from '../../feature/packs/build.ts';
import { PackFiles } from '../../feature/packs/files.ts';
import { openWorld } from '../../open.ts';

const feeds: readonly FeedRegion[] = workerData;
const world = await openWorld();
if (!world.ok) throw new Error(sentence(world.refusal));
const { env, store, regions, close } = world.value;
const files = new PackFiles(join(env.DATA_DIR, 'packs'));
for (const feed of feeds) {
  const pack = await buildPack(feed, { store, files, regions, now: () => instant(Date.now()) });
  parentPort?.postMessage({ feed, pack });
}
await close();
