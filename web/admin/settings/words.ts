import { SETTING_RULES } from '../../../shared/station/setting-rules.ts';
import type { SettingKey, SettingValue } from '../../../shared/station/settings.ts';
import { NO_STANDARD, OWN_STANDARD, ownItems, STANDARDS } from '../../../shared/station/standards.ts';
import type { Reply } from '../../platform/ask.ts';
import { wholeDate } from '../../ui/words/time.ts';

export type SettingItem = Reply<'settings'>['items'][number];

type Words = { readonly title: string; readonly hint: string };

/** What each setting is called, and what it changes for whom. */
export const SETTING_WORDS: { readonly [K in SettingKey]: Words } = {
  'county-approves': { title: '县级审核人能不能审核、验收', hint: '不能时，由市级以上审核。' },
  'revise-needs-approver': { title: '改名称、种类、建站单位或远移坐标要不要审核', hint: '不要时，改完马上生效。' },
  'duplicate-metres': {
    title: '多近算疑似重复',
    hint: '提交时，这么近的站点要逐个答复是不是同一个；站点列表里的疑点也按它。',
  },
  'federation-code-pattern': { title: '全总编码的格式', hint: '正则表达式，填了全总编码的站点要符合。' },
  'acceptance-standard': { title: '验收标准', hint: '验收时逐条勾对，有一条不符就不能验收。' },
  'acceptance-items': { title: '本地标准的条目', hint: '一行一条；验收标准选“本地标准”时用。' },
  'point-move-metres': { title: '坐标移多远不用审核', hint: '超过就等审核人同意。' },
  'relocate-metres': { title: '坐标移多远算迁址', hint: '超过就发新编码，旧编码指向新址。' },
  'hours-old-days': { title: '开放时间多少天没核对算太久', hint: '劳动者会看到“可能变了”，也进经办人的待办。' },
  'review-days': { title: '多少天内到现场复验一次', hint: '从上次现场核实或启用那天算起。' },
  'rectify-days': { title: '整改期限', hint: '下整改时没写期限，就按这个天数。' },
  'notice-days': { title: '退出公示期', hint: '公示那天不算；已经开始的公示不受影响。' },
  'report-answer-days': { title: '劳动者反馈多少天内答复', hint: '超过就算超期，排到最前。' },
  'report-keep-days': { title: '反馈的文字和照片保存多久', hint: '从答复那天算，到期抹去，只留记录。' },
  'rectify-warning-days': { title: '整改到期前多少天提醒', hint: '进经办人的待办。' },
  'contract-warning-days': { title: '合同到期前多少天提醒', hint: '进经办人的待办。' },
  'term-warning-days': { title: '临时站点到期前多少天提醒', hint: '进经办人的待办。' },
  'review-warning-days': { title: '年度复验到期前多少天提醒', hint: '进经办人和巡查员的待办。' },
  'report-due-days': { title: '统计期结束后多少天内上报', hint: '县级按这个天数，市、省、全国每高一级多 3 天。' },
};

export const SETTING_GROUPS: readonly { readonly title: string; readonly keys: readonly SettingKey[] }[] = [
  {
    title: '登记和审核',
    keys: [
      'county-approves',
      'revise-needs-approver',
      'duplicate-metres',
      'acceptance-standard',
      'acceptance-items',
      'federation-code-pattern',
    ],
  },
  { title: '变更和迁址', keys: ['point-move-metres', 'relocate-metres'] },
  { title: '核对和复验', keys: ['hours-old-days', 'review-days'] },
  { title: '整改和退出', keys: ['rectify-days', 'notice-days'] },
  { title: '劳动者反馈', keys: ['report-answer-days', 'report-keep-days'] },
  { title: '统计上报', keys: ['report-due-days'] },
  {
    title: '待办提醒',
    keys: ['rectify-warning-days', 'contract-warning-days', 'term-warning-days', 'review-warning-days'],
  },
];

export const STANDARD_NAMES: ReadonlyMap<string, string> = new Map([
  [NO_STANDARD, '不设标准'],
  ...STANDARDS.map(({ id, name }): [string, string] => [id, name]),
  [OWN_STANDARD, '本地标准'],
]);

const FLAGS: { readonly [K in 'county-approves' | 'revise-needs-approver']: readonly [yes: string, no: string] } = {
  'county-approves': ['能', '不能'],
  'revise-needs-approver': ['要', '不要'],
};

export function flagWords(key: SettingKey): readonly [yes: string, no: string] {
  return key === 'county-approves' || key === 'revise-needs-approver' ? FLAGS[key] : ['是', '否'];
}

/** A value as people say it: `7 天`, `200 米`, `能`, `六有标准（第 1 版）`. */
export function valueWords(key: SettingKey, value: SettingValue): string {
  const rule = SETTING_RULES[key];
  if (rule.kind === 'whole') return `${value} ${rule.unit === 'days' ? '天' : '米'}`;
  if (rule.kind === 'flag') return flagWords(key)[value === true ? 0 : 1];
  const text = String(value);
  if (rule.kind === 'choice') return STANDARD_NAMES.get(text) ?? text;
  if (rule.kind === 'items') return ownItems(text).length === 0 ? '没有条目' : ownItems(text).join('、');
  return text;
}

/** Whose value holds: `自己定的，2026年11月1日起`, `跟郑州市总工会一样`, `全国默认`. */
export function sourceWords({ source }: Pick<SettingItem, 'source'>, union: string): string {
  if (source === null) return '全国默认';
  return source.union === union ? `自己定的，${wholeDate(source.from.slice(0, 10))}起` : `跟${source.unionName}一样`;
}
