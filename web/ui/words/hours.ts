import { type Day, dayOf, type Instant, parseDate, type Weekday, weekdayOf } from '../../../shared/kernel/instant.ts';
import type { Calendar } from '../../../shared/station/calendar.ts';
import type { DayRule, Hours, Span } from '../../../shared/station/hours.ts';
import { baseOn, type Doubt, holidayRules, ruleOn } from '../../../shared/station/hours-day.ts';
import { clockText, dateWords, dayText, weekdayText } from './time.ts';

/** `9:00–12:00`, `20:00–次日2:00`. */
export function spanText([from, to]: Span): string {
  return `${clockText(from)}–${to > 1440 ? `次日${clockText(to - 1440)}` : clockText(to)}`;
}

/** The spans of a day, one text each; `不开`, `时间不详`, `24 小时` as the only one. */
export function ruleTexts(rule: DayRule): readonly string[] {
  if (rule.kind === 'unknown') return ['开，几点不详'];
  if (rule.spans.length === 0) return ['不开'];
  if (rule.spans.length === 1 && rule.spans[0]?.[0] === 0 && rule.spans[0][1] === 1440) return ['24 小时'];
  return rule.spans.map(spanText);
}

export type WeekRow = {
  readonly label: string;
  readonly texts: readonly string[];
  readonly isToday: boolean;
  readonly isOff: boolean;
};

const WEEK: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6];

/** The seven days as they are in today's season; empty when the hours are no weekly plan. */
export function weekRows(hours: Hours, now: Instant): readonly WeekRow[] {
  const today = dayOf(now);
  const base = baseOn(hours, today);
  if (base.kind !== 'weekly') return [];
  return WEEK.map((weekday) => {
    const rule = ruleOn(base, weekday);
    const isToday = weekday === weekdayOf(today);
    return {
      label: `${isToday ? '今天' : ''}${weekdayText(weekday)}`,
      texts: ruleTexts(rule),
      isToday,
      isOff: rule.kind === 'spans' && rule.spans.length === 0,
    };
  });
}

/** Days of the same hours in one line: `周一至周五 8:30–17:30`; for pages with no room for a table. */
export function weekSummary(hours: Hours, now: Instant): readonly string[] {
  const runs: { from: Weekday; to: Weekday; text: string }[] = [];
  const base = baseOn(hours, dayOf(now));
  if (base.kind === 'always') return ['每天 24 小时'];
  if (base.kind === 'unknown') return [hours.raw ?? '时间不详'];
  for (const weekday of WEEK) {
    const text = ruleTexts(ruleOn(base, weekday)).join('、');
    const last = runs[runs.length - 1];
    if (last !== undefined && last.text === text) last.to = weekday;
    else runs.push({ from: weekday, to: weekday, text });
  }
  return runs.map(({ from, to, text }) => `${runLabel(from, to)} ${text}`);
}

function runLabel(from: Weekday, to: Weekday): string {
  if (from === 0 && to === 6) return '每天';
  if (from === 5 && to === 6) return '周末';
  return from === to ? weekdayText(from) : `${weekdayText(from)}至${weekdayText(to)}`;
}

/** `中午 12:00–13:30 关门。` when every open day has the same break; null otherwise. */
export function breakSentence(hours: Hours, now: Instant): string | null {
  const base = baseOn(hours, dayOf(now));
  if (base.kind !== 'weekly') return null;
  const breaks = base.week.flatMap((rule) =>
    rule.kind === 'spans' && rule.spans.length === 2 ? [gapOf(rule.spans)] : [],
  );
  const [first] = breaks;
  if (first === undefined || breaks.some((text) => text !== first)) return null;
  return `中间 ${first} 关门。`;
}

function gapOf(spans: readonly Span[]): string {
  const [before, after] = spans;
  return before === undefined || after === undefined ? '' : `${clockText(before[1])}–${clockText(after[0])}`;
}

const AHEAD_DAYS = 40;

/** What the coming holidays change, each run in one sentence; and the dated exceptions of the record. */
export function comingChanges(hours: Hours, now: Instant, calendar: Calendar | null): readonly string[] {
  const today = dayOf(now);
  return [...exceptionSentences(hours, today), ...holidaySentences({ hours, today, calendar })];
}

function exceptionSentences(hours: Hours, today: Day): readonly string[] {
  return hours.exceptions
    .filter(({ to }) => (parseDate(to) ?? 0) >= today)
    .map(({ from, to, spans, reason }) => {
      const days = from === to ? dateWords(from, today) : `${dateWords(from, today)}至${dateWords(to, today)}`;
      const what = spans.length === 0 ? '关闭' : spans.map(spanText).join('、');
      return `${days}${what}${reason === '' ? '' : `：${reason}`}。`;
    });
}

function holidaySentences({
  hours,
  today,
  calendar,
}: {
  hours: Hours;
  today: Day;
  calendar: Calendar | null;
}): readonly string[] {
  if (calendar === null || hours.base.kind === 'unknown') return [];
  const runs = calendar.years.flatMap((year) => year.holidays);
  return runs.flatMap(({ name, from, to }) => {
    const first = parseDate(from);
    const last = parseDate(to);
    if (first === null || last === null || last < today || first > today + AHEAD_DAYS) return [];
    return [`${runText(first, last, today)}${name}：${holidayText(hours, first)}。`];
  });
}

/** `1月1日至3日`, across months `9月30日至10月2日`. */
function runText(first: Day, last: Day, today: Day): string {
  if (first === last) return dayText(first, today);
  const from = dayText(first, today);
  const to = dayText(last, today);
  const month = from.slice(0, from.indexOf('月') + 1);
  return `${from}至${to.startsWith(month) ? to.slice(month.length) : to}`;
}

function holidayText(hours: Hours, day: Day): string {
  if (hours.holidays.kind === 'same') return '照常';
  const rules = holidayRules(hours, baseOn(hours, day), weekdayOf(day));
  const [rule] = rules;
  if (rule === undefined || rules.length > 1) return '没说开不开，先问问';
  const text = ruleTexts(rule).join('、');
  if (hours.holidays.kind === 'as-weekend') return text === '不开' ? '跟周末一样，不开' : `跟周末一样，${text}`;
  return text === '不开' ? '关闭' : text;
}

export const DOUBT_WORDS: { readonly [doubt in Doubt]: string } = {
  calendar: '节假日安排还没公布，节前节后说不准。',
  holiday: '赶上节假日，没说开不开。',
  unconfirmed: '开放时间还没人核实过。',
  old: '开放时间半年多没核实了。',
};
