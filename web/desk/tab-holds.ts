import { after } from '../platform/clock.ts';
import { lockHolds, type TabHolds, writtenHolds } from '../platform/tab-hold.ts';

/** Browsers without locks have no such property, whatever the types say. */
export function tabHolds(): TabHolds {
  return 'locks' in navigator ? lockHolds(navigator.locks, after) : writtenHolds(window);
}
