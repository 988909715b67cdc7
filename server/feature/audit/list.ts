import { ok } from '../../../shared/kernel/result.ts';
import type { StationId } from '../../../shared/station/station.ts';
import type { RouteReply } from '../../../shared/wire/route.ts';
import { HISTORY_PAGE } from '../../../shared/wire/routes/audit.ts';
import type { Deps } from '../../deps.ts';
import type { Act } from '../../http/mount.ts';
import type { HistoryRow } from '../../store/port.ts';
import { filterFor } from './filter.ts';

export type ShownRow = RouteReply<'history'>['rows'][number];

export function historyList(deps: Deps): Act<'history'> {
  return async ({ query, who }) => {
    const filter = await filterFor(deps, who, query);
    if (!filter.ok) return filter;
    const page = await deps.store.historyPage(filter.value, { before: query.before ?? null, limit: HISTORY_PAGE });
    return ok({ asOf: deps.now(), rows: await shownRows(deps, page.rows), next: page.next });
  };
}

/** Rows with the names of today beside the ids they keep. */
export async function shownRows(
  { store, unions }: Pick<Deps, 'store' | 'unions'>,
  rows: readonly HistoryRow[],
): Promise<readonly ShownRow[]> {
  const book = await unions.current();
  const names = await store.accountNames([...new Set(rows.map(({ actor }) => actor))]);
  const ids = new Set(rows.flatMap(({ subjectId }) => stationIn(subjectId) ?? []));
  const stations = new Map((await store.stationsById([...ids])).map((station) => [station.id, station]));
  return rows.map((row) => {
    const account = names.get(row.actor);
    const id = stationIn(row.subjectId);
    const station = id === null ? undefined : stations.get(id);
    return {
      seq: row.seq,
      at: row.at,
      effectiveOn: row.effectiveOn,
      commandId: row.commandId,
      actor: { id: row.actor, name: account?.name ?? null, username: account?.username ?? null },
      union: { id: row.union, name: book.get(row.union)?.name ?? '' },
      subject: row.subject,
      subjectId: row.subjectId,
      station: station ? { id: station.id, code: station.code, name: station.name } : null,
      step: row.step,
      reason: row.reason,
      before: row.before,
      after: row.after,
    };
  });
}

/** What belongs to a station is named `<station>` or `<station>/<own id>`. */
function stationIn(subjectId: string): StationId | null {
  const found = /^([0-9a-f]{32})(\/|$)/.exec(subjectId)?.[1];
  return found === undefined ? null : (found as StationId);
}
