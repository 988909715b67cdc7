import { createHash } from 'node:crypto';
import { ROOT_UNION } from '../../../shared/actor/actor.ts';
import type { Gcj02 } from '../../../shared/geo/point.ts';
import { type Day, dayOf } from '../../../shared/kernel/instant.ts';
import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';
import type { Calendar } from '../../../shared/station/calendar.ts';
import type { Hours } from '../../../shared/station/hours.ts';
import { NATION, type RegionCode } from '../../../shared/station/region.ts';
import { OPENABLE } from '../../../shared/station/station.ts';
import { centresOf, exampleDemand, type NamedDemand } from '../../../shared/stats/cover-example.ts';
import type { CoverJob } from '../../../shared/stats/cover-job.ts';
import { metresOf, NEXT_PLACES, spanOf } from '../../../shared/stats/cover-rule.ts';
import { typicalMonday } from '../../../shared/stats/cover-week.ts';
import type { AsOf } from '../../../shared/stats/question.ts';
import type { RouteQuery } from '../../../shared/wire/route.ts';
import type { Deps } from '../../deps.ts';
import type { Signed } from '../../http/signed.ts';
import type { DemandSet } from '../../store/port/demand.ts';
import type { Standing } from '../figures/figures.ts';
import { type CoverScope, mayIn } from './scope.ts';

export type CoverQuery = RouteQuery<'coverage'>;
/** A set as a question names it; `kept` null: built in. */
export type SetNamed = {
  readonly id: string;
  readonly title: string;
  readonly synthetic: boolean;
  readonly kept: DemandSet | null;
};

/** A question of coverage with everything resolved: asked again it is the same. */
export type CoverQuestion = {
  readonly query: CoverQuery;
  readonly scope: CoverScope;
  readonly set: SetNamed;
  readonly asOf: AsOf;
  /** Stations of this division count: the scope's province, or the country. */
  readonly within: RegionCode;
  readonly monday: Day;
  readonly calendar: Calendar;
};

const BUILT_IN: { readonly [id: string]: SetNamed } = {
  centres: { id: 'centres', title: '县区中心（每县一个点，权重都是 1）', synthetic: false, kept: null },
  example: { id: 'example', title: '县区中心和示例需求点', synthetic: true, kept: null },
};
export const BUILT_IN_NAMED: readonly SetNamed[] = Object.values(BUILT_IN);

/** One the asker may use. Refuses `demand-unknown`. */
export async function setNamed(deps: Deps, who: Signed, id: string): Promise<Result<SetNamed>> {
  const own = BUILT_IN[id];
  if (own !== undefined) return ok(own);
  const kept = await deps.store.demandSet(id);
  if (kept === null) return refuse({ kind: 'demand-unknown' });
  const permitted = await mayIn(deps, who, { task: 'read-figures', union: kept.union });
  return permitted.ok ? ok({ id, title: kept.title, synthetic: false, kept }) : refuse({ kind: 'demand-unknown' });
}

export async function questionOf(
  deps: Deps,
  query: CoverQuery,
  { scope, set }: Pick<CoverQuestion, 'scope' | 'set'>,
): Promise<Result<CoverQuestion>> {
  const asOf = await deps.figures.asOf(query.asOf ?? null);
  if (!asOf.ok) return asOf;
  const { calendar } = await deps.model.current();
  const monday = typicalMonday(query.period, dayOf(asOf.value.at), calendar);
  return ok({ query, scope, set, asOf: asOf.value, within: provinceOf(deps, scope.where), monday, calendar });
}

function provinceOf({ regions }: Deps, region: RegionCode): RegionCode {
  for (let at = regions.get(region); at !== null; at = at.parent === null ? null : regions.get(at.parent)) {
    if (at.level === 'province') return at.code;
  }
  return NATION;
}

/** Name of the job in which one person's question is answered. */
export function jobName({ query, scope, set, asOf }: CoverQuestion, who: Signed): string {
  const { period, stations, reach, open } = query;
  const asked = [who.actor.id, period, asOf.seq, scope.union, scope.where, stations, set.id, reach, open];
  return createHash('sha256').update(JSON.stringify(asked)).digest('hex');
}

/** The points of a set that lie in the scope, in the set's order. */
export async function demandIn(
  deps: Deps,
  { set, scope }: Pick<CoverQuestion, 'set' | 'scope'>,
): Promise<readonly NamedDemand[]> {
  const { regions, store } = deps;
  if (set.kept !== null) {
    const points = await store.demandPoints(set.kept.id);
    return points.filter(({ region }) => regions.isWithin(region, scope.where));
  }
  const leaves = regions.leaves(scope.where);
  return set.synthetic ? exampleDemand(leaves) : centresOf(leaves);
}

/** Rows taken up at once before others have their turn. */
const AT_ONCE = 5000;

/** Fixed stations that are not suspended: a mobile one's stops have times of their own. */
export async function countedStands(
  deps: Deps,
  { query, asOf, within }: CoverQuestion,
): Promise<Result<readonly Standing[]>> {
  const stands = await deps.figures.stands({
    period: query.period,
    asOf,
    union: ROOT_UNION,
    region: within === NATION ? null : within,
    by: 'none',
    divisions: 'then',
    stations: query.stations,
    openingAsOf: null,
  });
  if (!stands.ok) return stands;
  return ok(stands.value.filter(({ status, kind }) => OPENABLE.includes(status) && kind !== 'mobile'));
}

/** Everything a thread needs, as columns. */
export async function jobOf(
  question: CoverQuestion,
  demand: readonly NamedDemand[],
  stands: readonly Standing[],
): Promise<CoverJob> {
  const { query, monday, calendar } = question;
  return {
    points: {
      ...columnsOf(demand.map(({ point }) => point)),
      weight: Float64Array.from(demand, ({ weight }) => weight),
    },
    ...(await stationsOf(stands)),
    calendar,
    monday,
    reach: metresOf(query.reach),
    span: spanOf(query.open),
    most: NEXT_PLACES,
  };
}

function columnsOf(points: readonly Gcj02[]) {
  return { lng: Float64Array.from(points, ({ lng }) => lng), lat: Float64Array.from(points, ({ lat }) => lat) };
}

const DEGREE = 1_000_000;

async function stationsOf(stands: readonly Standing[]): Promise<Pick<CoverJob, 'stations' | 'hours'>> {
  const hours: Hours[] = [];
  const known = new Map<string, number>();
  const kept = new Uint32Array(stands.length);
  for (const [i, stand] of stands.entries()) {
    if (i % AT_ONCE === 0) await new Promise((turn) => setImmediate(turn));
    const text = JSON.stringify(stand.hours);
    const number = known.get(text) ?? hours.push(stand.hours) - 1;
    known.set(text, number);
    kept[i] = number;
  }
  const lng = Float64Array.from(stands, (stand) => stand.lng / DEGREE);
  const lat = Float64Array.from(stands, (stand) => stand.lat / DEGREE);
  return { stations: { lng, lat, kept }, hours };
}
