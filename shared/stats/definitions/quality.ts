import { AMENITIES, BASIC_FIVE } from '../../station/amenity.ts';
import { countIn } from '../amenity-states.ts';
import type { Beside, Counting } from '../fold.ts';
import { hoursClass } from '../hours-class.ts';
import type { Stand } from '../stand.ts';
import { define, share } from './make.ts';

/** Statements older than this are doubted. */
export const OLD_DAYS = 180;
export const NEAR_METRES = 50;

const BASICS = [...BASIC_FIVE, 'toilet' as const].map((code) => AMENITIES.indexOf(code));
const ALL = AMENITIES.map((_, at) => at);

function isOld({ verifiedOn }: Stand, { span }: Beside): boolean {
  return verifiedOn === null || span.last - verifiedOn > OLD_DAYS;
}

export const QUALITY: readonly Counting[] = [
  define({
    id: 'quality.unverified',
    name: '位置未核实',
    counts: '期末站点中，从来没有核实过的。',
    fold: { of: 'closing', value: ({ verified }) => Number(verified === 'unverified') },
  }),
  define({
    id: 'quality.outside',
    name: '位置不在所属区划内',
    counts: '期末站点中，坐标落在所登记区县边界以外的。',
    fold: { of: 'outside' },
  }),
  define({
    id: 'quality.near',
    name: '50米内另有站点',
    counts: '期末站点中，50米以内还有另一个在册站点的，两个都计。',
    leavesOut: '只是提示，两个站点可以真的挨着。',
    fold: { of: 'near', metres: NEAR_METRES },
  }),
  define({
    id: 'quality.hours-unknown',
    name: '开放时间不清楚',
    counts: '期末站点中，没有开放时间，或者有的日子没有写明的。',
    fold: { of: 'closing', value: ({ hours }) => Number(hoursClass(hours) === 'unknown') },
  }),
  define({
    id: 'quality.hours-old',
    name: '开放时间过旧',
    counts: '期末站点中写有开放时间、但到期末最近一次核实已超过180天，或从来没有核实过的。',
    leavesOut: '开放时间不清楚的。',
    fold: {
      of: 'closing',
      value: (stand, beside) => Number(hoursClass(stand.hours) !== 'unknown' && isOld(stand, beside)),
    },
  }),
  define({
    id: 'quality.basics-unknown',
    name: '基本设施不清楚',
    counts: '期末站点中，基本五项或厕所至少一项不清楚的。',
    fold: {
      of: 'closing',
      value: ({ amenities }) => Number(countIn(amenities, BASICS, 'unknown') > 0),
    },
  }),
  define({
    id: 'quality.amenities-unknown',
    name: '不清楚的设施项',
    unit: '项',
    counts: '期末站点的全部设施里，登记为“不清楚”或没有登记过的项数。',
    fold: {
      of: 'closing',
      value: ({ amenities }) => countIn(amenities, ALL, 'unknown'),
    },
  }),
  define({
    id: 'quality.imported',
    name: '台账导入',
    counts: '期末站点中由台账导入、不是逐个登记的。',
    fold: { of: 'closing', value: ({ origin }) => Number(origin === 'imported') },
  }),
  share({
    id: 'quality.imported-share',
    name: '台账导入占比',
    counts: '台账导入的站点数除以期末站点数。',
    over: 'quality.imported',
    under: 'stock.closing',
  }),
  define({
    id: 'quality.left-out',
    name: '另一类站点',
    counts: '同一范围期末在册、没有计入本表的站点：统计真实站点时是示例站点，统计示例站点时是真实站点。',
    fold: { of: 'left-out' },
  }),
  share({
    id: 'quality.left-out-share',
    name: '另一类站点占比',
    counts: '另一类站点除以两类站点之和。',
    over: 'quality.left-out',
    under: ['stock.closing', 'quality.left-out'],
  }),
];
