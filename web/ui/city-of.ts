import type { Region, RegionCode } from '../../shared/station/region.ts';

/** Hong Kong, Macau and Taiwan have no divisions here: each is its own city. */
const OWN_CITY = /^(71|81|82)/;

/** The city whose pack holds a region: itself when it is a city, its parent when it is a county; null for a province. */
export function cityOf(region: Region): RegionCode | null {
  if (region.level === 'city' || OWN_CITY.test(region.code)) return region.code;
  return region.level === 'county' ? region.parent : null;
}
