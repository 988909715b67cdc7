import { addDays, type DateText, type Day, parseDate, type Weekday, weekdayOf } from '../kernel/instant.ts';

/** The State Council's yearly notice on public holidays and make-up workdays (调休). */
export type CalendarYear = {
  readonly year: number;
  /** Public holidays off work, each run of days under its name. `to` inclusive. */
  readonly holidays: readonly { readonly name: string; readonly from: DateText; readonly to: DateText }[];
  /** Weekend days worked instead, each standing for a weekday (0 = Monday). */
  readonly workdays: readonly { readonly date: DateText; readonly standsFor: Weekday }[];
};

export type Calendar = {
  readonly years: readonly CalendarYear[];
  /** Last day for which the notice is out. Later days count as normal but for the windows around `statutory`. */
  readonly coveredUntil: DateText;
  /** Statutory days after `coveredUntil` whose surroundings (± 10 days) are not yet announced. */
  readonly statutory: readonly StatutoryDay[];
};

export type StatutoryDay = { readonly name: string; readonly date: DateText };

/** How far from a statutory day its unannounced holiday or make-up workdays may lie, in days. */
export const STATUTORY_WINDOW_DAYS = 10;

/**
 * What a day is. `covered`: the notice for it is out. `uncertain`: it is not, and a statutory day is so near that
 * the day may yet become a holiday or a make-up workday (then `name` is that statutory day's).
 */
export type DayKind =
  | { readonly kind: 'normal'; readonly name: string | null; readonly uncertain: boolean; readonly covered: boolean }
  | { readonly kind: 'holiday'; readonly name: string; readonly uncertain: false; readonly covered: true }
  | { readonly kind: 'make-up'; readonly standsFor: Weekday; readonly uncertain: false; readonly covered: true };

const NORMAL: DayKind = { kind: 'normal', name: null, uncertain: false, covered: true };
const UNANNOUNCED: DayKind = { kind: 'normal', name: null, uncertain: false, covered: false };

/** O(1) after the first call for a calendar object. */
export function dayKind(day: Day, calendar: Calendar): DayKind {
  const index = indexOf(calendar);
  return index.days.get(day) ?? (day > index.coveredUntil ? UNANNOUNCED : NORMAL);
}

type Index = { readonly days: ReadonlyMap<Day, DayKind>; readonly coveredUntil: number };

/** A calendar is immutable and few exist, so what is derived from one may be kept beside it. */
const indexes = new WeakMap<Calendar, Index>();

function indexOf(calendar: Calendar): Index {
  const known = indexes.get(calendar);
  if (known !== undefined) return known;
  const index = makeIndex(calendar);
  indexes.set(calendar, index);
  return index;
}

function makeIndex(calendar: Calendar): Index {
  const coveredUntil = parseDate(calendar.coveredUntil) ?? Number.NEGATIVE_INFINITY;
  const days = new Map<Day, DayKind>();
  for (const { name, date } of calendar.statutory) {
    for (const day of daysBetween(shifted(date, -STATUTORY_WINDOW_DAYS), shifted(date, STATUTORY_WINDOW_DAYS))) {
      if (day > coveredUntil && !days.has(day))
        days.set(day, { kind: 'normal', name, uncertain: true, covered: false });
    }
  }
  for (const year of calendar.years) {
    for (const { name, from, to } of year.holidays) {
      for (const day of daysBetween(parseDate(from), parseDate(to))) {
        days.set(day, { kind: 'holiday', name, uncertain: false, covered: true });
      }
    }
    for (const { date, standsFor } of year.workdays) {
      const day = parseDate(date);
      if (day !== null) days.set(day, { kind: 'make-up', standsFor, uncertain: false, covered: true });
    }
  }
  return { days, coveredUntil };
}

function shifted(date: DateText, days: number): Day | null {
  const day = parseDate(date);
  return day === null ? null : addDays(day, days);
}

function* daysBetween(from: Day | null, to: Day | null): Generator<Day> {
  if (from === null || to === null) return;
  for (let day = from; day <= to; day = addDays(day, 1)) yield day;
}

/**
 * One calendar out of yearly notices in any order; of two notices for one year the later listed counts. Covered
 * until the end of the last year that follows the first without a gap. Statutory days already covered are left out.
 */
export function mergeCalendar(years: readonly CalendarYear[], statutory: readonly StatutoryDay[]): Calendar {
  const byYear = new Map(years.map((year) => [year.year, year]));
  const sorted = [...byYear.values()].sort((a, b) => a.year - b.year);
  let last = sorted[0]?.year;
  while (last !== undefined && byYear.has(last + 1)) last += 1;
  const coveredUntil = last === undefined ? NEVER_COVERED : yearEnd(last);
  return {
    years: sorted,
    coveredUntil,
    statutory: statutory.filter(({ date }) => date > coveredUntil).sort((a, b) => (a.date < b.date ? -1 : 1)),
  };
}

const NEVER_COVERED = '1970-01-01' as DateText;

function yearEnd(year: number): DateText {
  return `${year}-12-31` as DateText;
}

export function isWeekend(day: Day): boolean {
  return weekdayOf(day) >= 5;
}
