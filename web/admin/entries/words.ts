import type { EntryKind } from '../../../shared/station/entry.ts';
import type { EntryAsk } from '../../../shared/wire/entry-body.ts';
import { yuanText } from '../../../shared/words/entry.ts';
import { numberText } from '../../desk/parts/number-text.ts';
import type { Reply } from '../../platform/ask.ts';

export type EntryShown = Reply<'entry'>;
export type EntriesShown = Reply<'entries'>;
type Total = EntriesShown['totals'][number];

export type { EntryAsk };

const FEN = 100;

/** What the entries under the filter add up to: `12 次巡查，发现问题 3 个`. */
export function totalText({ kind, count: times, amount: sum }: Total): string {
  const [count, amount] = [numberText(times), numberText(sum)];
  switch (kind) {
    case 'inspection':
      return `${count} 次巡查，发现问题 ${amount} 个`;
    case 'visits':
      return `${count} 笔，共 ${amount} 人次`;
    case 'funding':
      return `${count} 笔，共 ${yuanText(sum / FEN)}`;
    case 'activity':
      return `${count} 场，${amount} 人参加`;
    case 'listing':
      return `${count} 次查看，${amount} 次已上线`;
    case 'honour':
      return `${count} 笔，站点 ${amount} 个`;
    case 'gift':
      return `${count} 笔，进出 ${amount} 件`;
    case 'reach':
      return `${count} 笔，各笔相加 ${amount} 人`;
  }
}

/** What to do where there is nothing yet. */
export const NOTHING_YET: { readonly [K in EntryKind]: string } = {
  inspection: '还没有记过巡查。到站看过就记一笔，发现问题可以接着办限期整改。',
  visits: '还没有记过服务人次。每月按站点填一次，填 0 也算数。',
  funding: '还没有记过经费投入。按年记，站点的和工会整体的都可以。',
  activity: '还没有记过活动。',
  listing: '还没有记过地图上线情况。在手机地图里搜一下站点，看到什么记什么。',
  honour: '还没有记过最美站点。名额记到工会，推树和结果记到站点。',
  gift: '还没有记过爱心货架。',
  reach: '还没有记过覆盖人数。每年填一次，工会整体的或分站点的都可以。',
};

/** The step at the station's desk that answers what an inspection found, with the findings as its reason. */
export function rectifyPath(station: string, findings: readonly { readonly item: string }[]): string {
  const reason = `巡查发现：${findings.map(({ item }) => item).join('；')}`.slice(0, 500);
  return `/stations/${station}?${new URLSearchParams({ step: 'rectify', reason })}`;
}
