import { instant } from '../../../shared/kernel/instant.ts';
import type { Download, Stock, SyncState } from '../../../web/sync/state.ts';
import { NOW, region } from './fixture.ts';
import { EMPTY, makeStage, NO_STOCK, READY, type Stage } from './ports.ts';

const DAY_MS = 86_400_000;
const [KAIFENG, LUOYANG, XINXIANG] = [region('410200'), region('410300'), region('410700')];

const three: SyncState = {
  ...READY,
  cities: [
    ...READY.cities,
    { region: KAIFENG, asOf: NOW, checkedAt: instant(NOW - 12 * DAY_MS), bytes: 24_000, rows: 412 },
  ],
};

const coming: readonly Download[] = [
  { region: LUOYANG, state: 'running', got: 11_200, total: 18_200, isAnew: false },
  { region: XINXIANG, state: 'waiting', got: 0, total: 0, isAnew: false },
];

const full: Stock = {
  ...NO_STOCK,
  downloads: coming,
  core: { rows: 186_100, bytes: 1_240_000, checkedAt: instant(NOW - 3 * 3_600_000) },
};

const paused: Stock = {
  ...NO_STOCK,
  downloads: [
    { region: LUOYANG, state: 'paused', got: 11_200, total: 18_200, isAnew: false },
    { region: 'CN', state: 'running', got: 400_000, total: 1_480_000, isAnew: true },
  ],
  isFreeLine: false,
};

/** The data on the phone: as in the picture; stopped and begun anew; gone; nothing; a browser that keeps nothing. */
export const OFFLINE_SCENES: { readonly [name: string]: () => Stage } = {
  stocked: () => makeStage({ prefs: { theme: 'light' }, sync: three, stock: full }),
  'stocked-dark': () => makeStage({ prefs: { theme: 'dark' }, sync: three, stock: full }),
  'stocked-sun': () => makeStage({ prefs: { theme: 'sun' }, sync: three, stock: full }),
  'stocked-elder': () => makeStage({ prefs: { theme: 'light', size: 'elder' }, sync: three, stock: full }),
  paused: () => makeStage({ prefs: { theme: 'light' }, stock: paused }),
  cleared: () =>
    makeStage({
      prefs: { theme: 'light' },
      sync: EMPTY,
      offers: null,
      stock: { ...NO_STOCK, cleared: [region('410100')], downloads: [] },
    }),
  deleted: () =>
    makeStage({
      prefs: { theme: 'light' },
      sync: { ...EMPTY, problem: null },
      stock: { ...NO_STOCK, refusedHere: [region('410100')] },
    }),
  unkept: () =>
    makeStage({
      prefs: { theme: 'light' },
      sync: { ...READY, problem: 'storage-full' },
      stock: { ...NO_STOCK, unkept: [region('410100')] },
    }),
  private: () =>
    makeStage({ prefs: { theme: 'light' }, sync: { ...READY, problem: 'storage-refused' }, shell: 'not-kept' }),
};
