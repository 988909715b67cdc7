import type { SyncState } from '../../../web/sync/state.ts';
import { tableOf } from './fixture.ts';
import { EMPTY, FIX, makeStage, READY, type Stage } from './ports.ts';
import { STATION_DROPS, STATION_PAGES } from './station-world.ts';
import { MERGED_DROP, RETIRED_DROP, STATIONS } from './world.ts';

const TABLE = tableOf([...STATIONS, ...STATION_PAGES], [RETIRED_DROP, MERGED_DROP, ...STATION_DROPS]);
const STATE: SyncState = { ...READY, table: TABLE };
const LATER_MS = 700;

/** The station page in all its states; see station-world.ts. */
export const STATION_SCENES: { readonly [name: string]: () => Stage } = {
  station: () => makeStage({ sync: STATE, prefs: { theme: 'light' } }),
  'station-dark': () => makeStage({ sync: STATE, prefs: { theme: 'dark' } }),
  'station-sun': () => makeStage({ sync: STATE, prefs: { theme: 'sun' } }),
  'station-elder': () => makeStage({ sync: STATE, prefs: { theme: 'light', size: 'elder' } }),
  'station-lost': () => makeStage({ sync: STATE, prefs: { theme: 'light' }, locate: { kind: 'refused' } }),
  'station-offline': () => makeStage({ sync: { ...STATE, problem: 'offline' }, prefs: { theme: 'light' } }),
  'station-nothing': () => makeStage({ sync: EMPTY, prefs: { theme: 'light' } }),
  /** The fix comes while one is reading. */
  'station-fix-later': () => {
    const stage = makeStage({ sync: STATE, prefs: { theme: 'light' }, locate: { kind: 'asking' } });
    setTimeout(() => stage.locate.put(FIX), LATER_MS);
    return stage;
  },
};
