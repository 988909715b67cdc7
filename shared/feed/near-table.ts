import { metresBetween } from '../geo/distance.ts';
import { type Gcj02, gcj02 } from '../geo/point.ts';
import type { Allowed } from '../geo/question.ts';
import type { StationCode } from '../station/code.ts';
import { STATUSES } from '../station/station.ts';
import type { Utf8 } from './bytes.ts';
import { codeNumber } from './code-block.ts';
import type { Group } from './columns.ts';
import type { Drop } from './feed.ts';
import { settleHoldings, shownAt } from './holdings.ts';
import { Lines, listRow } from './list-row.ts';
import type { LocalCity } from './local.ts';
import { mapRows } from './map-rows.ts';
import { type Pieces, stationOf } from './pieces.ts';
import type { Found, MapRows, NearQuery, StationTable } from './row.ts';
import { allowedIn, baseSource, nearestIn, overlaySource, type Source } from './source.ts';
import type { Searching } from './table-search.ts';

/** Copies of regions; `core` is the national one, or null. */
export type Copies = { readonly cities: readonly LocalCity[]; readonly core: LocalCity | null };

/**
 * `openTable` with its search handed in: the pinyin tables are the largest part of the code, and a phone's first
 * list does without them.
 */
export function openTableWith({ cities, core }: Copies, searching: Searching, utf8: Utf8): StationTable {
  const regions = core === null ? cities : [...cities, core];
  const sources = regions.flatMap((city) => [overlaySource(city), baseSource(city, utf8)]).filter(({ n }) => n > 0);
  settleHoldings(sources);
  const lines = new Lines();
  const allowed = new WeakMap<Passes, ReadonlyMap<Source, Allowed>>();
  const search = searching(sources, utf8);
  const shown = { sources, lines };
  let rows: readonly MapRows[] | null = null;
  const allowedOf = ({ passes }: NearQuery) => (passes === null ? null : allowedFor(shown, allowed, passes));
  return {
    get size() {
      return shownRows(sources);
    },
    nearest: (query) =>
      nearest(sources, query, allowedOf(query)).map(({ source, row, metres }) => ({
        row: listRow(source.codeOf(row), source.piecesOf(row), lines),
        distance: metres,
      })),
    nearestCodes: (query) =>
      nearest(sources, query, allowedOf(query)).map(({ source, row, metres }) => ({
        code: source.codeOf(row),
        distance: metres,
      })),
    search: (text, from, limit) =>
      search({ text, from, limit }).map(({ source, row, marks }) => ({
        ...foundAt(shown, { source, row, from }),
        marks,
      })),
    row: (code) => {
      const at = shownAt(sources, code);
      return at === null ? null : listRow(code, at.source.piecesOf(at.row), lines);
    },
    station: (code) => stationAt(regions, sources, code),
    mapRows: () => {
      rows ??= mapRows(sources, lines);
      return rows;
    },
    get cities() {
      return cities.flatMap((city) => {
        const { region } = city.columns;
        const rows = shownRows(sources.filter((source) => source.city === city));
        return region === 'CN' ? [] : [{ region, asOf: city.asOf, rows }];
      });
    },
  };
}

type Passes = NonNullable<NearQuery['passes']>;
type Shown = { readonly sources: readonly Source[]; readonly lines: Lines };

/** Counted when asked: opening a table looks at no row that it need not. */
function shownRows(sources: readonly Source[]): number {
  let rows = 0;
  for (const { hidden } of sources) for (const gone of hidden) rows += 1 - gone;
  return rows;
}

/** One verdict for each distinct hours and status, kept for as long as the asker keeps its function. */
function allowedFor(
  { sources, lines }: Shown,
  kept: WeakMap<Passes, ReadonlyMap<Source, Allowed>>,
  passes: Passes,
): ReadonlyMap<Source, Allowed> {
  const known = kept.get(passes);
  if (known !== undefined) return known;
  const verdicts = new Map<string, boolean>();
  const verdictOn = ({ hours, status }: Group): boolean => {
    const key = `${status} ${hours}`;
    const said = verdicts.get(key) ?? passes(lines.hoursOf(hours), STATUSES[status] ?? 'draft');
    verdicts.set(key, said);
    return said;
  };
  const allowed = new Map(sources.map((source) => [source, allowedIn(source, verdictOn)]));
  kept.set(passes, allowed);
  return allowed;
}

type Near = { readonly source: Source; readonly row: number; readonly metres: number };

function nearest(
  sources: readonly Source[],
  query: NearQuery,
  allowed: ReadonlyMap<Source, Allowed> | null,
): readonly Near[] {
  const near: Near[] = [];
  for (const source of sources) {
    const { rows, metres } = nearestIn(source, query, allowed?.get(source) ?? null);
    rows.forEach((row, at) => {
      near.push({ source, row, metres: metres[at] ?? 0 });
    });
  }
  const tie = ({ source, row }: Near): number => source.code[row] ?? 0;
  near.sort((a, b) => a.metres - b.metres || tie(a) - tie(b));
  return near.slice(0, query.k);
}

/** Without a place to measure from the distance is not a number a screen may show: NaN. */
function foundAt(
  { lines }: Shown,
  { source, row, from }: { readonly source: Source; readonly row: number; readonly from: Gcj02 | null },
): Found {
  const shownRow = listRow(source.codeOf(row), source.piecesOf(row), lines);
  return {
    row: shownRow,
    distance: from === null ? Number.NaN : metresBetween(from, gcj02(shownRow.point.lng, shownRow.point.lat)),
  };
}

function stationAt(
  regions: readonly LocalCity[],
  sources: readonly Source[],
  code: StationCode,
): ReturnType<StationTable['station']> {
  const at = shownAt(sources, code);
  if (at !== null) {
    const { point, facts, states, terms, text, rest } = at.source.piecesOf(at.row);
    if (states === null || terms === null || text === null || rest === null) return null;
    const pieces: Pieces = { point, facts, states, terms, text, rest };
    return stationOf(code, pieces);
  }
  const drops = regions.flatMap((city) => city.drops.get(code) ?? []);
  const newest = drops.reduce<Drop | null>((top, drop) => (top === null || drop.seq > top.seq ? drop : top), null);
  return newest === null ? null : { ...newest, shownAs: heldName(sources, code) };
}

/** Of a row that is hidden, for the station left; null where no pack held says a name. */
function heldName(sources: readonly Source[], code: StationCode): string | null {
  const wanted = codeNumber(code);
  for (const source of sources) {
    const row = source.code.indexOf(wanted);
    const name = row < 0 ? undefined : source.piecesOf(row).text?.name;
    if (name !== undefined) return name;
  }
  return null;
}
