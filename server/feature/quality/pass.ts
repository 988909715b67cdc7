import { metresBetween } from '../../../shared/geo/distance.ts';
import { gcj02 } from '../../../shared/geo/point.ts';
import { isRegionCode, type RegionCode } from '../../../shared/station/region.ts';
import { ORIGINS } from '../../../shared/station/station.ts';
import type { ListState } from '../list/model.ts';
import type { ListRows } from '../list/rows.ts';
import type { CountyLocator } from '../regions/county.ts';

/** Two rows of the list within 50 metres of each other, published both, invented both or neither. */
export type NearPair = { readonly a: number; readonly b: number; readonly metres: number };

/** What takes more than a look at one row's columns, as of a seq. */
export type QualityPass = {
  readonly state: ListState;
  /** 1 for each row whose point lies outside its region, or that has another one near. */
  readonly outside: Uint8Array;
  readonly near: Uint8Array;
  readonly pairs: readonly NearPair[];
};

export type QualityModel = { current(): Promise<QualityPass> };

type Parts = {
  readonly list: { current(): Promise<ListState> };
  readonly countyOf: CountyLocator;
  readonly isWithin: (inner: RegionCode, outer: RegionCode) => boolean;
};

const METRES = 50;
/** Degrees; wider than 50 metres up to 53° north. */
const CELL = 0.001;
const ACROSS = 1e6;
/** Rows looked at before others have their turn. */
const AT_ONCE = 2000;
const SYNTHETIC = ORIGINS.indexOf('synthetic');

/** Looks once for every state of the list; a point is looked up again only where it moved. */
export function qualityModel(parts: Parts): QualityModel {
  const borders = new Borders(parts);
  let held: QualityPass | null = null;
  let looking: Promise<QualityPass> | null = null;
  const look = async (state: ListState): Promise<QualityPass> => {
    const outside = await borders.outside(state.rows);
    const pairs = await pairsOf(state.rows);
    const near = new Uint8Array(state.rows.size);
    for (const { a, b } of pairs) {
      near[a] = 1;
      near[b] = 1;
    }
    held = { state, outside, near, pairs };
    return held;
  };
  return {
    current: async () => {
      const state = await parts.list.current();
      if (held !== null && held.state.rows === state.rows && held.state.seq >= state.seq) return held;
      if (looking !== null) await looking;
      if (held !== null && held.state.rows === state.rows && held.state.seq >= state.seq) return held;
      looking = look(state).finally(() => {
        looking = null;
      });
      return looking;
    },
  };
}

/** Whether each point lies in its region: reckoned when a row's point or region is not what it was. */
class Borders {
  private seen: Float64Array = new Float64Array(0);
  private flags: Uint8Array = new Uint8Array(0);
  private of: ListRows | null = null;

  constructor(private readonly parts: Parts) {}

  async outside(rows: ListRows): Promise<Uint8Array> {
    if (this.of !== rows || this.flags.length < rows.size) this.grow(rows);
    for (let row = 0, looked = 0; row < rows.size; row++) {
      if (rows.bytes.published[row] !== 1 || !this.isNews(rows, row)) continue;
      this.flags[row] = this.isOutside(rows, row) ? 1 : 0;
      if (++looked % AT_ONCE === 0) await turn();
    }
    return this.flags.slice(0, rows.size);
  }

  private isNews({ reals, wholes }: ListRows, row: number): boolean {
    const now = [reals.lng[row] ?? 0, reals.lat[row] ?? 0, wholes.region[row] ?? 0];
    const isSame = now.every((value, i) => this.seen[3 * row + i] === value);
    if (!isSame) this.seen.set(now, 3 * row);
    return !isSame;
  }

  private isOutside({ reals, wholes }: ListRows, row: number): boolean {
    const region = String(wholes.region[row] ?? 0).padStart(6, '0');
    if (!isRegionCode(region)) return true;
    const county = this.parts.countyOf(gcj02(reals.lng[row] ?? 0, reals.lat[row] ?? 0));
    return county === null || !this.parts.isWithin(county, region);
  }

  private grow(rows: ListRows): void {
    const [seen, flags] = [new Float64Array(rows.size * 6), new Uint8Array(rows.size * 2)];
    if (this.of === rows) {
      seen.set(this.seen);
      flags.set(this.flags);
    }
    this.of = rows;
    this.seen = seen;
    this.flags = flags;
  }
}

/** The nearest pairs first. */
async function pairsOf(rows: ListRows): Promise<readonly NearPair[]> {
  const cells = new Map<number, number[]>();
  const pairs: NearPair[] = [];
  for (let row = 0; row < rows.size; row++) {
    if (row % (4 * AT_ONCE) === 0) await turn();
    if (rows.bytes.held[row] !== 1 || rows.bytes.published[row] !== 1) continue;
    const cell = cellOf(rows, row);
    // Whoever came before: each pair is found once.
    for (const east of [-1, 0, 1]) {
      for (const north of [-1, 0, 1]) pairsWith(rows, row, { among: cells.get(cell + east * ACROSS + north), pairs });
    }
    const held = cells.get(cell);
    if (held) held.push(row);
    else cells.set(cell, [row]);
  }
  return pairs.sort((a, b) => a.metres - b.metres || a.a - b.a || a.b - b.b);
}

type Among = { readonly among: readonly number[] | undefined; readonly pairs: NearPair[] };

function pairsWith(rows: ListRows, row: number, { among, pairs }: Among): void {
  if (among === undefined) return;
  const { lng, lat } = rows.reals;
  const here = gcj02(lng[row] ?? 0, lat[row] ?? 0);
  for (const other of among) {
    if ((rows.bytes.origin[row] === SYNTHETIC) !== (rows.bytes.origin[other] === SYNTHETIC)) continue;
    const metres = metresBetween(here, gcj02(lng[other] ?? 0, lat[other] ?? 0));
    if (metres <= METRES) pairs.push({ a: other, b: row, metres });
  }
}

function cellOf({ reals: { lng, lat } }: ListRows, row: number): number {
  return Math.floor((lng[row] ?? 0) / CELL) * ACROSS + Math.floor((lat[row] ?? 0) / CELL);
}

/** Others have their turn. */
function turn(): Promise<void> {
  return new Promise((next) => setImmediate(next));
}
