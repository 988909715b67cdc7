import { dateText, dayOf, type Instant } from '../../../shared/kernel/instant.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import type { UnionId } from '../../../shared/station/station.ts';
import type { Period } from '../../../shared/stats/period.ts';
import type { Submission } from '../../../shared/stats/submission.ts';
import { appendHistory, chainEnd, type Entry } from '../chain.ts';
import { type StoreContext, writing } from '../context.ts';
import type { Tx } from '../engine.ts';
import type { SubmissionReceipt } from '../port/submissions.ts';
import type { ReportCommand } from '../port.ts';
import { findReply, keepReply } from '../receipt.ts';
import { rowOf, submissionOf } from './rows.ts';

type Stepping = {
  readonly union: UnionId;
  readonly period: Period;
  readonly step: string;
  readonly reason: string | null;
  readonly decide: (held: Submission | null, at: Instant) => Result<Submission>;
};

export async function findSubmission(tx: Tx, union: UnionId, period: Period): Promise<Submission | null> {
  const row = await tx
    .selectFrom('submission')
    .selectAll()
    .where('union_id', '=', union)
    .where('period', '=', period)
    .executeTakeFirst();
  return row ? submissionOf(row) : null;
}

/** See `SubmissionsStore.stepSubmission`. */
export function stepSubmission(
  context: StoreContext,
  command: ReportCommand,
  stepping: Stepping,
): Promise<Result<SubmissionReceipt>> {
  const { union, period, decide } = stepping;
  return writing<SubmissionReceipt>(context, async (tx, counter) => {
    const known = await findReply<SubmissionReceipt>(tx, command);
    if (known) return { value: known, counter, issued: false };
    const held = await findSubmission(tx, union, period);
    const end = await chainEnd(tx, counter, command.at);
    const decided = decide(held, end.at);
    if (!decided.ok) return { value: decided, counter, issued: false };
    await write(tx, held, decided.value);
    const { seq } = await appendHistory(tx, end, {
      key: context.historyKey,
      doer: { commandId: command.commandId, actor: command.actor.id, union: command.actor.union },
      entries: [entryOf(stepping, { held, after: decided.value, at: end.at })],
    });
    const { state, rev } = decided.value;
    const receipt: SubmissionReceipt = { commandId: command.commandId, at: end.at, state, rev };
    await keepReply(tx, command, { at: end.at, reply: receipt });
    return { value: ok(receipt), counter: { ...counter, seq }, issued: false };
  });
}

async function write(tx: Tx, held: Submission | null, after: Submission): Promise<void> {
  const { union_id, period, ...columns } = rowOf(after);
  if (held === null)
    await tx
      .insertInto('submission')
      .values({ union_id, period, ...columns })
      .execute();
  else
    await tx
      .updateTable('submission')
      .set(columns)
      .where('union_id', '=', union_id)
      .where('period', '=', period)
      .execute();
}

type Written = { readonly held: Submission | null; readonly after: Submission; readonly at: Instant };

/** Which figures became what: notes and faults are words of people and stand in the submission alone. */
function entryOf({ union, period, step, reason }: Stepping, { held, after, at }: Written): Entry {
  const said = ({ state, frozen, warnings }: Submission) => ({
    state,
    asOf: frozen.asOf.seq,
    hash: frozen.hash,
    count: warnings.length,
  });
  return {
    effectiveOn: dateText(dayOf(at)),
    subject: 'submission',
    subjectId: `${union}/${period}`,
    step,
    reason,
    before: held === null ? null : JSON.stringify(said(held)),
    after: JSON.stringify(said(after)),
  };
}
