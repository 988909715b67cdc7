import { useEffect, useRef } from 'react';
import { useMap, useMapEvents } from 'react-leaflet/hooks';
import type { MapPlace } from './ground.ts';
import { beginMove, leadTo, placeOf, refit, wasByHand } from './moves.ts';

/** Degrees, about a metre: what the map has just reported itself is no move. */
const SAME = 1e-5;

type Props = { readonly view: MapPlace; readonly onView: (view: MapPlace) => void; readonly label: string };

/** Keeps a map at what the page wants to see, and tells the page where somebody took it. */
export function Following({ view, onView, label }: Props) {
  const map = useMap();
  // An echo that comes back late, when a finger has moved on, must not pull the map back.
  const echoes = useRef(new WeakSet<MapPlace>());
  const told = useRef(onView);
  useEffect(() => {
    told.current = onView;
  }, [onView]);
  const handlers = useRef({
    movestart: () => beginMove(map),
    moveend: () => {
      if (!wasByHand(map)) return;
      const place = placeOf(map);
      echoes.current.add(place);
      told.current(place);
    },
  });
  useMapEvents(handlers.current);
  useEffect(() => {
    // The box may change without the window: a sheet unfolds, a phone is turned.
    const watch = new ResizeObserver(() => refit(map));
    watch.observe(map.getContainer());
    return () => watch.disconnect();
  }, [map]);
  useEffect(() => {
    if (echoes.current.has(view)) return;
    const now = placeOf(map);
    const moved = Math.max(Math.abs(now.centre.lng - view.centre.lng), Math.abs(now.centre.lat - view.centre.lat));
    if (moved > SAME || Math.abs(now.zoom - view.zoom) > 0.01) leadTo(map, view);
  }, [map, view]);
  useEffect(() => {
    // Arrow keys belong to the map while it has the focus, as in any application.
    map.getContainer().setAttribute('role', 'application');
    map.getContainer().setAttribute('aria-label', label);
  }, [map, label]);
  return null;
}
