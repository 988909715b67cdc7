import './leaflet.css';
import { Map as LeafletMap } from 'leaflet';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { type Gcj02, gcj02 } from '../../shared/geo/point.ts';
import { type Ground, groundOf, type MapPlace } from './ground.ts';
import css from './map.module.css';
import { crsOf, REACH } from './plane.ts';

export type MapViewProps = {
  /** Where to look. A new value moves the map; what `onView` reported last moves nothing. */
  readonly view: MapPlace;
  /** After every move, by hand or not. */
  readonly onView: (view: MapPlace) => void;
  /** A place the person chose to list from: the rings lie around it instead of me. */
  readonly fromPicked: Gcj02 | null;
  /** Drawn over the base, inside the map's box: canvases, marks, nothing or several. */
  readonly layers?: (ground: Ground) => ReactNode;
  /** CSS pixels at the foot covered by a sheet: controls, attribution and the middle stay above it. */
  readonly coveredBelow?: number;
  /** 我 was pressed and the phone gives no place: the page says why and offers other ways. */
  readonly onNoPlace?: () => void;
};

const WIDEST = 3;
const NEAREST = 19;

/** The map's ground: base, me, rings, controls. Loaded lazily; the list is its twin for screen readers. */
export function MapView({ view, onView, layers }: MapViewProps) {
  const box = useRef<HTMLDivElement>(null);
  const told = useRef(onView);
  told.current = onView;
  const start = useRef(view);
  const [ground, setGround] = useState<Ground | null>(null);
  useEffect(() => {
    if (box.current === null) return;
    const map = makeMap(box.current, start.current);
    map.on('moveend', () => told.current(placeOf(map)));
    setGround(groundOf(map, 'gcj02'));
    return () => {
      setGround(null);
      map.remove();
    };
  }, []);
  useEffect(() => {
    if (ground !== null) look(ground.map, view);
  }, [ground, view]);
  return (
    <div className={css.frame}>
      <div ref={box} className={css.map} />
      {ground !== null && layers?.(ground)}
    </div>
  );
}

function makeMap(box: HTMLElement, { centre, zoom }: MapPlace): LeafletMap {
  return new LeafletMap(box, {
    crs: crsOf('gcj02'),
    center: [centre.lat, centre.lng],
    zoom,
    minZoom: WIDEST,
    maxZoom: NEAREST,
    maxBounds: [
      [REACH[0][0], REACH[0][1]],
      [REACH[1][0], REACH[1][1]],
    ],
    maxBoundsViscosity: 1,
    zoomControl: false,
    attributionControl: false,
  });
}

function placeOf(map: LeafletMap): MapPlace {
  const { lng, lat } = map.getCenter();
  return { centre: gcj02(lng, lat), zoom: map.getZoom() };
}

/** Under a metre, or what the map itself has just reported, is no move. */
function look(map: LeafletMap, { centre, zoom }: MapPlace): void {
  const now = placeOf(map);
  const moved = Math.max(Math.abs(now.centre.lng - centre.lng), Math.abs(now.centre.lat - centre.lat));
  if (moved > 1e-5 || Math.abs(now.zoom - zoom) > 0.01) map.setView([centre.lat, centre.lng], zoom);
}
