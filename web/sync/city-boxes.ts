import { wgsToGcj } from '../../shared/geo/gcj.ts';
import type { Wgs84 } from '../../shared/geo/point.ts';
import { type Box, isRegionCode, type RegionCode } from '../../shared/station/region.ts';

/** A city (or a county or province standing as its own) and the box of its area, GCJ-02 degrees. */
export type CityBox = { readonly region: RegionCode; readonly box: Box };

/** Stations this near the person belong on the list whatever city they lie in. Metres. */
const REACH_METRES = 10_000;
/** Metres of a degree where it is shortest in China, so that the reach is never less. */
const DEGREE_LAT = 110_560;
const DEGREE_LNG = 111_300;

/** The rows of data/regions/cities.json: code, name, seat, then west, south, east, north; null when it is none of ours. */
export function readCityBoxes(value: unknown): readonly CityBox[] | null {
  if (!Array.isArray(value)) return null;
  const boxes: CityBox[] = [];
  for (const row of value) {
    const one = readRow(row);
    if (one === null) return null;
    boxes.push(one);
  }
  return boxes;
}

function readRow(row: unknown): CityBox | null {
  if (!Array.isArray(row)) return null;
  const [region, , , , west, south, east, north]: unknown[] = row;
  if (typeof region !== 'string' || !isRegionCode(region)) return null;
  if (!isDegrees(west) || !isDegrees(south) || !isDegrees(east) || !isDegrees(north)) return null;
  return { region, box: [west, south, east, north] };
}

function isDegrees(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

/** Cities with a point of their box within 10 km of the fix, the one it lies deepest in first. */
export function citiesNear(fix: Wgs84, boxes: readonly CityBox[]): readonly RegionCode[] {
  const { lng, lat } = wgsToGcj(fix);
  const reachLat = REACH_METRES / DEGREE_LAT;
  // Meridians draw together northwards, so the near edge of the reach is the widest in degrees.
  const reachLng = REACH_METRES / (DEGREE_LNG * Math.cos(((Math.abs(lat) + reachLat) * Math.PI) / 180));
  return boxes
    .map(({ region, box: [west, south, east, north] }) => ({
      region,
      depth: Math.min(
        (lng - west) / reachLng,
        (east - lng) / reachLng,
        (lat - south) / reachLat,
        (north - lat) / reachLat,
      ),
    }))
    .filter(({ depth }) => depth >= -1)
    .sort((a, b) => b.depth - a.depth)
    .map(({ region }) => region);
}
