import type { FiguresRefusal } from '../../../shared/kernel/refused-figures.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import type { StationId, Status } from '../../../shared/station/station.ts';
import type { IndicatorId, TableId } from '../../../shared/stats/definition.ts';
import type { Month } from '../../../shared/stats/period.ts';
import type { AsOf, Cell, Question, Tally } from '../../../shared/stats/question.ts';
import type { Stand } from '../../../shared/stats/stand.ts';

/** A station that a cell counted. `seq`: the row of history by which it counts. */
export type CountedStation = {
  readonly id: StationId;
  readonly amount: number;
  readonly status: Status;
  readonly seq: number;
};

/** A published station as it stood at the end of a period. */
export type Standing = Stand & { readonly id: StationId };

export type Reason =
  | 'new'
  | 'reinstated'
  | 'moved-in'
  | 'retired'
  | 'merged'
  | 'moved-out'
  | 'changed'
  | 'recorded-later'
  | 'definition';

/** A station that counts differently on two sides. `seq`: the row of history that made it so; null: no single one did. */
export type DifferentStation = {
  readonly id: StationId;
  readonly before: number;
  readonly after: number;
  readonly reason: Reason;
  readonly seq: number | null;
};

/** Figures folded from history; asked within this process or of a thread of its own. Same question, same answer, for ever. */
export type Figures = {
  /** The newest row of history. */
  known(): Promise<AsOf>;
  /** A seq, or a time as ISO 8601 (what was known at its end); null: all that is known. */
  asOf(said: string | null): Promise<Result<AsOf, FiguresRefusal>>;
  /** Refuses `period-not-begun`. Small figures are not kept back yet (`keptBack`). */
  tables(question: Question, tables: readonly TableId[]): Promise<Result<readonly Tally[], FiguresRefusal>>;
  /** In the order of their codes. Refuses `indicator-unknown`, `row-unknown`. */
  stations(question: Question, cell: Cell): Promise<Result<readonly CountedStation[], FiguresRefusal>>;
  /** A month's figures each, totals of the scope, in the order of `indicators`. */
  series(
    question: Question,
    asked: { readonly months: readonly Month[]; readonly indicators: readonly IndicatorId[] },
  ): Promise<Result<readonly (readonly (number | null)[])[], FiguresRefusal>>;
  /** From `against` to `question`. */
  difference(
    question: Question,
    against: Question,
    cell: Cell,
  ): Promise<Result<readonly DifferentStation[], FiguresRefusal>>;
  /** The stations published at the end of the period (of a running one: at `asOf`), by id. `by` counts for nothing. */
  stands(question: Question): Promise<Result<readonly Standing[], FiguresRefusal>>;
  /** The same, as far as somebody waits for it: once let go, what is asked or not answered yet rejects with the signal's reason. */
  within(letGo: AbortSignal): Figures;
};
