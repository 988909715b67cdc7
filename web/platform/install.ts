import type { Workbox } from 'workbox-window';
import type { Instant } from '../../shared/kernel/instant.ts';
import { type Cell, cell } from './cell.ts';

/** Whether the app opens without a net; `unknown` until the worker was asked for. */
export type ShellState = 'kept' | 'not-kept' | 'unknown';

export type Install = Pick<Cell<boolean>, 'get' | 'subscribe'> & {
  readonly shell: Pick<Cell<ShellState>, 'get' | 'subscribe'>;
  /** Swaps the waiting version in and loads the page again: only ever because the person said so. */
  accept(): void;
  /** Registers the worker. It fetches all of the app, so not before the first list is there. */
  begin(): void;
};

export type InstallWorld = {
  /** Null where there is no service worker (plain http, private windows of some browsers) or none was built. */
  readonly worker: (() => Promise<Workbox>) | null;
  readonly page: Document;
  readonly target: Window;
  readonly now: () => Instant;
};

const LOOK_EVERY_MS = 60 * 60_000;

export async function serviceWorker(url: string): Promise<Workbox> {
  const { Workbox } = await import('workbox-window');
  return new Workbox(url);
}

/** Ready when a new version waits, or when a part of this one could not be loaded because the server has moved on. */
export function makeInstall({ worker, page, target, now }: InstallWorld): Install {
  const ready = cell(false);
  const shell = cell<ShellState>(worker === null ? 'not-kept' : 'unknown');
  let waiting: Workbox | null = null;
  let isAccepted = false;
  target.addEventListener('vite:preloadError', () => ready.put(true));
  const begin = async (open: () => Promise<Workbox>): Promise<void> => {
    const workbox = await open();
    workbox.addEventListener('waiting', () => {
      waiting = workbox;
      ready.put(true);
    });
    workbox.addEventListener('controlling', () => {
      if (isAccepted) target.location.reload();
    });
    await workbox.register();
    shell.put('kept');
    lookAgain(workbox, page, now);
  };
  return {
    get: ready.get,
    subscribe: ready.subscribe,
    shell,
    begin: () => {
      // Without a worker the app runs as it is; it only cannot be opened without a net. The next visit tries again.
      if (worker !== null) begin(worker).catch(() => shell.put('not-kept'));
    },
    accept: () => {
      if (waiting === null) {
        target.location.reload();
        return;
      }
      isAccepted = true;
      waiting.messageSkipWaiting();
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
