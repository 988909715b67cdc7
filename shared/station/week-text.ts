import { type Day, dateText, parseDate, type Weekday, weekdayOf } from '../kernel/instant.ts';
import { type Calendar, STATUTORY_WINDOW_DAYS } from './calendar.ts';
import { daysAhead, specialDay, TOLD_DAYS } from './days-ahead.ts';
import type { DayRule, Hours } from './hours.ts';
import { baseOn, type DayPlan, holidayRules, ruleOn, sameRule } from './hours-day.ts';
import { clockText, dayText, spanText, weekdayWord } from './hours-words.ts';
import { nextSeason } from './season-text.ts';
import { ruleText, WEEKDAYS } from './week-line.ts';

/** One weekday of the station page. `label` 周一 or 今天周四; `times` one text per span, empty when `closed` or unknown. */
export type WeekRow = {
  readonly weekday: Weekday;
  readonly label: string;
  readonly today: boolean;
  readonly closed: boolean;
  readonly times: readonly string[];
  /** What to print: the times, 不开 or 时间没写. */
  readonly text: string;
  /** Why today does not follow its row: 元旦, 调休上班, 装修. The times are then today's own. Null on all other rows. */
  readonly special: string | null;
};

/** The week in force today and, in `notes`, the sentences about what the rows do not show. */
export type WeekText = { readonly rows: readonly WeekRow[]; readonly notes: readonly string[] };

export function weekText(hours: Hours, today: Day, calendar: Calendar): WeekText {
  const base = baseOn(hours, today);
  const rules = WEEKDAYS.map((weekday) => ruleOn(base, weekday));
  const season = nextSeason(hours, today);
  return {
    rows: WEEKDAYS.map((weekday) =>
      weekday === weekdayOf(today)
        ? todayRow(ruleOn(base, weekday), weekday, specialDay(hours, today, calendar))
        : rowOf(ruleOn(base, weekday), weekday),
    ),
    notes: [
      ...breakNote(rules),
      ...daysAhead(hours, today, calendar).map(({ text }) => text),
      ...unannouncedNote(hours, today, calendar),
      ...(season === null ? [] : [season.text]),
    ],
  };
}

/** The week in force without any today: for paper, which hangs longer than a day. */
export function weekRows(hours: Hours, day: Day): readonly WeekRow[] {
  const base = baseOn(hours, day);
  return WEEKDAYS.map((weekday) => rowOf(ruleOn(base, weekday), weekday));
}

function rowOf(rule: DayRule, weekday: Weekday): WeekRow {
  const times = rule.kind === 'spans' ? rule.spans.map(spanText) : [];
  const closed = rule.kind === 'spans' && times.length === 0;
  const text = ruleText(rule, '　');
  return { weekday, label: weekdayWord(weekday), today: false, closed, times, text, special: null };
}

/** Today says what holds today, even where the week would say otherwise. */
function todayRow(rule: DayRule, weekday: Weekday, special: { name: string; plan: DayPlan } | null): WeekRow {
  const label = `今天${weekdayWord(weekday)}`;
  if (special === null) return { ...rowOf(rule, weekday), label, today: true };
  const { name, plan } = special;
  const isOpenQuestion = plan.maybe.length > 0;
  const own = rowOf(isOpenQuestion ? { kind: 'unknown' } : { kind: 'spans', spans: plan.open }, weekday);
  const text = isOpenQuestion && plan.doubt === 'holiday' ? '没写开不开' : own.text;
  return { ...own, text, label, today: true, special: name };
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

/** 元旦（1月1日）前后的放假安排还没公布。 Only where it could change something, as long as its days may still come. */
function unannouncedNote(hours: Hours, today: Day, calendar: Calendar): readonly string[] {
  const open = calendar.statutory.flatMap(({ name, date }) => {
    const day = parseDate(date);
    if (day === null || dateText(day) <= calendar.coveredUntil) return [];
    const near = day + STATUTORY_WINDOW_DAYS >= today && day - STATUTORY_WINDOW_DAYS <= today + TOLD_DAYS;
    return near && calendarMatters(hours, day) ? [`${name}（${dayText(day)}）`] : [];
  });
  return open.length === 0 ? [] : [`${open.join('、')}前后的放假安排还没公布。`];
}

function calendarMatters(hours: Hours, day: Day): boolean {
  const base = baseOn(hours, day);
  const first = ruleOn(base, 0);
  return WEEKDAYS.some((weekday) =>
    [ruleOn(base, weekday), ...holidayRules(hours, base, weekday)].some((rule) => !sameRule(rule, first)),
  );
}
