import type { SyncState } from '../../../web/sync/state.ts';
import { at, tableOf } from './fixture.ts';
import { aged, EMPTY, LAST, makeStage, READY, ROUGH, type Stage } from './ports.ts';
import { STATIONS } from './world.ts';

const closedOnly: SyncState = { ...READY, table: tableOf(STATIONS.filter((one) => one.hours.base.kind === 'weekly')) };

/** What the gallery can show; `?scene=` picks one. */
export const SCENES: { readonly [name: string]: () => Stage } = {
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
};
