import type { Status } from './station.ts';

/** What an account may be trusted with; `system` is the command line and scheduled work, never a person. */
export const FUNCTIONS = [
  'officer',
  'approver',
  'keeper',
  'inspector',
  'analyst',
  'auditor',
  'security-admin',
  'system-admin',
] as const;
export type AccountFunction = (typeof FUNCTIONS)[number];
export type Role = AccountFunction | 'system';

/** Highest first. A union stands at the level of its depth in the tree. */
export const LEVELS = ['nation', 'province', 'city', 'county', 'town'] as const;
export type Level = (typeof LEVELS)[number];

export const STEPS = [
  'draft',
  'submit',
  'withdraw',
  'import',
  'accept-flagged',
  'return',
  'approve',
  'accept',
  'abandon',
  'revise',
  'confirm',
  'relocate',
  'suspend',
  'resume',
  'rectify',
  'pass-recheck',
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
] as const;
export type Step = (typeof STEPS)[number];

/** `none`: the station does not exist yet. */
export type From = Status | 'none';
/** `same`: the status stays. `back`: the status it had before this case began (see trail.ts). */
export type To = Status | 'same' | 'back';
/** `approving`: city or above, or a county where the setting `county-approves` says so. */
export type StepLevel = Level | 'approving';
export type Need =
  | 'facts'
  | 'duplicate-answer'
  | 'reason'
  | 'evidence'
  | 'deadline'
  | 'reason-code'
  | 'checklist'
  | 'document'
  | 'successor'
  | 'notice-over'
  | 'term-over';

export type StepRule = {
  readonly from: readonly From[];
  readonly to: readonly To[];
  readonly by: readonly Role[];
  /** The lowest level of union whose account may do it. */
  readonly level: StepLevel;
  /** Four eyes: whoever took one of these steps on the station may not take this one. */
  readonly notBy: readonly Step[];
  readonly needs: readonly Need[];
};

const CASE_OPEN: readonly Status[] = ['active', 'rectifying', 'suspended'];
const OPEN: readonly Status[] = ['active', 'rectifying', 'exit-proposed', 'exit-notice'];
const AUTHORS: readonly Step[] = ['draft', 'submit', 'import'];

function rule(from: readonly From[], to: readonly To[], rest: Partial<Omit<StepRule, 'from' | 'to'>>): StepRule {
  return { from, to, by: ['officer'], level: 'town', notBy: [], needs: [], ...rest };
}

/** The whole life cycle as data: nothing else says which step follows which. */
export const LIFECYCLE: { readonly [S in Step]: StepRule } = {
  // A draft may be half done: its facts are judged when it is submitted.
  draft: rule(['none', 'draft', 'returned'], ['draft', 'same'], {}),
  submit: rule(['draft', 'returned'], ['submitted'], { needs: ['facts', 'duplicate-answer'] }),
  withdraw: rule(['submitted'], ['draft'], {}),
  // Over a flagged row: the ledger was corrected and comes again.
  import: rule(['none', 'submitted'], ['active', 'submitted'], { by: ['officer', 'system'], needs: ['facts'] }),
  'accept-flagged': rule(['submitted'], ['active'], { by: ['officer', 'system'], needs: ['reason'] }),
  return: rule(['submitted'], ['returned'], {
    by: ['approver'],
    level: 'approving',
    notBy: AUTHORS,
    needs: ['reason'],
  }),
  approve: rule(['submitted'], ['approved'], { by: ['approver'], level: 'approving', notBy: AUTHORS }),
  accept: rule(['approved'], ['active'], {
    by: ['approver'],
    level: 'approving',
    notBy: AUTHORS,
    needs: ['checklist'],
  }),
  abandon: rule(['approved'], ['abandoned'], { by: ['approver'], level: 'approving', needs: ['reason'] }),
  revise: rule(OPEN, ['same'], { by: ['officer', 'approver', 'keeper', 'system'], needs: ['facts'] }),
  confirm: rule(OPEN, ['same'], { by: ['officer', 'keeper', 'system'] }),
  relocate: rule(['active', 'suspended'], ['same', 'relocated'], { needs: ['facts', 'reason'] }),
  suspend: rule(OPEN, ['suspended'], { needs: ['reason'] }),
  resume: rule(['suspended'], ['back'], {}),
  rectify: rule(['active', 'suspended'], ['rectifying'], { needs: ['reason', 'deadline'] }),
  'pass-recheck': rule(['rectifying'], ['back'], { needs: ['evidence'] }),
  'propose-exit': rule(CASE_OPEN, ['exit-proposed'], { needs: ['reason-code', 'reason', 'evidence'] }),
  'reject-exit': rule(['exit-proposed'], ['back'], {
    by: ['approver'],
    level: 'city',
    notBy: ['propose-exit'],
    needs: ['reason'],
  }),
  'open-notice': rule(['exit-proposed'], ['exit-notice'], {
    by: ['approver'],
    level: 'city',
    notBy: ['propose-exit'],
  }),
  'withdraw-notice': rule(['exit-notice'], ['exit-proposed'], { by: ['approver'], level: 'city', needs: ['reason'] }),
  // By the system when somebody objects on the public page.
  'record-objection': rule(['exit-notice'], ['same'], { by: ['officer', 'system'], needs: ['reason'] }),
  'uphold-objection': rule(['exit-notice'], ['rectifying', 'active'], {
    by: ['approver'],
    level: 'city',
    needs: ['reason'],
  }),
  'dismiss-objection': rule(['exit-notice'], ['same'], {
    by: ['approver'],
    level: 'city',
    notBy: ['propose-exit'],
    needs: ['reason'],
  }),
  retire: rule(['exit-notice'], ['retired'], {
    by: ['approver'],
    level: 'city',
    notBy: ['propose-exit'],
    needs: ['notice-over'],
  }),
  merge: rule(['active', 'suspended'], ['merged'], {
    by: ['approver'],
    level: 'city',
    needs: ['successor', 'reason'],
  }),
  reinstate: rule(['retired'], ['active'], {
    by: ['approver'],
    level: 'city',
    notBy: ['retire', 'end-term'],
    needs: ['reason', 'document'],
  }),
  // The system only lists whose term has passed; a person confirms.
  'end-term': rule([...CASE_OPEN, 'exit-proposed', 'exit-notice'], ['retired'], { needs: ['term-over'] }),
};

export function isStep(text: string): text is Step {
  return (STEPS as readonly string[]).includes(text);
}

/** Whether the life cycle knows `step` from `status` at all; who may take it is `may`, whether now is `decide`. */
export function mayStep(status: From, step: Step): boolean {
  return LIFECYCLE[step].from.includes(status);
}

/** At or above: a province does what a city may do. */
export function isAtLeast(level: Level, floor: Level): boolean {
  return LEVELS.indexOf(level) <= LEVELS.indexOf(floor);
}
