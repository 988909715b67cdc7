import { firstRead, STORED } from './begin.ts';
import './ui/theme/base.css';
import { createRoot } from 'react-dom/client';
import citiesUrl from '../data/regions/cities.json?url';
import regionsUrl from '../data/regions/phone.json?url';
import { App } from './App.tsx';
import { lockOf, noteIn, openNoticesLater, openReportsLater, openVisitsLater, VISITS } from './later.ts';
import { openPrefs, type PrefsStore } from './local/prefs.ts';
import { after, now, pageClock } from './platform/clock.ts';
import { pageDevice } from './platform/device.ts';
import { sha256Of } from './platform/digest.ts';
import { makeHeading } from './platform/heading.ts';
import { pageHomeScreen } from './platform/home-screen.ts';
import { type Http, makeHttp } from './platform/http.ts';
import { dice } from './platform/ids.ts';
import { makeInstall, serviceWorker } from './platform/install.ts';
import { type Keep, storageKeep } from './platform/keep.ts';
import { type KeyValue, keyValue } from './platform/key-value.ts';
import { type Locate, makeLocate } from './platform/locate.ts';
import { pageMarks } from './platform/marks.ts';
import { type Network, pageNetwork } from './platform/network.ts';
import { painted } from './platform/painted.ts';
import { pageScan } from './platform/scan.ts';
import { utf8 } from './platform/utf8.ts';
import { pageVoice } from './platform/voice.ts';
import { keepUp } from './platform/walk.ts';
import { cityBoxesFrom, regionsFrom } from './sync/assets.ts';
import { type Engine, startEngine } from './sync/engine.ts';
import { DEFAULT_PREFS, type Ports } from './ui/ports.ts';

/** What a person chose for each city: kept, paused, deleted. */
const CHOICES = 'choices';
const RECENT = 'recent';
/** A phone taken out of the pocket after this long is somewhere else. Milliseconds. */
const OLD_FIX = 3 * 60_000;
/** Without a list the worker is still wanted, so that the app opens without a net. Milliseconds. */
const NO_LIST = 8000;
/** What stands for less than this only flickers: a list that is read sooner is the first thing painted. Milliseconds. */
const SOON = 300;

/** The one place where the app meets the browser it really runs in. */
function openPorts(): Ports {
  const notes = keyValue(() => window.localStorage, window.crypto);
  const http = makeHttp({ fetch: (url, init) => window.fetch(url, init), origin: window.location.origin, after });
  const network = pageNetwork(document, window);
  const locate = openLocate(network);
  const keep = storageKeep(window.navigator.storage);
  const prefs = openPrefs(notes, DEFAULT_PREFS);
  const sync = openSync({ notes, http, network, locate, keep, prefs });
  const install = makeInstall({ worker: worker(), page: document, target: window, now });
  const reports = openReportsLater({ notes, http, network });
  const visits = openVisitsLater({ notes, http, network });
  beginAfterList(sync, () => {
    install.begin();
    // What was written without a net goes out without anybody opening its page.
    reports.load().catch(() => undefined);
    if (notes.get(VISITS) !== null) visits.load().catch(() => undefined);
  });
  return {
    sync,
    stock: sync.stock,
    locate,
    heading: makeHeading({
      page: document,
      target: window,
      load: async () => (await import('./platform/compass.ts')).compassOf(window, after),
    }),
    prefs,
    clock: pageClock(document),
    update: install,
    keep,
    shell: install.shell,
    voice: pageVoice(window.speechSynthesis, window),
    homeScreen: pageHomeScreen(window),
    device: pageDevice(document, window),
    scan: pageScan(window),
    recent: {
      read: () => notes.get(RECENT),
      write: (text) => (text === null ? notes.remove(RECENT) === undefined : notes.put(RECENT, text)),
    },
    regions: { load: regionsFrom(http, regionsUrl) },
    codes: { ask: async (code) => (await import('./sync/ask-code.ts')).askCode(http, code) },
    reports,
    visits,
    notices: openNoticesLater({ notes, http, network }),
    ground: { load: async () => (await import('./sync/ground.ts')).groundSupply(http, notes) },
  };
}

/** Asks once; follows a walker, and looks anew when the phone comes out of the pocket after a while. */
function openLocate(network: Network): Locate {
  const locate = makeLocate({
    // On plain http the browser says "refused" without having asked: that would send people to the wrong setting.
    geolocation: window.isSecureContext ? window.navigator.geolocation : null,
    page: document,
    permissions: window.navigator.permissions,
    now,
    after,
  });
  keepUp({ locate, page: document, after });
  network.subscribe(() => {
    const state = locate.get();
    if (state.kind === 'fix' && now() - state.at > OLD_FIX) locate.request();
  });
  return locate;
}

type Opened = { notes: KeyValue; http: Http; network: Network; locate: Locate; keep: Keep; prefs: PrefsStore };

function openSync({ notes, http, network, locate, keep, prefs }: Opened): Engine {
  return startEngine({
    openStore: async () => {
      const { openStore } = await import('./local/open.ts');
      return openStore({ factory: window.indexedDB, keyRange: window.IDBKeyRange, after });
    },
    peek: () => firstRead ?? Promise.resolve(null),
    painted: () => painted(window),
    notes: noteIn(notes, CHOICES),
    coreWish: () => prefs.get().core,
    stored: { get: () => notes.get(STORED) !== null, set: () => void notes.put(STORED, '1') },
    http,
    now,
    after,
    dice,
    utf8,
    sha256: sha256Of(window.crypto),
    lock: lockOf(notes),
    network,
    fix: () => {
      const state = locate.get();
      return state.kind === 'fix' ? state.point : null;
    },
    moved: (changed) => void locate.subscribe(() => locate.get().kind === 'fix' && changed()),
    cityBoxes: cityBoxesFrom(http, citiesUrl),
    loadRound: async () => (await import('./sync/round.ts')).runRound,
    loadSearch: async () => (await import('../shared/feed/table-search.ts')).searchSources,
    room: keep.room,
  });
}

/** Built apps only: while developing, a cached page would hide what was just written. */
function worker(): Parameters<typeof makeInstall>[0]['worker'] {
  return import.meta.env.PROD && 'serviceWorker' in window.navigator ? () => serviceWorker('/sw.js') : null;
}

/** The line belongs to the first list; what makes the next visit better comes behind it. */
function beginAfterList(sync: Ports['sync'], begin: () => void): void {
  let isBegun = false;
  const once = () => {
    if (isBegun) return;
    isBegun = true;
    begin();
  };
  const look = () => {
    if (sync.get().phase === 'ready') after(500, once);
  };
  sync.subscribe(look);
  after(NO_LIST, once);
}

/** Tells whoever measures when the nearest ten are known, from the last place, and when the list is painted. */
function markFirstList({ sync, prefs }: Ports): void {
  const marks = pageMarks(document, window);
  const stop = sync.subscribe(() => {
    const { table } = sync.get();
    if (table === null) return;
    stop();
    const { lastPlace } = prefs.get();
    if (lastPlace !== null) table.nearestCodes({ ...ANY, from: lastPlace.point });
    marks.idsKnown();
    marks.listPainted();
  });
}
const ANY = { want: [], wantAny: [], unknownToo: false, k: 10, passes: null } as const;

/** What is stored is read, or is taking its time. */
function isRead({ sync }: Ports): Promise<void> {
  return new Promise((done) => {
    const stop = sync.subscribe(() => {
      if (sync.get().phase === 'reading') return;
      stop();
      done();
    });
    after(SOON, done);
  });
}

const root = document.getElementById('root');
if (root === null) throw new Error('index.html lost its #root');
const ports = openPorts();
markFirstList(ports);
isRead(ports).then(() => createRoot(root).render(<App ports={ports} />));
