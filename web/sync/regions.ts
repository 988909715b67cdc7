import { isText, listOf, shapeOf } from '../../shared/feed/guard.ts';
import type { Region } from '../../shared/station/region.ts';
import { type RegionColumns, readRegionColumns } from '../../shared/station/region-columns.ts';

const isTexts = listOf(isText);
const isPair = (value: unknown): value is readonly [string, string] => isTexts(value) && value.length === 2;
const isColumns = shapeOf<RegionColumns>({
  codes: isText,
  odd: listOf(isPair),
  readings: isText,
  endings: isTexts,
  names: isText,
  whole: listOf(isPair),
  centres: isText,
  sides: isText,
});

/** The columns of data/regions/phone.json; null when it is none of ours. */
export function readRegions(value: unknown): readonly Region[] | null {
  return isColumns(value) ? readRegionColumns(value) : null;
}
