import { type DateText, dateText, parseDate } from '../../../shared/kernel/instant.ts';
import { parseCode, type StationCode } from '../../../shared/station/code.ts';
import { EXIT_REASONS, type ExitReason } from '../../../shared/station/command.ts';
import type { Step } from '../../../shared/station/lifecycle.ts';
import type { CommandBody } from '../../../shared/wire/command-body.ts';
import type { OnDesk } from './step-words.ts';

/** Steps taken in a dialog of this page; the others have pages of their own or none. */
export type DialogStep = Exclude<Step, 'draft' | 'submit' | 'import' | 'revise' | 'relocate'>;

/** All that any dialog asks for; each asks for its own part. */
export type StepValues = {
  readonly reason: string;
  readonly until: string;
  readonly deadline: string;
  readonly evidence: string;
  readonly document: string;
  readonly reasonCode: ExitReason | null;
  readonly successor: string;
  readonly restoresTo: 'rectifying' | 'active';
  readonly verified: 'desk' | 'on-site' | 'worker-confirmed';
  /** Items of the standard that were found met. */
  readonly met: readonly string[];
};
export type Asked = keyof StepValues;

export const NO_VALUES: StepValues = {
  reason: '',
  until: '',
  deadline: '',
  evidence: '',
  document: '',
  reasonCode: null,
  successor: '',
  restoresTo: 'rectifying',
  verified: 'on-site',
  met: [],
};

/** What a dialog asks for, in its order. */
export const ASKED: { readonly [S in DialogStep]: readonly Asked[] } = {
  withdraw: [],
  'accept-flagged': ['reason'],
  return: ['reason'],
  approve: [],
  accept: ['met'],
  abandon: ['reason'],
  confirm: ['verified'],
  suspend: ['reason', 'until'],
  resume: [],
  rectify: ['reason', 'deadline'],
  'pass-recheck': ['evidence'],
  'propose-exit': ['reasonCode', 'reason', 'evidence'],
  'reject-exit': ['reason'],
  'open-notice': [],
  'withdraw-notice': ['reason'],
  'record-objection': ['reason'],
  'uphold-objection': ['restoresTo', 'reason', 'deadline'],
  'dismiss-objection': ['reason'],
  retire: [],
  merge: ['successor', 'reason'],
  reinstate: ['reason', 'document'],
  'end-term': [],
};

export function isDialogStep(step: Step): step is DialogStep {
  return step in ASKED;
}

/** The command of a dialog, as the server will read it. */
export function commandOf(step: DialogStep, values: StepValues, on: OnDesk): CommandBody {
  const { reason, evidence } = values;
  switch (step) {
    case 'accept':
      return { kind: step, checklist: checklistOf(values, on) };
    case 'confirm':
      return { kind: step, verified: values.verified };
    case 'suspend':
      return { kind: step, reason, until: dateOf(values.until) };
    case 'rectify':
      return { kind: step, reason, deadline: dateOf(values.deadline) };
    case 'pass-recheck':
      return { kind: step, evidence };
    case 'propose-exit':
      return { kind: step, reasonCode: values.reasonCode ?? lastReason(), reason, evidence };
    case 'uphold-objection':
      return { kind: step, restoresTo: values.restoresTo, reason, deadline: dateOf(values.deadline) };
    case 'merge':
      return { kind: step, successor: codeOf(values.successor), reason };
    case 'reinstate':
      return { kind: step, reason, document: values.document };
    case 'withdraw':
    case 'approve':
    case 'resume':
    case 'open-notice':
    case 'retire':
    case 'end-term':
      return { kind: step };
    default:
      return { kind: step, reason };
  }
}

function checklistOf({ met }: StepValues, { standard }: OnDesk): { item: string; met: boolean }[] {
  return (standard?.items ?? []).map((item) => ({ item, met: met.includes(item) }));
}

/** A code that is none goes as it was typed: the server says what is wrong with it. */
function codeOf(text: string): StationCode {
  const code = parseCode(text);
  return code.ok ? code.value : (text.trim() as StationCode);
}

function lastReason(): ExitReason {
  return EXIT_REASONS[EXIT_REASONS.length - 1] ?? 'OTHER';
}

function dateOf(text: string): DateText | null {
  const day = parseDate(text);
  return day === null ? null : dateText(day);
}

/** The first thing that is missing, or null: what must be said is asked for before anything is sent. */
export function missingIn(
  step: DialogStep,
  values: StepValues,
): { readonly field: Asked; readonly text: string } | null {
  for (const field of ASKED[step]) {
    const text = MISSING[field];
    const value = values[field];
    if (text !== undefined && (value === null || (typeof value === 'string' && value.trim() === '')))
      return { field, text };
  }
  return null;
}

const MISSING: { readonly [A in Asked]?: string } = {
  reason: '写明原因，以后查得到。',
  evidence: '写明依据，以后查得到。',
  document: '写上文件号。',
  reasonCode: '选一个退出原因。',
  successor: '填接替它的站点的编码。',
};
