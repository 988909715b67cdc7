import { may } from '../../../shared/actor/may.ts';
import type { Refusal } from '../../../shared/kernel/refusal.ts';
import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';
import type { Command, Patch } from '../../../shared/station/command.ts';
import { decide } from '../../../shared/station/decide.ts';
import type { Context } from '../../../shared/station/decide-change.ts';
import { changedFields } from '../../../shared/station/decide-upkeep.ts';
import type { From, Step } from '../../../shared/station/lifecycle.ts';
import type { RegionCode } from '../../../shared/station/region.ts';
import type { Station, StationId, UnionId } from '../../../shared/station/station.ts';
import { trailOf } from '../../../shared/station/trail.ts';
import type { CommandAsk } from '../../../shared/wire/command-body.ts';
import { staleSign } from '../../http/signed.ts';
import type { StepFacts, StepOutcome } from '../../store/port/desk.ts';
import { NOTHING, outcomeOf } from './outcome.ts';
import { type Room, rolesFor, rulesOf, type Work } from './room.ts';

/** Steps that give a station up, or undo that: they ask for the password again. */
export const FRESH_STEPS: readonly Step[] = [
  'abandon',
  'propose-exit',
  'reject-exit',
  'open-notice',
  'withdraw-notice',
  'record-objection',
  'uphold-objection',
  'dismiss-objection',
  'retire',
  'merge',
  'reinstate',
  'end-term',
];

/** What was looked up before the transaction: `seenRev` is the rev it was looked up for. */
export type Similar = { readonly similar: readonly string[]; readonly seenRev: number | null };

/** A step decided as of the transaction that writes it; pure. */
export function decideStep(
  { regions }: Pick<Room, 'regions'>,
  asking: { readonly work: Work; readonly ask: CommandAsk; readonly found: Similar },
): (facts: StepFacts) => Result<StepOutcome> {
  const { work, ask, found } = asking;
  const { command } = ask;
  return (facts) => {
    const { station } = facts;
    const subject = subjectOf(ask, station);
    if (subject === null) return refuse({ kind: 'not-permitted', step: command.kind });
    const fault =
      mayFault(work, command.kind, subject) ??
      seenFault(ask, station) ??
      targetFault(work, ask) ??
      sameFault(ask) ??
      regionFault(regions.isLeaf, ask);
    if (fault !== null) return refuse(fault);
    if (command.kind === 'submit' && found.seenRev !== station?.rev) {
      return refuse({ kind: 'rev-stale', based: found.seenRev ?? 0, current: station?.rev ?? 0 });
    }
    const decided = decide(station, whole(ask), contextOf(work, facts, { step: command.kind, similar: found.similar }));
    if (decided.ok) return ok(outcomeOf(decided.value, facts, { commandId: ask.id, at: work.at }));
    if (decided.refusal.kind !== 'needs-approver' || command.kind !== 'revise' || station === null) return decided;
    return proposed(ask.id, { work, facts, station }, command);
  };
}

/** The station asked for; for a draft of a new one the union it will belong to. Null: there is nothing to ask about. */
function subjectOf({ station: id, command }: CommandAsk, station: Station | null) {
  if (station !== null) return { id, union: station.union, status: station.status as From };
  return command.kind === 'draft' ? { id, union: command.facts.union, status: 'none' as From } : null;
}

type Subject = { readonly id: StationId; readonly union: UnionId; readonly status: From };

function mayFault(work: Work, step: Step, subject: Subject): Refusal | null {
  const asked = may(work.who.actor, step, { ...subject, ...rulesOf(work, subject.union) });
  if (!asked.ok) return asked.refusal;
  return FRESH_STEPS.includes(step) ? staleSign(work.who, work.at) : null;
}

/** What somebody decided on a record that is no longer so is not done. A draft over a draft must say which it was. */
function seenFault({ seen, command }: CommandAsk, station: Station | null): Refusal | null {
  if (station === null) return null;
  const based = seen ?? (command.kind === 'draft' ? 0 : station.rev);
  return based === station.rev ? null : { kind: 'rev-stale', based, current: station.rev };
}

/** A station is handed over within the branch of whoever does it, and nowhere else. */
function targetFault({ who, book }: Work, { command }: CommandAsk): Refusal | null {
  const union =
    command.kind === 'draft' ? command.facts.union : command.kind === 'revise' ? command.patch.union : undefined;
  if (union === undefined || book.tree.isWithin(union, who.actor.union)) return null;
  return { kind: 'union-unknown', union };
}

/** A move far enough for a new record needs an id that is not the old one's. */
function sameFault({ station, command }: CommandAsk): Refusal | null {
  if (command.kind !== 'relocate' || command.newStation !== station) return null;
  return { kind: 'field-format', field: 'newStation', example: '0123456789abcdef0123456789abcdef' };
}

/** A station stands in a county, not in a province. */
function regionFault(isLeaf: (code: RegionCode) => boolean, { command }: CommandAsk): Refusal | null {
  const region =
    command.kind === 'draft'
      ? command.facts.region
      : command.kind === 'revise'
        ? command.patch.region
        : command.kind === 'relocate'
          ? command.region
          : undefined;
  return region === undefined || isLeaf(region) ? null : { kind: 'region-unknown', region };
}

function whole({ id, station, command }: CommandAsk): Command {
  return command.kind === 'draft' ? { ...command, id, station } : { ...command, id };
}

type Told = { readonly step: Step; readonly similar: readonly string[] };

/** What `decide` may know: of the account's functions only those that are good for this step on this station. */
export function contextOf(work: Work, { station, rows, successor }: StepFacts, { step, similar }: Told): Context {
  const { actor } = work.who;
  const functions = station === null ? actor.functions : rolesFor(work, step, station);
  return {
    actor: { id: actor.id, functions },
    at: work.at,
    settings: work.book.settingsOf(station?.union ?? actor.union, work.at),
    trail: trailOf(rows),
    similar,
    successor,
    proposedBy: null,
  };
}

type Proposing = { readonly work: Work; readonly facts: StepFacts; readonly station: Station };

/** Checked in all but the approver's eyes, and kept for them. One waits at a time; its author may put another in its place. */
function proposed(
  id: string,
  { work, facts, station }: Proposing,
  command: { readonly patch: Patch; readonly basedOn: number; readonly reason: string | null },
): Result<StepOutcome> {
  const { waiting } = facts;
  if (waiting !== null && waiting.author.id !== work.who.actor.id) return refuse({ kind: 'revision-waiting' });
  const patch = changedFields(station, command.patch);
  const fields = Object.keys(patch);
  const before: Patch = Object.fromEntries(Object.entries(station).filter(([field]) => fields.includes(field)));
  return ok({
    ...NOTHING,
    answer: waiting === null ? null : { as: 'replace', reason: null },
    propose: { id, station: station.id, reason: command.reason, basedOn: command.basedOn, before, patch },
  });
}
