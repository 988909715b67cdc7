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
/** A little more than the offshore reach in degrees of longitude at 53° north. */
const REACH = 0.031;

export function countyLocator(outlines: Outlines): CountyLocator {
  const areas: Area[] = [];
  for (const [code, rings] of outlines.areas) {
    if (isRegionCode(code)) areas.push({ code, rings, box: boxOfRings(rings) });
  }
  const cells = new Cells(areas);
  return ({ lng, lat }) => {
    for (const at of cells.at(lng, lat)) {
      const area = areas[at];
      if (area === undefined) continue;
      const { code, rings, box } = area;
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

/** Which areas touch a cell, as one column of their numbers cell after cell: a list each would be twenty megabytes. */
class Cells {
  private readonly west: number;
  private readonly south: number;
  private readonly wide: number;
  /** Where the areas of a cell begin, and behind the last cell the end. */
  private readonly from: Uint32Array;
  private readonly areas: Uint16Array;

  constructor(areas: readonly Area[]) {
    const edge = (side: 0 | 1 | 2 | 3, of: (...values: number[]) => number) =>
      Math.floor(areas.reduce((found, { box }) => of(found, box[side]), side < 2 ? 180 : -180) / CELL);
    this.west = edge(0, Math.min);
    this.south = edge(1, Math.min);
    this.wide = Math.max(0, edge(2, Math.max) - this.west + 1);
    const tall = Math.max(0, edge(3, Math.max) - this.south + 1);
    this.from = new Uint32Array(this.wide * tall + 1);
    for (const { box } of areas) this.each(box, (cell) => this.count(cell + 1, 1));
    for (let cell = 1; cell < this.from.length; cell++) this.count(cell, this.from[cell - 1] ?? 0);
    this.areas = new Uint16Array(this.from[this.from.length - 1] ?? 0);
    const next = this.from.slice();
    for (const [at, { box }] of areas.entries()) {
      this.each(box, (cell) => {
        this.areas[next[cell] ?? 0] = at;
        next[cell] = (next[cell] ?? 0) + 1;
      });
    }
  }

  at(lng: number, lat: number): Uint16Array {
    const [x, y] = [Math.floor(lng / CELL) - this.west, Math.floor(lat / CELL) - this.south];
    const cell = y * this.wide + x;
    if (x < 0 || x >= this.wide || cell < 0 || cell + 1 >= this.from.length) return this.areas.subarray(0, 0);
    return this.areas.subarray(this.from[cell], this.from[cell + 1]);
  }

  private count(cell: number, more: number): void {
    this.from[cell] = (this.from[cell] ?? 0) + more;
  }

  private each([west, south, east, north]: Area['box'], visit: (cell: number) => void): void {
    for (let y = Math.floor(south / CELL); y <= Math.floor(north / CELL); y++) {
      for (let x = Math.floor(west / CELL); x <= Math.floor(east / CELL); x++) {
        visit((y - this.south) * this.wide + x - this.west);
      }
    }
  }
}
