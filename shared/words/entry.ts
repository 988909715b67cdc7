import type {
  ACTIVITY_KINDS,
  EntryBody,
  EntryKind,
  EntrySaid,
  FUND_KINDS,
  FUND_LEVELS,
  HONOUR_RESULTS,
  INSPECTION_KINDS,
  LISTING_STATES,
  MAP_PROVIDERS,
  Occupation,
  VISIT_CHANNELS,
} from '../station/entry.ts';
import { entryTerm } from '../station/entry-check.ts';
import { HONOUR_WORDS } from './station.ts';
import { dateText } from './value.ts';

type WordsOf<Code extends string> = { readonly [C in Code]: string };

export const ENTRY_KIND_WORDS: WordsOf<EntryKind> = {
  inspection: '巡查',
  visits: '服务人次',
  funding: '经费投入',
  activity: '活动',
  listing: '地图上线',
  honour: '最美站点',
  gift: '爱心货架',
  reach: '覆盖人数',
};
export const INSPECTION_KIND_WORDS: WordsOf<(typeof INSPECTION_KINDS)[number]> = {
  routine: '日常巡查',
  annual: '年度复验',
  'follow-up': '整改复查',
};
export const VISIT_CHANNEL_WORDS: WordsOf<(typeof VISIT_CHANNELS)[number]> = {
  'hand-count': '人工计数',
  gate: '门禁或客流计数',
  'member-card': '会员卡（码）',
  other: '其他方式',
};
export const OCCUPATION_WORDS: WordsOf<Occupation> = {
  courier: '快递员',
  'food-rider': '外卖配送员',
  driver: '司机',
  sanitation: '环卫工人',
  other: '其他劳动者',
};
export const FUND_LEVEL_WORDS: WordsOf<(typeof FUND_LEVELS)[number]> = {
  national: '全国总工会',
  province: '省级工会',
  city: '市级工会',
  county: '县级工会',
  town: '乡镇街道工会',
  host: '建站单位',
  government: '政府',
  other: '其他来源',
};
export const FUND_KIND_WORDS: WordsOf<(typeof FUND_KINDS)[number]> = {
  building: '建设改造',
  equipment: '设备',
  running: '运行维护',
  supplies: '物资',
  activity: '活动',
  other: '其他',
};
export const ACTIVITY_KIND_WORDS: WordsOf<(typeof ACTIVITY_KINDS)[number]> = {
  relief: '送温暖送清凉',
  legal: '法律服务',
  health: '健康服务',
  training: '技能培训',
  culture: '文化体育',
  'join-union': '集中入会',
  other: '其他',
};
export const MAP_PROVIDER_WORDS: WordsOf<(typeof MAP_PROVIDERS)[number]> = {
  amap: '高德地图',
  baidu: '百度地图',
  tencent: '腾讯地图',
};
export const LISTING_STATE_WORDS: WordsOf<(typeof LISTING_STATES)[number]> = {
  online: '已上线',
  mismatch: '信息不符',
  missing: '没有上线',
};
export const HONOUR_RESULT_WORDS: WordsOf<(typeof HONOUR_RESULTS)[number]> = {
  quota: '分到名额',
  nominated: '已推树',
  passed: '已通过',
  failed: '没通过',
};
export const GIFT_WAY_WORDS: WordsOf<'in' | 'out'> = { in: '收进', out: '送出' };

/** Fields of entries as their forms call them. */
const FIELD_NAMES: { readonly [field: string]: string } = {
  station: '站点',
  union: '工会',
  day: '日期',
  month: '月份',
  year: '年份',
  note: '说明',
  kind: '种类',
  dueOn: '应当在这天前巡查',
  looked: '检查项数',
  findings: '发现的问题',
  finding: '发现的问题',
  rectifyBy: '整改期限',
  rectifiedOn: '整改完成日期',
  channel: '计数方式',
  days: '开放计数天数',
  people: '人次',
  ...OCCUPATION_WORDS,
  level: '级别',
  yuan: '金额（元）',
  title: '活动名称',
  participants: '参加人数',
  joined: '现场入会人数',
  provider: '哪家地图',
  state: '上线情况',
  result: '结果',
  count: '个数',
  way: '收进还是送出',
  items: '件数',
  workers: '覆盖劳动者人数',
  reason: '原因',
  // Columns of ledgers.
  inspectedOn: '最近巡查日期',
  foundCount: '巡查发现问题数',
  visitsLastMonth: '上月服务人次',
  yuanThisYear: '本年投入（元）',
  amapListing: '高德上线情况',
  baiduListing: '百度上线情况',
  tencentListing: '腾讯上线情况',
  honoured: '最美站点（级别/年份）',
};

/** A field nobody gave a name is 这一项. */
export function entryFieldName(field: string): string {
  return FIELD_NAMES[field] ?? '这一项';
}

/** When it was, as people say it: a day, a month, a year. */
export function entryDayText({ kind, day }: { readonly kind: EntryKind; readonly day: string }): string {
  const [year, month] = day.split('-').map(Number);
  const term = entryTerm(kind);
  if (term === 'month') return `${year}年${month}月`;
  return term === 'year' ? `${year}年` : dateText(day);
}

/** What an entry says, without its day, place and note: `日常巡查，查 8 项，发现问题 1 个：灭火器过期`. */
export function entryText(entry: EntrySaid): string {
  switch (entry.kind) {
    case 'inspection':
      return inspectionText(entry.body);
    case 'visits':
      return visitsText(entry.body);
    case 'funding':
      return `${FUND_LEVEL_WORDS[entry.body.level]}，${FUND_KIND_WORDS[entry.body.kind]} ${yuanText(entry.body.yuan)}`;
    case 'activity': {
      const { kind, title, participants, joined } = entry.body;
      const joining = joined > 0 ? `，现场入会 ${counted(joined)} 人` : '';
      return `${ACTIVITY_KIND_WORDS[kind]}“${title}”，${counted(participants)} 人参加${joining}`;
    }
    case 'listing':
      return `${MAP_PROVIDER_WORDS[entry.body.provider]}：${LISTING_STATE_WORDS[entry.body.state]}`;
    case 'honour': {
      const { level, result, count } = entry.body;
      return `${HONOUR_WORDS[level]}，${HONOUR_RESULT_WORDS[result]}${result === 'quota' ? ` ${count} 个` : ''}`;
    }
    case 'gift': {
      const { way, items, yuan } = entry.body;
      return `${GIFT_WAY_WORDS[way]} ${counted(items)} 件${yuan === null ? '' : `，约 ${yuanText(yuan)}`}`;
    }
    case 'reach':
      return `覆盖劳动者 ${counted(entry.body.workers)} 人`;
  }
}

export function yuanText(yuan: number): string {
  return `${counted(yuan)} 元`;
}

/** Thousands by comma. */
function counted(count: number): string {
  return count.toLocaleString('zh-CN');
}

function visitsOf(people: EntryBody['visits']['people']): number {
  return Object.values(people).reduce((sum, count) => sum + count, 0);
}

function inspectionText({ kind, looked, findings, rectifyBy, rectifiedOn }: EntryBody['inspection']): string {
  const what = `${INSPECTION_KIND_WORDS[kind]}，查 ${looked} 项`;
  if (findings.length === 0) return `${what}，没发现问题`;
  const told = `${what}，发现问题 ${findings.length} 个：${findings.map(({ item }) => item).join('、')}`;
  if (rectifiedOn !== null) return `${told}；${dateText(rectifiedOn)}已整改`;
  return rectifyBy === null ? told : `${told}；${dateText(rectifyBy)}前整改`;
}

function visitsText({ channel, days, people }: EntryBody['visits']): string {
  const parts = (Object.keys(OCCUPATION_WORDS) as Occupation[]).flatMap((one) =>
    people[one] > 0 ? [`${OCCUPATION_WORDS[one]} ${counted(people[one])}`] : [],
  );
  const who = parts.length === 0 ? '' : `（${parts.join('、')}）`;
  return `${VISIT_CHANNEL_WORDS[channel]}，${days} 天 ${counted(visitsOf(people))} 人次${who}`;
}
