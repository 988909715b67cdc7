import { metresBetween } from '../../../shared/geo/distance.ts';
import { gcj02 } from '../../../shared/geo/point.ts';
import { FAR, type ListRows } from './rows.ts';

/** Of a degree of latitude at the least, and of one of longitude down to 53° north. */
const METRES_UP = 110_000;
const METRES_ACROSS = 60_000;
/** Degrees; a cell is no smaller. */
const CELL = 0.001;
const ACROSS = 1e6;
/** Of a row that is in no cell. */
const NONE = -1;

/**
 * How far it is from each living station to the nearest other one that may be the same. Kept up row by row; `reach`: metres beyond
 * which nobody looks.
 */
export class Neighbours {
  private readonly cell: number;
  private readonly cells = new Map<number, number[]>();
  private readonly cellOf: number[] = [];
  /** Where a row was when it was last looked at. */
  private readonly lngs: number[] = [];
  private readonly lats: number[] = [];

  constructor(
    private readonly rows: ListRows,
    readonly reach: number,
  ) {
    this.cell = Math.max(CELL, reach / METRES_ACROSS);
  }

  /** After rows were written or dropped: they and whoever stands or stood near them are judged anew. */
  changed(touched: readonly number[]): void {
    const moved = [...new Set(touched)].filter((row) => this.isNews(row));
    const left = new Set<number>();
    for (const row of moved) this.leave(row, left);
    for (const row of moved) this.enter(row);
    for (const row of left) this.judge(row);
  }

  private isNews(row: number): boolean {
    const cell = this.placeOf(row);
    const { lng, lat } = this.rows.reals;
    return cell !== (this.cellOf[row] ?? NONE) || lng[row] !== this.lngs[row] || lat[row] !== this.lats[row];
  }

  /** `left`: whose nearest one this was. */
  private leave(row: number, left: Set<number>): void {
    const cell = this.cellOf[row] ?? NONE;
    this.cellOf[row] = NONE;
    this.rows.wholes.nearest[row] = FAR;
    if (cell === NONE) return;
    const stay = this.cells.get(cell)?.filter((other) => other !== row) ?? [];
    if (stay.length > 0) this.cells.set(cell, stay);
    else this.cells.delete(cell);
    for (const other of this.around(cell)) {
      const metres = this.metres(row, other);
      if (metres <= this.reach && metres <= (this.rows.wholes.nearest[other] ?? FAR)) left.add(other);
    }
  }

  private enter(row: number): void {
    const cell = this.placeOf(row);
    const { reals, wholes } = this.rows;
    this.lngs[row] = reals.lng[row] ?? 0;
    this.lats[row] = reals.lat[row] ?? 0;
    if (cell === NONE) return;
    for (const other of this.around(cell)) {
      const metres = this.metres(row, other);
      if (metres > this.reach) continue;
      wholes.nearest[row] = Math.min(wholes.nearest[row] ?? FAR, metres);
      wholes.nearest[other] = Math.min(wholes.nearest[other] ?? FAR, metres);
    }
    const held = this.cells.get(cell);
    if (held) held.push(row);
    else this.cells.set(cell, [row]);
    this.cellOf[row] = cell;
  }

  private judge(row: number): void {
    let nearest = FAR;
    for (const other of this.around(this.cellOf[row] ?? NONE)) {
      if (other === row) continue;
      const metres = this.metres(row, other);
      if (metres <= this.reach) nearest = Math.min(nearest, metres);
    }
    this.rows.wholes.nearest[row] = nearest;
  }

  /** The cell a row belongs into by its columns. */
  private placeOf(row: number): number {
    const { bytes, reals } = this.rows;
    if (bytes.held[row] !== 1 || bytes.living[row] !== 1) return NONE;
    const [east, north] = [(reals.lng[row] ?? 0) / this.cell, (reals.lat[row] ?? 0) / this.cell];
    return Math.floor(east) * ACROSS + Math.floor(north);
  }

  private *around(cell: number): Generator<number> {
    if (cell === NONE) return;
    for (const east of [-1, 0, 1]) {
      for (const north of [-1, 0, 1]) yield* this.cells.get(cell + east * ACROSS + north) ?? [];
    }
  }

  /** Whole metres between where two rows were last seen, rounded up; of what is surely too far only that. */
  private metres(a: number, b: number): number {
    const [north, other] = [this.lats[a] ?? 0, this.lats[b] ?? 0];
    if (Math.abs(north - other) * METRES_UP > this.reach) return FAR;
    return Math.ceil(metresBetween(gcj02(this.lngs[a] ?? 0, north), gcj02(this.lngs[b] ?? 0, other)));
  }
}
