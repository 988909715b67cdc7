import { useCallback } from 'react';
import type { StationCode } from '../../../shared/station/code.ts';
import type { Ground } from '../../map/ground.ts';
import { MapView } from '../../map/MapView.tsx';
import { StationMarks } from '../../map/stations/StationMarks.tsx';
import type { FindProps } from '../props.ts';
import type { MapState } from './use-map.ts';

type Props = Pick<FindProps, 'placed' | 'doing'> & {
  readonly map: MapState;
  /** Ringed; a stable array. */
  readonly chosen: readonly StationCode[];
  readonly onCrowd: () => void;
  readonly coveredBelow: number;
};

/** The ground with the stations on it. */
export function StationMap({ map, chosen, placed, doing, onCrowd, coveredBelow }: Props) {
  const { stations, select } = map;
  const layers = useCallback(
    (ground: Ground) =>
      stations !== null && (
        <StationMarks ground={ground} stations={stations} chosen={chosen} onPick={select} onCrowd={onCrowd} />
      ),
    [stations, chosen, select, onCrowd],
  );
  const { anchor } = placed;
  return (
    <MapView
      view={map.view}
      onView={map.moved}
      fromPicked={anchor?.kind === 'chosen' || anchor?.kind === 'region' ? anchor.point : null}
      layers={layers}
      coveredBelow={coveredBelow}
      onNoPlace={doing.pick}
    />
  );
}
