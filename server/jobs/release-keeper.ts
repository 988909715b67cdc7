import type { Logger } from 'pino';
import type { Store } from '../store/port.ts';

/** How often what is held back is looked at: its hour counts, not the minute. */
const EVERY_MS = 5 * 60_000;

/** Lets held reports through in their turn for as long as the server runs; the answer ends it. */
export function startReleasing(store: Store, log: Logger): () => void {
  const timer = setInterval(() => {
    store.releaseReports().then(
      (count) => count > 0 && log.info({ count }, 'reports let through'),
      (error) => log.error({ err: error }, 'release'),
    );
  }, EVERY_MS).unref();
  return () => clearInterval(timer);
}
