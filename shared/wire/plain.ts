import * as v from 'valibot';
import { type Gcj02, gcj02, isInChinaBox } from '../geo/point.ts';
import { type DateText, parseDate } from '../kernel/instant.ts';
import type { StationId } from '../station/station.ts';

/**
 * Written by a person. Control characters other than the line break are no text and become a space, half a character becomes
 * the sign for one that was lost: neither survives the databases and the history chain unchanged.
 */
export const text = (most: number) =>
  v.pipe(
    v.string(),
    v.transform((said) =>
      said
        .replace(/(?!\n)[\p{Cc}\u2028\u2029\ufeff]/gu, ' ')
        .replace(/\p{Cs}/gu, '\ufffd')
        .trim(),
    ),
    v.maxLength(most),
  );

/** The same on one line, and never nothing. */
export const line = (most: number) =>
  v.pipe(
    text(most),
    v.transform((said) => said.replace(/\s+/g, ' ')),
    v.minLength(1),
  );

/** One line, or null; an empty one is null too. */
export const lineOrNull = (most: number) =>
  v.pipe(
    v.nullable(text(most)),
    v.transform((said) => (said === null || said === '' ? null : said.replace(/\s+/g, ' '))),
  );

export const number = (min: number, max: number) => v.pipe(v.number(), v.minValue(min), v.maxValue(max));
export const whole = (min: number, max: number) => v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));

export const date = v.pipe(
  v.string(),
  v.check((said) => parseDate(said) !== null, '2026-11-26'),
  v.transform((said) => said as DateText),
);

/** GCJ-02 in China, to six decimals. */
export const point = v.pipe(
  v.object({ lng: v.number(), lat: v.number() }),
  v.check(isInChinaBox, '113.665, 34.757'),
  v.transform(({ lng, lat }): Gcj02 => gcj02(sixDecimals(lng), sixDecimals(lat))),
);

function sixDecimals(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}

/** Random 128 bit. */
export const hexId = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/, '0123456789abcdef0123456789abcdef'));
export const stationId = v.pipe(
  hexId,
  v.transform((id) => id as StationId),
);
