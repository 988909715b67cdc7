import { sql } from 'kysely';
import type { StationId } from '../../../shared/station/station.ts';
import type { StoreContext } from '../context.ts';
import type { Tx } from '../engine.ts';
import type { HeldReport, InboxFilter, InboxGroup, InboxPlace } from '../port/inbox.ts';
import { loadStations } from '../stations.ts';
import { ANSWERABLE, heldOf, isBefore, reportsInBranch, reportsOf, WAITING } from './scope.ts';

/** So many shut doors at one station, in its posted hours, are no accident. */
const REPEATED = 2;

const GROUP = sql<string>`coalesce(r.station_id, r.id)`;
const SHUT = sql<number>`sum(case when r.kind = 'door-shut' and r.in_hours = 1
  and r.state in (${sql.join(WAITING.map((state) => sql.lit(state)))}) then 1 else 0 end)`;

type Page = { readonly after: InboxPlace | null; readonly limit: number; readonly each: number };
type GroupRow = {
  readonly key: string;
  readonly total: number;
  readonly shut: number;
  readonly rank: number;
  readonly at: number;
};

/** See `InboxStore.inbox`. */
export function inbox(context: StoreContext, filter: InboxFilter, page: Page): Promise<readonly InboxGroup[]> {
  return context.engine.read(async (tx) => {
    const groups = await groupRows(tx, filter, page);
    const keys = groups.map(({ key }) => key);
    const reports = await reportsUnder(tx, filter, { keys, each: page.each });
    const stations = await loadStations(tx, keys as StationId[]);
    const stationOf = new Map(stations.map((station) => [String(station.id), station]));
    return groups.map(({ key, total, shut, rank, at }) => ({
      key,
      station: stationOf.get(key) ?? null,
      total: Number(total),
      shut: Number(shut),
      reports: reports.get(key) ?? [],
      place: { rank, at, key },
    }));
  });
}

function groupRows(tx: Tx, filter: InboxFilter, { after, limit }: Page): Promise<GroupRow[]> {
  const isWaiting = filter.states.some((state) => WAITING.includes(state));
  const at = isWaiting ? sql<number>`min(r.at)` : sql<number>`-max(coalesce(r.answered_at, 0))`;
  const grouped = filtered(tx, filter)
    .select([GROUP.as('key'), sql<number>`count(*)`.as('total'), SHUT.as('shut'), at.as('at')])
    .select(sql<number>`case when ${SHUT} >= ${sql.lit(REPEATED)} then 0 else 1 end`.as('rank'))
    .groupBy(GROUP);
  let rows = tx.selectFrom(grouped.as('g')).selectAll();
  if (after) rows = rows.where(sql<boolean>`(g.rank, g.at, g.key) > (${after.rank}, ${after.at}, ${after.key})`);
  return rows.orderBy('g.rank').orderBy('g.at').orderBy('g.key').limit(limit).execute();
}

async function reportsUnder(
  tx: Tx,
  filter: InboxFilter,
  { keys, each }: { readonly keys: readonly string[]; readonly each: number },
): Promise<ReadonlyMap<string, readonly HeldReport[]>> {
  const groups = new Map<string, HeldReport[]>();
  if (keys.length === 0) return groups;
  const numbered = filtered(tx, filter)
    .selectAll('r')
    .select([ANSWERABLE.as('answerable'), GROUP.as('key')])
    .select(sql<number>`row_number() over (partition by ${GROUP} order by r.at, r.id)`.as('place_in_group'))
    .where(GROUP, 'in', keys);
  const rows = await tx
    .selectFrom(numbered.as('n'))
    .selectAll()
    .where('n.place_in_group', '<=', each)
    .orderBy('n.at')
    .orderBy('n.id')
    .execute();
  for (const { key, place_in_group: _, ...row } of rows) groups.set(key, [...(groups.get(key) ?? []), heldOf(row)]);
  return groups;
}

function filtered(tx: Tx, { top, states, kind, regions, station, overdue }: InboxFilter) {
  let rows = reportsOf(tx).where('r.state', 'in', states).where(reportsInBranch(top));
  if (kind !== null) rows = rows.where('r.kind', '=', kind);
  if (station !== null) rows = rows.where('r.station_id', '=', station);
  if (overdue !== null) rows = rows.where(isBefore('at', overdue));
  if (regions !== null) {
    const places = regions.map((code) => `place:${code}`);
    rows = rows.where((one) => one.or([one('s.region', 'in', regions), one('r.about', 'in', places)]));
  }
  return rows;
}
