import { refinedError, refinedMetres, UNITS_PER_DEGREE } from './distance.ts';
import { geodesicMetres } from './geodesic.ts';
import type { NearQuestion, NearRows, Search } from './question.ts';

/** Puts metres in the place of squares, decides what they leave open, sorts by (metres, tie) and keeps k. */
export function settle(search: Search, question: NearQuestion, isFar: boolean): NearRows {
  const { squares, count } = search.found;
  if (isFar) measureFar(search, question);
  else measureNear(search);
  sortFound(search);
  // The last is the farthest, so its error is the largest.
  const close = 2 * refinedError(squares[count - 1] ?? 0);
  if (!isFar && hasClose(squares, count, close) && decideClose(search, question)) sortFound(search);
  return answerOf(search, Math.min(count, question.k));
}

function measureNear(search: Search): void {
  const { metric, found, lngs, lats, words, latAt, lng, lat } = search;
  const { rows, squares, count } = found;
  for (let i = 0; i < count; i += 1) {
    const at = (rows[i] ?? 0) * words;
    squares[i] = refinedMetres(metric, (lngs[at] ?? 0) - lng, (lats[at + latAt] ?? 0) - lat);
  }
}

function measureFar(search: Search, question: NearQuestion): void {
  const { rows, squares, count } = search.found;
  for (let i = 0; i < count; i += 1) squares[i] = exactMetres(search, question, rows[i] ?? 0);
}

/** Whether any two neighbours are as close to each other as `close` metres. */
function hasClose(metres: Float64Array, count: number, close: number): boolean {
  for (let i = 1; i < count; i += 1) {
    if ((metres[i] ?? 0) - (metres[i - 1] ?? 0) <= close) return true;
  }
  return false;
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
  const { rows, squares, count } = search.found;
  for (let i = 1; i < count; i += 1) {
    const metres = squares[i] ?? 0;
    if ((squares[i - 1] ?? 0) < metres) continue;
    const row = rows[i] ?? 0;
    let at = i;
    for (; at > 0 && isAfter(search, at - 1, i); at -= 1) {}
    squares.copyWithin(at + 1, at, i);
    rows.copyWithin(at + 1, at, i);
    squares[at] = metres;
    rows[at] = row;
  }
}

/** Whether found row `a` belongs behind found row `b`. */
function isAfter(search: Search, a: number, b: number): boolean {
  const { rows, squares } = search.found;
  const { tie } = search.columns;
  const past = (squares[a] ?? 0) - (squares[b] ?? 0);
  return past > 0 || (past === 0 && (tie[rows[a] ?? 0] ?? 0) > (tie[rows[b] ?? 0] ?? 0));
}

/** Plain arrays: typed ones of this size cost more to make than the search itself. */
function answerOf(search: Search, count: number): NearRows {
  const rows = new Array<number>(count);
  const metres = new Array<number>(count);
  for (let i = 0; i < count; i += 1) {
    rows[i] = search.found.rows[i] ?? 0;
    metres[i] = search.found.squares[i] ?? 0;
  }
  return { rows, metres };
}
