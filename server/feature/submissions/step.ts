import { createHash } from 'node:crypto';
import { mayDo } from '../../../shared/actor/may.ts';
import { dateText } from '../../../shared/kernel/instant.ts';
import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';
import { lastDayOf } from '../../../shared/stats/period.ts';
import {
  decideSubmission,
  SUBMISSION_TASKS,
  type Submission,
  type SubmissionCommand,
  type SubmissionContext,
} from '../../../shared/stats/submission.ts';
import type { RouteBody, RouteParams } from '../../../shared/wire/route.ts';
import type { Deps } from '../../deps.ts';
import type { Act } from '../../http/mount.ts';
import type { UnionBook } from '../unions/book.ts';
import { isOver, reports } from './calendar.ts';
import { freeze, type Made, makeSubmission } from './freeze.ts';

type Body = RouteBody<'submissionStep'>;
type Which = RouteParams<'submissionStep'>;

export function takeSubmissionStep(deps: Deps): Act<'submissionStep'> {
  return async ({ body, params, who }) => {
    const book = await deps.unions.current();
    const { union, period } = params;
    const task = SUBMISSION_TASKS[body.act.step];
    const allowed = mayDo(who.actor, task, { id: null, union, tree: book.tree });
    if (!allowed.ok) return allowed;
    const itself = book.get(union);
    if (itself === null || !reports(itself)) return refuse({ kind: 'union-unknown', union });
    const now = deps.now();
    const made = isOver(period, now) ? await madeFor(deps, book, { which: params, body }) : ok(null);
    if (!made.ok) return made;
    const { id, union: own } = who.actor;
    const context: Omit<SubmissionContext, 'at'> = {
      union,
      period,
      actor: { id, union: own },
      above: itself.parent,
      endsOn: isOver(period, now) ? null : dateText(lastDayOf(period)),
      made: made.value,
    };
    const done = await deps.store.stepSubmission(
      { commandId: body.id, actor: { id, union: own }, bodyHash: hashOf(params, body), at: now },
      {
        union,
        period,
        step: body.act.step,
        reason: reasonOf(body),
        decide: (held, at) => decideOn(held, body, { ...context, at }),
      },
    );
    if (!done.ok) return done;
    const { commandId, at, state, rev } = done.value;
    return ok({ id: commandId, at, state, rev });
  };
}

function decideOn(held: Submission | null, { rev, act }: Body, context: SubmissionContext): Result<Submission> {
  const command: SubmissionCommand = { rev, ...act };
  return decideSubmission(held, command, context);
}

/** The figures as they were when the asker looked: reckoned again rather than taken from the request. */
async function madeFor(
  deps: Deps,
  book: UnionBook,
  { which, body }: { readonly which: Which; readonly body: Body },
): Promise<Result<Made | null>> {
  if (body.act.step !== 'submit') return ok(null);
  return makeSubmission(deps, book, { ...which, seq: body.act.asOf });
}

/** What is to be put right, as history has it: one line for each. */
function reasonOf({ act }: Body): string | null {
  return act.step === 'return' ? act.faults.map(({ text }) => text).join('；') : null;
}

function hashOf({ union, period }: Which, { rev, act }: Body): string {
  const said = act.step === 'submit' ? [act.asOf, act.notes] : act.step === 'return' ? [act.faults] : [];
  return createHash('sha256')
    .update(JSON.stringify([union, period, rev, act.step, ...said]))
    .digest('hex');
}

export function checkSubmission(deps: Deps): Act<'submissionCheck'> {
  return async ({ params, who }) => {
    const book = await deps.unions.current();
    const { union, period } = params;
    const allowed = mayDo(who.actor, 'read-figures', { id: null, union, tree: book.tree });
    if (!allowed.ok) return allowed;
    const held = await deps.store.submission(union, period);
    if (held === null) return refuse({ kind: 'submission-step', step: 'check', state: 'open' });
    const again = await freeze(deps, params, held.frozen);
    if (!again.ok) return again;
    const { asOf, hash } = held.frozen;
    return ok({ asOf, hash, again: again.value.hash, isSame: again.value.hash === hash });
  };
}
