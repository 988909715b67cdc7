import { foldQuery, type Query } from './fold.ts';
import { compilePattern, type Pattern } from './pattern.ts';
import { hasLetter, RANK, type Rank, type RankTable, rankRows, rowText } from './scan.ts';
import type { SearchText } from './text.ts';

/** Units of the name that answer the query, from (included) to (excluded). */
export type Mark = readonly [from: number, to: number];
export type Hit = { readonly row: number; readonly rank: Rank; readonly marks: readonly Mark[] };
export type Answer = {
  /** All rows that match, also those past the limit. */
  readonly total: number;
  /** By (rank, near, row). */
  readonly hits: readonly Hit[];
};

export type SearchOptions = {
  readonly limit: number;
  /** Metres from the asker; null when nobody knows where that is. */
  readonly near: ((row: number) => number) | null;
  /** Rows that may be shown; null = every row. Rows it refuses are not counted. */
  readonly keep: ((row: number) => boolean) | null;
};

/** Rows whose name, pinyin, alias, address or code holds the query; nothing typed finds nothing. */
export function searchRows(search: SearchText, typed: string, options: SearchOptions): Answer {
  const query = foldQuery(typed);
  const ranks = rankQuery(search, query);
  const counts = countRanks(ranks, options.keep);
  const rows = bestRows(ranks, counts, options);
  const whole = markerOf(search, query.joined);
  const parts = query.terms.map((term) => markerOf(search, term));
  const hits = rows.map((row) => ({ row, rank: rankAt(ranks, row), marks: marksOf(row, whole, parts) }));
  return { total: counts.reduce((sum, count) => sum + count, 0), hits };
}

/** Typed with spaces: the whole as one, or else every part somewhere in the row. */
function rankQuery(search: SearchText, query: Query): RankTable {
  const ranks = rankRows(search, query.joined);
  if (query.terms.length === 0) return ranks;
  const parts = query.terms.map((term) => rankRows(search, term));
  for (let row = 0; row < ranks.length; row++) {
    if (ranks[row] !== 0) continue;
    let worst = RANK.inside + 1;
    for (const part of parts) {
      const rank = part[row] ?? 0;
      worst = rank === 0 || worst === 0 ? 0 : Math.max(worst, rank);
    }
    ranks[row] = worst;
  }
  return ranks;
}

const RANKS: readonly Rank[] = [RANK.exact, RANK.prefix, RANK.inside, RANK.elsewhere];

function rankAt(ranks: RankTable, row: number): Rank {
  return RANKS[(ranks[row] ?? 1) - 1] ?? RANK.elsewhere;
}

/** How many rows have each rank; takes out of the table what `keep` refuses. */
function countRanks(ranks: RankTable, keep: SearchOptions['keep']): readonly number[] {
  const counts = RANKS.map(() => 0);
  for (let row = 0; row < ranks.length; row++) {
    const rank = ranks[row] ?? 0;
    if (rank === 0) continue;
    if (keep !== null && !keep(row)) ranks[row] = 0;
    else counts[rank - 1] = (counts[rank - 1] ?? 0) + 1;
  }
  return counts;
}

function bestRows(ranks: RankTable, counts: readonly number[], options: SearchOptions): readonly number[] {
  let best: readonly number[] = [];
  for (const rank of RANKS) {
    const wanted = Math.min(counts[rank] ?? 0, options.limit - best.length);
    if (wanted <= 0) continue;
    const rows =
      options.near === null ? firstRows(ranks, rank, wanted) : nearestRows(ranks, rank, [wanted, options.near]);
    best = best.concat(rows);
  }
  return best;
}

function firstRows(ranks: RankTable, rank: Rank, wanted: number): readonly number[] {
  const rows: number[] = [];
  for (let row = ranks.indexOf(rank + 1); row >= 0 && rows.length < wanted; row = ranks.indexOf(rank + 1, row + 1)) {
    rows.push(row);
  }
  return rows;
}

/** Above this a list kept in order costs more than sorting once. */
const SHORT_LIST = 256;

/** The nearest rows of one rank: a short list kept in order, so a hundred thousand equal rows cost one pass. */
function nearestRows(
  ranks: RankTable,
  rank: Rank,
  [wanted, near]: readonly [number, (row: number) => number],
): readonly number[] {
  if (wanted > SHORT_LIST) {
    const all = firstRows(ranks, rank, Number.POSITIVE_INFINITY).map((row) => ({ row, gap: near(row) }));
    all.sort((a, b) => a.gap - b.gap || a.row - b.row);
    return all.slice(0, wanted).map(({ row }) => row);
  }
  const rows: number[] = [];
  const gaps: number[] = [];
  for (let row = ranks.indexOf(rank + 1); row >= 0; row = ranks.indexOf(rank + 1, row + 1)) {
    const gap = near(row);
    if (rows.length === wanted && gap >= (gaps[wanted - 1] ?? 0)) continue;
    const place = placeOf(gaps, gap);
    rows.splice(place, 0, row);
    gaps.splice(place, 0, gap);
    rows.length = Math.min(rows.length, wanted);
    gaps.length = rows.length;
  }
  return rows;
}

/** After every gap not greater: equal gaps stay in row order. */
function placeOf(gaps: readonly number[], gap: number): number {
  let low = 0;
  let high = gaps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((gaps[middle] ?? 0) <= gap) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What finds the first place of a query in a row's name: compiled once for all hits. */
type Marker = (row: number) => Mark | null;

function marksOf(row: number, whole: Marker, parts: readonly Marker[]): readonly Mark[] {
  const mark = whole(row);
  if (mark !== null) return [mark];
  return merged(parts.map((part) => part(row)).filter((found): found is Mark => found !== null));
}

function markerOf(search: SearchText, query: string): Marker {
  if (query === '') return () => null;
  if (hasLetter(query)) return spelledMarker(search, compilePattern(query));
  return (row) => {
    const at = rowText(search.names, row).indexOf(query);
    return at < 0 ? null : [at, at + query.length];
  };
}

function spelledMarker(search: SearchText, pattern: Pattern): Marker {
  const { starts, text } = search.names;
  const spelled = { text, letters: search.letters };
  return (row) => {
    const from = starts[row] ?? 0;
    const end = (starts[row + 1] ?? 1) - 1;
    for (let at = from; at < end; at++) {
      const to = pattern.walk(spelled, at, end);
      if (to >= 0) return [at - from, to - from];
    }
    return null;
  };
}

function merged(marks: readonly Mark[]): readonly Mark[] {
  const joined: Mark[] = [];
  for (const [from, to] of [...marks].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = joined[joined.length - 1];
    if (last !== undefined && from <= last[1]) joined[joined.length - 1] = [last[0], Math.max(last[1], to)];
    else joined.push([from, to]);
  }
  return joined;
}
