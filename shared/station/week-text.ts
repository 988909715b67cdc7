import { addDays, type Day, parseDate, type Weekday, weekdayOf } from '../kernel/instant.ts';
import { type Calendar, dayKind } from './calendar.ts';
import type { DayRule, Hours, Span, Week } from './hours.ts';
import { baseOn, holidayRules, ruleOn, sameRule } from './hours-day.ts';
import { clockText, daysText, dayText, spanText, weekdayWord } from './hours-words.ts';

/** One weekday of the station page. `label` 周一 or 今天周四; `times` one text per span, empty when `closed` or unknown. */
export type WeekRow = {
  readonly weekday: Weekday;
  readonly label: string;
  readonly today: boolean;
  readonly closed: boolean;
  readonly times: readonly string[];
  /** What to print: the times, 不开 or 时间没写. */
  readonly text: string;
};

/** The week in force today and, in `notes`, the sentences about what the rows do not show. */
export type WeekText = { readonly rows: readonly WeekRow[]; readonly notes: readonly string[] };

const WEEKDAYS: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6];
/** How far ahead holidays, make-up workdays and dated changes are told. */
const NOTE_DAYS = 60;

export function weekText(hours: Hours, today: Day, calendar: Calendar): WeekText {
  const base = baseOn(hours, today);
  const rules = WEEKDAYS.map((weekday) => ruleOn(base, weekday));
  return {
    rows: WEEKDAYS.map((weekday) => rowOf(weekday, ruleOn(base, weekday), weekday === weekdayOf(today))),
    notes: [
      ...breakNote(rules),
      ...exceptionNotes(hours, today),
      ...holidayNotes(hours, today, calendar),
      ...makeUpNotes(hours, today, calendar),
      ...unannouncedNote(hours, today, calendar),
      ...seasonNotes(hours),
    ],
  };
}

function rowOf(weekday: Weekday, rule: DayRule, today: boolean): WeekRow {
  const times = rule.kind === 'spans' ? rule.spans.map(spanText) : [];
  const closed = rule.kind === 'spans' && times.length === 0;
  const label = today ? `今天${weekdayWord(weekday)}` : weekdayWord(weekday);
  return { weekday, label, today, closed, times, text: ruleText(rule, '　') };
}

/** `9:00–12:00，13:30–18:00`; 不开; 时间没写. */
function ruleText(rule: DayRule, between = '，'): string {
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

/** The midday break, when every day that has one has the same: 中午 12:00–13:30 关门。 */
function breakNote(rules: readonly DayRule[]): readonly string[] {
  const breaks = new Set<string>();
  for (const rule of rules) {
    const spans = rule.kind === 'spans' ? [...rule.spans].sort((a, b) => a[0] - b[0]) : [];
    spans.forEach(([from], i) => {
      const before = spans[i - 1]?.[1];
      if (before !== undefined && before < from && before >= 660 && from <= 900) {
        breaks.add(`中午 ${clockText(before)}–${clockText(from)} 关门。`);
      }
    });
  }
  return breaks.size === 1 ? [...breaks] : [];
}

function spansSaid(spans: readonly Span[]): string {
  return spans.length === 0 ? '关闭' : spans.map(spanText).join('，');
}

/** 12月1日至28日：关闭（装修）。 */
function exceptionNotes(hours: Hours, today: Day): readonly string[] {
  const notes: string[] = [];
  for (const { from, to, spans, reason } of hours.exceptions) {
    const first = parseDate(from);
    const last = parseDate(to);
    if (first === null || last === null || last < today || first > today + NOTE_DAYS) continue;
    notes.push(`${daysText(first, last)}：${spansSaid(spans)}${reason === '' ? '' : `（${reason}）`}。`);
  }
  return notes;
}

/** 1月1日至3日元旦：关闭。 */
function holidayNotes(hours: Hours, today: Day, calendar: Calendar): readonly string[] {
  if (hours.base.kind === 'unknown' && hours.holidays.kind !== 'closed' && hours.holidays.kind !== 'spans') return [];
  const notes: string[] = [];
  for (const { name, from, to } of calendar.years.flatMap((year) => year.holidays)) {
    const first = parseDate(from);
    const last = parseDate(to);
    if (first === null || last === null || last < today || first > today + NOTE_DAYS) continue;
    notes.push(`${daysText(first, last)}${name}：${holidaySaid(hours, first)}。`);
  }
  return notes;
}

function holidaySaid(hours: Hours, first: Day): string {
  switch (hours.holidays.kind) {
    case 'same':
      return '照常';
    case 'closed':
      return '关闭';
    case 'as-weekend': {
      const sunday = ruleOn(baseOn(hours, first), 6);
      return sunday.kind === 'spans' && sunday.spans.length === 0 ? '同周日，关闭' : `同周日，${ruleText(sunday)}`;
    }
    case 'spans':
      return spansSaid(hours.holidays.spans);
    case 'unknown':
      return hours.base.kind === 'always' ? '照常' : '没写开不开，先打电话问问';
  }
}

/** 10月10日（周六）调休上班：按周三，9:00–17:00。 Said only where it differs from the row of that weekday. */
function makeUpNotes(hours: Hours, today: Day, calendar: Calendar): readonly string[] {
  const notes: string[] = [];
  for (let day = today; day <= today + NOTE_DAYS; day = addDays(day, 1)) {
    const kind = dayKind(day, calendar);
    if (kind.kind !== 'make-up') continue;
    const base = baseOn(hours, day);
    const rule = ruleOn(base, kind.standsFor);
    if (sameRule(rule, ruleOn(base, weekdayOf(day)))) continue;
    notes.push(
      `${dayText(day)}（${weekdayWord(weekdayOf(day))}）调休上班：按${weekdayWord(kind.standsFor)}，${ruleText(rule)}。`,
    );
  }
  return notes;
}

/** 1月1日元旦前后的节假日安排未公布。 Only where it could change something. */
function unannouncedNote(hours: Hours, today: Day, calendar: Calendar): readonly string[] {
  const next = calendar.statutory.find(({ date }) => {
    const day = parseDate(date);
    return day !== null && day >= today && day <= today + NOTE_DAYS;
  });
  const day = next === undefined ? null : parseDate(next.date);
  if (next === undefined || day === null || !calendarMatters(hours, day)) return [];
  return [`${dayText(day)}${next.name}前后的节假日安排未公布。`];
}

function calendarMatters(hours: Hours, day: Day): boolean {
  const base = baseOn(hours, day);
  const first = ruleOn(base, 0);
  return WEEKDAYS.some((weekday) =>
    [ruleOn(base, weekday), ...holidayRules(hours, base, weekday)].some((rule) => !sameRule(rule, first)),
  );
}

/** 5月1日至9月30日：每天 8:00–18:30。 One for each season, also the one in force, so that its end is known. */
function seasonNotes(hours: Hours): readonly string[] {
  const notes = hours.seasons.map(
    ({ from, to, week }) => `${monthDayText(from)}至${monthDayText(to)}：${weekLine(week)}。`,
  );
  if (notes.length === 0 || hours.base.kind === 'unknown') return notes;
  return [...notes, `其他日子：${hours.base.kind === 'always' ? '24 小时' : weekLine(hours.base.week)}。`];
}

function monthDayText(text: string): string {
  return `${Number(text.slice(0, 2))}月${Number(text.slice(3))}日`;
}
