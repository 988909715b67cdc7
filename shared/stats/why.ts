import type { Day } from '../kernel/instant.ts';
import { stateIn } from './amenity-states.ts';
import type { Beside, Flow, Fold } from './fold.ts';
import { flowsOf } from './pass-stations.ts';
import type { Cell, Question } from './question.ts';
import { planFor, type Source, spanOf } from './run.ts';
import { OUTSIDE, RowKeys, Scope, TOTAL } from './scope.ts';
import { worldAt } from './world.ts';

/** Why a station counts differently, and by which row of history; null: no single row made it so. */
export type Why = {
  readonly reason: Flow | 'changed' | 'recorded-later' | 'definition';
  readonly seq: number | null;
};
/** `seq`: by which it counts on the side that counts it. */
export type Case = {
  readonly station: number;
  readonly before: number;
  readonly after: number;
  readonly seq: number | null;
};
type Sides = {
  readonly source: Source;
  readonly question: Question;
  readonly against: Question;
  readonly cell: Cell;
};

/** What happened to a station between two sides, by the row of history that decided it. */
export function explainer(sides: Sides): (of: Case) => Why {
  const { source, question, cell } = sides;
  const plan = planFor(source, question, [cell.indicator]);
  const [share] = plan.shares;
  const fold = plan.folds[plan.columnOf.get(share?.fold.over[0] ?? cell.indicator) ?? -1];
  if (fold === undefined) throw new Error(`no indicator is called ${cell.indicator}`);
  if (fold.of === 'flow') return ({ seq }) => ({ reason: fold.flow, seq });
  if (fold.of === 'correction') return ({ seq }) => ({ reason: 'recorded-later', seq });
  if (fold.of === 'exit') return exitWhy(sides);
  if (STANDING.includes(fold.of)) return standingWhy(sides, fold);
  return ({ seq }) => ({ reason: 'changed', seq });
}

const STANDING: readonly Fold['of'][] = ['opening', 'closing', 'amenity', 'left-out', 'outside', 'near'];

function exitWhy({ source }: Sides): (of: Case) => Why {
  const { chronicle } = source;
  const { versions } = chronicle;
  return ({ station, seq }) => {
    let version = chronicle.headOf(station);
    while (version >= 0 && versions.seq[version] !== seq) version = versions.previous[version] ?? -1;
    const reason = version < 0 ? 'retired' : flowsOf(chronicle, versions.previous[version] ?? -1, version).out;
    return { reason, seq };
  };
}

/**
 * The last change that decided whether it stands in the cell; where it stands there on both sides, the one since when the cell
 * counts it as it does.
 */
function standingWhy(sides: Sides, fold: Fold): (of: Case) => Why {
  const { source, question, against } = sides;
  const { chronicle } = source;
  const { versions } = chronicle;
  const isIn = memberOf(sides);
  const amountOf = amountOn(sides, fold);
  const isOpening = fold.of === 'opening';
  const dayOf = (side: Question) => (isOpening ? spanOf(side).first - 1 : spanOf(side).last);
  return ({ station, after }) => {
    const at = (side: Question) => chronicle.at(station, dayOf(side) as Day, question.asOf.seq);
    const [from, to] = [at(against), at(question)];
    // Time may run either way: against a later period the same rows are met from their other end.
    const [early, late] = from <= to ? [from, to] : [to, from];
    const isMember = isIn(late);
    const decides = (version: number) =>
      isIn(early) === isMember ? amountOf(version) === after : isIn(version) === isMember;
    let deciding = -1;
    for (let version = late; version > early && decides(version); version = versions.previous[version] ?? -1)
      deciding = version;
    if (deciding < 0) return { reason: 'changed', seq: null };
    const seq = versions.seq[deciding] ?? null;
    if (isIn(early) === isMember) return { reason: 'changed', seq };
    const { into, out } = flowsOf(chronicle, versions.previous[deciding] ?? -1, deciding);
    return { reason: isMember ? into : out, seq };
  };
}

/** Whether a version stands, published, in the row asked about. */
function memberOf({ source, question, cell }: Sides): (version: number) => boolean {
  const { chronicle, ground } = source;
  const rows = new RowKeys();
  const world = worldAt(chronicle, ground, { seq: question.asOf.seq, divisions: question.divisions });
  const scope = new Scope(chronicle, { question, rows, world });
  return (version) => {
    if (!chronicle.isPublished(version)) return false;
    const row = scope.cell(version);
    if (row === OUTSIDE) return false;
    return cell.row === null || (row !== TOTAL && rows.keys[row] === cell.row);
  };
}

/** What a version by itself counts; null where that rests on more than the station. */
function amountOn({ source, question }: Sides, fold: Fold): (version: number) => number | null {
  const view = source.chronicle.stand(0);
  const beside: Beside = { span: spanOf(question), visits: 0, entries: [] };
  return (version) => {
    view.version = version;
    if (fold.of === 'closing') return fold.reads === undefined ? fold.value(view, beside) : null;
    if (fold.of === 'opening') return fold.value(view);
    if (fold.of === 'amenity') return Number(stateIn(view.amenities, fold.amenity) === fold.state);
    return null;
  };
}
