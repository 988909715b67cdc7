import type { DateText } from '../kernel/instant.ts';

/** `[from, to)` in minutes of the day it begins on: 0 ≤ from < 1440, from < to ≤ from + 1440; `to` may pass midnight. */
export type Span = readonly [from: number, to: number];

/** `unknown`: open on this weekday, at times nobody wrote down. `spans: []` is closed all day. */
export type DayRule = { readonly kind: 'spans'; readonly spans: readonly Span[] } | { readonly kind: 'unknown' };

/** Monday first, always seven. */
export type Week = readonly [DayRule, DayRule, DayRule, DayRule, DayRule, DayRule, DayRule];

export type HoursBase =
  | { readonly kind: 'always' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'weekly'; readonly week: Week };

/**
 * What public holidays change. `as-weekend` = Saturday's rule on a Saturday, else Sunday's. `unknown` = nothing was
 * said: where the weekday's rule and the weekend's agree they are followed with a doubt, elsewhere nobody knows.
 */
export type HolidayRule =
  | { readonly kind: 'same' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'as-weekend' }
  | { readonly kind: 'spans'; readonly spans: readonly Span[] };

/** `MM-DD` inclusive at both ends; `from` after `to` wraps the new year. Of two seasons over one day the later listed counts. */
export type Season = { readonly from: string; readonly to: string; readonly week: Week };

/** Dated, inclusive; `spans: []` is a closure. Stands above all else. Of two over one day the later listed counts. */
export type Exception = {
  readonly from: DateText;
  readonly to: DateText;
  readonly spans: readonly Span[];
  readonly reason: string;
};

export type Hours = {
  readonly base: HoursBase;
  readonly holidays: HolidayRule;
  readonly seasons: readonly Season[];
  readonly exceptions: readonly Exception[];
  /** The text as published; never dropped. */
  readonly raw: string | null;
};

export const UNKNOWN_HOURS: Hours = {
  base: { kind: 'unknown' },
  holidays: { kind: 'same' },
  seasons: [],
  exceptions: [],
  raw: null,
};
