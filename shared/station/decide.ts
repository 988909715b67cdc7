import type { Refusal } from '../kernel/refusal.ts';
import { refuse } from '../kernel/result.ts';
import type { Command, CommandOf } from './command.ts';
import type { Context, Decided, Decision } from './decide-change.ts';
import * as exit from './decide-exit.ts';
import * as register from './decide-register.ts';
import * as upkeep from './decide-upkeep.ts';
import { LIFECYCLE, mayStep, type Step } from './lifecycle.ts';
import { PUBLISHED, type Station } from './station.ts';
import { tookPart } from './trail.ts';

const DECISIONS: { readonly [S in Step]: Decision<S> } = {
  draft: register.draft,
  submit: register.submit,
  withdraw: register.withdraw,
  import: register.importAgain,
  'accept-flagged': register.acceptFlagged,
  return: register.giveBack,
  approve: register.approve,
  accept: register.accept,
  abandon: register.abandon,
  revise: upkeep.revise,
  confirm: upkeep.confirm,
  relocate: upkeep.relocate,
  suspend: upkeep.suspend,
  resume: upkeep.resume,
  rectify: upkeep.rectify,
  'pass-recheck': upkeep.passRecheck,
  'propose-exit': exit.proposeExit,
  'reject-exit': exit.rejectExit,
  'open-notice': exit.openNotice,
  'withdraw-notice': exit.withdrawNotice,
  'record-objection': exit.recordObjection,
  'uphold-objection': exit.upholdObjection,
  'dismiss-objection': exit.dismissObjection,
  retire: exit.retire,
  merge: exit.merge,
  reinstate: exit.reinstate,
  'end-term': exit.endTerm,
};

/**
 * What a command does to a station (null: it does not exist yet), or why not. Pure: the same record, command and
 * context always decide the same. Who may ask at all is `may`'s business and was asked before.
 * An empty list means that nothing changes.
 */
export function decide(station: Station | null, command: Command, context: Context): Decided {
  const fault = stepFault(station, command.kind, context);
  if (fault !== null) return refuse(fault);
  const decided = station === null ? begin(command, context) : take(station, command, context);
  if (decided.ok) for (const change of decided.value) mustBeCoded(change.after, change.issue !== null);
  return decided;
}

/** The life cycle and four eyes, before any step looks at its own needs. */
export function stepFault(
  station: Station | null,
  step: Step,
  context: Pick<Context, 'trail' | 'actor'>,
): Refusal | null {
  const status = station === null ? 'none' : station.status;
  if (!mayStep(status, step)) return { kind: 'step-not-allowed', step, status };
  return tookPart(context.trail, LIFECYCLE[step].notBy, context.actor.id) ? { kind: 'four-eyes', step } : null;
}

function begin(command: Command, context: Context): Decided {
  if (command.kind === 'draft') return register.beginDraft(command, context);
  if (command.kind === 'import') return register.beginImport(command, context);
  return refuse({ kind: 'step-not-allowed', step: command.kind, status: 'none' });
}

function take<S extends Step>(station: Station, command: CommandOf<S>, context: Context): Decided {
  const decision: Decision<S> = DECISIONS[command.kind];
  return decision(station, command, context);
}

/** What phones hold always has a code; a step that breaks this is a bug, not a refusal. */
function mustBeCoded(after: Station, issued: boolean): void {
  if (PUBLISHED.includes(after.status) && after.code === null && !issued) {
    throw new Error(`a station would be published as ${after.status} without a code`);
  }
}
