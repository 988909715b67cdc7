import { type Gcj02, gcj02 } from '../../../shared/geo/point.ts';
import type { RegionCode } from '../../../shared/station/region.ts';
import type { NamedDatum } from './columns.ts';
import type { LedgerRow } from './ledger-row.ts';
import { asGcj02, type DatumVerdict, DatumVote } from './place.ts';
import type { LedgerPiece } from './row.ts';

/** What placing needs to know of the country. */
export type Atlas = {
  /** County of a point, null abroad or far at sea. */
  countyOf(point: Gcj02): RegionCode | null;
  /** Regions the text names, all equally likely ones; none for zones GB/T 2260 does not know. */
  named(text: string): readonly RegionCode[];
  /** Whether `inner` is `outer` or lies under it. */
  isWithin(inner: RegionCode, outer: RegionCode): boolean;
  /** Whether a station may lie in it directly. */
  isLeaf(region: RegionCode): boolean;
  nameOf(region: RegionCode): string;
  /** A county's city; a city, a province, the nation themselves. */
  cityOf(region: RegionCode): RegionCode;
  /** A point of its own in the middle of it. */
  centreOf(region: RegionCode): Gcj02 | null;
};

export type Placed = {
  readonly row: LedgerRow;
  readonly point: Gcj02;
  readonly region: RegionCode | null;
  /** The region the row's own words name, when they name one. */
  readonly named: RegionCode | null;
  readonly outside: boolean;
  /** The point lies where another branch answers: then the words decide, and nobody may say that it is right so. */
  readonly elsewhere: boolean;
};

/** Outlines are drawn to a few hundred metres, and doors stand on both sides of a border street. About 2 km. */
const BORDER_DEGREES = 0.02;

/** What the row's words name: its own columns first (read with the address for context), else its address. */
export function namedRegions(
  row: Pick<LedgerRow, 'named' | 'address'>,
  atlas: Pick<Atlas, 'named'>,
): readonly RegionCode[] {
  const own = atlas.named(row.named);
  return own.length > 0 ? own : atlas.named(row.address);
}

/** The declared datum, the one a header names, or the one detected from named districts. */
export async function datumOf(
  ledger: { pieces(): AsyncIterable<Pick<LedgerPiece, 'rows'>> },
  declared: NamedDatum | null,
  atlas: Atlas,
): Promise<DatumVerdict> {
  if (declared) return { datum: declared, told: true };
  const vote = new DatumVote((point) => atlas.countyOf(point));
  for await (const { rows } of ledger.pieces()) {
    for (const { read } of rows) {
      if (!read.ok) continue;
      const named = namedRegions(read.value, atlas).filter(atlas.isLeaf);
      if (named.length > 0) vote.count(read.value.raw, named);
    }
  }
  return vote.verdict();
}

/** Where the row lies, by its point; `outside` when its own words name a place more than a border's width away. */
export function placeRow(row: LedgerRow, datum: NamedDatum, atlas: Atlas): Placed {
  const point = asGcj02(row.raw, datum);
  const found = atlas.countyOf(point);
  const named = namedRegions(row, atlas);
  const within = (region: RegionCode | null) => region !== null && named.some((one) => atlas.isWithin(region, one));
  const first = named[0] ?? null;
  if (first === null) return { row, point, region: found, named: null, outside: false, elsewhere: false };
  const beside = within(found) ? found : around(point).map(atlas.countyOf).find(within);
  if (beside) return { row, point, region: beside, named: first, outside: false, elsewhere: false };
  const region = found ?? named.find(atlas.isLeaf) ?? null;
  return { row, point, region, named: first, outside: true, elsewhere: false };
}

function around({ lng, lat }: Gcj02): Gcj02[] {
  const steps = [-1, -0.5, 0, 0.5, 1];
  return steps.flatMap((dx) => steps.map((dy) => gcj02(lng + dx * BORDER_DEGREES, lat + dy * BORDER_DEGREES)));
}
