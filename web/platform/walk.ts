import { metresBetween } from '../../shared/geo/distance.ts';
import { wgsToGcj } from '../../shared/geo/gcj.ts';
import type { Wgs84 } from '../../shared/geo/point.ts';
import type { After } from './clock.ts';
import type { Seen } from './follow.ts';
import type { Locate } from './locate.ts';

export type WalkWorld = { readonly locate: Locate; readonly page: Seen; readonly after: After };

/** Who stands still for so long after asking stands; who walks slowly has gone 20 metres. Milliseconds. */
const TRIAL_MS = 20_000;
/** Who walked and then stood this long (a red light) has arrived. */
const REST_MS = 60_000;
/** Nearer than this, or than the fix is sure, a new fix is the same place. Metres. */
const STEP = 20;

type Fix = { readonly point: Wgs84; readonly accuracy: number };

/** After each fix that was asked for: goes on listening while the person walks and looks, and not a moment longer. */
export function keepUp({ locate, page, after }: WalkWorld): void {
  let asked = true;
  let from: Fix | null = null;
  let stop: (() => void) | null = null;
  let callOff = (): void => undefined;
  const end = (): void => {
    callOff();
    stop?.();
    stop = null;
  };
  const wait = (ms: number): void => {
    callOff();
    callOff = after(ms, end);
  };
  locate.subscribe(() => {
    const fix = locate.get();
    if (fix.kind !== 'fix') {
      asked = true;
      if (fix.kind !== 'asking') end();
    } else if (asked) {
      asked = false;
      from = fix;
      if (page.visibilityState === 'hidden') return;
      stop ??= locate.follow();
      wait(TRIAL_MS);
    } else if (stop !== null && from !== null && hasWalked(from, fix)) {
      from = fix;
      wait(REST_MS);
    }
  });
  page.addEventListener('visibilitychange', () => {
    if (page.visibilityState === 'hidden') end();
  });
}

function hasWalked(from: Fix, to: Fix): boolean {
  return metresBetween(wgsToGcj(from.point), wgsToGcj(to.point)) > Math.max(STEP, to.accuracy);
}
