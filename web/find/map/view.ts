import { metresBetween } from '../../../shared/geo/distance.ts';
import { type Gcj02, gcj02 } from '../../../shared/geo/point.ts';
import type { MapPlace } from '../../map/ground.ts';
import type { WorldBox } from '../../map/stations/grid.ts';
import { unitsPerPixel, worldX, worldY } from '../../map/stations/plot.ts';

/** Near enough to see the rings of 250 and 500 m on a phone. */
export const NEAR_ZOOM = 15;
/** All of the country on a phone. */
export const COUNTRY: MapPlace = { centre: gcj02(104.5, 36), zoom: 4 };

export type Box = { readonly width: number; readonly height: number };

/** What a map of that size shows, in world units. */
export function boxOfView({ centre, zoom }: MapPlace, { width, height }: Box): WorldBox {
  const perPixel = unitsPerPixel(zoom);
  const x = worldX(centre.lng);
  const y = worldY(centre.lat);
  const across = (width / 2) * perPixel;
  const down = (height / 2) * perPixel;
  return { west: x - across, east: x + across, north: y - down, south: y + down };
}

/** Metres in a CSS pixel there. */
export function metresPerPixel({ centre, zoom }: MapPlace): number {
  return (Math.cos((centre.lat * Math.PI) / 180) * 40_075_017) / (256 * 2 ** zoom);
}

/** Farther out than this the middle of the map is no place anybody means. */
const PLACE_ZOOM = 9;

/** Whether somebody looks at another place than the list stands on: farther than a third of the view. */
export function isElsewhere(view: MapPlace, from: Gcj02 | null, { width, height }: Box): boolean {
  if (view.zoom < PLACE_ZOOM) return false;
  if (from === null) return true;
  return metresBetween(from, view.centre) > (Math.min(width, height) / 3) * metresPerPixel(view);
}
