import { createHash } from 'node:crypto';
import { dateText } from '../../../shared/kernel/instant.ts';
import { NATION } from '../../../shared/station/region.ts';
import type { NamedDemand } from '../../../shared/stats/cover-example.ts';
import type { CoverFound } from '../../../shared/stats/cover-job.ts';
import { metresOf } from '../../../shared/stats/cover-rule.ts';
import { periodWords } from '../../../shared/stats/period.ts';
import type { RouteReply } from '../../../shared/wire/route.ts';
import type { Deps } from '../../deps.ts';
import type { CoverQuestion } from './question.ts';

type Reply = Extract<RouteReply<'coverage'>, { readonly state: 'done' }>['found'];

/** Of the way of reckoning, as the page words it: raised when a figure could come out otherwise. */
const VERSION = 1;
/** Points a page draws. */
const DRAWN = 6000;

type Parts = {
  readonly question: CoverQuestion;
  readonly demand: readonly NamedDemand[];
  readonly found: CoverFound;
};

export function coverageView(deps: Deps, { question, demand, found }: Parts): Reply {
  const { next } = found;
  const body = {
    weight: rounded(found.weight),
    near: rounded(found.near),
    covered: Array.from(found.covered, rounded),
    unknown: Array.from(found.unknown, rounded),
    people: {
      stations: found.people.stations,
      peopleHours: rounded(found.people.peopleHours),
      allPeopleHours: rounded(found.people.allPeopleHours),
    },
    next: {
      places: next.places.flatMap(({ point, gain, weight }) => {
        const at = demand[point];
        if (at === undefined) return [];
        const place = {
          name: at.name,
          regionName: deps.regions.fullName(at.region),
          lng: at.point.lng,
          lat: at.point.lat,
        };
        return [{ ...place, gain: rounded(gain), weight: rounded(weight) }];
      }),
      open: rounded(next.open),
      atMost: rounded(next.atMost),
    },
    points: drawn(demand, found.hours),
  };
  const head = headOf(deps, question, { points: demand.length, weight: body.weight, stationCount: found.stationCount });
  const hash = createHash('sha256')
    .update(JSON.stringify([head, body]))
    .digest('hex');
  return { head: { ...head, hash }, ...body };
}

type Counts = { readonly points: number; readonly weight: number; readonly stationCount: number };

function headOf(
  { regions }: Deps,
  { query, scope, set, asOf, within, monday }: CoverQuestion,
  { points, weight, stationCount }: Counts,
): Omit<Reply['head'], 'hash'> {
  const { union, region, book } = scope;
  return {
    period: query.period,
    periodWords: periodWords(query.period),
    asOf,
    union: { id: union, name: book.get(union)?.name ?? union },
    region: region === null ? null : { id: region, name: regions.fullName(region) },
    stations: query.stations,
    set: { id: set.id, title: set.title, synthetic: set.synthetic, points, weight },
    reach: query.reach,
    metres: metresOf(query.reach),
    monday: dateText(monday),
    open: query.open,
    within: within === NATION ? '全国' : regions.fullName(within),
    stationCount,
    version: VERSION,
  };
}

/** The heaviest, of equals the first. */
function drawn(demand: readonly NamedDemand[], hours: Uint8Array): Reply['points'] {
  const order = demand.map((_, i) => i);
  const weightOf = (i: number) => demand[i]?.weight ?? 0;
  const chosen =
    order.length <= DRAWN ? order : order.sort((a, b) => weightOf(b) - weightOf(a) || a - b).slice(0, DRAWN);
  return chosen.flatMap((i) => {
    const one = demand[i];
    return one === undefined ? [] : [[one.point.lng, one.point.lat, one.weight, hours[i] ?? 0] as const];
  });
}

/** Weights have three decimals; what adding them leaves beyond is noise. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
