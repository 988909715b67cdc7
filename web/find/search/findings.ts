import type { ListRow, Match, StationTable } from '../../../shared/feed/row.ts';
import { metresBetween } from '../../../shared/geo/distance.ts';
import type { Gcj02 } from '../../../shared/geo/point.ts';
import { readTypedCode } from '../../../shared/search/digits.ts';
import { type MapSource, type MapText, readMapText } from '../../../shared/search/map-link.ts';
import { readPlaque } from '../../../shared/search/plaque.ts';
import type { StationCode } from '../../../shared/station/code.ts';
import { codesNear } from '../../../shared/station/code-near.ts';
import type { Region } from '../../../shared/station/region.ts';
import { findRegions, type RegionHit } from '../picker/regions.ts';
import { type Street, streetsOf } from './streets.ts';

/** What keeps a query from an answer, beside that nothing is called so. */
export type Note =
  | { readonly kind: 'mistyped' }
  | { readonly kind: 'wrong-length'; readonly digits: number }
  | Exclude<MapText, { kind: 'place' }>;

export type Place =
  | { readonly kind: 'street'; readonly street: Street }
  | ({ readonly kind: 'region' } & RegionHit)
  | { readonly kind: 'point'; readonly point: Gcj02; readonly name: string | null; readonly source: MapSource };

export type Findings = {
  readonly stations: readonly Match[];
  /** A right code of which the phone knows nothing: its page asks the server. */
  readonly unknownCode: StationCode | null;
  readonly places: readonly Place[];
  readonly note: Note | null;
};

export type Shelf = {
  readonly table: StationTable | null;
  readonly regions: readonly Region[] | null;
  /** Null when nobody knows where the person is. */
  readonly from: Gcj02 | null;
};

/** More than this nobody reads; the screen then says 多. */
export const MOST = 30;
const MOST_PLACES = 4;
const NOTHING: Findings = { stations: [], unknownCode: null, places: [], note: null };

/** Everything the phone alone can say to what was typed, pasted or dictated. */
export function findAll(shelf: Shelf, typed: string): Findings {
  const plaque = /^\s*https?:/i.test(typed) ? readPlaque(typed) : null;
  if (plaque?.ok === true) return ofCode(shelf, plaque.value.code);
  const map = readMapText(typed);
  if (map?.kind === 'place') return { ...NOTHING, places: [{ ...map, kind: 'point' }] };
  if (map !== null) return { ...NOTHING, note: map };
  const code = readTypedCode(typed);
  if (code === null) return ofWords(shelf, typed);
  switch (code.kind) {
    case 'code':
      return ofCode(shelf, code.code);
    case 'mistyped':
      return { ...NOTHING, stations: nearCodes(shelf, code.digits), note: { kind: 'mistyped' } };
    case 'wrong-shape':
      return { ...NOTHING, note: wrongNote(code.digits) };
    case 'part':
      return ofWords(shelf, code.digits.length < SAID ? typed : code.digits);
  }
}

/** As few digits as a code said aloud is read from: fewer stand as they were typed. */
const SAID = 6;
const CODE_LENGTH = 15;

function wrongNote(digits: string): Note {
  return digits.length === CODE_LENGTH ? { kind: 'mistyped' } : { kind: 'wrong-length', digits: digits.length };
}

function ofWords({ table, regions, from }: Shelf, typed: string): Findings {
  const stations = table?.search(typed, from, MOST) ?? [];
  const hits = regions === null ? [] : findRegions(regions, typed, MOST_PLACES);
  const streets = table === null ? [] : streetsOf(table, stations, { typed, limit: MOST_PLACES });
  const places: readonly Place[] = [
    ...streets.map((street) => ({ kind: 'street' as const, street })),
    ...hits.map((hit) => ({ kind: 'region' as const, ...hit })),
  ];
  return { ...NOTHING, stations, places };
}

/** On the list by name or, from the national core alone, without one; else its page may know. */
function ofCode(shelf: Shelf, code: StationCode): Findings {
  const row = shelf.table?.row(code) ?? null;
  return row === null ? { ...NOTHING, unknownCode: code } : { ...NOTHING, stations: [matchOf(shelf, row)] };
}

function nearCodes(shelf: Shelf, digits: string): readonly Match[] {
  const rows = codesNear(digits).map((code) => shelf.table?.row(code) ?? null);
  return rows.flatMap((row) => (row === null ? [] : [matchOf(shelf, row)]));
}

function matchOf({ from }: Shelf, row: ListRow): Match {
  return { row, distance: from === null ? Number.NaN : metresBetween(from, row.point), marks: [] };
}
