import { NATION, type RegionCode } from '../../../shared/station/region.ts';
import type { CountyLocator } from '../regions/county.ts';
import type { RegionTable } from '../regions/table.ts';
import type { Atlas } from './placed.ts';

/** What placing asks, answered from today's divisions; `within` (a city, say) makes a bare 金水区 unambiguous. */
export function atlasOf(regions: RegionTable, countyOf: CountyLocator, within: RegionCode = NATION): Atlas {
  return {
    countyOf,
    named: (text) => (text === '' ? [] : regions.byName(text, within).map(({ code }) => code)),
    isWithin: regions.isWithin,
    isLeaf: regions.isLeaf,
    nameOf: regions.fullName,
  };
}
