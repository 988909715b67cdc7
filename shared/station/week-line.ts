import type { Weekday } from '../kernel/instant.ts';
import type { DayRule, Span, Week } from './hours.ts';
import { sameRule } from './hours-day.ts';
import { spanText, weekdayWord } from './hours-words.ts';

export const WEEKDAYS: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6];

/** `9:00–12:00，13:30–18:00`, `24 小时`; without any: 关闭. */
export function spansSaid(spans: readonly Span[]): string {
  return spans.length === 0 ? '关闭' : spans.map(spanText).join('，');
}

/** `9:00–12:00，13:30–18:00`; 不开; 时间没写. */
export function ruleText(rule: DayRule, between = '，'): string {
  if (rule.kind === 'unknown') return '时间没写';
  return rule.spans.length === 0 ? '不开' : rule.spans.map(spanText).join(between);
}

/** A week in one line: `周一至周五 9:00–17:00；周六、周日不开`; `每天 8:00–20:00`. */
export function weekLine(week: Week): string {
  const runs: Weekday[][] = [];
  for (const weekday of WEEKDAYS) {
    const last = runs[runs.length - 1];
    const before = last?.[0];
    if (last !== undefined && before !== undefined && sameRule(week[before], week[weekday])) last.push(weekday);
    else runs.push([weekday]);
  }
  return runs.map((run) => runText(run, week)).join('；');
}

function runText(run: readonly Weekday[], week: Week): string {
  const first = run[0] ?? 0;
  const last = run[run.length - 1] ?? 0;
  const text = ruleText(week[first]);
  const space = /^\d/.test(text) ? ' ' : '';
  if (run.length === 7) return `每天${space}${text}`;
  const days = run.length > 2 ? `${weekdayWord(first)}至${weekdayWord(last)}` : run.map(weekdayWord).join('、');
  return days + space + text;
}
