import { dayOf, type Instant } from '../../../shared/kernel/instant.ts';
import type { Verdict } from '../station/judge.ts';
import { comingText, dateWords, untilText } from './time.ts';

/** The state word and what follows it: `开放中` + `开到 18:00`. `detail` is empty when there is nothing to add. */
export type StateWords = { readonly word: string; readonly detail: string };

/** `weak`: the copy is old or the phone's clock is off, so 开到 is only 应该开到. */
export type Telling = { readonly now: Instant; readonly weak: boolean };

export function stateWords(verdict: Verdict, { now, weak }: Telling): StateWords {
  switch (verdict.kind) {
    case 'open':
      return { word: '开放中', detail: openDetail(verdict.until, { now, weak }) };
    case 'closing':
      return { word: '快关门', detail: `${weak ? '大概' : ''}还有 ${verdict.minutesLeft} 分钟` };
    case 'too-late':
      return { word: '走到就关门了', detail: `开到 ${untilText(verdict.until, now)}` };
    case 'closed':
      return { word: '已关门', detail: verdict.opensAt === null ? '' : `${comingText(verdict.opensAt, now)} 开门` };
    case 'unknown':
      return { word: '时间不详', detail: '先打电话问问' };
    case 'suspended':
      return { word: '暂停开放', detail: verdict.until === null ? '' : `${dateWords(verdict.until, dayOf(now))}恢复` };
  }
}

function openDetail(until: Instant | null, { now, weak }: Telling): string {
  if (until === null) return weak ? '应该 24 小时' : '24 小时';
  return `${weak ? '应该开到' : '开到'} ${untilText(until, now)}`;
}
