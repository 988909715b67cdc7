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
/** Maps that somebody is moving, until they rest. */
const inHand = new WeakSet<LeafletMap>();

/**
 * Moves the map without its telling so: the page asked, a phone was turned, the base changed. Not while somebody moves it:
 * they say where to when it rests, and Leaflet forgets what it is asked during a zoom.
 */
export function leadTo(map: LeafletMap, { centre, zoom }: MapPlace, how: { readonly reset?: boolean } = {}): void {
  if (inHand.has(map) && how.reset !== true) return;
  led.add(map);
  // Another zoom comes at once: while Leaflet moves to it, it would be deaf to a tap on + or −.
  const glides = map.options.zoomAnimation === true && zoom === map.getZoom();
  map.setView(centre, zoom, { ...how, animate: glides && how.reset !== true });
}

/** The box has another size: what it looks at stays in its middle. */
export function refit(map: LeafletMap): void {
  const wasLed = led.has(map);
  led.add(map);
  map.invalidateSize({ animate: false });
  if (wasLed) led.add(map);
  else led.delete(map);
}

/** To be told of each move that begins. */
export function beginMove(map: LeafletMap): void {
  if (!led.has(map)) inHand.add(map);
}

/** Asked once for each move that ended: whether somebody at the map made it. */
export function wasByHand(map: LeafletMap): boolean {
  if (led.delete(map)) return false;
  inHand.delete(map);
  return true;
}

/** To a place, in the middle of what nothing covers. */
export function lookAt(map: LeafletMap, place: Gcj02, { zoom, lift }: { zoom: number; lift: number }): void {
  const down: PointExpression = [0, lift];
  map.setView(map.unproject(map.project(place, zoom).add(down), zoom), zoom);
}
