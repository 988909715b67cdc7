import type { AccountFunction } from './lifecycle.ts';

/** What waits at a union's desk, in the order of its queue: what has a day first. */
export const WORK_KINDS = [
  'rectify',
  'notice',
  'term',
  'contract',
  'review',
  'report',
  'submit-figures',
  'sign-figures',
  'objection',
  'approve',
  'accept',
  'revision',
  'exit-proposed',
  'returned',
  'draft',
  'flagged',
  'task',
  'hours',
] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

/** Who is shown which pile: those who can take the step that ends the waiting. */
export const WORK_OF: { readonly [K in WorkKind]: readonly AccountFunction[] } = {
  rectify: ['officer'],
  notice: ['approver'],
  term: ['officer'],
  contract: ['officer'],
  review: ['officer', 'inspector'],
  report: ['officer', 'approver'],
  'submit-figures': ['officer', 'analyst'],
  'sign-figures': ['approver'],
  objection: ['approver'],
  approve: ['approver'],
  accept: ['approver'],
  revision: ['approver'],
  'exit-proposed': ['approver'],
  returned: ['officer'],
  draft: ['officer'],
  flagged: ['officer'],
  task: ['officer', 'approver'],
  hours: ['officer', 'keeper'],
};
