import { PUBLISHED } from '../../../shared/station/station.ts';
import type { QualityKind } from '../../../shared/stats/quality-kind.ts';
import type { Because, Likelihood } from '../../../shared/stats/quality-pair.ts';
import type { Tone } from '../../desk/parts/Tag.tsx';
import type { Reply } from '../../platform/ask.ts';
import type { Address } from '../parts/question.ts';

export type Board = Reply<'quality'>;
export type Listing = Reply<'qualityStations'>;
export type Pairs = Reply<'qualityPairs'>;
export type Pair = Pairs['pairs'][number];

type Words = { readonly name: string; readonly short: string; readonly todo: string };

export const KIND_WORDS: { readonly [K in QualityKind]: Words } = {
  unverified: { name: '位置没有核实过', short: '没核实', todo: '打电话或到现场核实' },
  outside: { name: '坐标不在登记的区县里', short: '出界', todo: '改坐标，或改区划' },
  near: { name: '50 米内另有站点', short: '挨着', todo: '看是不是同一个，合并或答复' },
  'hours-unknown': { name: '开放时间不清楚', short: '时间不详', todo: '问清楚，补上' },
  'hours-old': { name: '开放时间太久没核对', short: '时间旧', todo: '打电话核对' },
  'basics-unknown': { name: '基本设施不清楚', short: '设施不详', todo: '问清楚，补上' },
  imported: { name: '台账导入，没逐个登记', short: '导入', todo: '抽查几个' },
};

export const LIKELIHOOD_WORDS: { readonly [L in Likelihood]: string } = {
  likely: '很可能',
  maybe: '可能',
  look: '要看一看',
};
export const LIKELIHOOD_TONE: { readonly [L in Likelihood]: Tone } = { likely: 'late', maybe: 'soon', look: 'calm' };

export const BECAUSE_WORDS: { readonly [B in Because]: string } = {
  'same-door': '同一个门口',
  near: '挨得近',
  'same-name': '名称一样',
  'like-name': '名称相像',
  'same-host': '建站单位一样',
  'same-address': '地址一样',
};

/** The same condition in the list of stations, where files are made of it; kinds that the list cannot say have none. */
export function listConditions(kind: QualityKind): Address | null {
  const published = { status: PUBLISHED.join(',') };
  switch (kind) {
    case 'unverified':
      return { ...published, verified: 'unverified' };
    case 'hours-unknown':
      return { ...published, hours: 'unknown,unread' };
    case 'imported':
      return { ...published, origin: 'imported' };
    default:
      return null;
  }
}
