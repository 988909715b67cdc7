import { wgsToGcj } from '../../shared/geo/gcj.ts';
import type { Wgs84 } from '../../shared/geo/point.ts';
import type { CityBox } from '../../shared/station/city-boxes.ts';
import type { RegionCode } from '../../shared/station/region.ts';

/** Stations this near the person belong on the list whatever city they lie in. Metres. */
const REACH_METRES = 10_000;
/** Metres of a degree where it is shortest in China, so that the reach is never less. */
const DEGREE_LAT = 110_560;
const DEGREE_LNG = 111_300;

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
