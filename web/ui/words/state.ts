import { dayOf, type Instant } from '../../../shared/kernel/instant.ts';
import { opensText, remainText, untilText } from '../../../shared/station/hours-words.ts';
import type { Verdict } from '../station/judge.ts';
import { dateWords } from './time.ts';

/** The state word and what follows it: `开放中` + `开到 18:00`. `detail` is empty when there is nothing to add. */
export type StateWords = { readonly word: string; readonly detail: string };

/** `weak`: the copy is old or the phone's clock is off, so 开到 is only 应该开到. */
export type Telling = { readonly now: Instant; readonly weak: boolean };

export function stateWords(verdict: Verdict, { now, weak }: Telling): StateWords {
  switch (verdict.kind) {
    case 'open': {
      const until = untilText(verdict.until, now);
      return { word: '开放中', detail: weak ? `应该${verdict.until === null ? ' ' : ''}${until}` : until };
    }
    case 'closing':
      return { word: '快关门', detail: `${weak ? '大概' : ''}${remainText(verdict.until, now)}` };
    case 'too-late':
      return { word: '走到就关门了', detail: untilText(verdict.until, now) };
    case 'closed':
      return { word: '已关门', detail: opensText(verdict.opensAt, now) };
    case 'unknown':
      return { word: '时间不详', detail: '先打电话问问' };
    case 'suspended':
      return { word: '暂停开放', detail: verdict.until === null ? '' : `${dateWords(verdict.until, dayOf(now))}恢复` };
  }
}
