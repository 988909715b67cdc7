import './leaflet.css';
import type { Map as LeafletMap } from 'leaflet';
import { type ReactNode, useMemo, useState } from 'react';
import { MapContainer } from 'react-leaflet/MapContainer';
import type { Gcj02 } from '../../shared/geo/point.ts';
import { mapLabel } from '../ui/words/map.ts';
import { BaseNote } from './controls/BaseNote.tsx';
import { Controls } from './controls/Controls.tsx';
import { Following } from './Following.tsx';
import { type Ground, groundOf, type MapPlace } from './ground.ts';
import css from './map.module.css';
import { mapOptions } from './moves.ts';
import { useBase, useSupply } from './use-base.ts';
import { useGoToMe, useMe, useMeMark } from './use-me.ts';
import { useTiles } from './use-tiles.ts';

export type MapViewProps = {
  /** Where to look: the middle of the whole box. A new value moves the map; what `onView` reported last moves nothing. */
  readonly view: MapPlace;
  /** After every move somebody at the map made: by finger, keys, or its buttons. */
  readonly onView: (view: MapPlace) => void;
  /** A place the person chose to list from: the rings lie around it instead of me. */
  readonly fromPicked: Gcj02 | null;
  /** Drawn over the base, inside the map's box: canvases, marks, nothing or several. */
  readonly layers?: (ground: Ground) => ReactNode;
  /** CSS pixels at the head under filters: names and the rings' distances keep below. */
  readonly coveredAbove?: number;
  /** CSS pixels at the foot covered by a sheet: controls and attribution stay above it, 我 goes to the middle of the rest. */
  readonly coveredBelow?: number;
  /** 我 was pressed and the phone gives no place: the page says why and offers other ways. */
  readonly onNoPlace?: () => void;
};

const nothing = (): void => undefined;

/** The map's ground: base, me, rings, controls. Loaded lazily; the list is its twin for screen readers. */
export function MapView(props: MapViewProps) {
  const { view, onView, fromPicked, layers, coveredAbove = 0, coveredBelow = 0, onNoPlace = nothing } = props;
  const [map, setMap] = useState<LeafletMap | null>(null);
  const [options] = useState(() => mapOptions(view));
  const supply = useSupply();
  const street = useTiles(map, supply);
  const me = useMe();
  useMeMark(map, me);
  const names = useBase(map, supply, {
    me,
    rings: fromPicked ?? me?.point ?? null,
    above: coveredAbove,
    below: coveredBelow,
  });
  const goToMe = useGoToMe(map, { me, lift: (coveredBelow - coveredAbove) / 2, onNoPlace });
  const { plane } = street;
  const ground = useMemo(() => (map === null ? null : groundOf(map, plane)), [map, plane]);
  return (
    <div className={css.frame}>
      <MapContainer ref={setMap} className={css.map ?? ''} {...options}>
        <Following view={view} onView={onView} label={mapLabel(names)} />
      </MapContainer>
      {ground !== null && layers?.(ground)}
      <div className={css.foot} style={{ bottom: coveredBelow }}>
        <BaseNote street={street} />
        {map !== null && <Controls map={map} onMe={goToMe} />}
      </div>
    </div>
  );
}
