import './ui/theme/base.css';
import { createRoot } from 'react-dom/client';
import citiesUrl from '../data/regions/cities.json?url';
import regionsUrl from '../data/regions/regions.json?url';
import { App } from './App.tsx';
import { openStore } from './local/open.ts';
import { openPrefs } from './local/prefs.ts';
import { after, now, pageClock } from './platform/clock.ts';
import { pageDevice } from './platform/device.ts';
import { sha256Of } from './platform/digest.ts';
import { makeHttp } from './platform/http.ts';
import { dice, newId } from './platform/ids.ts';
import { makeInstall, serviceWorker } from './platform/install.ts';
import { storageKeep } from './platform/keep.ts';
import { type KeyValue, keyValue } from './platform/key-value.ts';
import { makeLocate } from './platform/locate.ts';
import { leaseLock, webLock } from './platform/lock.ts';
import { pageNetwork } from './platform/network.ts';
import { utf8 } from './platform/utf8.ts';
import { cityBoxesFrom, regionsFrom } from './sync/assets.ts';
import { startEngine } from './sync/engine.ts';
import { DEFAULT_PREFS, type Ports } from './ui/ports.ts';

/** The one place where the app meets the browser it really runs in. */
function openPorts(): Ports {
  const notes = keyValue(() => window.localStorage, window.crypto);
  const http = makeHttp({ fetch: (url, init) => window.fetch(url, init), origin: window.location.origin, after });
  const locate = makeLocate({
    // On plain http the browser says "refused" without having asked: that would send people to the wrong setting.
    geolocation: window.isSecureContext ? window.navigator.geolocation : null,
    now,
    after,
  });
  const keep = storageKeep(window.navigator.storage);
  const sync = startEngine({
    openStore: () => openStore({ factory: window.indexedDB, keyRange: window.IDBKeyRange, after }),
    http,
    now,
    after,
    dice,
    utf8,
    sha256: sha256Of(window.crypto),
    lock: lockOf(notes),
    network: pageNetwork(document, window),
    fix: () => {
      const state = locate.get();
      return state.kind === 'fix' ? state.point : null;
    },
    moved: locate.subscribe,
    cityBoxes: cityBoxesFrom(http, citiesUrl),
    room: keep.room,
  });
  return {
    sync,
    locate,
    prefs: openPrefs(notes, DEFAULT_PREFS),
    clock: pageClock(document),
    update: makeInstall({ worker: worker(), page: document, target: window, now }),
    keep,
    device: pageDevice(document, window),
    regions: { load: regionsFrom(http, regionsUrl) },
  };
}

function lockOf(notes: KeyValue): ReturnType<typeof webLock> {
  const locks: LockManager | undefined = window.navigator.locks;
  return locks === undefined ? leaseLock({ notes, now, after, id: newId(window.crypto) }) : webLock(locks, after);
}

/** Built apps only: while developing, a cached page would hide what was just written. */
function worker(): ReturnType<typeof serviceWorker> | null {
  return import.meta.env.PROD && 'serviceWorker' in window.navigator ? serviceWorker('/sw.js') : null;
}

const root = document.getElementById('root');
if (root === null) throw new Error('index.html lost its #root');
createRoot(root).render(<App ports={openPorts()} />);
