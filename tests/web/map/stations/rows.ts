import fc from 'fast-check';
import type { MapGroup, MapRows } from '../../../../shared/feed/row.ts';
import { AMENITIES, type Amenity } from '../../../../shared/station/amenity.ts';
import { makeCode } from '../../../../shared/station/code.ts';
import { UNKNOWN_HOURS } from '../../../../shared/station/hours.ts';
import { isRegionCode, type RegionCode } from '../../../../shared/station/region.ts';
import { LOOKS, type Wanted } from '../../../../web/map/stations/shown.ts';
import type { Look } from '../../../../web/ui/station/judge.ts';

/** One row said plainly: degrees × 1e5, its look, its amenities, whether another copy is shown. */
export type PlainRow = {
  readonly lng: number;
  readonly lat: number;
  readonly look: Look;
  readonly amenities: readonly Amenity[];
  readonly hidden: boolean;
};

/** The look of a group stands in its hours, so that a test needs no clock. */
const GROUPS: readonly MapGroup[] = LOOKS.map((look) => ({
  hours: { ...UNKNOWN_HOURS, raw: look },
  status: 'active',
}));

export function lookOfGroup({ hours }: MapGroup): Look {
  return LOOKS.find((look) => look === hours.raw) ?? 'unknown';
}

export const ALL: Wanted = { needs: [], look: lookOfGroup, keeps: () => true };

export function blockOfRows(rows: readonly PlainRow[], first = 1): MapRows {
  const mask = (row: PlainRow, from: number) =>
    row.amenities
      .map((amenity) => AMENITIES.indexOf(amenity) - from)
      .reduce((bits, bit) => (bit >= 0 && bit < 32 ? bits | (1 << bit) : bits), 0);
  const codes = rows.map((_, at) => makeCode(region('410103'), 9, first + at));
  return {
    n: rows.length,
    lng: Int32Array.from(rows, ({ lng }) => lng),
    lat: Int32Array.from(rows, ({ lat }) => lat),
    yesLo: Uint32Array.from(rows, (row) => mask(row, 0)),
    yesHi: Uint32Array.from(rows, (row) => mask(row, 32)),
    group: Uint16Array.from(rows, ({ look }) => LOOKS.indexOf(look)),
    groups: GROUPS,
    hidden: Uint8Array.from(rows, ({ hidden }) => (hidden ? 1 : 0)),
    code: Float64Array.from(codes, Number),
    codeOf: (row) => codes[row] ?? makeCode(region('410103'), 9, 999_999),
  };
}

function region(text: string): RegionCode {
  if (!isRegionCode(text)) throw new Error(text);
  return text;
}

/** Crowds: most rows lie near one of a few places, as stations do. */
const anyPlace = fc.oneof(
  fc.record({
    lng: fc.integer({ min: 7_400_000, max: 13_400_000 }),
    lat: fc.integer({ min: 1_800_000, max: 5_300_000 }),
  }),
  fc.record({
    lng: fc.integer({ min: 11_360_000, max: 11_370_000 }),
    lat: fc.integer({ min: 3_470_000, max: 3_480_000 }),
  }),
);

export const anyRow: fc.Arbitrary<PlainRow> = fc
  .record({
    place: anyPlace,
    look: fc.constantFrom(...LOOKS),
    amenities: fc.subarray([...AMENITIES]),
    hidden: fc.boolean().map((yes) => yes),
  })
  .map(({ place, ...row }) => ({ ...place, ...row }));

export const anyBlocks: fc.Arbitrary<readonly (readonly PlainRow[])[]> = fc.array(
  fc.array(anyRow, { maxLength: 120 }),
  { minLength: 1, maxLength: 3 },
);
