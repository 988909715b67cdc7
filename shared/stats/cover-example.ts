import { type Gcj02, gcj02 } from '../geo/point.ts';
import type { RegionCode } from '../station/region.ts';

/** A named place where people who need a station are. */
export type NamedDemand = {
  readonly name: string;
  readonly point: Gcj02;
  readonly region: RegionCode;
  readonly weight: number;
};
/** A county, or what has none below it. */
export type Centre = { readonly code: RegionCode; readonly name: string; readonly centre: Gcj02 };

/** One point for each county, in its middle, all of one weight: says little, and is real. */
export function centresOf(regions: readonly Centre[]): readonly NamedDemand[] {
  return regions.map(({ code, name, centre }) => ({ name: `${name}中心`, point: centre, region: code, weight: 1 }));
}

/** Invented points around each centre. */
const AROUND = 15;
const METRES_PER_DEGREE = 111_000;

/**
 * The centres and invented demand around them, the same every time: most of it within a kilometre or two, a tail to seven. It
 * shows how the page works and says nothing of any place.
 */
export function exampleDemand(regions: readonly Centre[]): readonly NamedDemand[] {
  return regions.flatMap((region) => [...centresOf([region]), ...around(region)]);
}

function around({ code, name, centre }: Centre): readonly NamedDemand[] {
  const next = numbersFrom(Number(code));
  return Array.from({ length: AROUND }, (_, i) => {
    const metres = 300 + 6700 * next() ** 2;
    const angle = 2 * Math.PI * next();
    const north = (metres * Math.sin(angle)) / METRES_PER_DEGREE;
    const east = (metres * Math.cos(angle)) / (METRES_PER_DEGREE * Math.cos((centre.lat * Math.PI) / 180));
    const point = gcj02(rounded(centre.lng + east), rounded(centre.lat + north));
    return { name: `${name}示例点${i + 1}`, point, region: code, weight: 1 + Math.floor(20 * next() ** 2) };
  });
}

function rounded(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}

/** Numbers in [0, 1) that look like chance and are the same for the same beginning (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
