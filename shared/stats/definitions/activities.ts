import { ACTIVITY_KINDS, type EntryBody } from '../../station/entry.ts';
import type { Counting } from '../fold.ts';
import { within } from './entry-sums.ts';
import { define } from './make.ts';

const KINDS: { readonly [K in EntryBody['activity']['kind']]: string } = {
  relief: '送温暖送清凉',
  legal: '法律服务',
  health: '健康服务',
  training: '技能培训',
  culture: '文化体育',
  'join-union': '集中入会',
  other: '其他活动',
};

const PEOPLE = { unit: '人', ofPeople: true } as const;
const DAY = '按活动那天算，站点的和工会整体的都算。';

const KIND_TABLE = ACTIVITY_KINDS.map((kind) =>
  define({
    id: `activities.${kind}`,
    name: `其中：${KINDS[kind]}`,
    unit: '场',
    counts: `活动里的${KINDS[kind]}。`,
    fold: within('activity', (body) => Number(body.kind === kind)),
  }),
);

export const ACTIVITIES: readonly Counting[] = [
  define({
    id: 'activities.count',
    name: '活动',
    unit: '场',
    counts: `工作台账里记的活动。${DAY}`,
    leavesOut: '撤回的记录。',
    fold: within('activity', () => 1),
  }),
  ...KIND_TABLE,
  define({
    ...PEOPLE,
    id: 'activities.participants',
    name: '参加人数',
    counts: `各场活动的参加人数相加，一个人参加两场算两次。${DAY}`,
    fold: within('activity', ({ participants }) => participants),
  }),
  define({
    ...PEOPLE,
    id: 'activities.joined',
    name: '现场入会人数',
    counts: `活动现场加入工会的人数。${DAY}`,
    leavesOut: '不在活动现场入会的。',
    fold: within('activity', ({ joined }) => joined),
  }),
  define({
    id: 'activities.gift-in',
    name: '爱心货架收进',
    unit: '件',
    counts: '统计期内爱心货架收进的物品件数。',
    fold: within('gift', ({ way, items }) => (way === 'in' ? items : 0)),
    national: true,
  }),
  define({
    id: 'activities.gift-out',
    name: '爱心货架送出',
    unit: '件',
    counts: '统计期内爱心货架送出的物品件数。',
    fold: within('gift', ({ way, items }) => (way === 'out' ? items : 0)),
    national: true,
  }),
  define({
    id: 'activities.gift-in-yuan',
    name: '收进物品折价',
    unit: '元',
    digits: 2,
    counts: '收进的物品写明的折价，没写的按 0 算。',
    fold: within('gift', ({ way, yuan }) => (way === 'in' ? (yuan ?? 0) : 0)),
  }),
];
