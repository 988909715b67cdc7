import type { FeedRegion } from '../../../shared/feed/feed.ts';
import { wgs84 } from '../../../shared/geo/point.ts';
import { type Instant, instant } from '../../../shared/kernel/instant.ts';
import type { TileProvider } from '../../../shared/wire/tiles.ts';
import type { CodeAnswer } from '../../../web/sync/ask-code.ts';
import type { NoticeDesk } from '../../../web/sync/notices.ts';
import type { ReportsState } from '../../../web/sync/reports-state.ts';
import type { Offer, Stock, SyncState } from '../../../web/sync/state.ts';
import {
  DEFAULT_PREFS,
  type HeadingState,
  type HomeScreenState,
  type KeepState,
  type LocateState,
  type Ports,
  type Prefs,
  type Source,
  type VoiceState,
} from '../../../web/ui/ports.ts';
import { CALENDAR, HERE, NOW, REGIONS, region, tableOf, ZHENGZHOU } from './fixture.ts';
import { galleryGround } from './ground.ts';
import { fakeReports, NO_REPORTS } from './reports.ts';
import { MERGED_DROP, RETIRED_DROP, STATIONS } from './world.ts';

/** A value a test can change under a screen. */
export type Cell<T> = Source<T> & { put(value: T): void };

export function cell<T>(first: T): Cell<T> {
  let value = first;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    put: (next) => {
      value = next;
      for (const changed of listeners) changed();
    },
  };
}

const DAY_MS = 86_400_000;

export const READY: SyncState = {
  phase: 'ready',
  table: tableOf(STATIONS, [RETIRED_DROP, MERGED_DROP]),
  cities: [{ region: ZHENGZHOU, asOf: NOW, checkedAt: instant(NOW - 280 * 60_000), bytes: 25_300, rows: 1286 }],
  calendar: CALENDAR,
  serverTime: NOW,
  busy: false,
  problem: null,
};

export const EMPTY: SyncState = {
  ...READY,
  phase: 'empty',
  table: null,
  cities: [],
  calendar: null,
  problem: 'offline',
};

export function aged(days: number): SyncState {
  return { ...READY, cities: READY.cities.map((city) => ({ ...city, checkedAt: instant(NOW - days * DAY_MS) })) };
}

/** The WGS-84 fix that stands on `HERE`: the datum shift in Zhengzhou, to a metre or so. */
const STANDING = wgs84(HERE.lng - 0.006135, HERE.lat + 0.001118);
export const FIX: LocateState = { kind: 'fix', point: STANDING, accuracy: 20, at: NOW };
export const ROUGH: LocateState = { kind: 'fix', point: STANDING, accuracy: 3000, at: NOW };
export const LAST: Prefs['lastPlace'] = {
  point: HERE,
  accuracy: 20,
  at: instant(NOW - 20 * 3_600_000),
  label: '二七区德化街一带',
};

export type Stage = {
  readonly ports: Ports;
  readonly sync: Cell<SyncState>;
  readonly locate: Cell<LocateState>;
  readonly heading: Cell<HeadingState>;
  readonly prefs: Cell<Prefs>;
  readonly minute: Cell<Instant>;
  readonly update: Cell<boolean>;
  /** What the screens asked the world for, in order. */
  readonly asked: readonly string[];
};

export const NO_STOCK: Stock = {
  downloads: [],
  cleared: [],
  here: [ZHENGZHOU],
  refusedHere: [],
  unkept: [],
  core: null,
  isFreeLine: true,
};

/** What each pack costs in the gallery's country; the server is not there where it is null. */
export const OFFERS: ReadonlyMap<FeedRegion, Offer> = new Map<FeedRegion, Offer>([
  [ZHENGZHOU, { sent: 25_300, bytes: 71_000, stations: 1286 }],
  [region('410300'), { sent: 18_200, bytes: 50_400, stations: 907 }],
  [region('410200'), { sent: 9_100, bytes: 24_000, stations: 412 }],
  ['CN', { sent: 1_480_000, bytes: 3_900_000, stations: 186_100 }],
]);

/** Nothing is under notice in the gallery’s country. */
const NO_NOTICES: NoticeDesk = {
  list: async () => [],
  newId: () => '0'.repeat(32),
  object: async () => ({ kind: 'unheard' }),
  answer: async () => null,
  mine: () => [],
};

type Setting = {
  sync?: SyncState;
  stock?: Stock;
  offers?: ReadonlyMap<FeedRegion, Offer> | null;
  locate?: LocateState;
  heading?: HeadingState;
  prefs?: Partial<Prefs>;
  now?: Instant;
  update?: boolean;
  reports?: ReportsState;
  /** What the server knows of codes; nobody answers about others. */
  codes?: ReadonlyMap<string, CodeAnswer>;
  device?: Partial<Ports['device']>;
  shell?: KeepState;
  voice?: VoiceState;
  homeScreen?: HomeScreenState;
  scan?: Ports['scan'];
  recent?: string;
  /** Street tiles the operator offers. */
  tiles?: readonly TileProvider[];
  /** A window in which nothing is kept. */
  forgets?: boolean;
};

/** All ports in memory; nothing happens by itself. */
export function makeStage(setting: Setting = {}): Stage {
  const asked: string[] = [];
  let recent = setting.recent ?? null;
  const sync = cell(setting.sync ?? READY);
  const locate = cell<LocateState>(setting.locate ?? FIX);
  const heading = cell<HeadingState>(setting.heading ?? { kind: 'none' });
  const prefs = cell<Prefs>({ ...DEFAULT_PREFS, ...setting.prefs });
  const voice = cell<VoiceState>(setting.voice ?? 'silent');
  const update = cell(setting.update ?? false);
  const minute = cell(setting.now ?? NOW);
  const ports: Ports = {
    sync: {
      ...sync,
      refresh: () => asked.push('refresh'),
      ensureCity: (city) => asked.push(`city ${city}`),
    },
    stock: {
      ...cell(setting.stock ?? NO_STOCK),
      add: (region) => asked.push(`add ${region}`),
      pause: (region) => asked.push(`pause ${region}`),
      remove: async (region) => asked.push(`remove ${region}`) > 0,
      offers: async () => (setting.offers === undefined ? OFFERS : setting.offers),
    },
    locate: { ...locate, request: () => asked.push('locate'), follow: () => () => undefined },
    heading: {
      ...heading,
      request: () => asked.push('heading'),
      start: () => asked.push('heading on'),
      stop: () => asked.push('heading off'),
    },
    prefs: { ...prefs, set: (change) => prefs.put({ ...prefs.get(), ...change }) },
    clock: { now: minute.get, subscribe: minute.subscribe },
    update: { ...update, accept: () => asked.push('update') },
    shell: cell(setting.shell ?? 'kept'),
    voice: {
      ...voice,
      say: (text) => {
        asked.push(`say ${text}`);
        voice.put('speaking');
      },
      stop: () => voice.put(setting.voice ?? 'silent'),
    },
    scan: setting.scan ?? null,
    recent: {
      read: () => recent,
      write: (text) => {
        if (setting.forgets === true) return false;
        recent = text;
        return true;
      },
    },
    homeScreen: { ...cell(setting.homeScreen ?? 'none'), ask: () => asked.push('home') },
    keep: {
      ...cell<'not-kept'>('not-kept'),
      ask: () => asked.push('keep'),
      used: async () => ({ usage: 2_400_000, quota: 6_000_000_000 }),
    },
    device: {
      copy: async (text) => asked.push(`copy ${text}`) > 0,
      share: ({ url }) => asked.push(`share ${url}`),
      givePicture: async ({ name }) => (asked.push(`picture ${name}`) > 0 ? 'saved' : 'dropped'),
      open: (url) => asked.push(`open ${url}`) > 0,
      keepAwake: () => {
        asked.push('awake');
        return () => asked.push('asleep');
      },
      isApple: false,
      isWechat: false,
      ...setting.device,
    },
    reports: { load: async () => fakeReports(setting.reports ?? NO_REPORTS, asked) },
    visits: { load: async () => ({ note: async () => true }) },
    notices: { load: async () => NO_NOTICES },
    regions: { load: async () => REGIONS },
    codes: {
      ask: async (code) => {
        asked.push(`code ${code}`);
        return setting.codes?.get(code) ?? null;
      },
    },
    ground: { load: async () => galleryGround(setting.tiles ?? []) },
  };
  return { ports, sync, locate, heading, prefs, minute, update, asked };
}
