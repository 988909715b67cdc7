import { degreeMetric, squareMetres } from '../../../shared/geo/distance.ts';
import type { Gcj02 } from '../../../shared/geo/point.ts';

const CELL_DEGREES = 0.001;

/** Points by grid cell, to find what stands within a few dozen metres of a new one. Cells are 70–110 m wide. */
export class Neighbours<Key> {
  private readonly cells = new Map<number, { readonly lng: number; readonly lat: number; readonly key: Key }[]>();

  add(point: Gcj02, key: Key): void {
    const cell = cellOf(point.lng, point.lat);
    const held = this.cells.get(cell);
    const entry = { lng: point.lng, lat: point.lat, key };
    if (held) held.push(entry);
    else this.cells.set(cell, [entry]);
  }

  /** Keys within `metres` (≤ 100), nearest first; 0 m means exactly the same place. */
  within(point: Gcj02, metres: number): readonly { readonly key: Key; readonly metres: number }[] {
    const metric = degreeMetric(point.lat);
    const found: { key: Key; metres: number }[] = [];
    const reach = Math.ceil(metres / 60);
    for (let dy = -reach; dy <= reach; dy++) {
      for (let dx = -reach; dx <= reach; dx++) {
        const cell = cellOf(point.lng + dx * CELL_DEGREES, point.lat + dy * CELL_DEGREES);
        for (const { lng, lat, key } of this.cells.get(cell) ?? []) {
          const square = squareMetres(metric, lng - point.lng, lat - point.lat);
          if (square <= metres * metres) found.push({ key, metres: Math.sqrt(square) });
        }
      }
    }
    return found.sort((a, b) => a.metres - b.metres);
  }
}

function cellOf(lng: number, lat: number): number {
  return Math.floor(lng / CELL_DEGREES + 1e-6) * 1_000_000 + Math.floor(lat / CELL_DEGREES + 1e-6);
}
