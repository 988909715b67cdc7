import type { DateText, Weekday } from '../kernel/instant.ts';

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
  readonly statutory: readonly { readonly name: string; readonly date: DateText }[];
};
