import type { FiguresRefusal } from '../kernel/refused-figures.ts';
import { entryFieldName } from './entry.ts';
import type { Sentences } from './sentences.ts';
import { submissionStateWord, submissionStepWord } from './submission.ts';
import { dateText } from './value.ts';

export const FIGURES_SENTENCES: Sentences<FiguresRefusal['kind']> = {
  'as-of-not-past': ({ at }) => `截至时刻 ${at} 还没到，或者早于最早的记录，换成过去的一个时刻。`,
  'period-not-begun': ({ period }) => `统计期 ${period} 在截至时刻还没开始，换一个更早的统计期。`,
  'region-outside': ({ region }) => `行政区划 ${region} 不在本工会的范围里，换成范围内的区划。`,
  'indicator-unknown': ({ indicator }) => `没有 ${indicator} 这个指标，到“指标口径”里查一查。`,
  'row-unknown': ({ row }) => `这张表里没有“${row}”这一行，回到表里重新点。`,
  'figures-too-many': ({ max }) => `一次最多算 ${max} 项，分几次来。`,
  'demand-name': ({ max }) => `没有名称，或者超过 ${max} 个字，补上或缩短。`,
  'demand-weight': ({ max }) => `权重要写大于 0、不超过 ${max} 的数；没写就当作 1。`,
  'demand-datum': () => '坐标系看不懂，写 GCJ-02（高德、腾讯）、BD-09（百度）或 WGS-84（GPS、天地图）。',
  'demand-place': () => '这个点不在任何一个县里，看看经度、纬度和坐标系。',
  'demand-formula': () => '这一行有公式，粘贴成数值再传。',
  'demand-unknown': () => '没有这份需求点，换一份。',
  'demand-withdrawn': () => '这份需求点已经撤回了，刷新看看。',
  'demand-limit': ({ max }) => `本工会的需求点已有 ${max} 份，先撤回不用的。`,
  'cover-busy': () => '正在算别人的覆盖分析，过一会儿再试。',
  'partner-key': () => '没有带密钥，或者密钥不对、停用了、过期了。请求头写 Authorization: Bearer 加上密钥。',
  'partner-unknown': () => '没有这个合作方，可能不归你的工会。刷新看看。',
  'partner-ends': ({ from, until }) => `密钥用到哪天，要在${dateText(from)}到${dateText(until)}之间，换一天。`,
  'figures-busy': () => '历史记录正在读入，过一分钟再试。',
  'submission-not-yours': ({ step }) =>
    `“${submissionStepWord(step)}”不归你办：本工会的经办人、统计员上报，上一级工会的审核人签认或退回。`,
  'submission-step': ({ step, state }) =>
    `这一期现在是“${submissionStateWord(state)}”，不能“${submissionStepWord(step)}”。刷新看看最新情况。`,
  'period-open': ({ period, endsOn }) => `统计期 ${period} 到 ${endsOn} 才结束，过了那天再上报。`,
  'notes-missing': ({ count }) => `还有 ${count} 条提醒没有说明，写上情况再上报。`,
  'entry-unknown': () => '没有这笔记录，可能不归你的工会。刷新看看。',
  'entry-required': ({ field }) => `${entryFieldName(field)}还没填，补上再保存。`,
  'entry-not-of-station': () => '名额是给工会的，不记在站点上。把站点去掉再保存。',
  'entry-future': ({ field, day }) => `${entryFieldName(field)}还没到，最晚填到今天（${dateText(day)}）。`,
  'entry-number': ({ field, min, max }) =>
    min === max
      ? `${entryFieldName(field)}只能是 ${min}，改一下再保存。`
      : `${entryFieldName(field)}要是 ${min} 到 ${max} 的数，改一下再保存。`,
  'entry-long': ({ field, max }) => `${entryFieldName(field)}太长了，最多 ${max} 个字，缩短一些。`,
  'entry-above': ({ field, of }) => `${entryFieldName(field)}不能比${entryFieldName(of)}多，核对一下。`,
  'entry-early': ({ field, of }) => `${entryFieldName(field)}不能早于${dateText(of)}，改晚一些。`,
  'entry-taken': () => '同一个站点、同一天（月、年）、同一项已经记过了，去改那一笔，不再记第二笔。',
  'entry-cell': ({ field, text, expected }) => `${entryFieldName(field)}没读懂“${text}”，这样填：${expected}。`,
  'entry-withdrawn': () => '这笔记录已经撤回，不能再改。要记就新记一笔。',
};
