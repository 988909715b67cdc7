import { may, mayDo } from '../../../shared/actor/may.ts';
import type { Refusal } from '../../../shared/kernel/refusal.ts';
import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';
import { decide } from '../../../shared/station/decide.ts';
import { unsaid } from '../../../shared/station/decide-change.ts';
import type { Station } from '../../../shared/station/station.ts';
import type { RouteBody, RouteReply } from '../../../shared/wire/route.ts';
import { sentence } from '../../../shared/words/sentence.ts';
import type { Act } from '../../http/mount.ts';
import type { Revision, StepFacts, StepOutcome } from '../../store/port/desk.ts';
import { NOTHING, outcomeOf } from './outcome.ts';
import { commandOf, type Room, rolesFor, rulesOf, type Work, workOf } from './room.ts';
import { contextOf } from './step.ts';

type Told = NonNullable<RouteReply<'deskStation'>['revision']>;
type Waiting = { readonly station: Station; readonly waiting: Revision };

export function toldRevision(
  work: Work,
  { station, waiting, names }: Waiting & { readonly names: (id: string) => string },
): Told {
  const fault = approvalFault(work, { station, waiting });
  const before = new Map(Object.entries(waiting.before));
  const now = new Map<string, unknown>(Object.entries(station));
  return {
    id: waiting.id,
    author: { id: waiting.author.id, name: names(waiting.author.id) },
    at: waiting.at,
    reason: waiting.reason,
    basedOn: waiting.basedOn,
    fields: Object.entries(waiting.patch).map(([field, after]) => ({
      field,
      before: before.get(field) ?? null,
      after,
      now: now.get(field) ?? null,
    })),
    isStale: isStale(station, waiting),
    mayApprove: fault === null,
    why: fault === null ? null : sentence(fault),
    mayWithdraw: waiting.author.id === work.who.actor.id,
  };
}

/** Whether somebody else has changed one of its own fields since: approving it would undo that unseen. */
function isStale(station: Station, { before }: Revision): boolean {
  const now = new Map<string, unknown>(Object.entries(station));
  return Object.entries(before).some(([field, was]) => JSON.stringify(was) !== JSON.stringify(now.get(field)));
}

/** Why this account may not judge it, or null: an approver of the branch other than its author, while the record stands as it was. */
function approvalFault(work: Work, { station, waiting }: Waiting): Refusal | null {
  const fault = judgeFault(work, { station, waiting });
  if (fault !== null) return fault;
  const { actor } = work.who;
  const asked = may({ ...actor, functions: ['approver'] }, 'revise', { ...station, ...rulesOf(work, station.union) });
  if (!asked.ok) return asked.refusal;
  return isStale(station, waiting) ? { kind: 'rev-stale', based: waiting.basedOn, current: station.rev } : null;
}

/** The same for sending it back, which is always possible. */
function judgeFault(work: Work, { station, waiting }: Waiting): Refusal | null {
  if (!rolesFor(work, 'revise', station).includes('approver')) return { kind: 'not-permitted', step: 'revise' };
  return waiting.author.id === work.who.actor.id ? { kind: 'four-eyes', step: 'revise' } : null;
}

type Answer = RouteBody<'reviseWaiting'>;

/** Approves, returns or withdraws a revision; only approving changes the record. */
export function answerRevision(room: Room): Act<'reviseWaiting'> {
  return async ({ params, body, who }) => {
    const work = await workOf(room, who);
    const station = await room.store.revisionStation(params.id);
    if (station === null) return refuse({ kind: 'revision-unknown' });
    const stepped = await room.store.takeStep(
      commandOf(work, body.id, [params.id, body]),
      { station, successor: null },
      (facts) => answered(work, facts, { id: params.id, body }),
    );
    if (!stepped.ok) return stepped;
    return ok({ receipt: body.act === 'approve' ? stepped.value.receipt : null });
  };
}

function answered(
  work: Work,
  facts: StepFacts,
  { id, body }: { readonly id: string; readonly body: Answer },
): Result<StepOutcome> {
  const { station, waiting } = facts;
  const { actor } = work.who;
  const isSeen =
    station !== null && mayDo(actor, 'read-station', { ...station, tree: work.book.tree }).ok && waiting?.id === id;
  if (!isSeen) return refuse({ kind: 'revision-unknown' });
  if (body.act === 'approve') return approved(work, facts, { station, waiting, body });
  const fault =
    body.act === 'withdraw'
      ? waiting.author.id === actor.id
        ? null
        : ({ kind: 'revision-not-yours' } as const)
      : (judgeFault(work, { station, waiting }) ?? unsaid('reason', body.reason ?? ''));
  if (fault !== null) return refuse(fault);
  return ok({ ...NOTHING, answer: { as: body.act, reason: body.reason } });
}

/** What was proposed is decided again, on the record as it stands now: settings and other fields may have changed since. */
function approved(
  work: Work,
  facts: StepFacts,
  { station, waiting, body }: Waiting & { readonly body: Answer },
): Result<StepOutcome> {
  const fault = approvalFault(work, { station, waiting }) ?? targetFault(work, waiting);
  if (fault !== null) return refuse(fault);
  const { patch, reason } = waiting;
  const context = contextOf(work, facts, { step: 'revise', similar: [] });
  const decided = decide(
    station,
    { id: body.id, kind: 'revise', patch, basedOn: station.rev, reason },
    { ...context, actor: { ...context.actor, functions: ['approver'] }, proposedBy: waiting.author.id },
  );
  if (!decided.ok) return decided;
  const outcome = outcomeOf(decided.value, facts, { commandId: body.id, at: work.at });
  return ok({ ...outcome, answer: { as: 'approve', reason: body.reason } });
}

function targetFault({ who, book }: Work, { patch }: Revision): Refusal | null {
  const { union } = patch;
  return union === undefined || book.tree.isWithin(union, who.actor.union) ? null : { kind: 'union-unknown', union };
}
