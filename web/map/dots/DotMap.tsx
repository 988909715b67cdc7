import { MapView, type MapViewProps } from '../MapView.tsx';
import { DotMarks } from './DotMarks.tsx';
import type { Dot } from './dot.ts';

type Props = Pick<MapViewProps, 'view' | 'onView'> & {
  readonly dots: readonly Dot[];
  readonly looked: string | null;
  readonly onLook: (id: string | null) => void;
  readonly onPick: (id: string) => void;
};

/** A map with stations as dots. One piece, so that nothing inside a map that is there has still to be loaded. */
export function DotMap({ view, onView, ...marks }: Props) {
  return (
    <MapView
      view={view}
      onView={onView}
      fromPicked={null}
      layers={(ground) => <DotMarks ground={ground} {...marks} />}
    />
  );
}
