import { addDays, dateText, dayOf, parseDate } from '../kernel/instant.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refuse } from '../kernel/result.ts';
import { EXIT_REASONS, type ExitReason } from './command.ts';
import { type Context, type Decision, dayIn, inDays, past, revised, today, unsaid } from './decide-change.ts';
import { restored } from './decide-upkeep.ts';
import { OPENABLE, type Station } from './station.ts';
import { lastOf, openObjections } from './trail.ts';

/** How history writes why a station leaves: the code first, so that figures by reason can be folded from it. */
export function exitReasonText(code: ExitReason, reason: string): string {
  return `${code} ${reason}`;
}

/** The code at the head of a reason written by `exitReasonText`, or null. */
export function exitReasonOf(text: string): ExitReason | null {
  return EXIT_REASONS.find((code) => text === code || text.startsWith(`${code} `)) ?? null;
}

export const proposeExit: Decision<'propose-exit'> = (station, command, context) => {
  const fault = unsaid('reason', command.reason) ?? unsaid('evidence', command.evidence);
  if (fault !== null) return refuse(fault);
  const statusNote = { reason: command.reason, since: today(context), until: null };
  const reason = exitReasonText(command.reasonCode, `${command.reason}（依据：${command.evidence}）`);
  return revised(station, { step: 'propose-exit', fields: { status: 'exit-proposed', statusNote }, reason }, context);
};

export const rejectExit: Decision<'reject-exit'> = (station, command, context) => {
  const fault = unsaid('reason', command.reason);
  if (fault !== null) return refuse(fault);
  return revised(station, { step: 'reject-exit', fields: restored(context), reason: command.reason }, context);
};

/** The day of posting does not count: a notice of 7 days opened on the 1st is over on the 9th. */
export const openNotice: Decision<'open-notice'> = (station, _, context) => {
  const until = inDays(context, context.settings['notice-days']);
  const statusNote = { reason: station.statusNote?.reason ?? '', since: today(context), until };
  return revised(
    station,
    { step: 'open-notice', fields: { status: 'exit-notice', statusNote }, reason: null },
    context,
  );
};

export const withdrawNotice: Decision<'withdraw-notice'> = (station, command, context) => {
  const fault = unsaid('reason', command.reason);
  if (fault !== null) return refuse(fault);
  const statusNote = lastOf(context.trail, 'propose-exit')?.note ?? station.statusNote;
  const fields = { status: 'exit-proposed', statusNote } as const;
  return revised(station, { step: 'withdraw-notice', fields, reason: command.reason }, context);
};

export const recordObjection: Decision<'record-objection'> = (station, command, context) => {
  const fault = unsaid('reason', command.reason);
  if (fault !== null) return refuse(fault);
  return revised(station, { step: 'record-objection', fields: {}, reason: command.reason }, context);
};

/** The refusal of an answer to an objection that nobody made, or null. */
function unanswered({ trail }: Context): Refusal | null {
  return openObjections(trail) === 0 ? { kind: 'no-objection' } : null;
}

export const dismissObjection: Decision<'dismiss-objection'> = (station, command, context) => {
  const fault = unanswered(context) ?? unsaid('reason', command.reason);
  if (fault !== null) return refuse(fault);
  return revised(station, { step: 'dismiss-objection', fields: {}, reason: command.reason }, context);
};

export const upholdObjection: Decision<'uphold-objection'> = (station, command, context) => {
  const fault = unanswered(context) ?? unsaid('reason', command.reason) ?? past('deadline', command.deadline, context);
  if (fault !== null) return refuse(fault);
  const { restoresTo, reason } = command;
  const until = command.deadline ?? inDays(context, context.settings['rectify-days']);
  const statusNote = restoresTo === 'active' ? null : { reason, since: today(context), until };
  return revised(station, { step: 'uphold-objection', fields: { status: restoresTo, statusNote }, reason }, context);
};

export const retire: Decision<'retire'> = (station, _, context) => {
  if (openObjections(context.trail) > 0) return refuse({ kind: 'objection-open' });
  const notBefore = addDays(noticeEnd(station, context), 1);
  if (dayIn(context) < notBefore) return refuse({ kind: 'too-early', step: 'retire', notBefore: dateText(notBefore) });
  const proposal = lastOf(context.trail, 'propose-exit');
  const fields = left(station, station.statusNote?.reason ?? '', context);
  return revised(station, { step: 'retire', fields, reason: proposal?.reason ?? null }, context);
};

/** The last day of the notice as it was announced; a later change of the setting does not move it. */
function noticeEnd(station: Station, context: Context) {
  const announced = station.statusNote?.until ?? lastOf(context.trail, 'open-notice')?.note?.until ?? null;
  const day = announced === null ? null : parseDate(announced);
  if (day !== null) return day;
  const opened = lastOf(context.trail, 'open-notice')?.at ?? context.at;
  return addDays(dayOf(opened), context.settings['notice-days']);
}

/** Row, code and history stay for ever; only the status goes. */
function left(station: Station, reason: string, context: Context): Pick<Station, 'status' | 'statusNote' | 'code'> {
  return { status: 'retired', statusNote: { reason, since: today(context), until: null }, code: station.code };
}

export const merge: Decision<'merge'> = (station, command, context) => {
  const fault = unsaid('reason', command.reason);
  if (fault !== null) return refuse(fault);
  const { successor } = context;
  const fit = successor !== null && successor.id !== station.id && OPENABLE.includes(successor.status);
  if (!fit || successor.code !== command.successor) {
    return refuse({ kind: 'successor-unfit', code: command.successor });
  }
  const statusNote = { reason: command.reason, since: today(context), until: null };
  const fields = { status: 'merged', successor: successor.code, statusNote } as const;
  return revised(station, { step: 'merge', fields, reason: command.reason }, context);
};

/** The old code comes back with it. */
export const reinstate: Decision<'reinstate'> = (station, command, context) => {
  const fault = unsaid('reason', command.reason) ?? unsaid('document', command.document);
  if (fault !== null) return refuse(fault);
  const reason = `${command.reason}（文件：${command.document}）`;
  return revised(station, { step: 'reinstate', fields: { status: 'active', statusNote: null }, reason }, context);
};

export const endTerm: Decision<'end-term'> = (station, _, context) => {
  const { kind, lodging, status } = station;
  const last = lodging === null ? null : parseDate(lodging.endsOn);
  if (kind !== 'temporary-lodging' || last === null)
    return refuse({ kind: 'step-not-allowed', step: 'end-term', status });
  const notBefore = addDays(last, 1);
  if (dayIn(context) < notBefore) {
    return refuse({ kind: 'too-early', step: 'end-term', notBefore: dateText(notBefore) });
  }
  const reason = exitReasonText('TERM_END', '到期结束');
  return revised(station, { step: 'end-term', fields: left(station, '到期结束', context), reason }, context);
};
