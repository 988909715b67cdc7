import type { Refusal } from '../kernel/refusal.ts';
import { ok, refuse } from '../kernel/result.ts';
import type { StationChange } from './change.ts';
import type { CheckItem, CommandOf, Facts } from './command.ts';
import {
  type Context,
  type Decided,
  type Decision,
  revised,
  revision,
  today,
  unsaid,
  withCode,
} from './decide-change.ts';
import { factsFault } from './decide-facts.ts';
import { type Standard, standardOf } from './standards.ts';
import type { Station } from './station.ts';
import { lastOf } from './trail.ts';

/** Every key of a record: keys added to an object by a spread cost the engine a hundred times those that are there. */
const BLANK: { readonly [K in keyof Station]: null } = {
  id: null,
  code: null,
  federationCode: null,
  name: null,
  brand: null,
  aliases: null,
  predecessor: null,
  successor: null,
  union: null,
  region: null,
  town: null,
  address: null,
  entrance: null,
  point: null,
  source: null,
  pointMethod: null,
  photos: null,
  kind: null,
  lodging: null,
  stops: null,
  area: null,
  tier: null,
  stars: null,
  ratedOn: null,
  validTo: null,
  honours: null,
  build: null,
  operation: null,
  contractFrom: null,
  contractTo: null,
  hostType: null,
  hostName: null,
  uscc: null,
  amenities: null,
  toiletMetres: null,
  hours: null,
  access: null,
  publicPhone: null,
  origin: null,
  verified: null,
  verifiedOn: null,
  status: null,
  statusNote: null,
  openedOn: null,
  rev: null,
};

/** A record no history has: facts and what nobody has seen to yet, which no facts overrule. */
function born(
  facts: Facts,
  { id, origin, openedOn, status }: Pick<Station, 'id' | 'origin' | 'openedOn' | 'status'>,
): Station {
  const kept = {
    id,
    code: null,
    predecessor: null,
    successor: null,
    origin,
    verified: 'unverified',
    verifiedOn: null,
    status,
    statusNote: null,
    openedOn,
    rev: 1,
  } as const;
  return { ...BLANK, ...facts, ...kept };
}

function first(step: 'draft' | 'import', after: Station, context: Context): StationChange {
  return { step, before: null, after, issue: null, successorFrom: null, reason: null, effectiveOn: today(context) };
}

export function beginDraft(command: CommandOf<'draft'>, context: Context): Decided {
  const after = born(command.facts, { id: command.station, origin: 'registered', openedOn: null, status: 'draft' });
  return ok([first('draft', after, context)]);
}

/** A standing station from a ledger: on phones at once, unless something about it must be answered first. */
export function beginImport(command: CommandOf<'import'>, context: Context): Decided {
  const fault = factsFault(command.facts, context.settings);
  if (fault !== null) return refuse(fault);
  const { station, facts, origin, openedOn, flags } = command;
  const flagged = flags.length > 0;
  const after = born(facts, { id: station, origin, openedOn, status: flagged ? 'submitted' : 'active' });
  const change = first('import', after, context);
  return ok([flagged ? { ...change, reason: flags.join('；') } : withCode(change)]);
}

export const draft: Decision<'draft'> = (station, command, context) =>
  revised(station, { step: 'draft', fields: command.facts, reason: null }, context);

export const submit: Decision<'submit'> = (station, command, context) => {
  const fault = factsFault(station, context.settings) ?? similarFault(command, context);
  if (fault !== null) return refuse(fault);
  const fields = { status: 'submitted', statusNote: null } as const;
  return revised(station, { step: 'submit', fields, reason: command.duplicateAnswer }, context);
};

function similarFault({ duplicateAnswer }: CommandOf<'submit'>, { similar }: Context): Refusal | null {
  if (similar.length === 0 || (duplicateAnswer ?? '').trim() !== '') return null;
  return { kind: 'duplicate-unanswered', similar };
}

export const withdraw: Decision<'withdraw'> = (station, _, context) =>
  revised(station, { step: 'withdraw', fields: { status: 'draft' }, reason: null }, context);

/** The ledger comes again, corrected, over a row that was flagged: as if it had come so the first time. */
export const importAgain: Decision<'import'> = (station, command, context) => {
  if (isRewritten(station, context)) {
    return refuse({ kind: 'step-not-allowed', step: 'import', status: station.status });
  }
  const fault = factsFault(command.facts, context.settings);
  if (fault !== null) return refuse(fault);
  const flagged = command.flags.length > 0;
  const fields = { ...command.facts, status: flagged ? 'submitted' : 'active' } as const;
  const written = { step: 'import', fields, reason: flagged ? command.flags.join('；') : null } as const;
  return flagged ? revised(station, written, context) : ok([withCode(revision(station, written, context))]);
};

/** Registered by a person, or rewritten and submitted since: then the approver decides and no ledger. */
function isRewritten(station: Station, { trail }: Context): boolean {
  return station.origin === 'registered' || lastOf(trail, 'submit') !== null;
}

/**
 * The second half of an import: somebody answered what was flagged. Only for a row nobody has rewritten and
 * submitted since, or it would be a way around the approver.
 */
export const acceptFlagged: Decision<'accept-flagged'> = (station, command, context) => {
  if (isRewritten(station, context)) {
    return refuse({ kind: 'step-not-allowed', step: 'accept-flagged', status: station.status });
  }
  const fault = unsaid('reason', command.reason);
  if (fault !== null) return refuse(fault);
  const written = { step: 'accept-flagged', fields: { status: 'active' }, reason: command.reason } as const;
  return ok([withCode(revision(station, written, context))]);
};

export const giveBack: Decision<'return'> = (station, command, context) => {
  const fault = unsaid('reason', command.reason);
  if (fault !== null) return refuse(fault);
  const statusNote = { reason: command.reason, since: today(context), until: null };
  return revised(
    station,
    { step: 'return', fields: { status: 'returned', statusNote }, reason: command.reason },
    context,
  );
};

export const approve: Decision<'approve'> = (station, _, context) =>
  revised(station, { step: 'approve', fields: { status: 'approved' }, reason: null }, context);

/** 验收: the union's standard is met on the spot, so the place counts as seen. Which standard it was stays in the history. */
export const accept: Decision<'accept'> = (station, command, context) => {
  const standard = standardOf(context.settings);
  const unmet = unmetItems(command.checklist, standard);
  if (unmet.length > 0) return refuse({ kind: 'checklist-unmet', items: unmet });
  const on = today(context);
  const fields = { status: 'active', statusNote: null, openedOn: on, verified: 'on-site', verifiedOn: on } as const;
  const reason = standard === null ? null : `${standard.name}：${standard.items.length} 项全部达到`;
  return ok([withCode(revision(station, { step: 'accept', fields, reason }, context))]);
};

/** Items looked at and not met, and items of the standard that nobody looked at. */
function unmetItems(checklist: readonly CheckItem[], standard: Standard | null): readonly string[] {
  const met = checklist.filter((one) => one.met).map(({ item }) => item);
  const missing = (standard?.items ?? []).filter((item) => !met.includes(item));
  const failed = checklist.filter((one) => !one.met).map(({ item }) => item);
  return [...new Set([...missing, ...failed])];
}

export const abandon: Decision<'abandon'> = (station, command, context) => {
  const fault = unsaid('reason', command.reason);
  if (fault !== null) return refuse(fault);
  return revised(station, { step: 'abandon', fields: { status: 'abandoned' }, reason: command.reason }, context);
};
