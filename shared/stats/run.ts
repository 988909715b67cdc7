import { addDays, type Day, dayOf } from '../kernel/instant.ts';
import type { Chronicle } from './chronicle.ts';
import type { IndicatorId } from './definition.ts';
import { counting, foldIn } from './definitions/all.ts';
import type { Span } from './fold.ts';
import { passCases } from './pass-cases.ts';
import { passStations } from './pass-stations.ts';
import { firstDayOf, lastDayOf } from './period.ts';
import { type Catalogue, type FoldFor, type Plan, planOf } from './plan.ts';
import type { Question } from './question.ts';
import { type RowKeys, Scope } from './scope.ts';
import type { Pulse, Run, Sink } from './sink.ts';
import { type Ground, worldAt } from './world.ts';

/** What figures are folded from: history, and what stands beside it. */
export type Source = {
  readonly chronicle: Chronicle;
  readonly ground: Ground;
  /** The indicators there are; the real ones when left out. */
  readonly catalogue?: Catalogue;
  /** Which version of a fold counts; the period's own when left out. */
  readonly foldFor?: FoldFor;
  /** Hears how far a pass is; nobody when left out. */
  readonly pulse?: Pulse;
};

/** First and last day counted: a period still running ends on the day of asOf; `last` before `first`: it has not begun. */
export function spanOf({ period, asOf }: Pick<Question, 'period' | 'asOf'>): Span {
  return { first: firstDayOf(period), last: earlier(lastDayOf(period), dayOf(asOf.at)) };
}

export function planFor(source: Source, question: Question, asked: readonly IndicatorId[]): Plan {
  const { catalogue = counting, foldFor = foldIn } = source;
  return planOf(asked, { period: question.period, catalogue, foldFor });
}

/** One pass over all that was known: what it finds goes into the sink, the keys of its rows into `rows`. */
export function runOver(
  source: Source,
  question: Question,
  to: { readonly plan: Plan; readonly sink: Sink; readonly rows: RowKeys },
): void {
  const { chronicle, ground, pulse = unheard } = source;
  const { rows } = to;
  const scopeAt = (seq: number) =>
    new Scope(chronicle, { question, rows, world: worldAt(chronicle, ground, { seq, divisions: question.divisions }) });
  const span = spanOf(question);
  const before = addDays(span.first, -1);
  const { openingAsOf } = question;
  const scope = scopeAt(question.asOf.seq);
  const signed =
    openingAsOf === null
      ? null
      : { scope: scopeAt(openingAsOf.seq), seq: openingAsOf.seq, day: earlier(before, dayOf(openingAsOf.at)) };
  const openingDay = signed?.day ?? before;
  const run: Run = { chronicle, ground, question, span, openingDay, scope, signed, pulse, ...to };
  passStations(run);
  passCases(run);
}

function unheard(): void {}

function earlier(a: Day, b: Day): Day {
  return a < b ? a : b;
}
