import { degreeMetric, squareMetres } from '../../../shared/geo/distance.ts';
import type { Gcj02 } from '../../../shared/geo/point.ts';

const CELL_DEGREES = 0.001;
const FIRST_ROOM = 1024;
const NONE = -1;

/**
 * Points by grid cell, to find what stands within a few dozen metres of a new one. Cells are 70–110 m wide. Flat arrays, each
 * point naming the one before it in its cell: as objects the points of a country would weigh five times as much.
 */
export class Neighbours<Key> {
  private readonly last = new Map<number, number>();
  private readonly keys: Key[] = [];
  /** Longitude and latitude by turns. */
  private points = new Float64Array(FIRST_ROOM * 2);
  private before = new Int32Array(FIRST_ROOM);

  add(point: Gcj02, key: Key): void {
    const at = this.keys.push(key) - 1;
    if (at >= this.before.length) this.grow();
    const cell = cellOf(point.lng, point.lat);
    this.points[at * 2] = point.lng;
    this.points[at * 2 + 1] = point.lat;
    this.before[at] = this.last.get(cell) ?? NONE;
    this.last.set(cell, at);
  }

  private grow(): void {
    const points = new Float64Array(this.points.length * 2);
    points.set(this.points);
    this.points = points;
    const before = new Int32Array(this.before.length * 2);
    before.set(this.before);
    this.before = before;
  }

  /** Keys within `metres` (≤ 100), nearest first, equally near ones as they came; 0 m means exactly the same place. */
  within(point: Gcj02, metres: number): readonly { readonly key: Key; readonly metres: number }[] {
    const metric = degreeMetric(point.lat);
    const found: { at: number; metres: number }[] = [];
    const reach = Math.ceil(metres / 60);
    for (let dy = -reach; dy <= reach; dy++) {
      for (let dx = -reach; dx <= reach; dx++) {
        const cell = cellOf(point.lng + dx * CELL_DEGREES, point.lat + dy * CELL_DEGREES);
        for (let at = this.last.get(cell) ?? NONE; at !== NONE; at = this.before[at] ?? NONE) {
          const square = squareMetres(metric, this.lngOf(at) - point.lng, this.latOf(at) - point.lat);
          if (square <= metres * metres) found.push({ at, metres: Math.sqrt(square) });
        }
      }
    }
    found.sort((a, b) => a.metres - b.metres || a.at - b.at);
    return found.flatMap(({ at, metres: away }) => {
      const key = this.keys[at];
      return key === undefined ? [] : [{ key, metres: away }];
    });
  }

  private lngOf(at: number): number {
    return this.points[at * 2] ?? 0;
  }

  private latOf(at: number): number {
    return this.points[at * 2 + 1] ?? 0;
  }
}

function cellOf(lng: number, lat: number): number {
  return Math.floor(lng / CELL_DEGREES + 1e-6) * 1_000_000 + Math.floor(lat / CELL_DEGREES + 1e-6);
}
