import { CompiledQuery, PostgresAdapter } from 'kysely';
import { instant } from '../../../shared/kernel/instant.ts';
import type { UnionId } from '../../../shared/station/station.ts';
import type { AsOf } from '../../../shared/stats/question.ts';
import type { StoreContext } from '../context.ts';
import type { Tx } from '../engine.ts';
import type { HistoryLine } from '../port/figures.ts';
import type { HistoryRow } from '../port.ts';
import { decodeFields } from '../record.ts';
import { newestRow } from './as-of.ts';

/** Rows read at once: large enough that asking costs nothing, small enough that their text never fills the memory. */
const PAGE = 2000;

type Line = {
  seq: number;
  at: number;
  effective_on: string;
  union_id: string;
  subject: string;
  subject_id: string;
  step: string;
  reason: string | null;
  before: string | null;
  after: string;
};

type From = { readonly after: number; readonly subjects: readonly HistoryRow['subject'][] };

/** See `FiguresStore.eachLineAfter`. */
export function eachLineAfter(
  context: StoreContext,
  from: From,
  visit: (lines: readonly HistoryLine[]) => void | Promise<void>,
): Promise<AsOf> {
  return context.engine.read(async (tx) => {
    const newest = await newestRow(tx);
    const text = textFor(tx, from.subjects.length);
    for (let after = from.after; after < newest.seq; ) {
      const { rows } = await tx.executeQuery<Line>(CompiledQuery.raw(text, [after, newest.seq, ...from.subjects]));
      if (rows.length > 0) await visit(rows.map(lineOf));
      after = rows[PAGE - 1]?.seq ?? newest.seq;
    }
    return newest;
  });
}

/** Written here and not by the query builder, so that a page of a million rows is the same prepared statement each time. */
function textFor(tx: Tx, subjects: number): string {
  const numbered = tx.getExecutor().adapter instanceof PostgresAdapter;
  const sign = (place: number) => (numbered ? `$${place}` : '?');
  const names = Array.from({ length: subjects }, (_, i) => sign(i + 3)).join(', ');
  return `select seq, at, effective_on, union_id, subject, subject_id, step, reason,
    case when subject = 'station' and "before" is not null then '{}' else "before" end as "before", "after" from history
    where seq > ${sign(1)} and seq <= ${sign(2)} and subject in (${names}) order by seq limit ${PAGE}`;
}

function lineOf(row: Line): HistoryLine {
  return {
    seq: row.seq,
    at: instant(row.at),
    effectiveOn: row.effective_on,
    union: row.union_id as UnionId,
    subject: row.subject as HistoryRow['subject'],
    subjectId: row.subject_id,
    step: row.step,
    reason: row.reason,
    before: row.before === null ? null : JSON.parse(row.before),
    after: row.subject === 'station' ? decodeFields(row.after) : JSON.parse(row.after),
  };
}
