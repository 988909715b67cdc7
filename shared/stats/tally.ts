import { type IndicatorId, TABLES, type TableId } from './definition.ts';
import { indicatorsOf } from './definitions/all.ts';
import type { ShareFold } from './fold.ts';
import type { Month, Period } from './period.ts';
import type { Plan } from './plan.ts';
import type { Question, Tally, TallyRow } from './question.ts';
import { planFor, runOver, type Source } from './run.ts';
import { orderedRows, RowKeys, TOTAL } from './scope.ts';
import type { Sink } from './sink.ts';

type Sums = { readonly sums: Float64Array; readonly observed: Map<number, number[]> };

class TallySink implements Sink {
  readonly rows: Sums[] = [];

  constructor(private readonly columns: number) {}

  begin(): void {}

  put(row: number, column: number, amount: number): void {
    this.add(TOTAL, column, amount);
    if (row !== TOTAL) this.add(row, column, amount);
  }

  add(row: number, column: number, amount: number): void {
    const { sums } = this.rows[row] ?? this.open(row);
    sums[column] = (sums[column] ?? 0) + amount;
  }

  observe(row: number, column: number, value: number): void {
    for (const at of row === TOTAL ? [TOTAL] : [TOTAL, row]) {
      const { observed } = this.rows[at] ?? this.open(at);
      const known = observed.get(column);
      if (known === undefined) observed.set(column, [value]);
      else known.push(value);
    }
  }

  private open(row: number): Sums {
    const opened = { sums: new Float64Array(this.columns), observed: new Map<number, number[]>() };
    this.rows[row] = opened;
    return opened;
  }
}

/**
 * The tables of a question, in one pass. Small figures about people are not kept back yet (`keep-back.ts`). Some 0.3 s for
 * 190,000 stations; the same question gives the same answer whatever was added to the chronicle since its asOf.
 */
export function tally(source: Source, question: Question, tables: readonly TableId[]): readonly Tally[] {
  return [...tallies(source, question, tables)];
}

/** The same one by one: of the whole country by county all of them together are a million figures. */
export function* tallies(source: Source, question: Question, tables: readonly TableId[]): Generator<Tally> {
  const wanted = TABLES.filter((table) => tables.includes(table)).map((table) => ({
    table,
    columns: indicatorsOf(table).map(({ id }) => id),
  }));
  const folded = foldedOf(
    source,
    question,
    wanted.flatMap(({ columns }) => columns),
  );
  for (const { table, columns } of wanted) yield { table, columns, ...folded.read(columns) };
}

/** Any indicators, of any tables, as one table. Throws on an id there is not. */
export function figuresOf(source: Source, question: Question, ids: readonly IndicatorId[]): Read {
  return foldedOf(source, question, ids).read(ids);
}

type Read = { readonly rows: readonly TallyRow[]; readonly total: readonly (number | null)[] };

/** One pass; what it found is read by indicators, as often as wanted. */
function foldedOf(
  source: Source,
  question: Question,
  ids: readonly IndicatorId[],
): { readonly read: (ids: readonly IndicatorId[]) => Read } {
  const plan = planFor(source, question, ids);
  const sink = new TallySink(plan.columns);
  const keys = new RowKeys();
  runOver(source, question, { plan, sink, rows: keys });
  const values = new Values(plan, source.ground.isOutside !== null);
  const order = orderedRows(keys, question.by);
  return {
    read: (of) => ({
      rows: order.map((row) => ({ key: keys.keys[row] ?? '', values: values.of(sink.rows[row], of) })),
      total: values.of(sink.rows[TOTAL], of),
    }),
  };
}

/** Totals of the scope, month after month, all as known at the question's asOf. */
export function series(
  source: Source,
  question: Question,
  asked: { readonly months: readonly Month[]; readonly indicators: readonly IndicatorId[] },
): readonly (readonly (number | null)[])[] {
  return asked.months.map((month) => {
    const of: Question = { ...question, period: month as string as Period, by: 'none', openingAsOf: null };
    return figuresOf(source, of, asked.indicators).total;
  });
}

const NO_SUMS: Sums = { sums: new Float64Array(0), observed: new Map() };

/** What the columns of a plan come to. */
class Values {
  private readonly outside: ReadonlySet<number>;
  private readonly medians: ReadonlySet<number>;
  private readonly shares: ReadonlyMap<number, ShareFold>;

  constructor(
    private readonly plan: Plan,
    hasBorders: boolean,
  ) {
    this.outside = new Set(hasBorders ? [] : plan.outside);
    this.medians = new Set(plan.medians.map(({ column }) => column));
    this.shares = new Map(plan.shares.map(({ column, fold }) => [column, fold]));
  }

  of(row: Sums | undefined, ids: readonly IndicatorId[]): readonly (number | null)[] {
    return ids.map((id) => this.valueOf(row ?? NO_SUMS, id));
  }

  private valueOf(row: Sums, id: IndicatorId): number | null {
    const column = this.plan.columnOf.get(id) ?? -1;
    const share = this.shares.get(column);
    if (share !== undefined) {
      const under = this.sumOf(row, share.under);
      return under === 0 ? null : (this.sumOf(row, share.over) / under) * share.times;
    }
    if (this.medians.has(column)) return middleOf(row.observed.get(column) ?? []);
    return this.outside.has(column) ? null : (row.sums[column] ?? 0);
  }

  private sumOf(row: Sums, ids: readonly IndicatorId[]): number {
    return ids.reduce<number>((sum, id) => sum + (this.valueOf(row, id) ?? 0), 0);
  }
}

/** Of an even number the mean of the two in the middle; null of none. */
function middleOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
