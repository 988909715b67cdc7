import { mayDo } from '../../../shared/actor/may.ts';
import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';
import { parseCode } from '../../../shared/station/code.ts';
import type { StationId } from '../../../shared/station/station.ts';
import type { RouteQuery } from '../../../shared/wire/route.ts';
import type { Deps } from '../../deps.ts';
import type { Signed } from '../../http/signed.ts';
import type { HistoryFilter } from '../../store/port/audit.ts';

export type FilterQuery = Omit<RouteQuery<'history'>, 'before'>;

/**
 * What of the log an account asks for, within its own branch. Refuses `not-permitted`; a union of another branch as
 * `union-unknown`, a station of one as `station-unknown`.
 */
export async function filterFor(
  deps: Pick<Deps, 'store' | 'unions'>,
  { actor }: Pick<Signed, 'actor'>,
  query: FilterQuery,
): Promise<Result<HistoryFilter>> {
  const { tree } = await deps.unions.current();
  const allowed = mayDo(actor, 'read-history', { id: null, union: actor.union, tree });
  if (!allowed.ok) return allowed;
  const top = query.union ?? actor.union;
  if (!tree.isWithin(top, actor.union)) return refuse({ kind: 'union-unknown', union: top });
  const station = await stationMeant(deps.store, query);
  if (!station.ok) return station;
  return ok({
    top,
    from: query.from ?? null,
    to: query.to ?? null,
    actor: query.actor ?? null,
    step: query.step ?? null,
    subject: query.subject ?? null,
    station: station.value,
    reason: query.reason === undefined || query.reason === '' ? null : query.reason,
  });
}

/** What was done to a station of another branch is looked for like all else: none of it is in scope. */
async function stationMeant(store: Deps['store'], { code, station }: FilterQuery): Promise<Result<StationId | null>> {
  if (code === undefined || code === '') return ok(station ?? null);
  const parsed = parseCode(code);
  if (!parsed.ok) return parsed;
  const found = await store.stationByCode(parsed.value);
  return found === null ? refuse({ kind: 'station-unknown', code: parsed.value }) : ok(found.id);
}
