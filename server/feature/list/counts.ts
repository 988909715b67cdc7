import { STATUSES, type UnionId } from '../../../shared/station/station.ts';
import { ANY_DOUBT } from '../../../shared/wire/list-filter.ts';
import type { RegionTable } from '../regions/table.ts';
import type { UnionBook } from '../unions/book.ts';
import type { Words } from './interned.ts';
import { hasDoubt, isOld, type Judging } from './match.ts';
import type { ListRows } from './rows.ts';

/** Choices offered at once; more are searched for. */
const MOST_BRANDS = 40;
const MOST_TOWNS = 300;

export type Counts = {
  readonly total: number;
  readonly status: { [status: string]: number };
  readonly old: number;
  readonly doubt: number;
  readonly overdue: number;
  readonly waiting: number;
  readonly unverified: number;
  readonly synthetic: number;
  readonly brands: Counted[];
  readonly towns: Counted[];
  readonly regions: Named[];
  readonly unions: Named[];
};
type Counted = { readonly name: string; readonly count: number };
type Named = Counted & { readonly id: string };
export type Top = { readonly union: UnionId; readonly book: UnionBook; readonly regions: RegionTable };

/** How many of everything an account may see: one pass over all rows. */
export function countsOf(rows: ListRows, judging: Judging, top: Top): Counts {
  const { bytes, wholes, words } = rows;
  const tally = new Tally();
  for (let row = 0; row < rows.size; row++) {
    if (bytes.held[row] !== 1 || !judging.mine(row)) continue;
    tally.total++;
    tally.add('status', bytes.status[row] ?? 0);
    tally.add('brand', wholes.brand[row] ?? 0);
    tally.add('town', wholes.town[row] ?? 0);
    tally.add('region', wholes.region[row] ?? 0);
    tally.add('union', wholes.union[row] ?? 0);
    if (isOld(rows, row, judging)) tally.old++;
    if (ANY_DOUBT.some((doubt) => hasDoubt(rows, row, { doubt, judging }))) tally.doubt++;
    if (hasDoubt(rows, row, { doubt: 'overdue', judging })) tally.overdue++;
    if (hasDoubt(rows, row, { doubt: 'waiting', judging })) tally.waiting++;
    if (bytes.published[row] === 1 && bytes.verified[row] === 0) tally.unverified++;
    if (bytes.origin[row] === SYNTHETIC) tally.synthetic++;
  }
  const { total, old, doubt, overdue, waiting, unverified, synthetic } = tally;
  const towns = wordsOf(tally.of('town'), words.town);
  return {
    ...{ total, old, doubt, overdue, waiting, unverified, synthetic },
    status: Object.fromEntries(STATUSES.map((status, at) => [status, tally.of('status').get(at) ?? 0])),
    brands: wordsOf(tally.of('brand'), words.brand).slice(0, MOST_BRANDS),
    towns: towns.length > MOST_TOWNS ? [] : towns,
    regions: regionsBelow(tally.of('region'), top),
    unions: unionsBelow(tally.of('union'), rows, top),
  };
}

const SYNTHETIC = 2;

class Tally {
  total = 0;
  old = 0;
  doubt = 0;
  overdue = 0;
  waiting = 0;
  unverified = 0;
  synthetic = 0;
  private readonly counts = new Map<string, Map<number, number>>();

  add(what: string, value: number): void {
    const counts = this.of(what);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }

  of(what: string): Map<number, number> {
    const counts = this.counts.get(what) ?? new Map<number, number>();
    this.counts.set(what, counts);
    return counts;
  }
}

/** The most frequent first. */
function wordsOf(counts: ReadonlyMap<number, number>, words: Words): Counted[] {
  return [...counts]
    .flatMap(([number, count]) => (number === 0 ? [] : [{ name: words.text(number), count }]))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

/** Of the regions right below the union's own, those that hold any. */
function regionsBelow(counts: ReadonlyMap<number, number>, { union, book, regions }: Top): Named[] {
  const region = book.get(union)?.region ?? null;
  const here = regions.all.find(({ code }) => code === (region ?? '000000'));
  if (!here) return [];
  const below = regions.children(here.code).map(({ code, name }) => ({ id: code, name, count: 0 }));
  const size = here.level === 'nation' ? 10_000 : here.level === 'province' ? 100 : 1;
  const at = new Map(below.map((one) => [Math.floor(Number(one.id) / size), one]));
  for (const [code, count] of counts) {
    const one = at.get(Math.floor(code / size));
    if (one) one.count += count;
  }
  return below.filter(({ count }) => count > 0);
}

/** Of the unions right below the own one, those that answer for any, with all below them. */
function unionsBelow(counts: ReadonlyMap<number, number>, { words }: ListRows, { union, book }: Top): Named[] {
  const parents = new Map(book.all.map(({ id, parent }) => [id, parent]));
  const childOver = (id: UnionId): UnionId | null => {
    const up = parents.get(id) ?? null;
    if (up === null) return null;
    return up === union ? id : childOver(up);
  };
  const below = new Map<UnionId, number>();
  for (const [number, count] of counts) {
    const child = childOver(words.union.text(number) as UnionId);
    if (child !== null) below.set(child, (below.get(child) ?? 0) + count);
  }
  return [...below]
    .map(([id, count]) => ({ id, name: book.get(id)?.name ?? id, count }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
