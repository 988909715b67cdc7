import { orderRows } from '../../../shared/geo/order.ts';
import { type NearColumns, plainClasses } from '../../../shared/geo/question.ts';

/** Seeded dice in [0, 1): a small counter hash, so that a failing run can be made again. */
export type Dice = { next(): number; bell(): number; below(n: number): number };

export function dice(seed: number): Dice {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const bell = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return { next, bell, below: (n) => Math.floor(next() * n) };
}

type Town = { readonly lng: number; readonly lat: number; readonly wide: number; readonly until: number };

/** 2,850 towns: most in the east, one in eight in the empty west; weights with a heavy tail. */
function towns(d: Dice): readonly Town[] {
  let until = 0;
  return Array.from({ length: 2850 }, () => {
    const isWest = d.next() < 0.12;
    const lng = isWest ? 76 + 24 * d.next() : 103 + 19 * d.next() ** 0.8;
    const lat = isWest ? 28.5 + 18 * d.next() : 22 + 20 * d.next();
    until += Math.exp(1.2 * d.bell()) * (isWest ? 0.25 : 1);
    return { lng, lat, wide: 0.015 + 0.12 * d.next() ** 2, until };
  });
}

function townAt(list: readonly Town[], weight: number): Town {
  let low = 0;
  let high = list.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.until ?? 0) < weight) low = middle + 1;
    else high = middle;
  }
  const town = list[low];
  if (town === undefined) throw new Error('no towns');
  return town;
}

/** Share of stations that say yes, by amenity bit. */
const SHARES = [
  0.93, 0.55, 0.9, 0.78, 0.59, 0.62, 0.7, 0.45, 0.22, 0.4, 0.3, 0.013, 0.3, 0.35, 0.1, 0.12, 0.1, 0.011, 0.15, 0.2,
  0.05, 0.06, 0.03, 0.08, 0.03, 0.1, 0.1, 0.2, 0.027, 0.05, 0.11, 0.05, 0.1, 0.08, 0.2, 0.1, 0.15, 0.2,
];
export const GROUPS = 280;

/** Rows in `orderRows` order: clustered, about one in eighty stacked on the one before, groups by a long tail. */
export function country(n: number, seed: number): NearColumns {
  const d = dice(seed);
  const list = towns(d);
  const total = list[list.length - 1]?.until ?? 0;
  const lng = new Int32Array(n);
  const lat = new Int32Array(n);
  for (let row = 0; row < n; row += 1) {
    const isStacked = row > 0 && d.next() < 0.012;
    const town = townAt(list, d.next() * total);
    const wide = d.next() < 0.25 ? town.wide * 4 : town.wide;
    lng[row] = isStacked ? (lng[row - 1] ?? 0) : Math.round((town.lng + d.bell() * wide) * 1e5);
    lat[row] = isStacked ? (lat[row - 1] ?? 0) : Math.round((town.lat + d.bell() * wide * 0.85) * 1e5);
  }
  const order = orderRows(lng, lat);
  const bits = () => SHARES.map((share) => (d.next() < share ? 1 : 0));
  const masks = Array.from({ length: n }, bits);
  const word = (from: number, to: number) =>
    Uint32Array.from(masks, (mask) => mask.slice(from, to).reduce<number>((all, bit, at) => all | (bit << at), 0));
  return {
    n,
    lng: Int32Array.from(order, (row) => lng[row] ?? 0),
    lat: Int32Array.from(order, (row) => lat[row] ?? 0),
    maskLo: word(0, 32),
    maskHi: word(32, 38),
    group: Uint16Array.from({ length: n }, () => Math.floor(GROUPS * d.next() ** 3)),
    groupClasses: plainClasses(GROUPS),
    tie: Float64Array.from({ length: n }, (_, row) => 110101900000000 + ((row * 7919) % n) * 100),
    hidden: null,
  };
}

export type Place = { readonly lng: number; readonly lat: number };

/** Someone about `away` degrees from a station. */
export function placeNear(columns: NearColumns, d: Dice, away: number): Place {
  const row = d.below(columns.n);
  const lng = (columns.lng[row] ?? 0) / 1e5 + d.bell() * away;
  return { lng, lat: (columns.lat[row] ?? 0) / 1e5 + d.bell() * away };
}

/** Someone anywhere in Xinjiang, Tibet or Qinghai. */
export function remotePlace(d: Dice): Place {
  return { lng: 75 + 24 * d.next(), lat: 29 + 18 * d.next() };
}
