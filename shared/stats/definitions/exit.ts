import { EXIT_REASONS } from '../../station/command.ts';
import type { Counting, ExitFact } from '../fold.ts';
import { EXIT_NAMES } from './exit-names.ts';
import { define, indicatorId, share } from './make.ts';

function daysTaken({ on, foundOn }: ExitFact): number | null {
  return foundOn === null ? null : on - foundOn;
}

export const EXIT: readonly Counting[] = [
  define({
    id: 'exit.total',
    name: '退出与合并',
    counts: '本期内退出、到期结束和并入别的站点的站点。',
    leavesOut: '迁走的，它们没有离开。',
    fold: { of: 'exit', value: () => 1 },
  }),
  ...EXIT_REASONS.map((reason) =>
    define({
      id: `exit.${reason.toLowerCase().replace(/_/g, '-')}`,
      name: EXIT_NAMES[reason],
      counts: `本期内因“${EXIT_NAMES[reason]}”离开的站点，按提出退出时写的原因。`,
      fold: { of: 'exit', value: ({ cause }) => Number(cause === reason) },
    }),
  ),
  define({
    id: 'exit.no-reason',
    name: '没有写原因代码',
    counts: '本期内离开、但没有写原因代码的站点。',
    fold: { of: 'exit', value: ({ cause }) => Number(cause === null) },
  }),
  define({
    id: 'exit.from-finding',
    name: '有整改或提出日期的退出',
    counts: '本期内离开的站点中，离开前有限期整改或拟退出的。',
    fold: { of: 'exit', value: (exit) => Number(daysTaken(exit) !== null) },
  }),
  define({
    id: 'exit.days',
    name: '从发现到退出的天数合计',
    counts: '每个离开的站点，从这一次限期整改（没有整改的，从提出退出）那天到离开那天的天数，加在一起。',
    unit: '天',
    fold: { of: 'exit', value: (exit) => daysTaken(exit) ?? 0 },
  }),
  define({
    id: 'exit.days-mean',
    name: '从发现到退出平均天数',
    counts: '天数合计除以有整改或提出日期的退出。',
    unit: '天',
    digits: 1,
    fold: { of: 'share', over: [indicatorId('exit.days')], under: [indicatorId('exit.from-finding')], times: 1 },
  }),
  define({
    id: 'exit.days-median',
    name: '从发现到退出天数中位数',
    counts: '同样的天数，从小到大排在正中的那个；偶数个取中间两个的平均。',
    unit: '天',
    digits: 1,
    fold: { of: 'median', fact: 'exit', value: daysTaken },
  }),
  define({
    id: 'exit.leaving',
    name: '期末正在退出',
    counts: '期末站点中拟退出或在退出公示中的。',
    fold: { of: 'closing', value: ({ status }) => Number(status === 'exit-proposed' || status === 'exit-notice') },
  }),
  define({
    id: 'exit.rectifying',
    name: '期末限期整改',
    counts: '期末站点中正在限期整改的。',
    fold: { of: 'closing', value: ({ status }) => Number(status === 'rectifying') },
  }),
  define({
    id: 'exit.tasks-done',
    name: '善后事项本期办结',
    unit: '件',
    counts: '收回标牌、各地图下架等退出以后的事项，在本期内办结的。',
    fold: {
      of: 'task',
      value: ({ doneOn }, { first, last }) => Number(doneOn !== null && doneOn >= first && doneOn <= last),
    },
  }),
  define({
    id: 'exit.tasks-open',
    name: '善后事项期末未办',
    unit: '件',
    counts: '退出以后的事项，到期末还没有办结的。',
    fold: { of: 'task', value: ({ doneOn }, { last }) => Number(doneOn === null || doneOn > last) },
  }),
  define({
    id: 'exit.tasks-overdue',
    name: '善后事项期末逾期',
    unit: '件',
    counts: '到期末还没有办结、期限已经过了的。',
    fold: {
      of: 'task',
      value: ({ doneOn, due }, { last }) => Number((doneOn === null || doneOn > last) && due !== null && due < last),
    },
  }),
  share({
    id: 'exit.rate',
    name: '退出率',
    counts: '本期退出和合并的站点数除以期初站点数。',
    over: 'exit.total',
    under: 'stock.opening',
    digits: 2,
  }),
];
