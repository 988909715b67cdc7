import { may } from '../../../shared/actor/may.ts';
import type { Refusal } from '../../../shared/kernel/refusal.ts';
import type { Command } from '../../../shared/station/command.ts';
import { decide, stepFault } from '../../../shared/station/decide.ts';
import { mayStep, STEPS, type Step } from '../../../shared/station/lifecycle.ts';
import type { Station } from '../../../shared/station/station.ts';
import { sentence } from '../../../shared/words/sentence.ts';
import type { DeskFile } from '../../store/port/desk.ts';
import { rulesOf, type Work } from './room.ts';
import { contextOf } from './step.ts';

export type Verdict = { readonly step: Step; readonly allowed: boolean; readonly why: string | null };

/**
 * Every step the life cycle knows from here, and whether this account may take it now: the same answers that a request would
 * get, but for what only the request itself says. The import of a ledger is no button.
 */
export function verdictsOf(work: Work, file: DeskFile): readonly Verdict[] {
  const steps = STEPS.filter((step) => step !== 'import' && mayStep(file.station.status, step));
  return steps.map((step) => {
    const fault = faultOf(work, file, step);
    return { step, allowed: fault === null, why: fault === null ? null : sentence(fault) };
  });
}

function faultOf(work: Work, file: DeskFile, step: Step): Refusal | null {
  const { station } = file;
  const asked = may(work.who.actor, step, {
    id: station.id,
    union: station.union,
    status: station.status,
    ...rulesOf(work, station.union),
  });
  if (!asked.ok) return asked.refusal;
  const facts = { ...file, successor: null };
  const context = contextOf(work, facts, { step, similar: [] });
  const probe = probeOf(step, station);
  if (probe === null) return stepFault(station, step, context);
  const decided = decide(station, probe, context);
  return decided.ok ? null : decided.refusal;
}

/** A step as it would be asked for, where nothing that a person adds decides whether its time has come; null elsewhere. */
function probeOf(kind: Step, { id: station }: Station): Command | null {
  const id = station;
  const reason = '——';
  switch (kind) {
    case 'submit':
      return { id, kind, duplicateAnswer: reason };
    case 'accept-flagged':
    case 'dismiss-objection':
      return { id, kind, reason };
    case 'uphold-objection':
      return { id, kind, reason, restoresTo: 'active', deadline: null };
    case 'retire':
    case 'end-term':
      return { id, kind };
    default:
      return null;
  }
}
