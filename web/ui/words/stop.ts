import type { Instant } from '../../../shared/kernel/instant.ts';
import type { Span } from '../../../shared/station/hours.ts';
import { opensText, spanText, untilText, weekdayWord } from '../../../shared/station/hours-words.ts';
import type { Stop } from '../../../shared/station/station.ts';
import type { StopNow } from '../../../shared/station/stop-times.ts';

/** `现在停在这儿，开到 16:00`; `今天 17:00 到`; `什么时候来没写`. */
export function stopNowText({ until, nextAt }: StopNow, now: Instant): string {
  if (until !== null) return `现在停在这儿，${untilText(until, now).replace('开到', '停到')}`;
  return nextAt === null ? '什么时候来没写' : `下次${opensText(nextAt, now).replace(' 开门', '')}到`;
}

/** When a mobile station stands at a stop: `周一至周五 8:30–10:30`, `每天 14:00–16:00`, `周六、周日 9:00–12:00`. */
export function stopTimes({ spans }: Pick<Stop, 'spans'>): string {
  if (spans.length === 0) return '时间不详';
  const days = new Map<string, number[]>();
  for (const { weekday, span } of byTime(spans)) {
    const text = spanText(span);
    days.set(text, [...(days.get(text) ?? []), weekday]);
  }
  return [...days].map(([text, weekdays]) => `${daysWords(weekdays)} ${text}`).join('；');
}

function byTime(spans: Stop['spans']): Stop['spans'] {
  const start = ({ span }: { span: Span }) => span[0];
  return [...spans].sort((a, b) => a.weekday - b.weekday || start(a) - start(b));
}

/** Weekdays in order; three or more in a row are said as one. */
function daysWords(weekdays: readonly number[]): string {
  if (weekdays.length === 7) return '每天';
  const runs: number[][] = [];
  for (const day of weekdays) {
    const run = runs[runs.length - 1];
    if (run !== undefined && run[run.length - 1] === day - 1) run.push(day);
    else runs.push([day]);
  }
  return runs.map(runWords).join('、');
}

function runWords(run: readonly number[]): string {
  const words = run.map(weekdayWord);
  return run.length > 2 ? `${words[0]}至${words[words.length - 1]}` : words.join('、');
}
