import { type Box, isRegionCode, type RegionCode } from './region.ts';
import { numberOf, symbolsOf } from './symbols.ts';

/** A city (or a county or province standing as its own) and the box of its area, GCJ-02 degrees. */
export type CityBox = { readonly region: RegionCode; readonly box: Box };

/** Symbols a code takes, and each side of a box. */
const CODE = 4;
const SIDE = 2;
const ONE = CODE + 4 * SIDE;
/** Phones need to the nearest kilometre which cities are near: steps a degree, boxes outwards. */
const PER_DEGREE = 100;
/** No place in China is further west or south. Degrees. */
const WEST = 73;
const SOUTH = 3;

/**
 * One text of all cities, the whole of data/regions/cities.json; the first thing a new phone asks for. For each in turn,
 * in symbols (`symbols.ts`): its code; then west, south, east and north in 1/100° from 73° east or 3° north.
 */
export function writeCityBoxes(cities: readonly { readonly code: RegionCode; readonly box: Box }[]): string {
  const down = (degrees: number, from: number) => symbolsOf(Math.floor(degrees * PER_DEGREE) - from * PER_DEGREE, SIDE);
  const up = (degrees: number, from: number) => symbolsOf(Math.ceil(degrees * PER_DEGREE) - from * PER_DEGREE, SIDE);
  return cities
    .flatMap(({ code, box: [w, s, e, n] }) => [
      symbolsOf(Number(code), CODE),
      down(w, WEST),
      down(s, SOUTH),
      up(e, WEST),
      up(n, SOUTH),
    ])
    .join('');
}

/** Null when it is none of ours. */
export function readCityBoxes(value: unknown): readonly CityBox[] | null {
  if (typeof value !== 'string' || value === '' || value.length % ONE > 0) return null;
  const boxes: CityBox[] = [];
  for (let at = 0; at < value.length; at += ONE) {
    const region = String(numberOf(value.slice(at, at + CODE)));
    const [w, s, e, n] = [0, 1, 2, 3].map((side) => {
      const from = at + CODE + side * SIDE;
      return (numberOf(value.slice(from, from + SIDE)) + (side % 2 === 0 ? WEST : SOUTH) * PER_DEGREE) / PER_DEGREE;
    });
    if (!isRegionCode(region) || w === undefined || s === undefined || e === undefined || n === undefined) return null;
    if (w >= e || s >= n) return null;
    boxes.push({ region, box: [w, s, e, n] });
  }
  return boxes;
}
