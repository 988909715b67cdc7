import type { Instant } from '../../shared/kernel/instant.ts';
import type { After } from './clock.ts';
import type { KeyValue } from './key-value.ts';

/**
 * Work that one tab at a time should do. It saves traffic and no more: a tab that waited too long goes ahead, so
 * whatever is written must be right with two at work (the store compares before it writes).
 */
export type Lock = <T>(name: string, work: () => Promise<T>) => Promise<T>;

const WAIT_MS = 30_000;

/** Over the browser's own locks, which are let go of when a tab dies. */
export function webLock(locks: LockManager, after: After): Lock {
  return async (name, work) => {
    const wait = new AbortController();
    const callOff = after(WAIT_MS, () => wait.abort());
    let began = false;
    try {
      return await locks.request(name, { signal: wait.signal }, () => {
        began = true;
        callOff();
        return work();
      });
    } catch (error) {
      if (began) throw error;
      return work();
    } finally {
      callOff();
    }
  };
}

/** Where there are no locks (Safari before 15.4, plain http): a note with an end, left where all tabs read it. */
export type LeaseWorld = {
  readonly notes: KeyValue;
  readonly now: () => Instant;
  readonly after: After;
  /** Names this tab. */
  readonly id: string;
};

const LEASE_MS = 60_000;
const LOOK_MS = 250;

export function leaseLock({ notes, now, after, id }: LeaseWorld): Lock {
  const isHeld = (key: string): boolean => {
    const [by, until] = (notes.get(key) ?? '').split(' ');
    // An end further off than any lease was written by a clock that has since been set back.
    const left = Number(until ?? 0) - now();
    return by !== id && left > 0 && left <= LEASE_MS;
  };
  const pause = (): Promise<void> =>
    new Promise((done) => {
      after(LOOK_MS, done);
    });
  return async (name, work) => {
    const key = `lock-${name}`;
    for (let waited = 0; isHeld(key) && waited < WAIT_MS; waited += LOOK_MS) await pause();
    notes.put(key, `${id} ${now() + LEASE_MS}`);
    try {
      return await work();
    } finally {
      if (notes.get(key)?.startsWith(`${id} `)) notes.remove(key);
    }
  };
}
