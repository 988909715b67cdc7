import { type Wgs84, wgs84 } from '../../shared/geo/point.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import { type Cell, cell } from './cell.ts';
import type { After } from './clock.ts';
import { makeFollow, type Seen } from './follow.ts';
import { watchPermission } from './permission.ts';

/** `accuracy` in metres, as the browser reports it (95 %). */
type LocateState =
  | { readonly kind: 'idle' | 'asking' | 'refused' | 'timeout' | 'unavailable' | 'insecure' }
  | { readonly kind: 'fix'; readonly point: Wgs84; readonly accuracy: number; readonly at: Instant };

export type Locate = Pick<Cell<LocateState>, 'get' | 'subscribe'> & {
  request(): void;
  /** New fixes as the person walks, while the page is seen, until the answer is called. */
  follow(): () => void;
};

export type LocateWorld = {
  /** Undefined where the browser has none; null on plain http, where it refuses without having asked anybody. */
  readonly geolocation: Geolocation | undefined | null;
  readonly page: Seen;
  /** Undefined where the browser does not tell of a permission given or taken back later. */
  readonly permissions: Permissions | undefined;
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

/** One fix for each request, and more only while somebody follows: nothing runs while the page is hidden. */
export function makeLocate({ geolocation, page, permissions, now, after }: LocateWorld): Locate {
  const state = cell<LocateState>({ kind: 'idle' });
  const take = ({ coords }: GeolocationPosition): void => {
    // Now, not the position's own stamp: some phones stamp in seconds since they were switched on.
    const point = wgs84(coords.longitude, coords.latitude);
    state.put({ kind: 'fix', point, accuracy: coords.accuracy, at: now() });
  };
  // A walker under a bridge keeps the last fix; its age is told by whoever shows it.
  const lose = ({ code }: { readonly code: number }): void => {
    if (code === REFUSED || state.get().kind !== 'fix') state.put({ kind: failureOf(code) });
  };
  let round = 0;
  const request = (): void => {
    if (state.get().kind === 'asking') return;
    if (geolocation === undefined || geolocation === null) {
      state.put({ kind: geolocation === null ? 'insecure' : 'unavailable' });
      return;
    }
    state.put({ kind: 'asking' });
    round += 1;
    const mine = round;
    const callOff = after(UNANSWERED_MS, () => fail({ code: TIMEOUT }));
    const fail = ({ code }: { readonly code: number }): void => {
      callOff();
      if (mine !== round || state.get().kind !== 'asking') return;
      state.put({ kind: failureOf(code) });
    };
    const found = (position: GeolocationPosition): void => {
      callOff();
      if (mine === round) take(position);
    };
    const coarse = (error: GeolocationPositionError): void => {
      // Indoors satellites are often out of reach while cells and Wi-Fi still place the phone well enough.
      if (error.code === REFUSED) fail(error);
      else geolocation.getCurrentPosition(found, fail, { timeout: COARSE_MS, maximumAge: COARSE_AGE_MS });
    };
    geolocation.getCurrentPosition(found, coarse, { enableHighAccuracy: true, timeout: FINE_MS, maximumAge: 0 });
  };
  watchPermission(permissions, (permission) => {
    if (permission === 'denied') lose({ code: REFUSED });
    else if (permission === 'granted' && state.get().kind === 'refused') request();
  });
  const follow = makeFollow({ geolocation, page, found: take, failed: lose });
  return { get: state.get, subscribe: state.subscribe, request, follow };
}

function failureOf(code: number): 'refused' | 'timeout' | 'unavailable' {
  if (code === REFUSED) return 'refused';
  return code === TIMEOUT ? 'timeout' : 'unavailable';
}
