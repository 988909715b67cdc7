import type { Instant } from '../../../shared/kernel/instant.ts';
import { AMENITIES, type AmenityState, amenityState } from '../../../shared/station/amenity.ts';
import type { PublicStation } from '../../../shared/station/station.ts';
import {
  ACCESS_WORDS,
  AMENITY_WORDS,
  HOST_TYPE_WORDS,
  KIND_WORDS,
  STATUS_WORDS,
  TIER_WORDS,
  VERIFIED_WORDS,
} from '../../../shared/words/station.ts';
import { hoursText } from '../list/item.ts';
import type { RegionTable } from '../regions/table.ts';

export const SYNTHETIC_WORD = '示例数据，不是真实站点';
export const REAL_WORD = '登记册';

/** A station as anybody may have it: nothing of persons, nothing of how it is judged, GCJ-02 with six decimals. */
export type OpenStation = {
  readonly code: string;
  readonly name: string;
  readonly status: string;
  readonly kind: string;
  readonly region: string;
  readonly regionName: string;
  readonly address: string;
  readonly entrance: string | null;
  readonly lng: number;
  readonly lat: number;
  readonly datum: 'GCJ-02';
  readonly hours: string | null;
  readonly has: string;
  readonly broken: string;
  readonly access: string;
  readonly free: string;
  readonly phone: string | null;
  readonly hostType: string | null;
  readonly tier: string;
  readonly verified: string;
  readonly verifiedOn: string | null;
  readonly origin: string;
};

/** The columns of the file and what stands above them. */
export const OPEN_TITLES: { readonly [C in keyof OpenStation]: string } = {
  code: '站点编码',
  name: '名称',
  status: '状态',
  kind: '类型',
  region: '行政区划代码',
  regionName: '行政区划',
  address: '地址',
  entrance: '怎么找到门',
  lng: '经度（GCJ-02）',
  lat: '纬度（GCJ-02）',
  datum: '坐标系',
  hours: '开放时间',
  has: '有什么',
  broken: '坏了的',
  access: '怎么进',
  free: '免费',
  phone: '电话',
  hostType: '建站单位类型',
  tier: '等级',
  verified: '核实',
  verifiedOn: '核实日期',
  origin: '数据来源',
};
export const OPEN_COLUMNS = Object.keys(OPEN_TITLES) as readonly (keyof OpenStation)[];

/** `at`: the day whose season's hours are told. */
export type Telling = { readonly regions: RegionTable; readonly at: Instant };

export function openStation(station: PublicStation, { regions, at }: Telling): OpenStation {
  const { hostType, access, point } = station;
  return {
    code: station.code,
    name: station.name,
    status: STATUS_WORDS[station.status],
    kind: KIND_WORDS[station.kind],
    region: station.region,
    regionName: regions.fullName(station.region),
    address: station.address,
    entrance: station.entrance,
    lng: sixDecimals(point.lng),
    lat: sixDecimals(point.lat),
    datum: 'GCJ-02',
    hours: hoursText(station, at) ?? station.hours.raw,
    has: amenitiesIn(station, ['yes', 'seasonal']),
    broken: amenitiesIn(station, ['broken']),
    access: access.modes.map((mode) => ACCESS_WORDS[mode]).join('、'),
    free: access.free === null ? '不清楚' : access.free ? '免费' : '收费',
    phone: station.publicPhone,
    hostType: hostType === null ? null : HOST_TYPE_WORDS[hostType],
    tier: TIER_WORDS[station.tier],
    verified: VERIFIED_WORDS[station.verified],
    verifiedOn: station.verifiedOn,
    origin: station.origin === 'synthetic' ? SYNTHETIC_WORD : REAL_WORD,
  };
}

function amenitiesIn({ amenities }: PublicStation, states: readonly AmenityState[]): string {
  const codes = AMENITIES.filter((code) => states.includes(amenityState(amenities, code)));
  return codes.map((code) => AMENITY_WORDS[code]).join('、');
}

function sixDecimals(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
