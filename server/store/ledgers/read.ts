import { sql } from 'kysely';
import type { StoreContext } from '../context.ts';
import { type Ledger, type LedgerLine, type LedgersStore, ROW_KINDS, type RowCounts } from '../port/ledgers.ts';
import { kindOf, ledgerOf, lineOf } from './rows.ts';

type Ask<K extends keyof LedgersStore> = Parameters<LedgersStore[K]>;

export function ledgers(context: StoreContext, [filter]: Ask<'ledgers'>): Promise<readonly Ledger[]> {
  const { unions, states, limit } = filter;
  if (unions?.length === 0 || states.length === 0) return Promise.resolve([]);
  return context.engine.read(async (tx) => {
    let query = tx.selectFrom('ledger').selectAll().where('state', 'in', states);
    if (unions) query = query.where('union_id', 'in', unions);
    const rows = await query.orderBy('at', 'desc').orderBy('id').limit(limit).execute();
    return rows.map(ledgerOf);
  });
}

export function linesAfter(
  context: StoreContext,
  [id, { after, limit, pending }]: Ask<'linesAfter'>,
): Promise<readonly LedgerLine[]> {
  return context.engine.read(async (tx) => {
    let query = tx.selectFrom('ledger_row').selectAll().where('ledger', '=', id).where('number', '>', after);
    if (pending) query = query.where('outcome', 'is', null);
    return (await query.orderBy('number').limit(limit).execute()).map(lineOf);
  });
}

/** What a person must act on comes first. */
const RANK = sql<number>`case kind ${sql.raw(ROW_KINDS.map((kind, rank) => `when '${kind}' then ${rank}`).join(' '))} end`;

export function linesOf(
  context: StoreContext,
  [id, { kinds, problemsFirst, skip, limit }]: Ask<'linesOf'>,
): Promise<readonly LedgerLine[]> {
  if (kinds.length === 0) return Promise.resolve([]);
  return context.engine.read(async (tx) => {
    let query = tx.selectFrom('ledger_row').selectAll().where('ledger', '=', id).where('kind', 'in', kinds);
    if (problemsFirst) query = query.orderBy(RANK);
    return (await query.orderBy('number').limit(limit).offset(skip).execute()).map(lineOf);
  });
}

export function lineCounts(context: StoreContext, id: string): Promise<RowCounts> {
  return context.engine.read(async (tx) => {
    const rows = await tx
      .selectFrom('ledger_row')
      .select(['kind', ({ fn }) => fn.countAll<number>().as('count')])
      .where('ledger', '=', id)
      .groupBy('kind')
      .execute();
    const counts = { refused: 0, flagged: 0, changed: 0, new: 0, same: 0 };
    for (const { kind, count } of rows) {
      const known = kindOf(kind);
      if (known) counts[known] = Number(count);
    }
    return counts;
  });
}
