import type { Instant } from '../kernel/instant.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { ok, type Result, refuse } from '../kernel/result.ts';
import type { AccountFunction } from '../station/lifecycle.ts';
import type { UnionId } from '../station/station.ts';
import type { TableId } from './definition.ts';
import type { Period } from './period.ts';
import type { AsOf, Figure } from './question.ts';

/** Where the figures of a union and a period stand. Nobody has handed in an `open` one; nothing is ever changed on a `signed` one. */
export const SUBMISSION_STATES = ['open', 'submitted', 'returned', 'signed'] as const;
export type SubmissionState = (typeof SUBMISSION_STATES)[number];
export const SUBMISSION_STEPS = ['submit', 'return', 'sign'] as const;
export type SubmissionStep = (typeof SUBMISSION_STEPS)[number];

type Rule = {
  readonly from: readonly SubmissionState[];
  readonly to: SubmissionState;
  readonly by: readonly AccountFunction[];
  /** Whose account: of the union itself, or of the one right above it. The federation has none above: there its own. */
  readonly at: 'own' | 'above';
};

/** Which step follows which, and who takes it: the only place that says so. */
export const SUBMISSION_CYCLE: { readonly [S in SubmissionStep]: Rule } = {
  submit: { from: ['open', 'returned'], to: 'submitted', by: ['officer', 'analyst'], at: 'own' },
  return: { from: ['submitted'], to: 'returned', by: ['approver'], at: 'above' },
  sign: { from: ['submitted'], to: 'signed', by: ['approver'], at: 'above' },
};

/** The task of `may` that a step is judged by. */
export const SUBMISSION_TASKS = {
  submit: 'submit-figures',
  return: 'sign-figures',
  sign: 'sign-figures',
} as const satisfies { readonly [S in SubmissionStep]: string };

/** A table as it was handed in: figures of people kept back already, names as they were then. */
export type FrozenTable = {
  readonly table: TableId;
  readonly columns: readonly {
    readonly id: string;
    readonly name: string;
    readonly unit: string;
    readonly digits: number;
    readonly version: number;
  }[];
  readonly rows: readonly {
    readonly key: string;
    readonly name: string;
    readonly below: string | null;
    readonly values: readonly Figure[];
  }[];
  readonly total: readonly Figure[];
};

/** What was handed in. With the same as-of, definitions and question the same `hash` comes out again. */
export type Frozen = {
  readonly asOf: AsOf;
  /** What the period before was signed with: what became known since is a correction of this one. */
  readonly openingAsOf: AsOf | null;
  readonly tables: readonly FrozenTable[];
  readonly definitions: readonly { readonly id: string; readonly version: number }[];
  /** SHA-256 in hex over question, definitions and figures. */
  readonly hash: string;
};

/** What a look at the figures finds odd. `about`: what it is about (tables' rows, unions), already in words. */
export type Warning = {
  readonly id: WarningId;
  readonly figure: number | null;
  readonly about: readonly string[];
};
export const WARNINGS = [
  'identity',
  'closing-moved',
  'children-missing',
  'amenities-unknown',
  'hours-unknown',
  'reports-overdue',
  'no-visits',
  'no-inspections',
  'unverified',
] as const;
export type WarningId = (typeof WARNINGS)[number];

/** What whoever handed it in says to a warning. */
export type WarningNote = { readonly warning: WarningId; readonly text: string };
/** What is to be put right: of one table, of one line of it, or of the whole. */
export type SubmissionFault = {
  readonly table: TableId | null;
  readonly row: string | null;
  readonly text: string;
};

/** Accounts are named by id alone. */
type Act = { readonly by: string; readonly at: Instant };
export type Submission = {
  readonly union: UnionId;
  readonly period: Period;
  readonly state: SubmissionState;
  readonly rev: number;
  readonly frozen: Frozen;
  readonly warnings: readonly Warning[];
  readonly notes: readonly WarningNote[];
  readonly submitted: Act;
  readonly returned: (Act & { readonly faults: readonly SubmissionFault[] }) | null;
  readonly signed: Act | null;
};

/** A step as it is asked for. `rev`: of what the asker looked at, 0 where nothing was handed in. */
export type SubmissionCommand = { readonly rev: number } & (
  | { readonly step: 'submit'; readonly notes: readonly WarningNote[] }
  | { readonly step: 'return'; readonly faults: readonly SubmissionFault[] }
  | { readonly step: 'sign' }
);

/** Who asks, and what stands around it. */
export type SubmissionContext = {
  readonly union: UnionId;
  readonly period: Period;
  readonly actor: { readonly id: string; readonly union: UnionId };
  /** The union right above; null: there is none. */
  readonly above: UnionId | null;
  readonly at: Instant;
  /** The last day of the period, as text, while it is not over. */
  readonly endsOn: string | null;
  /** What would be handed in, and what is odd about it. Null on the other steps. */
  readonly made: { readonly frozen: Frozen; readonly warnings: readonly Warning[] } | null;
};

/**
 * What becomes of a submission by a step. `held` null: nothing was handed in yet. Refuses `submission-not-yours`, `rev-stale`,
 * `submission-step` (the life cycle), `four-eyes`, `period-open`, `notes-missing`.
 */
export function decideSubmission(
  held: Submission | null,
  command: SubmissionCommand,
  context: SubmissionContext,
): Result<Submission> {
  const rule = SUBMISSION_CYCLE[command.step];
  const answerable = rule.at === 'own' ? context.union : (context.above ?? context.union);
  if (context.actor.union !== answerable) return refuse({ kind: 'submission-not-yours', step: command.step });
  const current = held?.rev ?? 0;
  if (command.rev !== current) return refuse({ kind: 'rev-stale', based: command.rev, current });
  const state = held?.state ?? 'open';
  if (!rule.from.includes(state)) return refuse({ kind: 'submission-step', step: command.step, state });
  const act: Act = { by: context.actor.id, at: context.at };
  if (command.step === 'submit') return submitted(current, command.notes, { context, act });
  if (held === null) return refuse({ kind: 'submission-step', step: command.step, state });
  if (held.submitted.by === act.by) return refuse({ kind: 'four-eyes', step: SUBMISSION_TASKS[command.step] });
  const next = { ...held, state: rule.to, rev: current + 1 };
  return command.step === 'sign'
    ? ok({ ...next, signed: act })
    : ok({ ...next, returned: { ...act, faults: command.faults } });
}

function submitted(
  current: number,
  notes: readonly WarningNote[],
  { context, act }: { readonly context: SubmissionContext; readonly act: Act },
): Result<Submission> {
  const { union, period, endsOn, made } = context;
  if (endsOn !== null) return refuse({ kind: 'period-open', period, endsOn });
  if (made === null) throw new Error('nothing was made to be handed in');
  const missing = made.warnings.filter(({ id }) => !notes.some(({ warning, text }) => warning === id && text !== ''));
  if (missing.length > 0) return refuse(notesMissing(missing.length));
  const asked = notes.filter(({ warning }) => made.warnings.some(({ id }) => id === warning));
  return ok({
    union,
    period,
    state: 'submitted',
    rev: current + 1,
    ...made,
    notes: asked,
    submitted: act,
    returned: null,
    signed: null,
  });
}

function notesMissing(count: number): Refusal {
  return { kind: 'notes-missing', count };
}
