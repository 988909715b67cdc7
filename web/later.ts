import { after, now } from './platform/clock.ts';
import type { Http } from './platform/http.ts';
import { dice, newId } from './platform/ids.ts';
import type { KeyValue } from './platform/key-value.ts';
import { leaseLock, webLock } from './platform/lock.ts';
import type { Network } from './platform/network.ts';
import type { Ports } from './ui/ports.ts';

/** What is sent to the server, and asked of it beside the lists: wired like main.tsx, but its code comes when first wanted. */
type World = { readonly notes: KeyValue; readonly http: Http; readonly network: Network };

/** The reports of this phone, from its outbox. */
export function openReportsLater({ notes, http, network }: World): Ports['reports'] {
  return once(async () => {
    const { openReports } = await import('./sync/reports.ts');
    const [{ openOutbox }, post, { shrinkPhoto }] = await Promise.all([
      import('./local/outbox-kept.ts'),
      openPost(),
      import('./platform/photo.ts'),
    ]);
    return openReports({
      outbox: await openOutbox({ factory: window.indexedDB, keyRange: window.IDBKeyRange, after }),
      http,
      post,
      lock: lockOf(notes),
      network,
      now,
      after,
      dice,
      newId: () => newId(window.crypto),
      shrink: (file) => shrinkPhoto(file, document),
    });
  });
}

/** Where the scans of plaques are noted. */
export const VISITS = 'visits';

export function openVisitsLater({ notes, network }: World): Ports['visits'] {
  return once(async () => {
    const [{ openVisits }, post] = await Promise.all([import('./sync/visits.ts'), openPost()]);
    return openVisits({
      notes: noteIn(notes, VISITS),
      post,
      lock: lockOf(notes),
      network,
      now,
      newId: () => newId(window.crypto),
    });
  });
}

export function openNoticesLater({ notes, http }: World): Ports['notices'] {
  return once(async () => {
    const [{ openNotices }, post] = await Promise.all([import('./sync/notices.ts'), openPost()]);
    return openNotices({ http, post, notes: noteIn(notes, 'objections'), newId: () => newId(window.crypto) });
  });
}

async function openPost() {
  const { makePost } = await import('./platform/post.ts');
  return makePost({ fetch: (url, init) => window.fetch(url, init), origin: window.location.origin, after });
}

export function noteIn(notes: KeyValue, key: string) {
  return { get: () => notes.get(key), put: (text: string) => void notes.put(key, text) };
}

/** Opened once; a part that could not be loaded is asked for again the next time. */
function once<T>(open: () => Promise<T>): { load(): Promise<T> } {
  let opening: Promise<T> | null = null;
  return {
    load: () => {
      opening ??= open().catch((error) => {
        opening = null;
        throw error;
      });
      return opening;
    },
  };
}

/** One tab at a time, where the browser can say so. */
export function lockOf(notes: KeyValue): ReturnType<typeof webLock> {
  const locks: LockManager | undefined = window.navigator.locks;
  return locks === undefined ? leaseLock({ notes, now, after, id: newId(window.crypto) }) : webLock(locks, after);
}
