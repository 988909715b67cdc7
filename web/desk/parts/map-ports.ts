import { openPrefs } from '../../local/prefs.ts';
import { after, now, pageClock } from '../../platform/clock.ts';
import { makeHttp } from '../../platform/http.ts';
import { keyValue } from '../../platform/key-value.ts';
import { makeLocate } from '../../platform/locate.ts';
import type { SyncState } from '../../sync/state.ts';
import { DEFAULT_PREFS, type HeadingState, type Ports, type Source } from '../../ui/ports.ts';

function still<T>(value: T): Source<T> {
  return { get: () => value, subscribe: () => () => undefined };
}

const nothing = (): void => undefined;
const NO_SYNC: SyncState = {
  phase: 'empty',
  table: null,
  cities: [],
  calendar: null,
  serverTime: null,
  busy: false,
  problem: null,
};

let made: Ports | null = null;

/**
 * What the map's ground asks of the world, for a desk: borders, the operator's tiles, the browser's place when asked for. A desk
 * holds no stations of its own, so all else of the phone's world stands still.
 */
export function mapPorts(): Ports {
  made ??= makePorts();
  return made;
}

function makePorts(): Ports {
  const notes = keyValue(() => window.localStorage, window.crypto);
  const http = makeHttp({ fetch: (url, init) => window.fetch(url, init), origin: window.location.origin, after });
  return {
    ...idle(),
    locate: makeLocate({
      geolocation: window.isSecureContext ? window.navigator.geolocation : null,
      page: document,
      permissions: window.navigator.permissions,
      now,
      after,
    }),
    prefs: openPrefs(notes, DEFAULT_PREFS),
    clock: pageClock(document),
    ground: { load: async () => (await import('../../sync/ground.ts')).groundSupply(http, notes) },
  };
}

type Idle = Omit<Ports, 'locate' | 'prefs' | 'clock' | 'ground'>;

function idle(): Idle {
  return {
    sync: { ...still(NO_SYNC), refresh: nothing, ensureCity: nothing },
    stock: {
      ...still({ downloads: [], cleared: [], here: [], refusedHere: [], unkept: [], core: null, isFreeLine: false }),
      add: nothing,
      pause: nothing,
      remove: async () => false,
      offers: async () => null,
    },
    heading: { ...still<HeadingState>({ kind: 'none' }), request: nothing, start: nothing, stop: nothing },
    update: { ...still(false), accept: nothing },
    keep: { ...still('unknown' as const), ask: nothing, used: async () => null },
    shell: still('unknown' as const),
    voice: { ...still('none' as const), say: nothing, stop: nothing },
    homeScreen: { ...still('none' as const), ask: nothing },
    device: {
      copy: async () => false,
      share: null,
      givePicture: async () => 'dropped',
      open: () => false,
      keepAwake: () => nothing,
      isApple: false,
      isWechat: false,
    },
    scan: null,
    recent: { read: () => null, write: () => false },
    regions: { load: async () => null },
    codes: { ask: async () => null },
    reports: { load: async () => Promise.reject(new Error('a desk keeps no outbox')) },
    visits: { load: async () => Promise.reject(new Error('a desk scans no plaques')) },
    notices: { load: async () => Promise.reject(new Error('a desk has its own notices')) },
  };
}
