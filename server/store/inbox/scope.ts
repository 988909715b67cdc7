import { type RawBuilder, sql } from 'kysely';
import { ANSWERED, REPORT_STATES } from '../../../shared/report/report.ts';
import type { UnionId } from '../../../shared/station/station.ts';
import { inBranch } from '../branch.ts';
import type { Tx } from '../engine.ts';
import type { UnionMoments } from '../port/inbox.ts';
import { reportOf } from '../report-rows.ts';
import type { ReportRow } from '../schema.ts';

/** States in which a report still waits for its answer. */
export const WAITING = REPORT_STATES.filter((state) => !ANSWERED.includes(state));

/** Reports beside the stations they are about. */
export function reportsOf(tx: Tx) {
  return tx.selectFrom('report as r').leftJoin('station as s', 's.id', 'r.station_id');
}

/** Who answers today: the station's union; of a place, and of a station that is gone, the one it was filed under. */
export const ANSWERABLE = sql<UnionId>`coalesce(s.union_id, r.union_id)`;

export function reportsInBranch(top: UnionId): RawBuilder<boolean> {
  return inBranch(ANSWERABLE, top);
}

/** `column` lies before the moment of the report's union. */
export function isBefore(column: 'at' | 'answered_at', { before, others }: UnionMoments): RawBuilder<boolean> {
  const instant = sql.ref(`r.${column}`);
  if (others.length === 0) return sql<boolean>`${instant} < ${before}`;
  const cases = others.map(
    ({ unions, before }) => sql`when ${ANSWERABLE} in (${sql.join(unions)}) then ${sql.lit(before)}`,
  );
  return sql<boolean>`${instant} < case ${sql.join(cases, sql` `)} else ${sql.lit(before)} end`;
}

export function heldOf(row: ReportRow & { readonly answerable: UnionId }) {
  const { answerable, ...report } = row;
  return { report: reportOf(report), union: answerable };
}
