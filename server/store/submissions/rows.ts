import { type Instant, instant } from '../../../shared/kernel/instant.ts';
import type { UnionId } from '../../../shared/station/station.ts';
import type { Period } from '../../../shared/stats/period.ts';
import type { AsOf, Figure } from '../../../shared/stats/question.ts';
import type { Submission, SubmissionState } from '../../../shared/stats/submission.ts';
import type { SubmissionLine } from '../port/submissions.ts';
import type { SubmissionRow } from './schema.ts';

/** What a row's `body` holds: whatever is not a column of its own. */
type Body = Pick<Submission, 'warnings' | 'notes' | 'submitted' | 'returned' | 'signed'> & {
  readonly frozen: Omit<Submission['frozen'], 'asOf' | 'hash'>;
};

export function rowOf(submission: Submission): SubmissionRow {
  const { union, period, state, rev, frozen, warnings, notes, submitted, returned, signed } = submission;
  const { asOf, hash, ...rest } = frozen;
  const body: Body = { frozen: rest, warnings, notes, submitted, returned, signed };
  return {
    union_id: union,
    period,
    state,
    rev,
    as_of_seq: asOf.seq,
    as_of_at: asOf.at,
    hash,
    submitted_at: submitted.at,
    signed_at: signed?.at ?? null,
    line: JSON.stringify(totalsOf(submission)),
    body: JSON.stringify(body),
  };
}

function totalsOf({ frozen }: Submission): { readonly [indicator: string]: Figure } {
  return Object.fromEntries(
    frozen.tables.flatMap(({ columns, total }) => columns.map(({ id }, at) => [id, total[at] ?? null])),
  );
}

export function submissionOf(row: SubmissionRow): Submission {
  const { frozen, ...body } = JSON.parse(row.body) as Body;
  return {
    union: row.union_id as UnionId,
    period: row.period as Period,
    state: row.state as SubmissionState,
    rev: row.rev,
    ...body,
    frozen: { ...frozen, asOf: asOfOf(row), hash: row.hash },
  };
}

export function lineOf(row: Omit<SubmissionRow, 'body'>): SubmissionLine {
  return {
    union: row.union_id as UnionId,
    period: row.period as Period,
    state: row.state as SubmissionState,
    rev: row.rev,
    asOf: asOfOf(row),
    hash: row.hash,
    submittedAt: instant(row.submitted_at),
    signedAt: row.signed_at === null ? null : instant(row.signed_at),
    totals: JSON.parse(row.line) as SubmissionLine['totals'],
  };
}

export function asOfOf(row: { readonly as_of_seq: number; readonly as_of_at: number }): AsOf {
  const at: Instant = instant(row.as_of_at);
  return { seq: row.as_of_seq, at };
}
