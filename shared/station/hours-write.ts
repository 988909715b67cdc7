import { DAY_MINUTES } from '../kernel/instant.ts';
import type { DayRule, HolidayRule, Hours, HoursBase, Week } from './hours.ts';
import { sameRule } from './hours-day.ts';
import { parseHours } from './hours-parse.ts';
import { spanText } from './hours-words.ts';
import { WEEKDAYS, weekLine } from './week-line.ts';

/**
 * Hours as a clerk would write them, so that `parseHours` reads the same out of them or nothing at all, never something else.
 * Dated exceptions are not part of such a text. Null: nothing is known.
 */
export function hoursText(hours: Hours): string | null {
  const { base, holidays, seasons } = hours;
  const weeks = [
    ...seasons.map(({ from, to, week }) => `${seasonDays(from, to)}：${weekWritten(week, holidays)}`),
    ...baseWritten(base, { holidays, isRest: seasons.length > 0 }),
  ];
  const text = [...weeks, ...holidaysWritten(holidays)].join('；');
  return text === '' ? null : text;
}

/** What the text says of the week, the seasons and the holidays is what the hours say; an unread text says nothing. */
export function saysSame(text: string, hours: Hours): boolean {
  const { understood, hours: read } = parseHours(text);
  return understood && sameWeeks(read, hours);
}

/** Equal but for dated exceptions and the text. */
export function sameWeeks(a: Hours, b: Hours): boolean {
  return weeksKey(a) === weeksKey(b);
}

/** One form for what means the same: around the clock as a week, no span on holidays as closed, a day nobody wrote down as none. */
function weeksKey({ base, holidays, seasons }: Hours): string {
  const week =
    base.kind === 'weekly' ? base.week : WEEKDAYS.map(() => (base.kind === 'always' ? WHOLE_DAY : UNWRITTEN));
  const isWhole = seasons.length === 0 && week.every((rule) => sameRule(rule, WHOLE_DAY));
  return JSON.stringify([week, holidayKey(holidays, isWhole), seasons]);
}

const WHOLE_DAY: DayRule = { kind: 'spans', spans: [[0, DAY_MINUTES]] };
const UNWRITTEN: DayRule = { kind: 'unknown' };

/** Where every day is the same a holiday like any other day, like a weekend, or never spoken of, is the same too. */
function holidayKey(holidays: HolidayRule, isWhole: boolean): HolidayRule {
  if (holidays.kind === 'spans') return holidays.spans.length === 0 ? { kind: 'closed' } : holidays;
  return isWhole && holidays.kind !== 'closed' ? { kind: 'same' } : holidays;
}

/**
 * The text to keep beside hours a person has set. One that was read but says something else is written anew; one nobody could
 * read stays, for it says what the hours cannot.
 */
export function textBeside(raw: string | null, hours: Hours): string | null {
  if (raw === null || raw.trim() === '') return hoursText(hours);
  const { understood, hours: read } = parseHours(raw);
  return !understood || sameWeeks(read, hours) ? raw : hoursText(hours);
}

type Rest = { readonly holidays: HolidayRule; readonly isRest: boolean };

function baseWritten(base: HoursBase, { holidays, isRest }: Rest): readonly string[] {
  const before = isRest ? '其他时间：' : '';
  switch (base.kind) {
    case 'unknown':
      return [];
    case 'always':
      return [isRest ? `${before}每天 24 小时` : '24 小时'];
    case 'weekly':
      return [before + weekWritten(base.week, holidays)];
  }
}

/** 每天 includes the holidays; where nothing was said about them the days are named. */
function weekWritten(week: Week, holidays: HolidayRule): string {
  const line = weekLine(week).replace(/不开/g, '休息').replace(/–/g, '-');
  return holidays.kind === 'unknown' ? line.replace(/^每天/, '周一至周日') : line;
}

function holidaysWritten(holidays: HolidayRule): readonly string[] {
  switch (holidays.kind) {
    case 'unknown':
      return [];
    case 'same':
      return ['节假日照常'];
    case 'closed':
      return ['节假日休息'];
    case 'as-weekend':
      return ['节假日同周末'];
    case 'spans':
      return [
        holidays.spans.length === 0
          ? '节假日休息'
          : `节假日 ${holidays.spans.map(spanText).join('，').replace(/–/g, '-')}`,
      ];
  }
}

function seasonDays(from: string, to: string): string {
  return `${monthDay(from)}至${from > to ? '次年' : ''}${monthDay(to)}`;
}

function monthDay(text: string): string {
  return `${Number(text.slice(0, 2))}月${Number(text.slice(3))}日`;
}
