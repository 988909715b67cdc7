import type { IndicatorId } from './definition.ts';
import type { Plan } from './plan.ts';
import type { Cell, Question } from './question.ts';
import { planFor, runOver, type Source } from './run.ts';
import { RowKeys, TOTAL } from './scope.ts';
import type { Sink } from './sink.ts';

/** A station behind a cell, by its number in the chronicle. `seq`: the row of history by which it counts, the last of several. */
export type CountedAmount = { readonly station: number; readonly amount: number; readonly seq: number };
export type Counted = {
  /** In the order of their numbers: of their first rows in history. */
  readonly stations: readonly CountedAmount[];
  /** What counts here and belongs to no station: reports of new places, entries of a union as a whole. */
  readonly beside: number;
  /** Stations and what is beside them together: the figure; of a share, what is divided; of a median, nothing of use. */
  readonly sum: number;
};

type Found = { station: number; amount: number; seq: number };

class CellSink implements Sink {
  readonly found = new Map<number, Found>();
  beside = 0;
  private station = -1;
  private seq = 0;
  private wanted: number | null = null;

  constructor(
    private readonly columns: ReadonlySet<number>,
    private readonly rows: RowKeys,
    private readonly key: string | null,
  ) {}

  begin(station: number, seq: number): void {
    this.station = station;
    this.seq = seq;
  }

  put(row: number, column: number, amount: number): void {
    const wanted = this.row();
    if (wanted === TOTAL || wanted === row) this.take(column, amount);
  }

  add(row: number, column: number, amount: number): void {
    if (this.row() === row) this.take(column, amount);
  }

  observe(row: number, column: number, value: number): void {
    this.put(row, column, value);
  }

  /** Rows are numbered as they come: null while the one asked about has not. */
  private row(): number | null {
    this.wanted ??= this.key === null ? TOTAL : this.rows.find(this.key);
    return this.wanted;
  }

  private take(column: number, amount: number): void {
    if (!this.columns.has(column)) return;
    if (this.station < 0) {
      this.beside += amount;
      return;
    }
    const { station, seq } = this;
    const known = this.found.get(station);
    if (known === undefined) this.found.set(station, { station, amount, seq });
    else {
      known.amount += amount;
      known.seq = Math.max(known.seq, seq);
    }
  }
}

/** The stations a cell counted. Null: the question has no such row. Throws on an indicator there is not. */
export function counted(source: Source, question: Question, cell: Cell): Counted | null {
  const plan = planFor(source, question, [cell.indicator]);
  const rows = new RowKeys();
  const sink = new CellSink(columnsBehind(plan, cell.indicator), rows, cell.row);
  runOver(source, question, { plan, sink, rows });
  if (cell.row !== null && rows.find(cell.row) === null) return null;
  const stations = [...sink.found.values()].filter(({ amount }) => amount !== 0).sort((a, b) => a.station - b.station);
  const sum = stations.reduce((total, { amount }) => total + amount, sink.beside);
  return { stations, beside: sink.beside, sum };
}

/** The column itself; of a share those of what is divided. */
function columnsBehind(plan: Plan, indicator: IndicatorId): ReadonlySet<number> {
  const share = plan.shares.find(({ column }) => column === plan.columnOf.get(indicator));
  const ids = share === undefined ? [indicator] : share.fold.over;
  return new Set(ids.map((id) => plan.columnOf.get(id) ?? -1));
}
