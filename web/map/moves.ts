import type { LatLngBoundsExpression, Map as LeafletMap, MapOptions, PointExpression } from 'leaflet';
import { type Gcj02, gcj02 } from '../../shared/geo/point.ts';
import type { MapPlace } from './ground.ts';
import { crsOf, REACH } from './plane.ts';

const WIDEST = 3;
const NEAREST = 19;
const STILL = '(prefers-reduced-motion: reduce)';
const BOUNDS: LatLngBoundsExpression = [
  [REACH[0][0], REACH[0][1]],
  [REACH[1][0], REACH[1][1]],
];

/** What a map begins with, and never changes; the view aside. */
export function mapOptions({ centre, zoom }: MapPlace): MapOptions {
  const moves = !window.matchMedia(STILL).matches;
  return {
    crs: crsOf('gcj02'),
    center: centre,
    zoom,
    minZoom: WIDEST,
    maxZoom: NEAREST,
    maxBounds: BOUNDS,
    maxBoundsViscosity: 1,
    zoomControl: false,
    attributionControl: false,
    zoomAnimation: moves,
    fadeAnimation: moves,
    markerZoomAnimation: moves,
    inertia: moves,
  };
}

export function placeOf(map: LeafletMap): MapPlace {
  const { lng, lat } = map.getCenter();
  return { centre: gcj02(lng, lat), zoom: map.getZoom() };
}

/** Maps on a move that nobody at the map asked for. */
const led = new WeakSet<LeafletMap>();

/** Moves the map without its telling so: the page asked, a phone was turned, the base changed. */
export function leadTo(map: LeafletMap, { centre, zoom }: MapPlace, how: { readonly reset?: boolean } = {}): void {
  led.add(map);
  map.setView(centre, zoom, { ...how, animate: how.reset !== true && map.options.zoomAnimation === true });
}

/** The box has another size: what it looks at stays in its middle. */
export function refit(map: LeafletMap): void {
  led.add(map);
  map.invalidateSize({ animate: false });
  led.delete(map);
}

/** Asked once for each move that ended: whether somebody at the map made it. */
export function wasByHand(map: LeafletMap): boolean {
  return !led.delete(map);
}

/** To a place, in the middle of what nothing covers. */
export function lookAt(map: LeafletMap, place: Gcj02, { zoom, lift }: { zoom: number; lift: number }): void {
  const down: PointExpression = [0, lift];
  map.setView(map.unproject(map.project(place, zoom).add(down), zoom), zoom);
}
