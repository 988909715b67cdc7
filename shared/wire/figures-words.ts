import type { TableId } from '../stats/definition.ts';
import type { Question, RowsBy } from '../stats/question.ts';

/** Tables of figures as pages, files and the command line name them; each is also the name of its sheet. */
export const TABLE_WORDS: { readonly [T in TableId]: string } = {
  stock: '存量与增减',
  hours: '开放时间',
  amenities: '服务设施',
  visits: '到访',
  inspection: '巡查复验',
  exit: '退出',
  funding: '经费',
  listing: '地图上线',
  honours: '最美与荣誉',
  activities: '活动与入会',
  quality: '数据质量',
  voice: '劳动者声音',
};

export const ROWS_BY_WORDS: { readonly [B in RowsBy]: string } = {
  none: '只要合计',
  region: '下一级行政区划',
  province: '省',
  city: '市',
  county: '县区',
  union: '下一级工会',
  kind: '站点类型',
  size: '面积大小',
  build: '建设方式',
  operation: '运行方式',
  hostType: '建站单位类型',
  tier: '等级',
};

const DIVISIONS_WORDS: readonly (readonly [Question['divisions'], string])[] = [
  ['then', '当时的行政区划'],
  ['today', '按今天的行政区划'],
];

export function divisionsWord(divisions: Question['divisions']): string {
  return DIVISIONS_WORDS.find(([name]) => name === divisions)?.[1] ?? '';
}
export const STATIONS_WORDS = { real: '真实站点', synthetic: '示例数据' } as const;

/** Stands for a figure that is kept back. */
export const FEW = '＊';
export const FEW_MEANING = '＊ 涉及人的数少于 5，或者为了不让人推算出那样的数，不列出来';
