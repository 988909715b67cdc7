import { metresBetween } from '../../shared/geo/distance.ts';
import type { Gcj02 } from '../../shared/geo/point.ts';
import type { Region, RegionCode } from '../../shared/station/region.ts';

/** Hong Kong, Macau and Taiwan have no divisions here: each is its own city. */
const OWN_CITY = /^(71|81|82)/;

/** The city whose pack holds a region: itself when it is a city, its parent when it is a county; null for a province. */
export function cityOf(region: Region): RegionCode | null {
  if (region.level === 'city' || OWN_CITY.test(region.code)) return region.code;
  return region.level === 'county' ? region.parent : null;
}

/** The cities a point may lie in, nearest county first: boxes overlap, and a border is not drawn here. At most two. */
export function citiesAt(regions: readonly Region[], point: Gcj02): readonly RegionCode[] {
  return countiesAt(regions, point)
    .map(cityOf)
    .filter((city, at, all): city is RegionCode => city !== null && all.indexOf(city) === at)
    .slice(0, 2);
}

/** The regions without further ones below whose box holds the point, the one with the nearest centre first. */
export function countiesAt(regions: readonly Region[], point: Gcj02): readonly Region[] {
  const parents = new Set(regions.map(({ parent }) => parent));
  const holding = regions.filter(
    ({ code, box: [west, south, east, north] }) =>
      !parents.has(code) && west <= point.lng && point.lng <= east && south <= point.lat && point.lat <= north,
  );
  const far = ({ centre }: Region) => metresBetween(point, centre);
  return holding.sort((a, b) => far(a) - far(b));
}
