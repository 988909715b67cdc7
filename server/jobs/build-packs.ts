import { Worker } from 'node:worker_threads';
import type { FeedRegion, PackRef } from '../../shared/feed/feed.ts';

/** Builds the packs of these feeds in a thread of its own: brotli at its strongest never holds an answer up. */
export function buildPacksInWorker(
  feeds: readonly FeedRegion[],
  built: (feed: FeedRegion, pack: PackRef) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./build-packs.js', import.meta.url), { workerData: feeds });
    worker.on('message', ({ feed, pack }: { feed: FeedRegion; pack: PackRef }) => built(feed, pack));
    worker.on('error', reject);
    worker.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`build-packs ended with ${code}`))));
  });
}
