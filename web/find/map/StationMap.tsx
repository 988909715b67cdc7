import { useCallback } from 'react';
import type { Ground } from '../../map/ground.ts';
import { MapView } from '../../map/MapView.tsx';
import { type Chosen, StationMarks } from '../../map/stations/StationMarks.tsx';
import type { FindProps } from '../props.ts';
import type { MapState } from './use-map.ts';
import type { Picked } from './use-picked.ts';
import type { Sight } from './view.ts';

type Props = Pick<FindProps, 'placed' | 'doing'> & {
  readonly map: MapState;
  /** Ringed; a stable array. */
  readonly chosen: readonly Chosen[];
  readonly onCrowd: () => void;
  readonly sight: Sight;
};

/** The ground with the stations on it. */
export function StationMap({ map, chosen, placed, doing, onCrowd, sight }: Props) {
  const { stations, pick, leave } = map;
  const onPick = useCallback((one: Picked | null) => (one === null ? leave() : pick(one.code, one.at)), [pick, leave]);
  const layers = useCallback(
    (ground: Ground) =>
      stations !== null && (
        <StationMarks ground={ground} stations={stations} chosen={chosen} onPick={onPick} onCrowd={onCrowd} />
      ),
    [stations, chosen, onPick, onCrowd],
  );
  const { anchor } = placed;
  return (
    <MapView
      view={map.view}
      onView={map.moved}
      fromPicked={anchor?.kind === 'chosen' || anchor?.kind === 'region' ? anchor.point : null}
      layers={layers}
      coveredAbove={sight.above}
      coveredBelow={sight.below}
      onNoPlace={doing.pick}
    />
  );
}
