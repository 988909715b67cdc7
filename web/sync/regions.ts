import { isNumber, isText, listOf, oneOf, orNull } from '../../shared/feed/guard.ts';
import { gcj02 } from '../../shared/geo/point.ts';
import { isRegionCode, type Region, type RegionLevel } from '../../shared/station/region.ts';

const isRow = listOf(listOf((value: unknown): value is unknown => value !== undefined));
const isLevel = oneOf<RegionLevel>(['nation', 'province', 'city', 'county']);
const isMaybeText = orNull(isText);
const isNumbers = listOf(isNumber);

/** The rows of data/regions/regions.json: code, names, pinyin, level, parent, seat, box; null when it is none of ours. */
export function readRegions(value: unknown): readonly Region[] | null {
  if (!isRow(value)) return null;
  const regions: Region[] = [];
  for (const row of value) {
    const region = readRegion(row);
    if (region === null) return null;
    regions.push(region);
  }
  return regions;
}

function readRegion(row: readonly unknown[]): Region | null {
  const [code, name, short, pinyin, level, parent, ...places] = row;
  if (!isText(code) || !isRegionCode(code) || !isText(name) || !isText(short) || !isText(pinyin)) return null;
  if (!isLevel(level) || !isMaybeText(parent) || (parent !== null && !isRegionCode(parent))) return null;
  if (!isNumbers(places)) return null;
  const [lng, lat, west, south, east, north] = places;
  if (lng === undefined || lat === undefined || west === undefined || south === undefined) return null;
  if (east === undefined || north === undefined) return null;
  const box = [west, south, east, north] as const;
  return { code, name, short, pinyin, level, parent, centre: gcj02(lng, lat), box };
}
