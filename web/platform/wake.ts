import type { Seen } from './follow.ts';

/** The screen stays lit until the answer is called; where the browser cannot, nothing happens. */
export type KeepAwake = () => () => void;

/** A lock is lost whenever the page is hidden, so it is taken again each time the page is seen. */
export function wakeKeeper(wakeLock: WakeLock | undefined, page: Seen): KeepAwake {
  return () => {
    let lock: WakeLockSentinel | null = null;
    let isOver = wakeLock === undefined;
    const take = async (): Promise<void> => {
      if (isOver || page.visibilityState !== 'visible') return;
      // Refused when the battery is low: the screen then goes dark as it always does.
      const taken = (await wakeLock?.request('screen').catch(() => null)) ?? null;
      if (isOver) await taken?.release();
      else lock = taken;
    };
    page.addEventListener('visibilitychange', take);
    take();
    return () => {
      isOver = true;
      page.removeEventListener('visibilitychange', take);
      lock?.release();
      lock = null;
    };
  };
}
