import { instant } from '../../../shared/kernel/instant.ts';
import type { StoreContext } from '../context.ts';
import type { SubmissionsStore } from '../port/submissions.ts';
import { submissionLines } from './lines.ts';
import { differentPairs, keepDifferent } from './pairs.ts';
import { asOfOf } from './rows.ts';
import { findSubmission, stepSubmission } from './step.ts';

export function submissionsStore(context: StoreContext): SubmissionsStore {
  const { engine } = context;
  return {
    signedAsOf: (union, period) =>
      engine.read(async (tx) => {
        const row = await tx
          .selectFrom('submission')
          .select(['as_of_seq', 'as_of_at'])
          .where('union_id', '=', union)
          .where('period', '=', period)
          .where('state', '=', 'signed')
          .executeTakeFirst();
        return row ? asOfOf(row) : null;
      }),
    submission: (union, period) => engine.read((tx) => findSubmission(tx, union, period)),
    submissionLines: (asked) => engine.read((tx) => submissionLines(tx, asked)),
    stepSubmission: (command, stepping) => stepSubmission(context, command, stepping),
    begunAt: () =>
      engine.read(async (tx) => {
        const first = await tx.selectFrom('history').select('at').orderBy('seq').limit(1).executeTakeFirst();
        return first ? instant(first.at) : context.now();
      }),
    differentPairs: () => engine.read(differentPairs),
    keepDifferent: (command, pair) => keepDifferent(context, command, pair),
  };
}
