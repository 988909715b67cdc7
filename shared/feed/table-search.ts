import { metresBetween } from '../geo/distance.ts';
import { type Gcj02, gcj02 } from '../geo/point.ts';
import type { Rank } from '../search/scan.ts';
import { type Mark, searchRows } from '../search/search.ts';
import { ALIAS_BREAK, buildSearchText, type SearchText, searchTextOf } from '../search/text.ts';
import type { Utf8 } from './bytes.ts';
import type { ListColumns } from './columns.ts';
import { TEXT_END, type TextColumn } from './planes.ts';
import type { Source } from './source.ts';

type Asked = { readonly text: string; readonly from: Gcj02 | null; readonly limit: number };
type Hit = {
  readonly source: Source;
  readonly row: number;
  readonly rank: Rank;
  readonly gap: number;
  readonly marks: readonly Mark[];
};

export type Searching = (sources: readonly Source[], utf8: Utf8) => (asked: Asked) => readonly Hit[];

/** Search over all sources that have texts: by (rank, near, code). Their texts are joined when first asked for. */
export function searchSources(sources: readonly Source[], utf8: Utf8): (asked: Asked) => readonly Hit[] {
  const joined = new Map<Source, SearchText>();
  const textOf = (source: Source): SearchText | null => {
    const { list } = source.city.columns;
    if (list === null) return null;
    const known = joined.get(source) ?? (source.isBase ? baseText(source, list, utf8) : overlayText(source));
    joined.set(source, known);
    return known;
  };
  return ({ text, from, limit }) => {
    const hits: Hit[] = [];
    for (const source of sources) {
      const search = textOf(source);
      if (search === null) continue;
      const near = from === null ? null : gapsFrom(source, from);
      const answer = searchRows(search, text, { limit, near, keep: (row) => source.hidden[row] !== 1 });
      for (const { row, rank, marks } of answer.hits)
        hits.push({ source, row, rank, gap: near === null ? 0 : near(row), marks });
    }
    const code = ({ source, row }: Hit): number => source.code[row] ?? 0;
    hits.sort((a, b) => a.rank - b.rank || a.gap - b.gap || code(a) - code(b));
    return hits.slice(0, limit);
  };
}

/** Metres of straight line. */
function gapsFrom({ strict }: Source, from: Gcj02): (row: number) => number {
  const { lng, lat } = strict.columns;
  return (row) => metresBetween(from, gcj02((lng[row] ?? 0) / 1e5, (lat[row] ?? 0) / 1e5));
}

function baseText(source: Source, list: ListColumns, utf8: Utf8): SearchText {
  return searchTextOf({
    size: source.n,
    names: joinLines(list.names, utf8),
    initials: joinLines(list.initials, utf8),
    aliases: joinAliases(source, list.aliases),
    addresses: joinLines(list.addresses, utf8),
    codes: Array.from(source.code, String).join('\n'),
  });
}

function overlayText(source: Source): SearchText {
  return buildSearchText(
    Array.from({ length: source.n }, (_, row) => {
      const { text } = source.piecesOf(row);
      return {
        name: text?.name ?? '',
        initials: text?.initials ?? '',
        aliases: text?.aliases ?? [],
        address: text?.address ?? '',
        code: source.codeOf(row),
      };
    }),
  );
}

const LINE = 10;
const SPACE = 32;

/** All rows as one text, one row a line, in one decoding: a line break inside a row becomes a space. */
function joinLines(column: TextColumn, utf8: Utf8): string {
  const bytes = column.bytes.slice();
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] === LINE) bytes[at] = SPACE;
    else if (bytes[at] === TEXT_END) bytes[at] = LINE;
  }
  return utf8.decode(bytes.subarray(0, Math.max(0, bytes.length - 1)));
}

/** Most rows have none, and an empty one is its end mark alone. */
function joinAliases(source: Source, { ends }: TextColumn): string {
  const lines: string[] = [];
  for (let row = 0; row < source.n; row++) {
    const isEmpty = (ends[row] ?? 0) === (row === 0 ? 0 : (ends[row - 1] ?? 0) + 1);
    const aliases = isEmpty ? [] : (source.piecesOf(row).text?.aliases ?? []);
    lines.push(aliases.map((alias) => alias.split(ALIAS_BREAK).join(' ').split('\n').join(' ')).join(ALIAS_BREAK));
  }
  return lines.join('\n');
}
