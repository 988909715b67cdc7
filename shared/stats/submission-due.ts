import { addDays, type Day } from '../kernel/instant.ts';
import type { RegionLevel } from '../station/region.ts';
import { lastDayOf, monthHolding, type Period, parsePeriod, periodBefore } from './period.ts';

/** Each level above the county has three days more: it waits for those below. */
const DAYS_PER_LEVEL = 3;
const HEIGHT: { readonly [L in RegionLevel]: number } = { county: 0, city: 1, province: 2, nation: 3 };

/** The last day on which a period's figures are handed in on time. `days`: the setting `report-due-days` of the union. */
export function submissionDue(period: Period, level: RegionLevel, days: number): Day {
  return addDays(lastDayOf(period), days + DAYS_PER_LEVEL * HEIGHT[level]);
}

export const PERIOD_KINDS = ['month', 'quarter', 'year'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

export function kindOf(period: Period): PeriodKind {
  return period.length === 4 ? 'year' : period.includes('Q') ? 'quarter' : 'month';
}

/** The one that holds a day. */
export function periodHolding(day: Day, kind: PeriodKind): Period {
  const [year = '', month = ''] = monthHolding(day).split('-');
  const text =
    kind === 'year' ? year : kind === 'month' ? `${year}-${month}` : `${year}-Q${Math.ceil(Number(month) / 3)}`;
  const period = parsePeriod(text);
  if (period === null) throw new Error(`${text} is no period`);
  return period;
}

/** The one that holds a day and those before it, the newest first. */
export function periodsUntil(day: Day, kind: PeriodKind, count: number): readonly Period[] {
  const periods: Period[] = [];
  for (let period = periodHolding(day, kind); periods.length < count; period = periodBefore(period))
    periods.push(period);
  return periods;
}
