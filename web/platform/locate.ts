import { type Wgs84, wgs84 } from '../../shared/geo/point.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import { type Cell, cell } from './cell.ts';
import type { After } from './clock.ts';

/** `accuracy` in metres, as the browser reports it (95 %). */
type LocateState =
  | { readonly kind: 'idle' | 'asking' | 'refused' | 'timeout' | 'unavailable' }
  | { readonly kind: 'fix'; readonly point: Wgs84; readonly accuracy: number; readonly at: Instant };

export type Locate = Pick<Cell<LocateState>, 'get' | 'subscribe'> & { request(): void };

export type LocateWorld = {
  /** Undefined where the browser has none; null on plain http, where it refuses without having asked anybody. */
  readonly geolocation: Geolocation | undefined | null;
  readonly now: () => Instant;
  readonly after: After;
};

const FINE_MS = 10_000;
const COARSE_MS = 6_000;
const COARSE_AGE_MS = 5 * 60_000;
/** A question nobody answers holds no clock of the browser's: we stop waiting, and take a late yes all the same. */
const UNANSWERED_MS = 20_000;
/** As GeolocationPositionError numbers them. */
const REFUSED = 1;
const TIMEOUT = 3;

/** One fix for each request; nothing is watched, so nothing runs while the page is hidden. */
export function makeLocate({ geolocation, now, after }: LocateWorld): Locate {
  const state = cell<LocateState>({ kind: 'idle' });
  let round = 0;
  const request = (): void => {
    if (state.get().kind === 'asking') return;
    if (geolocation === undefined || geolocation === null) {
      state.put({ kind: 'unavailable' });
      return;
    }
    state.put({ kind: 'asking' });
    round += 1;
    const mine = round;
    const callOff = after(UNANSWERED_MS, () => fail({ code: TIMEOUT }));
    const fail = ({ code }: { readonly code: number }): void => {
      callOff();
      if (mine !== round || state.get().kind !== 'asking') return;
      state.put({ kind: code === REFUSED ? 'refused' : code === TIMEOUT ? 'timeout' : 'unavailable' });
    };
    const found = ({ coords }: GeolocationPosition): void => {
      callOff();
      if (mine !== round) return;
      // Now, not the position's own stamp: some phones stamp in seconds since they were switched on.
      const point = wgs84(coords.longitude, coords.latitude);
      state.put({ kind: 'fix', point, accuracy: coords.accuracy, at: now() });
    };
    const coarse = (error: GeolocationPositionError): void => {
      // Indoors satellites are often out of reach while cells and Wi-Fi still place the phone well enough.
      if (error.code === REFUSED) fail(error);
      else geolocation.getCurrentPosition(found, fail, { timeout: COARSE_MS, maximumAge: COARSE_AGE_MS });
    };
    geolocation.getCurrentPosition(found, coarse, { enableHighAccuracy: true, timeout: FINE_MS, maximumAge: 0 });
  };
  return { get: state.get, subscribe: state.subscribe, request };
}
