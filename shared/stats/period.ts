import type { Brand } from '../kernel/brand.ts';
import { addDays, type Day, dateText, parseDate } from '../kernel/instant.ts';

/** What figures are counted over: a month `2026-10`, a quarter `2026-Q3` or a year `2026`, in Asia/Shanghai. */
export type Period = Brand<string, 'Period'>;
/** `YYYY-MM`. */
export type Month = Brand<string, 'Month'>;

const FORM = /^(20\d{2})(?:-(0[1-9]|1[0-2])|-Q([1-4]))?$/;

/** Null when it is none of the three forms. */
export function parsePeriod(text: string): Period | null {
  return FORM.test(text) ? (text as Period) : null;
}

/** Its months in order: 1, 3 or 12. */
export function monthsOf(period: Period): readonly Month[] {
  const [, year = '', month, quarter] = FORM.exec(period) ?? [];
  if (month !== undefined) return [period as string as Month];
  const [first, count] = quarter === undefined ? [1, 12] : [Number(quarter) * 3 - 2, 3];
  return Array.from({ length: count }, (_, i) => `${year}-${`${first + i}`.padStart(2, '0')}` as Month);
}

export function firstDayOf(period: Period): Day {
  return dayNamed(`${monthsOf(period)[0]}-01`);
}

/** Included. */
export function lastDayOf(period: Period): Day {
  const months = monthsOf(period);
  const [year = 0, month = 0] = (months[months.length - 1] ?? '').split('-').map(Number);
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${`${month + 1}`.padStart(2, '0')}-01`;
  return addDays(dayNamed(next), -1);
}

/** The one of the same length right before it. */
export function periodBefore(period: Period): Period {
  const [year = '', month = ''] = dateText(addDays(firstDayOf(period), -1)).split('-');
  const [, , isMonth, isQuarter] = FORM.exec(period) ?? [];
  if (isMonth !== undefined) return `${year}-${month}` as Period;
  return (isQuarter === undefined ? year : `${year}-Q${Math.ceil(Number(month) / 3)}`) as Period;
}

/** The month that holds a day. */
export function monthHolding(day: Day): Month {
  return dateText(day).slice(0, 7) as Month;
}

/** `2026年10月`, `2026年第3季度`, `2026年`. */
export function periodWords(period: Period): string {
  const [, year, month, quarter] = FORM.exec(period) ?? [];
  if (month !== undefined) return `${year}年${Number(month)}月`;
  return quarter === undefined ? `${year}年` : `${year}年第${quarter}季度`;
}

function dayNamed(text: string): Day {
  const day = parseDate(text);
  if (day === null) throw new Error(`${text} is no day`);
  return day;
}
