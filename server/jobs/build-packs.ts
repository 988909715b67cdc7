import { Worker } from 'node:worker_threads';
import type { FeedRegion, PackRef } from '../../shared/feed/feed.ts';

/** Builds the packs of these feeds in a thread of its own: brotli at its strongest never holds an answer up. */
export function buildPacksInWorker(
  feeds: readonly FeedRegion[],
  built: (feed: FeedRegion, pack: PackRef) => void,
  stop: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    if (stop.aborted) return resolve();
    const worker = new Worker(new URL('./build-packs.js', import.meta.url), { workerData: feeds });
    // A pack is a file of its own or not there at all: the next start builds what is missing.
    const letGo = () => {
      worker.terminate().catch(reject);
    };
    stop.addEventListener('abort', letGo, { once: true });
    worker.on('message', ({ feed, pack }: { feed: FeedRegion; pack: PackRef }) => built(feed, pack));
    worker.on('error', reject);
    worker.on('exit', (code) => {
      stop.removeEventListener('abort', letGo);
      if (code === 0 || stop.aborted) resolve();
      else reject(new Error(`build-packs ended with ${code}`));
    });
  });
}
