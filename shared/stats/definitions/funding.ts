import { type EntryBody, FUND_KINDS, FUND_LEVELS, OCCUPATIONS } from '../../station/entry.ts';
import type { Counting } from '../fold.ts';
import { ofYear } from './entry-sums.ts';
import { define, indicatorId } from './make.ts';

type Funding = EntryBody['funding'];

const LEVELS: { readonly [L in Funding['level']]: string } = {
  national: '全国总工会',
  province: '省级工会',
  city: '市级工会',
  county: '县级工会',
  town: '乡镇街道工会',
  host: '建站单位',
  government: '政府',
  other: '其他来源',
};
const KINDS: { readonly [K in Funding['kind']]: string } = {
  building: '建设改造',
  equipment: '设备',
  running: '运行维护',
  supplies: '物资',
  activity: '活动',
  other: '其他',
};

const YUAN = { unit: '元', digits: 2 } as const;
const BY_YEAR = '经费按年记：统计期是一年就是那一年的，是月或季度就是当年到期末记下的，各月不能相加。';

const LEVEL_TABLE = FUND_LEVELS.map((level) =>
  define({
    ...YUAN,
    id: `funding.from-${level}`,
    name: `来自${LEVELS[level]}`,
    counts: `经费投入里来自${LEVELS[level]}的。${BY_YEAR}`,
    fold: ofYear('funding', (body) => (body.level === level ? body.yuan : 0)),
  }),
);
const KIND_TABLE = FUND_KINDS.map((kind) =>
  define({
    ...YUAN,
    id: `funding.for-${kind}`,
    name: `用于${KINDS[kind]}`,
    counts: `经费投入里用于${KINDS[kind]}的。${BY_YEAR}`,
    fold: ofYear('funding', (body) => (body.kind === kind ? body.yuan : 0)),
  }),
);

export const FUNDING: readonly Counting[] = [
  define({
    ...YUAN,
    id: 'funding.total',
    name: '经费投入',
    counts: `工作台账里记的投入，站点的和工会整体的都算。${BY_YEAR}`,
    leavesOut: '撤回的记录；折算成钱的物资（见爱心货架）。',
    fold: ofYear('funding', ({ yuan }) => yuan),
  }),
  ...LEVEL_TABLE,
  ...KIND_TABLE,
  define({
    id: 'funding.visits',
    name: '当年服务人次（上报）',
    unit: '人次',
    ofPeople: true,
    counts: '期末所在年份到期末上报的服务人次，用来算每人次投入。',
    fold: ofYear('visits', ({ people }) => OCCUPATIONS.reduce((sum, one) => sum + people[one], 0)),
  }),
  define({
    ...YUAN,
    id: 'funding.per-visit',
    name: '每人次投入',
    counts: '经费投入除以当年服务人次（上报），同一年、同一个截至时刻。',
    leavesOut: '没有上报人次的，算不出。',
    fold: { of: 'share', over: [indicatorId('funding.total')], under: [indicatorId('funding.visits')], times: 1 },
  }),
];
