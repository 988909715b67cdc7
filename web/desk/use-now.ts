import { useContext, useSyncExternalStore } from 'react';
import { type Instant, instant } from '../../shared/kernel/instant.ts';
import { pageClock } from '../platform/clock.ts';
import { SkewContext } from './skew.ts';

const MINUTE_MS = 60_000;
const clock = pageClock(document);

/** The time by the server's clock, to the minute: desks' own clocks are often wrong, and due days are the server's. */
export function useNow(): Instant {
  const skew = useContext(SkewContext);
  const minute = useSyncExternalStore(clock.subscribe, () => Math.floor((clock.now() + skew) / MINUTE_MS));
  return instant(minute * MINUTE_MS);
}
