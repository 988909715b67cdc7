import type { Instant } from '../../../shared/kernel/instant.ts';
import { dayOf } from '../../../shared/kernel/instant.ts';
import { monthHolding, monthsOf, type Period, parsePeriod, periodBefore } from '../../../shared/stats/period.ts';

export const PERIOD_KINDS = ['month', 'quarter', 'year'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];
export const PERIOD_KIND_WORDS: { readonly [K in PeriodKind]: string } = { month: '月', quarter: '季', year: '年' };

/** How far back a list of periods reaches. */
const LISTED: { readonly [K in PeriodKind]: number } = { month: 60, quarter: 24, year: 8 };

export function kindOf(period: Period): PeriodKind {
  const { length } = monthsOf(period);
  return length === 1 ? 'month' : length === 3 ? 'quarter' : 'year';
}

/** The period of a kind that holds a month. */
export function holding(month: string, kind: PeriodKind): Period {
  const [year = '', number = ''] = month.split('-');
  const text = kind === 'month' ? month : kind === 'year' ? year : `${year}-Q${Math.ceil(Number(number) / 3)}`;
  const period = parsePeriod(text);
  if (period === null) throw new Error(`${text} is no period`);
  return period;
}

/** The running period of a kind and those before it, the newest first. */
export function periodsUntil(now: Instant, kind: PeriodKind): readonly Period[] {
  const periods = [holding(monthHolding(dayOf(now)), kind)];
  for (let last = periods[0]; last !== undefined && periods.length < LISTED[kind]; last = periods[periods.length - 1]) {
    periods.push(periodBefore(last));
  }
  return periods;
}

/** The one right after; null at the running one. */
export function periodAfter(period: Period, now: Instant): Period | null {
  const listed = periodsUntil(now, kindOf(period));
  return listed[listed.indexOf(period) - 1] ?? null;
}

/** Of another length, the one that ends with it, but none that has not begun. */
export function asKind(period: Period, kind: PeriodKind): Period {
  const months = monthsOf(period);
  return holding(months[months.length - 1] ?? '', kind);
}
