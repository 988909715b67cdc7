import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';
import type { UnionId } from '../../../shared/station/station.ts';
import { type StoreContext, writing } from '../context.ts';
import type { Tx } from '../engine.ts';
import type { ListStore, SavedView } from '../port/list.ts';
import type { ListViewRow } from './schema.ts';

/** Views one account may keep. */
const MOST = 40;

type ViewStore = Pick<ListStore, 'listViews' | 'putListView' | 'dropListView' | 'listColumns' | 'putListColumns'>;

export function viewStore(context: StoreContext): ViewStore {
  const { engine } = context;
  return {
    listViews: (account, union) => engine.read((tx) => viewsOf(tx, account, union)),
    putListView: (view, at) =>
      writing(context, async (tx, counter) => ({ value: await putView(tx, view, at), counter, issued: false })),
    dropListView: (id, account) =>
      writing(context, async (tx, counter) => {
        const gone = await tx
          .deleteFrom('list_view')
          .where('id', '=', id)
          .where('account', '=', account)
          .executeTakeFirst();
        const value: Result<true> = gone.numDeletedRows > 0n ? ok(true) : refuse({ kind: 'view-unknown' });
        return { value, counter, issued: false };
      }),
    listColumns: (account) =>
      engine.read(async (tx) => {
        const row = await tx
          .selectFrom('list_columns')
          .select('body')
          .where('account', '=', account)
          .executeTakeFirst();
        return row ? JSON.parse(row.body) : null;
      }),
    putListColumns: async (account, columns) => {
      await writing(context, async (tx, counter) => {
        const body = JSON.stringify(columns);
        await tx
          .insertInto('list_columns')
          .values({ account, body })
          .onConflict((conflict) => conflict.column('account').doUpdateSet({ body }))
          .execute();
        return { value: ok(true), counter, issued: false };
      });
    },
  };
}

async function viewsOf(tx: Tx, account: string, union: UnionId): Promise<readonly SavedView[]> {
  const rows = await tx
    .selectFrom('list_view')
    .selectAll()
    .where((where) =>
      where.or([where('account', '=', account), where.and([where('union_id', '=', union), where('shared', '=', 1)])]),
    )
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map(viewOf);
}

async function putView(tx: Tx, view: SavedView, at: number): Promise<Result<true>> {
  const row = rowOf(view, at);
  const held = await tx.selectFrom('list_view').select('account').where('id', '=', view.id).executeTakeFirst();
  if (held && held.account !== view.account) return refuse({ kind: 'view-unknown' });
  const own = await tx.selectFrom('list_view').select(['id', 'name']).where('account', '=', view.account).execute();
  if (own.some(({ id, name }) => name === view.name && id !== view.id)) {
    return refuse({ kind: 'view-name-taken', name: view.name });
  }
  if (!held && own.length >= MOST) return refuse({ kind: 'views-full', max: MOST });
  const { id: _id, ...columns } = row;
  await tx
    .insertInto('list_view')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .execute();
  return ok(true);
}

function rowOf({ id, account, union, name, query, columns, shared }: SavedView, at: number): ListViewRow {
  const body = JSON.stringify({ query, columns });
  return { id, account, union_id: union, name, body, shared: shared ? 1 : 0, at };
}

function viewOf({ id, account, union_id, name, body, shared }: ListViewRow): SavedView {
  const kept: Pick<SavedView, 'query' | 'columns'> = JSON.parse(body);
  return { id, account, union: union_id as UnionId, name, shared: shared === 1, ...kept };
}
