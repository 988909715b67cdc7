import { type Gcj02, gcj02 } from '../../../shared/geo/point.ts';
import { nearestShown } from '../../map/stations/pick.ts';
import { latOf, lngOf, unitsPerPixel, WORLD, worldX, worldY } from '../../map/stations/plot.ts';
import type { Stations } from '../../map/stations/StationMarks.tsx';
import type { Judged } from '../list.ts';
import { type Aim, COUNTRY, NEAR_ZOOM } from './view.ts';

/** Metres: so near the answer is seen together with the person. */
const TOGETHER = 2000;

export type First = {
  readonly place: Gcj02 | null;
  /** The answer of the list. */
  readonly hero: Judged | null;
  readonly stations: Stations | null;
};

/** The person and the answer together; where that is far, whatever station is nearest: a lone dot helps nobody. */
export function firstAim({ place, hero, stations }: First): Aim {
  if (place === null) return COUNTRY;
  const near = hero !== null && hero.distance <= TOGETHER ? hero.row.point : null;
  return { at: place, also: near ?? (stations === null ? null : nearestTo(place, stations)), zoom: NEAR_ZOOM };
}

/** Looked for in squares that grow fourfold, because most stations of the country are far. */
function nearestTo(from: Gcj02, { plot, shown }: Stations): Gcj02 | null {
  const x = worldX(from.lng);
  const y = worldY(from.lat);
  const within = (half: number) => {
    const box = { west: x - half, east: x + half, north: y - half, south: y + half };
    return nearestShown(plot, shown, { box, from, most: 1 }).rows[0] ?? null;
  };
  for (let half = 200 * unitsPerPixel(NEAR_ZOOM); half < WORLD; half *= 2) {
    // What lies beyond a side may be nearer than what lies in a corner.
    const found = within(half) === null ? null : within(1.5 * half);
    if (found !== null) return gcj02(lngOf(plot.x[found.row] ?? 0), latOf(plot.y[found.row] ?? 0));
  }
  return null;
}
