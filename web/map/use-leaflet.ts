import { Map as LeafletMap } from 'leaflet/src/map/index.js';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { type Gcj02, gcj02 } from '../../shared/geo/point.ts';
import type { MapPlace } from './ground.ts';
import { crsOf, REACH } from './plane.ts';

const WIDEST = 3;
const NEAREST = 19;
const STILL = '(prefers-reduced-motion: reduce)';
/** Degrees, about a metre: what the map has just reported itself is no move. */
const SAME = 1e-5;

type Told = { readonly view: MapPlace; readonly onView: (view: MapPlace) => void };

/** A Leaflet map in `box` that looks at `view` and tells where it came to rest; null until the box is there. */
export function useLeaflet(box: RefObject<HTMLElement | null>, { view, onView }: Told): LeafletMap | null {
  const told = useRef(onView);
  const start = useRef(view);
  // An echo that comes back late, when a finger has moved on, must not pull the map back.
  const echoes = useRef(new WeakSet<MapPlace>());
  const [map, setMap] = useState<LeafletMap | null>(null);
  useEffect(() => {
    told.current = onView;
  }, [onView]);
  useEffect(() => {
    if (box.current === null) return;
    const made = makeMap(box.current, start.current);
    made.on('moveend', () => {
      const place = placeOf(made);
      echoes.current.add(place);
      told.current(place);
    });
    // The box may change without the window: a sheet unfolds, a phone is turned.
    const watch = new ResizeObserver(() => made.invalidateSize({ animate: false }));
    watch.observe(box.current);
    setMap(made);
    return () => {
      watch.disconnect();
      setMap(null);
      made.remove();
    };
  }, [box]);
  useEffect(() => {
    if (map === null || echoes.current.has(view)) return;
    const now = placeOf(map);
    const moved = Math.max(Math.abs(now.centre.lng - view.centre.lng), Math.abs(now.centre.lat - view.centre.lat));
    if (moved > SAME || Math.abs(now.zoom - view.zoom) > 0.01) map.setView(view.centre, view.zoom);
  }, [map, view]);
  return map;
}

function makeMap(box: HTMLElement, { centre, zoom }: MapPlace): LeafletMap {
  const moves = !window.matchMedia(STILL).matches;
  return new LeafletMap(box, {
    crs: crsOf('gcj02'),
    center: centre,
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
    zoomAnimation: moves,
    fadeAnimation: moves,
    markerZoomAnimation: moves,
    inertia: moves,
  });
}

function placeOf(map: LeafletMap): MapPlace {
  const { lng, lat } = map.getCenter();
  return { centre: gcj02(lng, lat), zoom: map.getZoom() };
}

/** To a place, in the middle of what no sheet covers. */
export function lookAt(map: LeafletMap, place: Gcj02, { zoom, covered }: { zoom: number; covered: number }): void {
  const middle = map.project(place, zoom).add([0, covered / 2]);
  map.setView(map.unproject(middle, zoom), zoom);
}
