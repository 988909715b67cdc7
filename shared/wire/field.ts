import * as v from 'valibot';
import { parseIso } from '../kernel/instant.ts';
import { AMENITIES } from '../station/amenity.ts';
import { isRegionCode, type RegionCode } from '../station/region.ts';

/** A number written in a query string. */
export function numberText(min: number, max: number) {
  return v.pipe(
    v.string(),
    v.regex(/^-?\d{1,12}(\.\d{1,20})?$/, '116.397'),
    v.transform(Number),
    v.minValue(min),
    v.maxValue(max),
  );
}

export function wholeText(min: number, max: number) {
  return v.pipe(v.string(), v.regex(/^\d{1,15}$/, '10'), v.transform(Number), v.minValue(min), v.maxValue(max));
}

/** ISO 8601 with its offset; the instant to judge opening by. */
export const instantText = v.pipe(
  v.string(),
  // A query string reads a bare plus as a space: +08:00 pasted into a link is meant all the same.
  v.transform((text) => text.replace(/ (\d{2}:\d{2})$/, '+$1')),
  v.check((text) => parseIso(text) !== null, '2026-11-26T14:20:00+08:00'),
  v.transform((text) => parseIso(text)),
  v.nonNullable(v.custom<NonNullable<ReturnType<typeof parseIso>>>((value) => typeof value === 'number')),
);

export const regionText = v.pipe(
  v.string(),
  v.check(isRegionCode, '410100'),
  v.transform((text) => text as RegionCode),
);

/** `water,toilet`: codes of the closed list, by comma. */
export const amenityListText = v.pipe(
  v.string(),
  v.transform((text) => (text === '' ? [] : text.split(','))),
  v.array(v.picklist(AMENITIES)),
);

export const flagText = v.pipe(
  v.picklist(['0', '1']),
  v.transform((text) => text === '1'),
);
