import { sql } from 'kysely';
import type { Instant } from '../../../shared/kernel/instant.ts';
import type { ReportKind, ReportState } from '../../../shared/report/report.ts';
import type { UnionId } from '../../../shared/station/station.ts';
import type { StoreContext } from '../context.ts';
import type { InboxStore, UnionMoments } from '../port/inbox.ts';
import { ANSWERABLE, isBefore, reportsInBranch, reportsOf, WAITING } from './scope.ts';

/** See `InboxStore.inboxCounts`. */
export function inboxCounts(
  context: StoreContext,
  top: UnionId,
  due: UnionMoments,
): ReturnType<InboxStore['inboxCounts']> {
  return context.engine.read(async (tx) => {
    const waiting = reportsOf(tx).where('r.state', 'in', WAITING).where(reportsInBranch(top));
    const rows = await waiting
      .select(['r.state', 'r.kind', sql<number>`count(*)`.as('count')])
      .select(sql<number>`sum(case when ${isBefore('at', due)} then 1 else 0 end)`.as('overdue'))
      .groupBy(['r.state', 'r.kind'])
      .orderBy('r.state')
      .orderBy('r.kind')
      .execute();
    const shut = waiting
      .select('r.station_id')
      .where('r.kind', '=', 'door-shut')
      .where('r.in_hours', '=', 1)
      .groupBy('r.station_id')
      .having(sql`count(*)`, '>=', 2);
    const repeated = await tx.selectFrom(shut.as('g')).select(sql<number>`count(*)`.as('count')).executeTakeFirst();
    return {
      counts: rows.map(({ state, kind, count }) => ({
        state: state as ReportState,
        kind: kind as ReportKind,
        count: Number(count),
      })),
      overdue: rows.reduce((sum, row) => sum + Number(row.overdue), 0),
      repeated: Number(repeated?.count ?? 0),
    };
  });
}

/** See `InboxStore.answerTimes`. */
export function answerTimes(
  context: StoreContext,
  top: UnionId,
  since: Instant,
): ReturnType<InboxStore['answerTimes']> {
  return context.engine.read((tx) =>
    reportsOf(tx)
      .select([ANSWERABLE.as('union'), sql<number>`r.answered_at - r.at`.as('took')])
      .where('r.answered_at', '>', since)
      .where(reportsInBranch(top))
      .execute(),
  );
}
