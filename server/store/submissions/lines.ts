import { type RawBuilder, sql } from 'kysely';
import type { UnionId } from '../../../shared/station/station.ts';
import type { Period } from '../../../shared/stats/period.ts';
import { inBranch } from '../branch.ts';
import type { Tx } from '../engine.ts';
import type { SubmissionLine } from '../port/submissions.ts';
import { lineOf } from './rows.ts';

type Asked = { readonly top: UnionId; readonly of: 'own' | 'below' | 'branch'; readonly periods: readonly Period[] };

/** See `SubmissionsStore.submissionLines`. */
export async function submissionLines(tx: Tx, { top, of, periods }: Asked): Promise<readonly SubmissionLine[]> {
  if (periods.length === 0) return [];
  const rows = await tx
    .selectFrom('submission as s')
    .select([
      's.union_id',
      's.period',
      's.state',
      's.rev',
      's.as_of_seq',
      's.as_of_at',
      's.hash',
      's.submitted_at',
      's.signed_at',
      's.line',
    ])
    .where('s.period', 'in', periods)
    .where(scopeOf(top, of))
    .orderBy('s.period', 'desc')
    .orderBy('s.union_id')
    .execute();
  return rows.map(lineOf);
}

function scopeOf(top: UnionId, of: Asked['of']): RawBuilder<boolean> {
  if (of === 'own') return sql<boolean>`s.union_id = ${top}`;
  if (of === 'branch') return inBranch(sql`s.union_id`, top);
  return sql<boolean>`s.union_id in (select u.id from "union" u where u.parent = ${top})`;
}
