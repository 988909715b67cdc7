import type { Drop } from '../../../shared/feed/feed.ts';
import { factsOf } from '../../../shared/feed/pieces.ts';
import type { Found, Gone, ListRow, MapRows, NearQuery, StationTable } from '../../../shared/feed/row.ts';
import { metresBetween } from '../../../shared/geo/distance.ts';
import { type Gcj02, gcj02 } from '../../../shared/geo/point.ts';
import { type DateText, dateText, type Instant, parseDate, parseIso } from '../../../shared/kernel/instant.ts';
import { type Amenities, type Amenity, amenityState } from '../../../shared/station/amenity.ts';
import { type Calendar, mergeCalendar } from '../../../shared/station/calendar.ts';
import { makeCode, type StationCode } from '../../../shared/station/code.ts';
import { type DayRule, type Hours, type Span, UNKNOWN_HOURS, type Week } from '../../../shared/station/hours.ts';
import { isRegionCode, type Region, type RegionCode } from '../../../shared/station/region.ts';
import type { PublicStation } from '../../../shared/station/station.ts';

/** Thursday 26 November 2026, 14:20 in Zhengzhou: the moment of the pictures. */
export const NOW: Instant = at('2026-11-26T14:20:00+08:00');
export const HERE: Gcj02 = gcj02(113.6601, 34.7502);
export const ERQI: RegionCode = region('410103');
export const ZHENGZHOU: RegionCode = region('410100');

export function at(iso: string): Instant {
  const instant = parseIso(iso);
  if (instant === null) throw new Error(iso);
  return instant;
}

export function date(text: string): DateText {
  const day = parseDate(text);
  if (day === null) throw new Error(text);
  return dateText(day);
}

export function region(text: string): RegionCode {
  if (!isRegionCode(text)) throw new Error(text);
  return text;
}

export function spans(...all: readonly Span[]): DayRule {
  return { kind: 'spans', spans: all };
}

/** The same spans Monday to Friday, then Saturday and Sunday. */
export function weekly(workday: DayRule, saturday: DayRule, sunday: DayRule): Hours {
  const week: Week = [workday, workday, workday, workday, workday, saturday, sunday];
  return { ...UNKNOWN_HOURS, base: { kind: 'weekly', week }, holidays: { kind: 'closed' } };
}

export const OFF = spans();
export const SPLIT = spans([540, 720], [810, 1080]);
export const ALWAYS: Hours = { ...UNKNOWN_HOURS, base: { kind: 'always' } };
export const daily = (from: number, to: number): Hours =>
  weekly(spans([from, to]), spans([from, to]), spans([from, to]));

export const CALENDAR: Calendar = mergeCalendar(
  [
    { year: 2026, holidays: [], workdays: [] },
    { year: 2027, holidays: [{ name: '元旦', from: date('2027-01-01'), to: date('2027-01-03') }], workdays: [] },
  ],
  [],
);

export function have(...codes: readonly Amenity[]): Amenities {
  const fact = { state: 'yes', note: null, confirmedOn: '2026-11-20' } as const;
  return Object.fromEntries(codes.map((code) => [code, fact]));
}

/** A point so many metres east and north of `HERE`. */
export function offset(east: number, north: number): Gcj02 {
  return gcj02(HERE.lng + east / 91_590, HERE.lat + north / 110_930);
}

const serials = new Set<number>();

/** Out of the name, so that the built gallery and a test agree on it whatever file was read first. */
function serialOf(name: string): number {
  let serial = 0;
  for (const unit of name) serial = (serial * 31 + (unit.codePointAt(0) ?? 0)) % 999_983;
  do serial += 1;
  while (serials.has(serial));
  serials.add(serial);
  return serial;
}

/** A plain open station; say only what matters to the test. */
export function station(part: Partial<PublicStation> & { readonly name: string }): PublicStation {
  return { ...PLAIN, code: makeCode(part.region ?? ERQI, 9, serialOf(part.name)), ...part };
}

const PLAIN_CODE: StationCode = makeCode(ERQI, 9, 1);
const PLAIN: Omit<PublicStation, 'code' | 'name'> = {
  federationCode: null,
  brand: null,
  aliases: [],
  predecessor: null,
  successor: null,
  union: '410103' as PublicStation['union'],
  region: ERQI,
  town: null,
  address: '河南省郑州市二七区德化街36号（示例地址）',
  entrance: null,
  point: HERE,
  photos: [],
  kind: 'station',
  lodging: null,
  stops: [],
  area: null,
  tier: 'basic',
  stars: 0,
  ratedOn: null,
  validTo: null,
  honours: [],
  build: null,
  operation: null,
  hostType: null,
  hostName: null,
  amenities: {},
  toiletMetres: null,
  hours: daily(540, 1080),
  access: { modes: ['open-door'], needsApp: false, whoMayEnter: ['anyone'], free: true, feeNote: null },
  publicPhone: null,
  origin: 'synthetic',
  verified: 'on-site',
  verifiedOn: date('2026-11-23'),
  status: 'active',
  statusNote: null,
  openedOn: null,
};

/** The read model done the plain way: a scan over full records. */
export function tableOf(stations: readonly PublicStation[], drops: readonly Drop[] = []): StationTable {
  const byCode = new Map<StationCode, PublicStation | Gone>();
  for (const drop of drops) byCode.set(drop.code, { ...drop, shownAs: null });
  for (const one of stations) byCode.set(one.code, one);
  const blocks = [mapRowsOf(stations)];
  return {
    size: stations.length,
    nearest: (query) => nearest(stations, query),
    nearestCodes: (query) => nearest(stations, query).map(({ row, distance }) => ({ code: row.code, distance })),
    search: (text, from, limit) => {
      const found = stations.filter((one) => `${one.name}${one.address}${one.code}`.includes(text.replace(/\s/g, '')));
      const marksOf = (name: string): readonly (readonly [number, number])[] =>
        name.includes(text) ? [[name.indexOf(text), name.indexOf(text) + text.length]] : [];
      return found.map((one) => ({ ...foundAt(one, from ?? HERE), marks: marksOf(one.name) })).slice(0, limit);
    },
    row: (code) => {
      const one = byCode.get(code);
      return one === undefined || 'op' in one ? null : rowOf(one);
    },
    station: (code) => byCode.get(code) ?? null,
    mapRows: () => blocks,
    cities: [{ region: ZHENGZHOU, asOf: NOW, rows: stations.length }],
  };
}

/** A group for each station, and each at its own point. */
function mapRowsOf(stations: readonly PublicStation[]): MapRows {
  const facts = stations.map(factsOf);
  return {
    n: stations.length,
    lng: Int32Array.from(stations, ({ point }) => Math.round(point.lng * 1e5)),
    lat: Int32Array.from(stations, ({ point }) => Math.round(point.lat * 1e5)),
    yesLo: Uint32Array.from(facts, ({ yes }) => yes.lo),
    yesHi: Uint32Array.from(facts, ({ yes }) => yes.hi),
    group: Uint16Array.from(stations, (_, at) => at),
    groups: stations,
    hidden: new Uint8Array(stations.length),
    code: Float64Array.from(stations, ({ code }) => Number(code)),
    codeOf: (row) => stations[row]?.code ?? PLAIN_CODE,
  };
}

function nearest(stations: readonly PublicStation[], query: NearQuery): readonly Found[] {
  const has = (one: PublicStation, code: Amenity): boolean => {
    const state = amenityState(one.amenities, code);
    return state === 'yes' || (query.unknownToo && state === 'unknown');
  };
  return stations
    .filter((one) => query.want.every((code) => has(one, code)))
    .filter((one) => query.wantAny.length === 0 || query.wantAny.some((code) => has(one, code)))
    .filter((one) => query.passes === null || query.passes(one.hours, one.status))
    .map((one) => foundAt(one, query.from))
    .sort((a, b) => a.distance - b.distance || (a.row.code < b.row.code ? -1 : 1))
    .slice(0, query.k);
}

function foundAt(one: PublicStation, from: Gcj02): Found {
  return { row: rowOf(one), distance: metresBetween(from, one.point) };
}

export function rowOf(one: PublicStation): ListRow {
  return { ...one, amenity: (code) => amenityState(one.amenities, code) };
}

export const REGIONS: readonly Region[] = [
  place('410000', { name: '河南省', short: '河南', pinyin: 'henan', level: 'province', parent: '000000' }),
  place('410100', { name: '郑州市', short: '郑州', pinyin: 'zhengzhou', level: 'city', parent: '410000' }),
  place('410103', { name: '二七区', short: '二七', pinyin: 'erqi', level: 'county', parent: '410100' }),
  place('410105', { name: '金水区', short: '金水', pinyin: 'jinshui', level: 'county', parent: '410100' }),
  place('410200', { name: '开封市', short: '开封', pinyin: 'kaifeng', level: 'city', parent: '410000' }),
  place('410700', { name: '新乡市', short: '新乡', pinyin: 'xinxiang', level: 'city', parent: '410000' }),
  place('410300', { name: '洛阳市', short: '洛阳', pinyin: 'luoyang', level: 'city', parent: '410000' }),
  place('410302', { name: '老城区', short: '老城', pinyin: 'laocheng', level: 'county', parent: '410300' }),
  place('500000', { name: '重庆市', short: '重庆', pinyin: 'chongqing', level: 'province', parent: '000000' }),
];

type Naming = Pick<Region, 'name' | 'short' | 'pinyin' | 'level'> & { readonly parent: string };

function place(code: string, { parent, ...naming }: Naming): Region {
  return { code: region(code), ...naming, parent: region(parent), centre: HERE, box: [113, 34, 114, 35] };
}
