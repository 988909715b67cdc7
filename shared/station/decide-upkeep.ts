import { metresBetween } from '../geo/distance.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { ok, refuse } from '../kernel/result.ts';
import type { CommandOf, Facts, Patch } from './command.ts';
import {
  type Context,
  type Decided,
  type Decision,
  inDays,
  past,
  revised,
  revision,
  today,
  unsaid,
  withCode,
} from './decide-change.ts';
import { factsFault, pointFault } from './decide-facts.ts';
import type { Role } from './lifecycle.ts';
import type { Station } from './station.ts';
import { backOf } from './trail.ts';

type Field = keyof Facts;

/** Fields an approver must have seen; the answering union is among them because it decides who may act at all. */
const GUARDED: readonly Field[] = ['name', 'kind', 'hostType', 'hostName', 'union'];
const KEEPER_FIELDS: readonly Field[] = ['hours', 'amenities', 'toiletMetres'];
/** Functions that may revise any field. */
const REVISERS: readonly Role[] = ['officer', 'approver', 'system'];

/** An unchanged record decides nothing: no revision, no mark. */
export const revise: Decision<'revise'> = (station, command, context) => {
  if (command.basedOn !== station.rev) {
    return refuse({ kind: 'rev-stale', based: command.basedOn, current: station.rev });
  }
  const patch = changedFields(station, command.patch);
  const fields = fieldsOf(patch);
  if (fields.length === 0) return ok([]);
  const fault =
    keeperFault(fields, context) ??
    factsFault({ ...station, ...patch }, context.settings) ??
    moveFault(station, patch, context) ??
    approverFault(guardedOf(station, patch, context), context);
  if (fault !== null) return refuse(fault);
  return revised(station, { step: 'revise', fields: patch, reason: command.reason }, context);
};

/** Only fields of a station's facts that differ; status, code and their like are never written by a revision. */
export function changedFields(station: Station, patch: Patch): Patch {
  const entries = Object.entries(patch).filter(
    ([key, value]) => isField(key) && JSON.stringify(value) !== JSON.stringify(station[key]),
  );
  return Object.fromEntries(entries);
}

function fieldsOf(patch: Patch): Field[] {
  return Object.keys(patch).filter(isField);
}

const KEPT = ['id', 'code', 'predecessor', 'successor', 'origin', 'verified', 'verifiedOn', 'status', 'statusNote'];

function isField(key: string): key is Field {
  return ![...KEPT, 'openedOn', 'rev'].includes(key);
}

function keeperFault(fields: readonly Field[], { actor }: Context): Refusal | null {
  if (actor.functions.some((name) => REVISERS.includes(name))) return null;
  return fields.every((field) => KEEPER_FIELDS.includes(field)) ? null : { kind: 'not-permitted', step: 'revise' };
}

function moveFault(station: Station, { point }: Patch, { settings }: Context): Refusal | null {
  if (point === undefined) return null;
  const metres = metresBetween(station.point, point);
  const max = settings['relocate-metres'];
  return metres > max ? { kind: 'move-too-far', metres, max } : null;
}

function guardedOf(station: Station, patch: Patch, { settings }: Context): Field[] {
  const moved = patch.point !== undefined && metresBetween(station.point, patch.point) > settings['point-move-metres'];
  return fieldsOf(patch).filter((field) => GUARDED.includes(field) || (field === 'point' && moved));
}

/** The command line stands for the operator's own ledger; among people the approver is never the writer. */
function approverFault(fields: readonly Field[], { actor, settings, proposedBy }: Context): Refusal | null {
  if (fields.length === 0 || !settings['revise-needs-approver'] || actor.functions.includes('system')) return null;
  if (!actor.functions.includes('approver') || proposedBy === null) return { kind: 'needs-approver', fields };
  return proposedBy === actor.id ? { kind: 'four-eyes', step: 'revise' } : null;
}

export const confirm: Decision<'confirm'> = (station, command, context) => {
  const fields = { verified: command.verified, verifiedOn: today(context) };
  return revised(station, { step: 'confirm', fields, reason: null }, context);
};

export const relocate: Decision<'relocate'> = (station, command, context) => {
  const fault = pointFault(command) ?? unsaid('address', command.address) ?? unsaid('reason', command.reason);
  if (fault !== null) return refuse(fault);
  const { point, region, town, address, entrance, reason } = command;
  const place = { point, region, town, address, entrance, source: null, pointMethod: 'picked' } as const;
  if (metresBetween(station.point, point) <= context.settings['relocate-metres']) {
    return revised(station, { step: 'relocate', fields: place, reason }, context);
  }
  return movedAway({ ...station, ...place }, { old: station, command }, context);
};

/**
 * One lineage, two records: the new one opens where it is now under a new code, the old one leads to it. What was
 * seen at the old place (photos, verification) and the federation's code, which is unique, stay with the old record.
 */
function movedAway(
  moved: Station,
  { old, command }: { readonly old: Station; readonly command: CommandOf<'relocate'> },
  context: Context,
): Decided {
  const on = today(context);
  const after: Station = {
    ...moved,
    id: command.newStation,
    code: null,
    federationCode: null,
    predecessor: old.code,
    successor: null,
    photos: [],
    verified: 'unverified',
    verifiedOn: null,
    status: 'active',
    statusNote: null,
    openedOn: on,
    rev: 1,
  };
  const statusNote = { reason: command.reason, since: on, until: null };
  const leaving = revision(
    old,
    { step: 'relocate', fields: { status: 'relocated', statusNote, successor: null }, reason: command.reason },
    context,
  );
  const arriving = { ...leaving, before: null, after };
  return ok([withCode(arriving), { ...leaving, successorFrom: command.newStation }]);
}

export const suspend: Decision<'suspend'> = (station, command, context) => {
  const fault = unsaid('reason', command.reason) ?? past('until', command.until, context);
  if (fault !== null) return refuse(fault);
  const statusNote = { reason: command.reason, since: today(context), until: command.until };
  const fields = { status: 'suspended', statusNote } as const;
  return revised(station, { step: 'suspend', fields, reason: command.reason }, context);
};

export const resume: Decision<'resume'> = (station, _, context) =>
  revised(station, { step: 'resume', fields: restored(context), reason: null }, context);

export const rectify: Decision<'rectify'> = (station, command, context) => {
  const fault = unsaid('reason', command.reason) ?? past('deadline', command.deadline, context);
  if (fault !== null) return refuse(fault);
  const until = command.deadline ?? inDays(context, context.settings['rectify-days']);
  const statusNote = { reason: command.reason, since: today(context), until };
  const fields = { status: 'rectifying', statusNote } as const;
  return revised(station, { step: 'rectify', fields, reason: command.reason }, context);
};

export const passRecheck: Decision<'pass-recheck'> = (station, command, context) => {
  const fault = unsaid('evidence', command.evidence);
  if (fault !== null) return refuse(fault);
  return revised(station, { step: 'pass-recheck', fields: restored(context), reason: command.evidence }, context);
};

/** Back to what the case interrupted; a record that came in the middle of one goes back to active. */
export function restored({ trail }: Context): Pick<Station, 'status' | 'statusNote'> {
  const rest = backOf(trail);
  return rest === null ? { status: 'active', statusNote: null } : { status: rest.status, statusNote: rest.note };
}
