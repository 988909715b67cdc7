import { type EntryBody, OCCUPATIONS, type Occupation, VISIT_CHANNELS } from '../../station/entry.ts';
import type { Beside, Counting } from '../fold.ts';
import { daysIn, dayWithin, isOf, ofYear, within } from './entry-sums.ts';
import { define, indicatorId } from './make.ts';

type Visits = EntryBody['visits'];

const CHANNELS: { readonly [C in Visits['channel']]: string } = {
  'hand-count': '人工计数',
  gate: '门禁或客流计数',
  'member-card': '会员卡（码）',
  other: '其他方式',
};
const WORKERS: { readonly [O in Occupation]: string } = {
  courier: '快递员',
  'food-rider': '外卖配送员',
  driver: '司机',
  sanitation: '环卫工人',
  other: '其他劳动者',
};

const peopleOf = ({ people }: Visits): number => OCCUPATIONS.reduce((sum, one) => sum + people[one], 0);
/** To the hundredth: of one station; what is shown is their sum. */
const aDay = (people: number, days: number): number => Math.round((people / days) * 100) / 100;

const UNIT = { unit: '人次', ofPeople: true } as const;
const MONTHS = '按记的月份算，整月记在月初。';

/** What the station or its union reported of the span, and whether it reported at all. */
function reportedIn({ entries, span }: Beside): { readonly people: number; readonly isTold: boolean } {
  let [people, isTold] = [0, false];
  for (const entry of entries) {
    if (!isOf(entry, 'visits') || !dayWithin(entry.day, span)) continue;
    people += peopleOf(entry.body);
    isTold = true;
  }
  return { people, isTold };
}

const CHANNEL_TABLE = VISIT_CHANNELS.map((channel) =>
  define({
    ...UNIT,
    id: `visits.by-${channel}`,
    name: `上报：${CHANNELS[channel]}`,
    counts: `上报人次里用“${CHANNELS[channel]}”数出来的。`,
    fold: within('visits', (body) => (body.channel === channel ? peopleOf(body) : 0)),
  }),
);
const WORKER_TABLE = OCCUPATIONS.map((occupation) =>
  define({
    ...UNIT,
    id: `visits.of-${occupation}`,
    name: `上报：${WORKERS[occupation]}`,
    counts: `上报人次里的${WORKERS[occupation]}。`,
    fold: within('visits', ({ people }) => people[occupation]),
  }),
);

/** Measured and reported stand apart: they count the same doors in two ways and are never added. */
export const VISITS: readonly Counting[] = [
  define({
    ...UNIT,
    id: 'visits.measured',
    name: '扫码计量人次',
    counts: '统计期内在站点扫标牌二维码的次数，按扫码那天算。',
    leavesOut: '没有扫码的人；与上报人次不相加。',
    fold: { of: 'visit', value: ({ visits }) => visits },
  }),
  define({
    ...UNIT,
    id: 'visits.reported',
    name: '上报服务人次',
    counts: `站点或工会在工作台账里记的服务人次。${MONTHS}`,
    leavesOut: '撤回的记录；扫码计量的人次。',
    fold: within('visits', peopleOf),
    national: true,
  }),
  define({
    ...UNIT,
    id: 'visits.daily',
    name: '日均服务人次（上报）',
    counts: '上报服务人次除以统计期的天数；还没结束的统计期算到截至那天。',
    fold: within('visits', (body, span) => aDay(peopleOf(body), daysIn(span))),
    national: true,
  }),
  define({
    id: 'visits.covered',
    name: '覆盖劳动者人数',
    unit: '人',
    ofPeople: true,
    counts:
      '各工会在工作台账里填报的当年站点服务覆盖的户外劳动者人数（估计数），工会整体和各站点每年各一条，相加。按年记：统计期是月或季度就是当年的数，各月不能相加。',
    leavesOut: '撤回的记录。上级不重复填下级和站点已填的人，系统不代为去重。',
    fold: ofYear('reach', ({ workers }) => workers),
    national: true,
  }),
  ...CHANNEL_TABLE,
  ...WORKER_TABLE,
  define({
    id: 'visits.days',
    name: '计数站日',
    unit: '站日',
    counts: '上报服务人次时写明的开放计数天数，各站点相加。',
    fold: within('visits', ({ days }) => days),
  }),
  define({
    id: 'visits.per-day',
    name: '每站日人次（平均）',
    unit: '人次',
    digits: 1,
    counts: '上报服务人次除以计数站日。',
    leavesOut: '没有上报的站点。',
    fold: { of: 'share', over: [indicatorId('visits.reported')], under: [indicatorId('visits.days')], times: 1 },
  }),
  define({
    id: 'visits.per-day-median',
    name: '每站日人次（中位数）',
    unit: '人次',
    digits: 1,
    counts: '每笔上报按它的计数天数算出每天多少人次，取正中间的那个。',
    leavesOut: '计数天数是 0 的。',
    fold: {
      of: 'median',
      fact: 'entry',
      kind: 'visits',
      value: ({ entry }, span) =>
        isOf(entry, 'visits') && entry.body.days > 0 && dayWithin(entry.day, span)
          ? peopleOf(entry.body) / entry.body.days
          : null,
    },
  }),
  define({
    id: 'visits.zero',
    name: '上报为零的站点',
    counts: '期末站点里统计期内上报了、但上报的人次是 0 的。',
    fold: {
      of: 'closing',
      reads: ['entries'],
      value: (_, beside) => {
        const { people, isTold } = reportedIn(beside);
        return Number(isTold && people === 0);
      },
    },
  }),
  define({
    id: 'visits.silent',
    name: '没有数的站点',
    counts: '期末站点里统计期内既没有扫码、也没有上报的。',
    fold: {
      of: 'closing',
      reads: ['visits', 'entries'],
      value: (_, beside) => Number(beside.visits === 0 && !reportedIn(beside).isTold),
    },
  }),
];
