import { type Instant, instant } from '../../shared/kernel/instant.ts';

/** Calls `act` once after `ms`; the answer calls it off. */
export type After = (ms: number, act: () => void) => () => void;

export const after: After = (ms, act) => {
  const timer = setTimeout(act, ms);
  return () => clearTimeout(timer);
};

export function now(): Instant {
  return instant(Date.now());
}

const MINUTE_MS = 60_000;

export type Clock = { now(): Instant; subscribe(changed: () => void): () => void };

/** Ticks at each full minute while the page is seen, and at once when it comes back into view. */
export function pageClock(page: Document): Clock {
  const watchers = new Set<() => void>();
  let callOff: (() => void) | null = null;
  const tick = () => {
    for (const changed of [...watchers]) changed();
  };
  const arm = () => {
    callOff?.();
    callOff = null;
    if (watchers.size === 0 || page.visibilityState === 'hidden') return;
    callOff = after(MINUTE_MS - (now() % MINUTE_MS), () => {
      tick();
      arm();
    });
  };
  page.addEventListener('visibilitychange', () => {
    if (page.visibilityState === 'visible') tick();
    arm();
  });
  return {
    now,
    subscribe: (changed) => {
      watchers.add(changed);
      if (watchers.size === 1) arm();
      return () => {
        watchers.delete(changed);
        if (watchers.size === 0) arm();
      };
    },
  };
}
