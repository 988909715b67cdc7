import { degreeMetric, refinedMetres } from '../geo/distance.ts';
import { OPEN, UNKNOWN, WEEK_HOURS, type WeekOpen } from './cover-week.ts';

/** Places as columns, GCJ-02 degrees. */
export type Places = { readonly lng: Float64Array; readonly lat: Float64Array };
/** Where people who need a station are; `weight`: how many, above 0. */
export type DemandPoints = Places & { readonly weight: Float64Array };
/** `week`: which of `weeks` a station keeps. Those with no week at all are left out before. */
export type CoverStations = Places & { readonly week: Uint32Array; readonly weeks: readonly WeekOpen[] };

/** The numbers of the places within reach of a point, in ascending order; looked for at each asking, for all lists at once may be huge. */
export type Near = (point: number) => readonly number[];

/** What is told on the way, 0 to 1; whoever wants to stop throws. */
export type Told = (share: number) => void;

export type Coverage = {
  /** Weight of all points. */
  readonly weight: number;
  /** Of those with any station within reach, open or not. */
  readonly near: number;
  /** Stations with any point within reach. */
  readonly stations: number;
  /** Weight with an open station within reach, for each hour of the week. */
  readonly covered: Float64Array;
  /** Weight without one, but with a station of which nobody knows whether it is open then. Not part of `covered`. */
  readonly unknown: Float64Array;
  /** For each point the hours of the week it is covered in, 0–168. */
  readonly hours: Uint8Array;
  /** For each point its 168 hours as bits of six words, hour 0 the lowest bit of the first: set where it is covered. */
  readonly bits: Uint32Array;
};

export const HOUR_WORDS = 6;
/** A degree of latitude is never shorter than this, in metres. */
const SHORTEST_DEGREE = 110_500;
/** Room for the difference between a sphere's degree of longitude and the ellipsoid's. */
const SLACK = 1.01;
const TOLD_EVERY = 512;

/** Which of `places` lie within `reach` metres of each point. Up to 20 km. */
export function nearOf(points: Places, places: Places, reach: number): Near {
  const step = reach / SHORTEST_DEGREE;
  const rows = rowsOf(places, step);
  return (point) => {
    const [lng, lat] = [points.lng[point] ?? 0, points.lat[point] ?? 0];
    const metric = degreeMetric(lat);
    const wide = (step * SLACK) / Math.cos(((Math.abs(lat) + step) * Math.PI) / 180);
    const found: number[] = [];
    const row = Math.floor(lat / step);
    for (const near of [row - 1, row, row + 1]) {
      const members = rows.get(near) ?? [];
      for (let i = firstFrom(members, places.lng, lng - wide); i < members.length; i++) {
        const id = members[i] ?? 0;
        const dLng = (places.lng[id] ?? 0) - lng;
        if (dLng > wide) break;
        if (refinedMetres(metric, dLng, (places.lat[id] ?? 0) - lat) <= reach) found.push(id);
      }
    }
    return found.sort((a, b) => a - b);
  };
}

/** Strips of latitude as high as the reach, each from west to east. */
function rowsOf({ lng, lat }: Places, step: number): ReadonlyMap<number, readonly number[]> {
  const rows = new Map<number, number[]>();
  for (let id = 0; id < lat.length; id++) {
    const row = Math.floor((lat[id] ?? 0) / step);
    const members = rows.get(row);
    if (members) members.push(id);
    else rows.set(row, [id]);
  }
  for (const members of rows.values()) members.sort((a, b) => (lng[a] ?? 0) - (lng[b] ?? 0) || a - b);
  return rows;
}

function firstFrom(members: readonly number[], lng: Float64Array, west: number): number {
  let [low, high] = [0, members.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lng[members[middle] ?? 0] ?? 0) < west) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * How much of the weight has a station within reach that is open at that hour. A station whose times nobody knows counts as not
 * open and is said apart. Adding a station never lowers a share.
 */
export function coverageOf(
  points: DemandPoints,
  { near, stations }: { readonly near: Near; readonly stations: CoverStations },
  told: Told = () => {},
): Coverage {
  const count = points.lng.length;
  const sums = { weight: 0, near: 0, covered: new Float64Array(WEEK_HOURS), unknown: new Float64Array(WEEK_HOURS) };
  const hours = new Uint8Array(count);
  const bits = new Uint32Array(count * HOUR_WORDS);
  const reached = new Uint8Array(stations.lng.length);
  const merged = new Uint8Array(WEEK_HOURS);
  for (let p = 0; p < count; p++) {
    if (p % TOLD_EVERY === 0) told(p / count);
    const weight = points.weight[p] ?? 0;
    const ids = near(p);
    sums.weight += weight;
    if (ids.length > 0) sums.near += weight;
    mergeWeeks(merged, ids, { stations, reached });
    for (let hour = 0; hour < WEEK_HOURS; hour++) {
      if (merged[hour] === OPEN) {
        sums.covered[hour] = (sums.covered[hour] ?? 0) + weight;
        hours[p] = (hours[p] ?? 0) + 1;
        const word = p * HOUR_WORDS + (hour >> 5);
        bits[word] = (bits[word] ?? 0) | (1 << (hour & 31));
      } else if (merged[hour] === UNKNOWN) sums.unknown[hour] = (sums.unknown[hour] ?? 0) + weight;
    }
  }
  return { ...sums, stations: reached.reduce((sum, one) => sum + one, 0), hours, bits };
}

type Merging = { readonly stations: CoverStations; readonly reached: Uint8Array };

/** Open where any is; unknown where none is but one may be. */
function mergeWeeks(into: Uint8Array, ids: readonly number[], { stations, reached }: Merging): void {
  into.fill(0);
  const seen = new Set<number>();
  for (const id of ids) {
    reached[id] = 1;
    const kept = stations.week[id] ?? 0;
    // Most stations keep the hours of others.
    if (seen.has(kept)) continue;
    seen.add(kept);
    const week = stations.weeks[kept];
    if (week === undefined) throw new Error(`no week ${kept}`);
    for (let hour = 0; hour < WEEK_HOURS; hour++) {
      if (week[hour] === OPEN) into[hour] = OPEN;
      else if (week[hour] === UNKNOWN && into[hour] === 0) into[hour] = UNKNOWN;
    }
  }
}

/** Of DOMAIN §8.2: stations near demand points, and people-hours a week with an open station within reach. */
export type CoverHours = {
  readonly stations: number;
  /** Weight × hours of the week, covered. */
  readonly peopleHours: number;
  /** All there are: weight × 168. */
  readonly allPeopleHours: number;
};

export function coverHours({ weight, stations, covered }: Coverage): CoverHours {
  return {
    stations,
    peopleHours: covered.reduce((sum, one) => sum + one, 0),
    allPeopleHours: weight * WEEK_HOURS,
  };
}
