import { readRegion } from '../../../server/feature/regions/read.ts';
import { writeCityBoxes } from '../../../shared/station/city-boxes.ts';
import { writeRegionColumns } from '../../../shared/station/region-columns-write.ts';
import { syllablesOf } from './names.ts';

/** The rows of `regions/regions.json` as phones keep them (`regions/phone.json`), one column a line. */
export function phoneText(rows: readonly (readonly unknown[])[]): string {
  const columns = Object.entries(
    writeRegionColumns(rows.map(readRegion).map((region) => ({ ...region, syllables: syllablesOf(region.short) }))),
  );
  return `{\n${columns.map(([name, column]) => `"${name}":${JSON.stringify(column)}`).join(',\n')}\n}\n`;
}

/** The rows of the cities as phones keep them to know which are near (`regions/cities.json`). */
export function citiesText(rows: readonly (readonly unknown[])[]): string {
  return `${JSON.stringify(writeCityBoxes(rows.map(readRegion)))}\n`;
}
