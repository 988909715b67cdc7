import type { Instant } from '../../shared/kernel/instant.ts';
import type { PublicStation } from '../../shared/station/station.ts';
import { stopsAt } from '../../shared/station/stop-times.ts';

/**
 * The station as somebody who wants to go there needs it: a mobile one stands at the stop where it is now or comes
 * next, and that is where distance, address and navigation lead. All others stay as they are.
 */
export function placeNow(station: PublicStation, now: Instant): PublicStation {
  const [first] = stopsAt(station.stops, now);
  if (first === undefined || (first.until === null && first.nextAt === null)) return station;
  return { ...station, point: first.stop.point, address: first.stop.name };
}
