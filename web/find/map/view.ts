import { metresBetween } from '../../../shared/geo/distance.ts';
import { type Gcj02, gcj02 } from '../../../shared/geo/point.ts';
import type { MapPlace } from '../../map/ground.ts';
import type { WorldBox } from '../../map/stations/grid.ts';
import { latOf, lngOf, unitsPerPixel, worldX, worldY } from '../../map/stations/plot.ts';

/** Near enough to see the rings of 250 and 500 m on a phone. */
export const NEAR_ZOOM = 15;
/** All of the country on a phone. */
export const COUNTRY: Aim = { at: gcj02(104.5, 36), also: null, zoom: 4 };
const WIDEST_ZOOM = 3;

export type Box = { readonly width: number; readonly height: number };
/** The box of a map and what lies over its head and its foot. CSS pixels. */
export type Sight = Box & { readonly above: number; readonly below: number };

/** A place to bring into the middle of what is seen, from that zoom; farther out where `also` would not be in sight. */
export type Aim = { readonly at: Gcj02; readonly also: Gcj02 | null; readonly zoom: number };

/** CSS pixels from the edges of what is seen where a mark is not well seen: buttons lie at the side, a line at the foot. */
const EDGE = { across: 80, down: 52 } as const;

/** What a map with that box looks at then: the middle of the whole box, as the map counts. */
export function aimedAt({ at, also, zoom }: Aim, sight: Sight): MapPlace {
  const from = { x: worldX(at.lng), y: worldY(at.lat) };
  if (also === null) return lifted(from, zoom, sight);
  const off = { x: worldX(also.lng) - from.x, y: worldY(also.lat) - from.y };
  for (let near = zoom; near > WIDEST_ZOOM; near--) {
    if (fits(off, near, { sight, share: 0.5 })) return lifted(from, near, sight);
    if (fits(off, near, { sight, share: 1 })) return lifted(halfway(from, off), near, sight);
  }
  return lifted(halfway(from, off), WIDEST_ZOOM, sight);
}

type Spot = { readonly x: number; readonly y: number };

/** Whether two places so far apart find room in that share of what is seen. */
function fits(off: Spot, zoom: number, { sight, share }: { readonly sight: Sight; readonly share: number }): boolean {
  const across = Math.abs(off.x) / unitsPerPixel(zoom);
  const down = Math.abs(off.y) / unitsPerPixel(zoom);
  const high = sight.height - sight.above - sight.below;
  return across <= inner(sight.width, EDGE.across) * share && down <= inner(high, EDGE.down) * share;
}

/** Without its edges; of a strip at least half. */
function inner(side: number, edge: number): number {
  return Math.max(side - 2 * edge, side / 2);
}

function halfway({ x, y }: Spot, off: Spot): Spot {
  return { x: x + off.x / 2, y: y + off.y / 2 };
}

function lifted({ x, y }: Spot, zoom: number, { above, below }: Sight): MapPlace {
  const down = ((below - above) / 2) * unitsPerPixel(zoom);
  return { centre: gcj02(lngOf(x), latOf(y + down)), zoom };
}

/** The place in the middle of what is seen. */
export function middleOf({ centre, zoom }: MapPlace, { above, below }: Sight): Gcj02 {
  if (above === below) return centre;
  const up = ((below - above) / 2) * unitsPerPixel(zoom);
  return gcj02(centre.lng, latOf(worldY(centre.lat) - up));
}

/** What a map of that size shows beside what covers it, in world units. */
export function boxOfView({ centre, zoom }: MapPlace, { width, height, above, below }: Sight): WorldBox {
  const perPixel = unitsPerPixel(zoom);
  const x = worldX(centre.lng);
  const y = worldY(centre.lat);
  const across = (width / 2) * perPixel;
  const north = y - (height / 2 - above) * perPixel;
  const south = y + (height / 2 - below) * perPixel;
  return { west: x - across, east: x + across, north, south };
}

/** Metres in a CSS pixel there. */
export function metresPerPixel({ centre, zoom }: MapPlace): number {
  return (Math.cos((centre.lat * Math.PI) / 180) * 40_075_017) / (256 * 2 ** zoom);
}

/** Farther out than this the middle of the map is no place anybody means. */
const PLACE_ZOOM = 9;

/** Whether somebody looks at another place than the list stands on: farther than a third of the view. */
export function isElsewhere(view: MapPlace, from: Gcj02 | null, sight: Sight): boolean {
  if (view.zoom < PLACE_ZOOM) return false;
  if (from === null) return true;
  const { width, height, above, below } = sight;
  const least = Math.min(width, height - above - below);
  return metresBetween(from, middleOf(view, sight)) > (least / 3) * metresPerPixel(view);
}
