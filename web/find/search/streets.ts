import type { Match, StationTable } from '../../../shared/feed/row.ts';
import { type Gcj02, gcj02 } from '../../../shared/geo/point.ts';
import { foldQuery } from '../../../shared/search/fold.ts';
import { roadAt, roadsIn } from '../../ui/words/place.ts';

/** A road or town that stations' addresses name, in one county. */
export type Street = {
  readonly name: string;
  /** Six digits of the county its stations' codes were issued in. */
  readonly county: string;
  readonly stations: number;
  /** The station in the middle: a list from here is a list of that road. */
  readonly point: Gcj02;
};

/** One letter or character is in too many names. */
const LEAST = 2;
const LOOKED_AT = 30;
const COUNTED = 300;

/** Those the query names, most stations first; at most `limit`. `found`: what the same query found. */
export function streetsOf(
  table: StationTable,
  found: readonly Match[],
  { typed, limit }: { readonly typed: string; readonly limit: number },
): readonly Street[] {
  const query = foldQuery(typed).joined;
  if (query.length < LEAST) return [];
  const names = new Set<string>();
  for (const match of found.slice(0, LOOKED_AT)) for (const name of namesIn(match, query)) names.add(name);
  const streets = [...names].slice(0, limit * 2).flatMap((name) => countiesOf(table, name));
  return streets.sort((a, b) => b.stations - a.stations || (a.name < b.name ? -1 : 1)).slice(0, limit);
}

/** Characters name a road by holding it or being held by it; pinyin by what of the station's name it was found in. */
function namesIn({ row, marks }: Match, query: string): readonly string[] {
  const { town, road } = roadsIn(row.address);
  const [mark] = marks;
  const spelled = mark === undefined || !/[a-z]/.test(query) ? '' : roadAt(row.name.slice(mark[0]));
  return [town, road].filter(
    (name) => name !== '' && (name.includes(query) || query.includes(name) || (spelled !== '' && name === spelled)),
  );
}

/** One road by counties: every large city has a 人民路. */
function countiesOf(table: StationTable, name: string): readonly Street[] {
  const counties = new Map<string, Gcj02[]>();
  for (const { row } of table.search(name, null, COUNTED)) {
    const { town, road } = roadsIn(row.address);
    if (road !== name && town !== name) continue;
    const county = row.code.slice(0, 6);
    counties.set(county, [...(counties.get(county) ?? []), row.point]);
  }
  return [...counties].map(([county, points]) => ({ name, county, stations: points.length, point: middle(points) }));
}

/** The point nearest the mean: a place where a station is, not a field between two. */
function middle(points: readonly Gcj02[]): Gcj02 {
  const mean = (of: (point: Gcj02) => number) => points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [lng, lat] = [mean((point) => point.lng), mean((point) => point.lat)];
  const far = (point: Gcj02) => (point.lng - lng) ** 2 + (point.lat - lat) ** 2;
  return points.reduce((best, point) => (far(point) < far(best) ? point : best), points[0] ?? gcj02(lng, lat));
}
