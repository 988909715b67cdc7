import type { Outlines } from '../../../shared/geo/outline.ts';
import type { Gcj02 } from '../../../shared/geo/point.ts';
import { boxOfRings, isInside, metresToBorder, type Ring } from '../../../shared/geo/polygon.ts';
import { isRegionCode, type RegionCode } from '../../../shared/station/region.ts';

/** The county (or a region standing as its own) a point lies in; the nearest within 2 km when it lies off all coasts and borders; else null. */
export type CountyLocator = (point: Gcj02) => RegionCode | null;

type Area = {
  readonly code: RegionCode;
  readonly rings: readonly Ring[];
  readonly box: readonly [number, number, number, number];
};

/** Piers, breakwaters and reclaimed land lie outside outlines drawn earlier. */
const OFFSHORE_METRES = 2000;
/** Degrees of a cell; a cell lists the areas whose box touches it. */
const CELL = 0.1;
const COLUMNS = 3600;
/** A little more than the offshore reach in degrees of longitude at 53° north. */
const REACH = 0.031;

export function countyLocator(outlines: Outlines): CountyLocator {
  const areas: Area[] = [];
  const cells = new Map<number, Area[]>();
  for (const [code, rings] of outlines.areas) {
    if (!isRegionCode(code)) continue;
    const area = { code, rings, box: boxOfRings(rings) };
    areas.push(area);
    for (const cell of cellsOf(area.box)) {
      const list = cells.get(cell);
      if (list) list.push(area);
      else cells.set(cell, [area]);
    }
  }
  return ({ lng, lat }) => {
    const near = cells.get(cellAt(lng, lat)) ?? [];
    for (const { code, rings, box } of near) {
      if (lng < box[0] || lat < box[1] || lng > box[2] || lat > box[3]) continue;
      if (isInside(rings, lng, lat)) return code;
    }
    return offshore(areas, lng, lat);
  };
}

function offshore(areas: readonly Area[], lng: number, lat: number): RegionCode | null {
  let best: RegionCode | null = null;
  let metres = OFFSHORE_METRES;
  for (const { code, rings, box } of areas) {
    if (lng < box[0] - REACH || lat < box[1] - REACH || lng > box[2] + REACH || lat > box[3] + REACH) continue;
    const away = metresToBorder(rings, lng, lat);
    if (away > metres || (away === metres && best !== null)) continue;
    best = code;
    metres = away;
  }
  return best;
}

function cellAt(lng: number, lat: number): number {
  return Math.floor(lat / CELL) * COLUMNS + Math.floor(lng / CELL);
}

function cellsOf([west, south, east, north]: Area['box']): readonly number[] {
  const cells: number[] = [];
  for (let y = Math.floor(south / CELL); y <= Math.floor(north / CELL); y++) {
    for (let x = Math.floor(west / CELL); x <= Math.floor(east / CELL); x++) cells.push(y * COLUMNS + x);
  }
  return cells;
}
