import type { FiguresRefusal } from '../kernel/refused-figures.ts';
import type { Sentences } from './sentences.ts';

export const FIGURES_SENTENCES: Sentences<FiguresRefusal['kind']> = {
  'as-of-not-past': ({ at }) => `截至时刻 ${at} 还没到，或者早于最早的记录，换成过去的一个时刻。`,
  'period-not-begun': ({ period }) => `统计期 ${period} 在截至时刻还没开始，换一个更早的统计期。`,
  'region-outside': ({ region }) => `行政区划 ${region} 不在本工会的范围里，换成范围内的区划。`,
  'indicator-unknown': ({ indicator }) => `没有 ${indicator} 这个指标，到“指标口径”里查一查。`,
  'row-unknown': ({ row }) => `这张表里没有“${row}”这一行，回到表里重新点。`,
  'figures-too-many': ({ max }) => `一次最多算 ${max} 项，分几次来。`,
  'figures-busy': () => '历史记录正在读入，过一分钟再试。',
};
