import type { Counting, SumFold } from '../fold.ts';
import { type HoursClass, hoursClass } from '../hours-class.ts';
import { define, share } from './make.ts';

const PUBLISHED = '期末站点中';

function ofClass(wanted: HoursClass): SumFold {
  return { of: 'closing', value: ({ hours }) => Number(hoursClass(hours) === wanted) };
}

export const HOURS: readonly Counting[] = [
  define({
    id: 'hours.office',
    name: '办公时间开放',
    counts: `${PUBLISHED}只在周一至周五、7点到19点之间开放的。按平常一周的开放时间，不看节假日、季节和临时安排。`,
    fold: ofClass('office'),
  }),
  define({
    id: 'hours.extended',
    name: '延时开放',
    counts: `${PUBLISHED}有一天在7点以前或19点以后也开放，或者周末也开放的。按平常一周的开放时间。`,
    leavesOut: '24小时开放的。',
    fold: ofClass('extended'),
    national: true,
  }),
  define({
    id: 'hours.always',
    name: '24小时开放',
    counts: `${PUBLISHED}每天24小时开放的。按平常一周的开放时间。`,
    fold: ofClass('always'),
    national: true,
  }),
  define({
    id: 'hours.unknown',
    name: '开放时间不清楚',
    counts: `${PUBLISHED}没有开放时间，或者有的日子没有写明的。`,
    fold: ofClass('unknown'),
  }),
  define({
    id: 'hours.smart',
    name: '智能站点',
    counts: `${PUBLISHED}星级档次为智能24小时的。`,
    leavesOut: '与开放时间各类重叠，不与它们相加。',
    fold: { of: 'closing', value: ({ tier }) => Number(tier === 'smart-24h') },
    national: true,
  }),
  share({
    id: 'hours.always-share',
    name: '24小时开放占比',
    counts: '24小时开放的站点数除以期末站点数。',
    over: 'hours.always',
    under: 'stock.closing',
  }),
  share({
    id: 'hours.known-late-share',
    name: '延时及24小时占比',
    counts: '延时开放和24小时开放的站点数除以开放时间清楚的站点数。',
    leavesOut: '开放时间不清楚的站点不在分母里。',
    over: ['hours.extended', 'hours.always'],
    under: ['hours.office', 'hours.extended', 'hours.always'],
  }),
];
