import { NATION, type RegionCode } from '../../../shared/station/region.ts';
import type { CountyLocator } from '../regions/county.ts';
import type { RegionTable } from '../regions/table.ts';
import type { Atlas } from './placed.ts';
import { remembering } from './remembering.ts';

/** What placing asks, answered from today's divisions; `within` (a city, say) makes a bare 金水区 unambiguous. */
export function atlasOf(regions: RegionTable, countyOf: CountyLocator, within: RegionCode = NATION): Atlas {
  // A county's rows name it in the same words.
  const named = remembering((text) => regions.byName(text, within).map(({ code }) => code));
  return {
    countyOf,
    named: (text) => (text === '' ? [] : named(text)),
    isWithin: regions.isWithin,
    isLeaf: regions.isLeaf,
    nameOf: regions.fullName,
    cityOf: regions.cityOf,
    centreOf: (region) => regions.get(region)?.centre ?? null,
  };
}
