import type { Chronicle } from './chronicle.ts';
import { type Counted, type CountedAmount, counted } from './counted.ts';
import { foldIn } from './definitions/all.ts';
import type { FoldFor } from './plan.ts';
import type { Cell, Question } from './question.ts';
import { planFor, type Source } from './run.ts';
import { explainer, type Why } from './why.ts';

/** A station that counts differently. `seq`: the row of history that made it so; null: no single one did. */
export type Different = Why & { readonly station: number; readonly before: number; readonly after: number };

export type Difference = {
  /** In the order of their numbers. */
  readonly stations: readonly Different[];
  /** What it differs by that belongs to no station. */
  readonly beside: number;
};

type Sides = {
  readonly source: Source;
  readonly question: Question;
  readonly against: Question;
  readonly cell: Cell;
};
type Judge = (station: number, amount: number) => Why | null;

/**
 * From `against` to `question`: every station that counts differently and why. A row unknown on one side counts nothing there;
 * null: neither side has it. What was recorded later comes first, then what another definition makes of it, then what happened.
 */
export function difference(
  source: Source,
  question: Question,
  { against, cell }: { readonly against: Question; readonly cell: Cell },
): Difference | null {
  const [before, after] = [counted(source, against, cell), counted(source, question, cell)];
  if (before === null && after === null) return null;
  const sides = { source, question, against, cell };
  const [was, is] = [amounts(before), amounts(after)];
  const [later, redefined, explain] = [laterOf(sides), redefinedOf(sides), explainer(sides)];
  const stations: Different[] = [];
  for (const station of [...new Set([...was.keys(), ...is.keys()])].sort((a, b) => a - b)) {
    const [from, to] = [was.get(station)?.amount ?? 0, is.get(station)?.amount ?? 0];
    if (from === to) continue;
    const seq = (is.get(station) ?? was.get(station))?.seq ?? null;
    const why = redefined(station, from) ?? later(station, to) ?? explain({ station, before: from, after: to, seq });
    stations.push({ station, before: from, after: to, ...why });
  }
  return { stations, beside: (after?.beside ?? 0) - (before?.beside ?? 0) };
}

function amounts(of: Counted | null): ReadonlyMap<number, CountedAmount> {
  return new Map((of?.stations ?? []).map((found) => [found.station, found]));
}

/** What is different because of rows not known on the earlier side: its period, with what is known on the later one. */
function laterOf({ source, question, against, cell }: Sides): Judge {
  if (question.asOf.seq === against.asOf.seq) return () => null;
  const now = amounts(counted(source, { ...against, asOf: question.asOf }, cell));
  const isSamePeriod = question.period === against.period;
  return (station, to) => {
    const seq = rowBetween(source.chronicle, station, [against, question]);
    const isNow = (now.get(station)?.amount ?? 0) === to;
    return isSamePeriod || (isNow && seq !== null) ? { reason: 'recorded-later', seq } : null;
  };
}

/** The last row of a station that only one of the sides knows. */
function rowBetween(chronicle: Chronicle, station: number, sides: readonly Question[]): number | null {
  const [low = 0, high = 0] = sides.map(({ asOf }) => asOf.seq).sort((a, b) => a - b);
  const { versions } = chronicle;
  for (let at = chronicle.headOf(station); at >= 0; at = versions.previous[at] ?? -1) {
    const seq = versions.seq[at] ?? 0;
    if (seq > low && seq <= high) return seq;
  }
  return null;
}

/** What counts as it did when the earlier side's definition is put to the later side. */
function redefinedOf({ source, question, against, cell }: Sides): Judge {
  const own: FoldFor = source.foldFor ?? foldIn;
  const foldFor: FoldFor = (of) => own(of, against.period);
  const ids = [cell.indicator];
  const [here, there] = [planFor(source, question, ids), planFor({ ...source, foldFor }, question, ids)];
  if (here.folds.every((fold, at) => fold === there.folds[at])) return () => null;
  const then = amounts(counted({ ...source, foldFor }, question, cell));
  return (station, from) => ((then.get(station)?.amount ?? 0) === from ? { reason: 'definition', seq: null } : null);
}
