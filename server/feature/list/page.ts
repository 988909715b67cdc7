import type { ListSort } from '../../../shared/wire/list-filter.ts';
import type { ListState } from './model.ts';
import { NEVER } from './rows.ts';
import { headOf } from './texts.ts';

/** Where a row stands in an order: its value and, between equals, its id. Stays what it was whatever is put in before it. */
export type Place = { readonly key: number | string; readonly id: string };
export type Order = { readonly sort: ListSort; readonly down: boolean };

/** Rows without a day to come by stand last. */
const NO_DAY = 1e9;

export type Page = {
  readonly rows: readonly number[];
  /** How many rows stand before the first of these. */
  readonly before: number;
};

type Compare = (a: number, b: number) => number;

/** `after` or `before` a place, or from the start. One pass keeps the best rows: nothing is sorted but the page itself. */
export function pageOf(
  state: ListState,
  passing: Int32Array,
  { order, size, place }: { readonly order: Order; readonly size: number; readonly place: From | null },
): Page {
  const compare = comparing(state, order);
  const forward = place?.way !== 'before';
  const side = place === null ? () => 1 : sideOf(state, order, place.at);
  const best = new Best(size, forward ? compare : (a, b) => compare(b, a));
  let beyond = 0;
  for (const row of passing) {
    const where = side(row);
    if (forward ? where > 0 : where < 0) best.offer(row);
    else beyond++;
  }
  const rows = forward ? best.rows : best.rows.reverse();
  // Backwards the rows that were left out stand before the page; forwards what lies on the other side of the place does.
  return { rows, before: forward ? beyond : passing.length - beyond - rows.length };
}

export type From = { readonly way: 'after' | 'before'; readonly at: Place };

export function placeOf(state: ListState, { sort }: Order, row: number): Place {
  return { key: keyOf(state, sort)(row), id: state.rows.ids[row] ?? '' };
}

/** All rows in order, for a file. */
export function inOrder(state: ListState, passing: Int32Array, order: Order): readonly number[] {
  return Array.from(passing).sort(comparing(state, order));
}

function keyOf({ rows, texts }: ListState, sort: ListSort): (row: number) => number | string {
  const { reals, wholes } = rows;
  switch (sort) {
    case 'code':
      return (row) => reals.code[row] ?? 0;
    case 'name':
      return (row) => texts.nameKeys[row] ?? '';
    case 'changed':
      return (row) => -(reals.changedAt[row] ?? 0);
    case 'due':
      return (row) => (wholes.untilDay[row] === NEVER ? NO_DAY : (wholes.untilDay[row] ?? NO_DAY));
  }
}

function comparing(state: ListState, order: Order): Compare {
  const values = comparingValues(state, order.sort);
  const { ids } = state.rows;
  const sign = order.down ? -1 : 1;
  return (a, b) => sign * (values(a, b) || compareValues(ids[a] ?? '', ids[b] ?? ''));
}

/** Names by their heads first: only those that begin alike are compared as texts. */
function comparingValues(state: ListState, sort: ListSort): Compare {
  const key = keyOf(state, sort);
  const whole: Compare = (a, b) => compareValues(key(a), key(b));
  if (sort !== 'name') return whole;
  const { nameHeads } = state.texts;
  return (a, b) => (nameHeads[a] ?? 0) - (nameHeads[b] ?? 0) || whole(a, b);
}

/** Negative for rows before a place, positive for rows after it, 0 for the row that stands there. */
function sideOf(state: ListState, order: Order, at: Place): (row: number) => number {
  const key = keyOf(state, order.sort);
  const { ids } = state.rows;
  const sign = order.down ? -1 : 1;
  const head = order.sort === 'name' ? headOf(String(at.key)) : 0;
  const first = order.sort === 'name' ? (row: number) => (state.texts.nameHeads[row] ?? 0) - head : () => 0;
  return (row) => sign * (first(row) || compareValues(key(row), at.key) || compareValues(ids[row] ?? '', at.id));
}

function compareValues(a: number | string, b: number | string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The first so many of all that are offered, in order. */
class Best {
  readonly rows: number[] = [];

  constructor(
    private readonly most: number,
    private readonly compare: Compare,
  ) {}

  offer(row: number): void {
    const { rows, compare } = this;
    const last = rows[rows.length - 1];
    if (rows.length === this.most && last !== undefined && compare(row, last) >= 0) return;
    let [low, high] = [0, rows.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(row, rows[middle] ?? 0) < 0) high = middle;
      else low = middle + 1;
    }
    rows.splice(low, 0, row);
    if (rows.length > this.most) rows.pop();
  }
}
