import type { Amenity } from '../station/amenity.ts';
import {
  AMENITY_WORDS,
  BUILD_WORDS,
  HOST_TYPE_WORDS,
  KIND_WORDS,
  OPERATION_WORDS,
  ORIGIN_WORDS,
  STATUS_WORDS,
  TIER_WORDS,
  VERIFIED_WORDS,
} from '../words/station.ts';
import type { ExportColumn, ListColumn } from './list-columns.ts';
import type { Doubt, ListFilter } from './list-filter.ts';

/** Words of the list that both a screen and a file need. */

export const DOUBT_WORDS: { readonly [D in Doubt | 'any']: string } = {
  any: '有疑点',
  waiting: '台账待核对',
  unread: '时间没看懂',
  near: '附近有相近站',
  broken: '有坏了的设施',
  overdue: '整改逾期',
  old: '时间太久没核对',
};

export const HOURS_KNOWN_WORDS: { readonly [K in ListFilter['hours'][number]]: string } = {
  always: '24 小时',
  unknown: '时间不详',
  unread: '时间没看懂',
  old: '太久没核对',
};

export const LIST_COLUMN_WORDS: { readonly [C in ListColumn]: string } = {
  status: '状态',
  union: '主管工会',
  region: '区县',
  town: '镇街',
  address: '地址',
  host: '建站单位',
  brand: '品牌',
  kind: '种类',
  tier: '等级',
  hours: '开放时间',
  verified: '核实',
  doubts: '疑点',
  basics: '基本五项',
  photos: '照片',
  federationCode: '全总编码',
  changed: '最近变更',
};

/** Title of a file's column and what stands in it. */
export const EXPORT_COLUMN_WORDS: { readonly [C in ExportColumn]: readonly [title: string, meaning: string] } = {
  code: ['站点编码', '15 位；还没发码的空着'],
  federationCode: ['全总编码', '全国总工会自己的编码'],
  name: ['站点名称', '对外的名称'],
  status: ['状态', '登记册里的状态'],
  kind: ['站点类型', '驿站、司机之家、临时住宿驿站、流动驿站'],
  brand: ['品牌', '爱心驿站、劳动者港湾等'],
  aliases: ['别名', '搜得到的其他叫法'],
  union: ['主管工会', '对站点负责的工会'],
  region: ['区县', '站点现在所在的区县'],
  town: ['乡镇街道', '乡镇或街道'],
  address: ['地址', '门牌地址'],
  entrance: ['入口说明', '怎么找到门'],
  lng: ['经度', '坐标系写在列名里'],
  lat: ['纬度', '坐标系写在列名里'],
  hostType: ['建站单位类型', '银行、邮政、加油站等'],
  hostName: ['建站单位', '建站单位的名称'],
  build: ['建设方式', '谁建的'],
  operation: ['管理方式', '谁在管'],
  tier: ['等级', '基本型、标杆型、24 小时智能型'],
  stars: ['星级', '0 到 5；0 是没评'],
  hours: ['开放时间', '一周的开放时间；看不懂的写原文；时间不详的空着'],
  has: ['设施', '写明有的设施，含只在部分季节有的'],
  lacks: ['没有的设施', '写明没有的设施'],
  broken: ['坏了的设施', '坏了、在修的设施'],
  unclear: ['不清楚的设施', '没人说过有没有的设施，按 38 项设施数'],
  access: ['进门方式', '推门就进、扫码开门等'],
  phone: ['联系电话', '对外公布的电话'],
  verified: ['核实', '最近一次怎么核实的'],
  verifiedOn: ['核实日期', '最近一次核实的日期'],
  until: ['期限', '暂停到、整改到或公示到哪一天'],
  doubts: ['疑点', '要人看一眼的地方'],
  openedOn: ['启用日期', '开始对外开放的日期'],
  photos: ['照片数', '存了几张照片'],
  changedOn: ['变更日期', '登记资料最近一次变更的日期'],
};

/** How unions and regions are called; their number where nobody knows. */
export type Names = { readonly union: (id: string) => string; readonly region: (code: string) => string };

/** Every condition in a few words: `状态：正常、暂停`. None for no condition. */
export function conditionWords(filter: ListFilter, names: Names): readonly string[] {
  const said = [
    one('搜索', filter.q),
    some('状态', filter.status, STATUS_WORDS),
    one('工会', filter.union === undefined ? '' : `${names.union(filter.union)}及下级`),
    one('区划', filter.region === undefined ? '' : names.region(filter.region)),
    one('镇街', filter.town),
    one('品牌', filter.brand),
    some('种类', filter.kind, KIND_WORDS),
    some('建站单位', filter.host, HOST_TYPE_WORDS),
    some('建设方式', filter.build, BUILD_WORDS),
    some('管理方式', filter.operation, OPERATION_WORDS),
    some('等级', filter.tier, TIER_WORDS),
    filter.stars === undefined ? '' : `${filter.stars} 星以上`,
    ...amenityWords(filter),
    some('核实', filter.verified, VERIFIED_WORDS),
    filter.older === undefined ? '' : `${filter.older} 天没核实`,
    some('开放时间', filter.hours, HOURS_KNOWN_WORDS),
    some('疑点', filter.doubt, DOUBT_WORDS),
    some('数据来源', filter.origin, ORIGIN_WORDS),
    filter.photos === undefined ? '' : filter.photos ? '有照片' : '没有照片',
  ];
  return said.filter((text) => text !== '');
}

function amenityWords(filter: ListFilter): readonly string[] {
  const words: { readonly [A in Amenity]: string } = AMENITY_WORDS;
  return [
    some('有', filter.has, words),
    some('没有', filter.lacks, words),
    some('坏了', filter.broken, words),
    some('不清楚', filter.unclear, words),
  ];
}

function one(title: string, value: string): string {
  return value === '' ? '' : `${title}：${value}`;
}

function some<C extends string>(title: string, codes: readonly C[], words: { readonly [K in C]: string }): string {
  return one(title, codes.map((code) => words[code]).join('、'));
}
