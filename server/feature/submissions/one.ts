import type { Actor } from '../../../shared/actor/actor.ts';
import { mayDo } from '../../../shared/actor/may.ts';
import { dateText } from '../../../shared/kernel/instant.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import type { UnionId } from '../../../shared/station/station.ts';
import { lastDayOf, type Period, periodWords } from '../../../shared/stats/period.ts';
import {
  type Frozen,
  SUBMISSION_CYCLE,
  SUBMISSION_STEPS,
  SUBMISSION_TASKS,
  type Submission,
  type SubmissionState,
  type SubmissionStep,
} from '../../../shared/stats/submission.ts';
import type { RouteReply } from '../../../shared/wire/route.ts';
import type { Deps } from '../../deps.ts';
import type { Act } from '../../http/mount.ts';
import type { UnionBook } from '../unions/book.ts';
import { named } from './board.ts';
import { dueText, isLate, isOver, reportingBelow, reports } from './calendar.ts';
import { type Made, makeSubmission } from './freeze.ts';

type Reply = RouteReply<'submission'>;
type Which = { readonly union: UnionId; readonly period: Period };
const CLOSING = 'stock.closing';

export function oneSubmission(deps: Deps): Act<'submission'> {
  return async ({ params, who }) => {
    const book = await deps.unions.current();
    const { union, period } = params;
    const allowed = mayDo(who.actor, 'read-figures', { id: null, union, tree: book.tree });
    if (!allowed.ok) return allowed;
    const held = await deps.store.submission(union, period);
    const made = await shownOf(deps, book, { which: params, held });
    if (!made.ok) return made;
    const state = held?.state ?? 'open';
    const at = deps.now();
    const parent = book.get(union)?.parent ?? null;
    const { frozen } = made.value;
    return ok({
      union: named(book, union),
      above: parent === null ? null : named(book, parent),
      period,
      words: periodWords(period),
      endsOn: dateText(lastDayOf(period)),
      isOver: isOver(period, at),
      dueOn: dueText({ book, at }, union, period),
      isLate: isLate({ book, at }, { union, period, state }),
      state,
      rev: held?.rev ?? 0,
      may: mayOf(book, who.actor, { union, held, isOver: isOver(period, at) }),
      asOf: frozen.asOf,
      openingAsOf: frozen.openingAsOf,
      hash: frozen.hash,
      tables: frozen.tables,
      warnings: made.value.warnings.map((one) => ({
        ...one,
        note: held?.notes.find(({ warning }) => warning === one.id)?.text ?? null,
      })),
      ...(await actsOf(deps, held)),
      below: await belowOf(deps, book, { which: params, frozen }),
      steps: await stepsOf(deps, book, params),
      serverTime: at,
    });
  };
}

/** What was handed in stands as it is; before, and after it was sent back, what would be handed in now. */
async function shownOf(
  deps: Deps,
  book: UnionBook,
  { which, held }: { readonly which: Which; readonly held: Submission | null },
): Promise<Result<Made>> {
  if (held !== null && held.state !== 'returned') return ok(held);
  const { seq } = await deps.figures.known();
  return makeSubmission(deps, book, { ...which, seq });
}

type Standing = { readonly union: UnionId; readonly held: Submission | null; readonly isOver: boolean };

function mayOf(book: UnionBook, actor: Actor, { union, held, isOver: over }: Standing): readonly SubmissionStep[] {
  const itself = book.get(union);
  if (itself === null || !reports(itself) || !over) return [];
  const state: SubmissionState = held?.state ?? 'open';
  return SUBMISSION_STEPS.filter((step) => {
    const { from, at } = SUBMISSION_CYCLE[step];
    const answerable = at === 'own' ? union : (itself.parent ?? union);
    if (!from.includes(state) || actor.union !== answerable) return false;
    if (at === 'above' && held?.submitted.by === actor.id) return false;
    return mayDo(actor, SUBMISSION_TASKS[step], { id: null, union, tree: book.tree }).ok;
  });
}

async function actsOf(
  { store }: Deps,
  held: Submission | null,
): Promise<Pick<Reply, 'submitted' | 'returned' | 'signed'>> {
  if (held === null) return { submitted: null, returned: null, signed: null };
  const { submitted, returned, signed } = held;
  const names = await store.accountNames([submitted, returned, signed].flatMap((one) => one?.by ?? []));
  const said = ({ by, at }: Submission['submitted']) => ({ byName: names.get(by)?.name ?? by.slice(0, 8), at });
  return {
    submitted: said(submitted),
    returned: returned && { ...said(returned), faults: returned.faults },
    signed: signed && said(signed),
  };
}

async function belowOf(
  { store }: Deps,
  book: UnionBook,
  { which, frozen }: { readonly which: Which; readonly frozen: Frozen },
): Promise<Reply['below']> {
  const lines = await store.submissionLines({ top: which.union, of: 'below', periods: [which.period] });
  const byUnion = new Map(lines.map((line) => [line.union, line]));
  const stock = frozen.tables.find(({ table }) => table === 'stock');
  const column = stock?.columns.findIndex(({ id }) => id === CLOSING) ?? -1;
  return reportingBelow(book, which.union).map(({ id, region }) => {
    const line = byUnion.get(id);
    const row = stock?.rows.find(({ key }) => key === region);
    return {
      union: named(book, id),
      region,
      signedAsOf: line?.state === 'signed' ? line.asOf : null,
      state: line?.state ?? 'open',
      signed: line?.state === 'signed' ? (line.totals[CLOSING] ?? null) : null,
      // A division without a row has no station.
      here: row === undefined ? 0 : (row.values[column] ?? null),
    };
  });
}

async function stepsOf({ store }: Deps, book: UnionBook, { union, period }: Which): Promise<Reply['steps']> {
  const rows = (await store.historyOf(`${union}/${period}`)).filter(({ subject }) => subject === 'submission');
  const names = await store.accountNames([...new Set(rows.map(({ actor }) => actor))]);
  return rows.map((row) => ({
    seq: row.seq,
    at: row.at,
    step: row.step,
    byName: names.get(row.actor)?.name ?? row.actor.slice(0, 8),
    unionName: book.get(row.union)?.name ?? '',
    reason: row.reason,
  }));
}
