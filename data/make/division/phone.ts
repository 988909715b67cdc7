import { gcj02 } from '../../../shared/geo/point.ts';
import { writeCityBoxes } from '../../../shared/station/city-boxes.ts';
import { isRegionCode, type Region, type RegionCode, type RegionLevel } from '../../../shared/station/region.ts';
import { writeRegionColumns } from '../../../shared/station/region-columns-write.ts';
import { syllablesOf } from './names.ts';

/** The rows of `regions/regions.json` as phones keep them (`regions/phone.json`), one column a line. */
export function phoneText(rows: readonly (readonly unknown[])[]): string {
  const columns = Object.entries(
    writeRegionColumns(rows.map(regionOf).map((region) => ({ ...region, syllables: syllablesOf(region.short) }))),
  );
  return `{\n${columns.map(([name, column]) => `"${name}":${JSON.stringify(column)}`).join(',\n')}\n}\n`;
}

/** The rows of the cities as phones keep them to know which are near (`regions/cities.json`). */
export function citiesText(rows: readonly (readonly unknown[])[]): string {
  return `${JSON.stringify(writeCityBoxes(rows.map(regionOf)))}\n`;
}

function regionOf(row: readonly unknown[]): Region {
  const [code, name, short, pinyin, level, parent, lng, lat, west, south, east, north] = row;
  return {
    code: codeOf(code),
    name: String(name),
    short: String(short),
    pinyin: String(pinyin),
    level: levelOf(level),
    parent: parent === null ? null : codeOf(parent),
    centre: gcj02(Number(lng), Number(lat)),
    box: [Number(west), Number(south), Number(east), Number(north)],
  };
}

function codeOf(value: unknown): RegionCode {
  if (typeof value !== 'string' || !isRegionCode(value)) throw new Error(`${String(value)} is no region code`);
  return value;
}

function levelOf(value: unknown): RegionLevel {
  if (value === 'nation' || value === 'province' || value === 'city' || value === 'county') return value;
  throw new Error(`${String(value)} is no level`);
}
