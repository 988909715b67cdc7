import { metresBetween } from '../../../shared/geo/distance.ts';
import { gcj02 } from '../../../shared/geo/point.ts';
import type { ListRows } from './rows.ts';

/** Degrees; wider than any distance that makes two stations one, up to 53° north. */
const CELL = 0.001;
const ACROSS = 1e6;

/** Which living stations stand so close to another that they may be the same one. Kept up row by row. */
export class Neighbours {
  private readonly cells = new Map<number, number[]>();
  private readonly cellOf: number[] = [];

  /** `metres`: at most 60, or neighbours two cells away would be missed. */
  constructor(
    private readonly rows: ListRows,
    private readonly metres: number,
  ) {}

  /** After rows were written or dropped: they and all around them, where they were and where they are, are judged anew. */
  changed(touched: readonly number[]): void {
    const again = new Set<number>(touched);
    for (const row of touched) {
      this.leave(row, again);
      this.enter(row, again);
    }
    for (const row of again) this.rows.bytes.near[row] = this.hasNeighbour(row) ? 1 : 0;
  }

  private leave(row: number, around: Set<number>): void {
    const cell = this.cellOf[row];
    if (cell === undefined || cell < 0) return;
    const held = this.cells.get(cell)?.filter((other) => other !== row) ?? [];
    if (held.length > 0) this.cells.set(cell, held);
    else this.cells.delete(cell);
    for (const other of this.around(cell)) around.add(other);
    this.cellOf[row] = -1;
  }

  private enter(row: number, around: Set<number>): void {
    if (this.rows.bytes.living[row] !== 1) return;
    const cell = this.place(row);
    const held = this.cells.get(cell);
    if (held) held.push(row);
    else this.cells.set(cell, [row]);
    this.cellOf[row] = cell;
    for (const other of this.around(cell)) around.add(other);
  }

  private place(row: number): number {
    const { lng, lat } = this.rows.reals;
    return Math.floor((lng[row] ?? 0) / CELL) * ACROSS + Math.floor((lat[row] ?? 0) / CELL);
  }

  private *around(cell: number): Generator<number> {
    for (const east of [-1, 0, 1]) {
      for (const north of [-1, 0, 1]) yield* this.cells.get(cell + east * ACROSS + north) ?? [];
    }
  }

  private hasNeighbour(row: number): boolean {
    const cell = this.cellOf[row];
    if (cell === undefined || cell < 0) return false;
    const { lng, lat } = this.rows.reals;
    const here = gcj02(lng[row] ?? 0, lat[row] ?? 0);
    for (const other of this.around(cell)) {
      if (other !== row && metresBetween(here, gcj02(lng[other] ?? 0, lat[other] ?? 0)) <= this.metres) return true;
    }
    return false;
  }
}
