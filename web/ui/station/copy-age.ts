import type { Instant } from '../../../shared/kernel/instant.ts';
import type { StationCode } from '../../../shared/station/code.ts';
import type { SyncState } from '../../sync/state.ts';
import { staleness } from '../words/fresh.ts';

/** How old the phone's copy is, and whether its claims are still firm. */
export type CopyAge = { readonly checkedAt: Instant | null; readonly ageMs: number; readonly clockOff: boolean };

/** A phone this far behind the server's clock cannot say what is open. */
const CLOCK_OFF_MS = 5 * 60_000;

/** The age of the copy a station stands in: its city's, else the oldest of all stored. */
export function copyAge(state: SyncState, now: Instant, near: StationCode | null): CopyAge {
  const own = near === null ? undefined : state.cities.find((city) => sameCity(city.region, near));
  const checked = own === undefined ? state.cities.map((city) => city.checkedAt) : [own.checkedAt];
  const checkedAt = checked.reduce<Instant | null>(
    (oldest, at) => (oldest === null || at < oldest ? at : oldest),
    null,
  );
  return {
    checkedAt,
    ageMs: checkedAt === null ? 0 : Math.max(0, now - checkedAt),
    clockOff: state.serverTime !== null && now < state.serverTime - CLOCK_OFF_MS,
  };
}

/** Claims weaken (应该开到) when the copy is over a month old or the phone's clock is behind. */
export function isWeak({ ageMs, clockOff }: CopyAge): boolean {
  return clockOff || staleness(ageMs) === 'old';
}

/** A code begins with the county it was first issued in; a county that is its own city matches whole. */
function sameCity(region: string, code: StationCode): boolean {
  return region.endsWith('00') ? code.startsWith(region.slice(0, 4)) : code.startsWith(region);
}
