import { wgs84 } from '../../../shared/geo/point.ts';
import type { HeadingState, LocateState } from '../../../web/ui/ports.ts';
import { NOW } from './fixture.ts';
import { FIX, makeStage, type Stage } from './ports.ts';

const NORTHISH: HeadingState = { kind: 'pointing', degrees: 310, accuracy: 12 };
const GOES = { app: 'amap', mode: 'walk' } as const;

/** Standing so many metres north of where the pictures stand: the first station lies 240 m north. */
function north(metres: number): LocateState {
  if (FIX.kind !== 'fix') return FIX;
  const { lng, lat } = FIX.point;
  return { kind: 'fix', point: wgs84(lng, lat + metres / 110_930), accuracy: 12, at: NOW };
}

/** Going there: the arrow in its moods, the choice remembered, the phones that differ. */
export const GOING_SCENES: { readonly [name: string]: () => Stage } = {
  compass: () => makeStage({ prefs: { theme: 'light' }, heading: NORTHISH }),
  'compass-dark': () => makeStage({ prefs: { theme: 'dark' }, heading: NORTHISH }),
  'compass-sun': () => makeStage({ prefs: { theme: 'sun' }, heading: NORTHISH }),
  'compass-elder': () => makeStage({ prefs: { theme: 'light', size: 'elder' }, heading: NORTHISH }),
  'compass-none': () => makeStage({ prefs: { theme: 'light' }, heading: { kind: 'none' } }),
  'compass-ask': () => makeStage({ prefs: { theme: 'light' }, heading: { kind: 'ask' } }),
  'compass-unsure': () => makeStage({ prefs: { theme: 'light' }, heading: { ...NORTHISH, accuracy: 45 } }),
  'compass-there': () => makeStage({ prefs: { theme: 'light' }, locate: north(232), heading: NORTHISH }),
  'compass-lost': () => makeStage({ prefs: { theme: 'light' }, locate: { kind: 'refused' } }),
  'compass-far': () => makeStage({ prefs: { theme: 'light' }, locate: north(-900), heading: NORTHISH }),
  again: () => makeStage({ prefs: { theme: 'light', goBy: GOES } }),
  'again-elder': () => makeStage({ prefs: { theme: 'light', size: 'elder', goBy: GOES } }),
  apple: () => makeStage({ prefs: { theme: 'light' }, device: { isApple: true } }),
};
