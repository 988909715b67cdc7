import { ok } from '../../../shared/kernel/result.ts';
import type { Act } from '../../http/mount.ts';
import { liveSessions } from '../session/own.ts';
import { type AccountDesk, accountIn, branchFor, keeping, reach, viewOf } from './desk.ts';

const PAGE = 50;
const STATIONS = 20;

export function accounts(desk: AccountDesk): Act<'accounts'> {
  return async ({ query, who }) => {
    const keeper = await keeping(desk, who);
    if (!keeper.ok) return keeper;
    const top = reach(keeper.value, query.union ?? who.actor.union);
    if (!top.ok) return top;
    const at = desk.now();
    const { rows, total } = await desk.store.accounts({
      unions: branchFor(keeper.value, top.value),
      q: query.q.trim(),
      function: query.function ?? null,
      state: query.state ?? null,
      after: query.after ?? null,
      limit: PAGE + 1,
      at,
    });
    const page = rows.slice(0, PAGE).map((account) => viewOf(account, keeper.value.book, at));
    return ok({ accounts: page, total, hasMore: rows.length > PAGE });
  };
}

export function account(desk: AccountDesk): Act<'account'> {
  return async ({ params, who }) => {
    const keeper = await keeping(desk, who);
    if (!keeper.ok) return keeper;
    const found = await accountIn(desk, keeper.value, params.id);
    if (!found.ok) return found;
    const stations = await desk.store.stationsById(found.value.stations);
    const sessions = await liveSessions(desk, found.value.id);
    return ok({
      ...viewOf(found.value, keeper.value.book, desk.now()),
      stations: stations.map(({ id, code, name, union }) => ({ id, code, name, union })),
      sessions: sessions.map(({ id, madeAt, usedAt, agent }) => ({ id, madeAt, usedAt, agent })),
    });
  };
}

export function accountStations(desk: AccountDesk): Act<'accountStations'> {
  return async ({ query, who }) => {
    const keeper = await keeping(desk, who);
    if (!keeper.ok) return keeper;
    const top = reach(keeper.value, query.union ?? who.actor.union);
    if (!top.ok) return top;
    const unions = branchFor(keeper.value, top.value);
    return ok({ stations: await desk.store.stationNames({ unions, q: query.q.trim(), limit: STATIONS }) });
  };
}
