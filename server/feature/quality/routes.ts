import type { Gcj02 } from '../../../shared/geo/point.ts';
import type { Deps } from '../../deps.ts';
import { type Door, mount } from '../../http/mount.ts';
import { loadCountyOf } from '../regions/read.ts';
import { qualityBoard } from './board.ts';
import { answerPair, qualityPairs } from './pairs.ts';
import { qualityModel } from './pass.ts';
import { qualityStations } from './stations.ts';

export function mountQuality(door: Door, deps: Deps): void {
  // Read at the first question: the borders of the country weigh much.
  const countyOf = (point: Gcj02) => loadCountyOf()(point);
  const { isWithin } = deps.regions;
  const quality = qualityModel({ list: deps.list, countyOf, isWithin });
  mount(door, 'quality', qualityBoard(deps, quality));
  mount(door, 'qualityStations', qualityStations(deps, { quality, countyOf }));
  mount(door, 'qualityPairs', qualityPairs(deps, quality));
  mount(door, 'qualityAnswer', answerPair(deps));
}
