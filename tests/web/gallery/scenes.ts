import type { SyncState } from '../../../web/sync/state.ts';
import { at, tableOf } from './fixture.ts';
import { GOING_SCENES } from './going-scenes.ts';
import { HOSTILE } from './hostile.ts';
import { OFFLINE_SCENES } from './offline-scenes.ts';
import { aged, EMPTY, LAST, makeStage, READY, ROUGH, type Stage } from './ports.ts';
import { REPORT_SCENES } from './report-scenes.ts';
import { STATION_SCENES } from './station-scenes.ts';
import { STATIONS } from './world.ts';

const closedOnly: SyncState = { ...READY, table: tableOf(STATIONS.filter((one) => one.hours.base.kind === 'weekly')) };

const night = at('2026-11-26T23:45:00+08:00');
const broken = (): never => {
  throw new Error('a row that cannot be read');
};
const ready = tableOf(STATIONS);

/** What the gallery can show; `?scene=` picks one. */
export const SCENES: { readonly [name: string]: () => Stage } = {
  ...STATION_SCENES,
  ...GOING_SCENES,
  ...OFFLINE_SCENES,
  light: () => makeStage({ prefs: { theme: 'light' } }),
  dark: () => makeStage({ prefs: { theme: 'dark' } }),
  sun: () => makeStage({ prefs: { theme: 'sun' } }),
  elder: () => makeStage({ prefs: { theme: 'light', size: 'elder' } }),
  rough: () =>
    makeStage({
      prefs: { theme: 'light', lastPlace: LAST },
      locate: ROUGH,
    }),
  refused: () => makeStage({ prefs: { theme: 'light', lastPlace: LAST }, locate: { kind: 'refused' } }),
  lost: () => makeStage({ prefs: { theme: 'light' }, locate: { kind: 'refused' } }),
  empty: () => makeStage({ prefs: { theme: 'light' }, sync: EMPTY, locate: { kind: 'asking' } }),
  reading: () =>
    makeStage({ prefs: { theme: 'light' }, sync: { ...EMPTY, phase: 'reading' }, locate: { kind: 'asking' } }),
  night: () => makeStage({ prefs: { theme: 'dark' }, sync: closedOnly, now: at('2026-11-26T23:45:00+08:00') }),
  stale: () => makeStage({ prefs: { theme: 'light' }, sync: aged(12), update: true }),
  old: () => makeStage({ prefs: { theme: 'light' }, sync: { ...aged(34), problem: 'offline' } }),
  offline: () => makeStage({ prefs: { theme: 'light' }, sync: { ...READY, problem: 'offline' } }),
  // 大字 in the same troubles.
  'elder-night': () => makeStage({ prefs: { theme: 'light', size: 'elder' }, sync: closedOnly, now: night }),
  'elder-lost': () => makeStage({ prefs: { theme: 'light', size: 'elder' }, locate: { kind: 'refused' } }),
  'elder-empty': () => makeStage({ prefs: { theme: 'light', size: 'elder' }, sync: EMPTY, locate: { kind: 'asking' } }),
  'elder-dark': () => makeStage({ prefs: { theme: 'dark', size: 'elder' }, sync: aged(12) }),
  'elder-sun': () => makeStage({ prefs: { theme: 'sun', size: 'elder' } }),
  mute: () => makeStage({ prefs: { theme: 'light', size: 'elder' }, voice: 'none' }),
  // What a ledger may hold, and a copy that cannot be read.
  hostile: () => makeStage({ prefs: { theme: 'light' }, sync: { ...READY, table: tableOf(HOSTILE) } }),
  'elder-hostile': () =>
    makeStage({ prefs: { theme: 'light', size: 'elder' }, sync: { ...READY, table: tableOf(HOSTILE) } }),
  poisoned: () => makeStage({ prefs: { theme: 'light' }, sync: { ...READY, table: { ...ready, station: broken } } }),
  'poisoned-list': () =>
    makeStage({ prefs: { theme: 'light' }, sync: { ...READY, table: { ...ready, nearest: broken } } }),
  // The phone is still looking for its place, with and without a place of last time; nothing read yet.
  looking: () => makeStage({ prefs: { theme: 'light' }, locate: { kind: 'asking' } }),
  'looking-again': () => makeStage({ prefs: { theme: 'light', lastPlace: LAST }, locate: { kind: 'asking' } }),
  ...REPORT_SCENES,
  // Browsers that keep less.
  insecure: () => makeStage({ prefs: { theme: 'light' }, sync: { ...READY, problem: 'insecure' }, shell: 'not-kept' }),
  private: () =>
    makeStage({ prefs: { theme: 'light' }, sync: { ...READY, problem: 'storage-refused' }, shell: 'not-kept' }),
  'no-worker': () => makeStage({ prefs: { theme: 'light' }, shell: 'not-kept' }),
  wechat: () => makeStage({ prefs: { theme: 'light' }, device: { isWechat: true }, shell: 'not-kept' }),
  installable: () => makeStage({ prefs: { theme: 'light' }, homeScreen: 'ready' }),
  iphone: () => makeStage({ prefs: { theme: 'light' }, homeScreen: 'by-hand' }),
};
