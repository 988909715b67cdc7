import { refinedError, refinedMetres, UNITS_PER_DEGREE } from './distance.ts';
import { geodesicMetres } from './geodesic.ts';
import type { NearQuestion, NearRows, Search } from './question.ts';

/** Puts metres in the place of squares, decides what they leave open, sorts by (metres, tie) and keeps k. */
export function settle(search: Search, question: NearQuestion, isFar: boolean): NearRows {
  const { rows, squares, count } = search.found;
  const { lngs, lats, words, latAt } = search;
  for (let i = 0; i < count; i += 1) {
    const row = rows[i] ?? 0;
    squares[i] = isFar
      ? exactMetres(search, question, row)
      : refinedMetres(
          search.metric,
          (lngs[row * words] ?? 0) - search.lng,
          (lats[row * words + latAt] ?? 0) - search.lat,
        );
  }
  sortFound(search);
  if (!isFar && decideClose(search, question)) sortFound(search);
  const kept = Math.min(count, question.k);
  return { rows: taken(rows, kept), metres: taken(squares, kept) };
}

function exactMetres(search: Search, question: NearQuestion, row: number): number {
  const { lng, lat } = search.columns;
  const to = { lng: (lng[row] ?? 0) / UNITS_PER_DEGREE, lat: (lat[row] ?? 0) / UNITS_PER_DEGREE };
  return geodesicMetres(question.from, to);
}

/** Runs of rows closer to each other than the error of their metres get exact ones. True when there was such a run. */
function decideClose(search: Search, question: NearQuestion): boolean {
  const { rows, squares, count } = search.found;
  let first = 0;
  let hasRun = false;
  for (let i = 1; i <= count; i += 1) {
    const metres = squares[i] ?? 0;
    const isClose = i < count && metres - (squares[i - 1] ?? 0) <= 2 * refinedError(metres);
    if (isClose) continue;
    // A run of equal ones is a stack of stations at one place: nothing to decide.
    if ((squares[i - 1] ?? 0) > (squares[first] ?? 0)) {
      hasRun = true;
      for (let at = first; at < i; at += 1) squares[at] = exactMetres(search, question, rows[at] ?? 0);
    }
    first = i;
  }
  return hasRun;
}

/** By insertion: they come almost sorted. */
function sortFound(search: Search): void {
  const { tie } = search.columns;
  const { rows, squares, count } = search.found;
  for (let i = 1; i < count; i += 1) {
    const metres = squares[i] ?? 0;
    const row = rows[i] ?? 0;
    let at = i;
    for (; at > 0; at -= 1) {
      const before = squares[at - 1] ?? 0;
      const rowBefore = rows[at - 1] ?? 0;
      if (before < metres || (before === metres && (tie[rowBefore] ?? 0) < (tie[row] ?? 0))) break;
      squares[at] = before;
      rows[at] = rowBefore;
    }
    squares[at] = metres;
    rows[at] = row;
  }
}

/** Plain arrays: a typed one of this size costs more to make than the search itself. */
function taken(from: Int32Array | Float64Array, count: number): readonly number[] {
  const values: number[] = [];
  for (let i = 0; i < count; i += 1) values.push(from[i] ?? 0);
  return values;
}
