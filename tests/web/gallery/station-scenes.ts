import { makeCode } from '../../../shared/station/code.ts';
import type { CodeAnswer } from '../../../web/sync/ask-code.ts';
import type { SyncState } from '../../../web/sync/state.ts';
import { HERE, region, tableOf } from './fixture.ts';
import { EMPTY, FIX, makeStage, READY, type Stage } from './ports.ts';
import { STATION_DROPS, STATION_PAGES } from './station-world.ts';
import { MERGED_DROP, RETIRED_DROP, STATIONS } from './world.ts';

const TABLE = tableOf([...STATIONS, ...STATION_PAGES], [RETIRED_DROP, MERGED_DROP, ...STATION_DROPS]);
const STATE: SyncState = { ...READY, table: TABLE };
const LATER_MS = 700;

/** Codes of which the phone knows nothing: the server says what the one was, and that the other was never issued. */
export const OLD_PLAQUE = makeCode(region('410103'), 1, 700);
export const NO_PLAQUE = makeCode(region('410103'), 1, 701);
const TOLD = new Map<string, CodeAnswer>([
  [
    OLD_PLAQUE,
    {
      kind: 'gone',
      code: OLD_PLAQUE,
      name: '郑州老城十字街爱心驿站',
      reason: 'retired',
      on: RETIRED_DROP.on,
      exit: 'MISUSE_OR_CHARGE',
      successor: null,
      point: HERE,
    },
  ],
  [NO_PLAQUE, { kind: 'none' }],
]);

/** The station page in all its states; see station-world.ts. */
export const STATION_SCENES: { readonly [name: string]: () => Stage } = {
  station: () => makeStage({ sync: STATE, prefs: { theme: 'light' } }),
  'station-dark': () => makeStage({ sync: STATE, prefs: { theme: 'dark' } }),
  'station-sun': () => makeStage({ sync: STATE, prefs: { theme: 'sun' } }),
  'station-elder': () => makeStage({ sync: STATE, prefs: { theme: 'light', size: 'elder' } }),
  'station-lost': () => makeStage({ sync: STATE, prefs: { theme: 'light' }, locate: { kind: 'refused' } }),
  'station-offline': () => makeStage({ sync: { ...STATE, problem: 'offline' }, prefs: { theme: 'light' } }),
  'station-asked': () =>
    makeStage({ sync: STATE, prefs: { theme: 'light' }, codes: TOLD, locate: { kind: 'refused' } }),
  'station-nothing': () => makeStage({ sync: EMPTY, prefs: { theme: 'light' } }),
  /** The fix comes while one is reading. */
  'station-fix-later': () => {
    const stage = makeStage({ sync: STATE, prefs: { theme: 'light' }, locate: { kind: 'asking' } });
    setTimeout(() => stage.locate.put(FIX), LATER_MS);
    return stage;
  },
};
