import { ok, type Result } from '../../../shared/kernel/result.ts';
import type { Deps } from '../../deps.ts';
import type { Act } from '../../http/mount.ts';
import type { Signed } from '../../http/signed.ts';
import { scopeOf } from './scope.ts';

export type ViewRoutes = { readonly [N in 'listViews' | 'listViewSave' | 'listViewDrop' | 'listColumns']: Act<N> };

/** What an account keeps for itself about the list: whoever may see the list may keep it. */
export function viewRoutes(deps: Deps): ViewRoutes {
  const { store } = deps;
  return {
    listViews: async ({ who }) => {
      const seen = await maySee(deps, who);
      if (!seen.ok) return seen;
      const { id, union } = who.actor;
      const [views, columns] = [await store.listViews(id, union), await store.listColumns(id)];
      return ok({
        views: views.map(({ account, union: _union, ...view }) => ({ ...view, own: account === id })),
        columns,
      });
    },
    listViewSave: async ({ who, body }) => {
      const seen = await maySee(deps, who);
      if (!seen.ok) return seen;
      const { id: account, union } = who.actor;
      const saved = await store.putListView({ ...body, account, union }, deps.now());
      return saved.ok ? ok({ done: true }) : saved;
    },
    listViewDrop: async ({ who, body }) => {
      const seen = await maySee(deps, who);
      if (!seen.ok) return seen;
      const dropped = await store.dropListView(body.id, who.actor.id);
      return dropped.ok ? ok({ done: true }) : dropped;
    },
    listColumns: async ({ who, body }) => {
      const seen = await maySee(deps, who);
      if (!seen.ok) return seen;
      await store.putListColumns(who.actor.id, body.columns);
      return ok({ done: true });
    },
  };
}

async function maySee({ unions }: Deps, { actor }: Signed): Promise<Result<true>> {
  const book = await unions.current();
  const scope = scopeOf(actor, 'read-station', book);
  return scope.ok ? ok(true) : scope;
}
