import { Workbox } from 'workbox-window';
import type { Instant } from '../../shared/kernel/instant.ts';
import { type Cell, cell } from './cell.ts';

export type Install = Pick<Cell<boolean>, 'get' | 'subscribe'> & {
  /** Swaps the waiting version in and loads the page again: only ever because the person said so. */
  accept(): void;
};

export type InstallWorld = {
  /** Null where there is no service worker (plain http, private windows of some browsers) or none was built. */
  readonly worker: Workbox | null;
  readonly page: Document;
  readonly target: Window;
  readonly now: () => Instant;
};

const LOOK_EVERY_MS = 60 * 60_000;

export function serviceWorker(url: string): Workbox {
  return new Workbox(url);
}

/** Ready when a new version waits, or when a part of this one could not be loaded because the server has moved on. */
export function makeInstall({ worker, page, target, now }: InstallWorld): Install {
  const ready = cell(false);
  let isWaiting = false;
  let isAccepted = false;
  target.addEventListener('vite:preloadError', () => ready.put(true));
  if (worker !== null) {
    worker.addEventListener('waiting', () => {
      isWaiting = true;
      ready.put(true);
    });
    worker.addEventListener('controlling', () => {
      if (isAccepted) target.location.reload();
    });
    // Without a worker the app runs as it is; it only cannot be opened without a net.
    worker.register().catch(() => undefined);
    lookAgain(worker, page, now);
  }
  return {
    get: ready.get,
    subscribe: ready.subscribe,
    accept: () => {
      if (worker === null || !isWaiting) {
        target.location.reload();
        return;
      }
      isAccepted = true;
      worker.messageSkipWaiting();
    },
  };
}

/** A page that stays open for days asks for a new version when it comes back into view, at most once an hour. */
function lookAgain(worker: Workbox, page: Document, now: () => Instant): void {
  let looked = now();
  page.addEventListener('visibilitychange', () => {
    if (page.visibilityState !== 'visible' || now() - looked < LOOK_EVERY_MS) return;
    looked = now();
    worker.update().catch(() => undefined);
  });
}
