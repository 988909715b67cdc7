import { type Day, dateText, type Weekday, weekdayOf } from '../kernel/instant.ts';
import { type Calendar, dayKind } from './calendar.ts';
import type { DayRule, Hours, HoursBase, Span } from './hours.ts';

/**
 * Why an answer about opening may be wrong. `calendar`: the notice on holidays is not out and could change it;
 * `holiday`: it falls on a public holiday and nothing was said about those; `unconfirmed`: nobody has checked the
 * statement; `old`: it was checked too long ago.
 */
export type Doubt = 'calendar' | 'holiday' | 'unconfirmed' | 'old';

/**
 * What one day brings, in minutes of that day; spans may run past midnight. Within `open` the door is open; within
 * `maybe` and outside `open` nobody knows; elsewhere it is closed.
 */
export type DayPlan = { readonly open: readonly Span[]; readonly maybe: readonly Span[]; readonly doubt: Doubt | null };

const ALL_DAY: readonly Span[] = [[0, 1440]];
const ALL_DAY_RULE: DayRule = { kind: 'spans', spans: ALL_DAY };
const UNKNOWN_RULE: DayRule = { kind: 'unknown' };
const CLOSED_RULE: DayRule = { kind: 'spans', spans: [] };
const WORKDAYS: readonly Weekday[] = [0, 1, 2, 3, 4];

/**
 * The model, one day at a time: a dated exception, else the week of the season (or the base) by weekday; a public
 * holiday by the holiday rule; a make-up workday by the weekday it stands for. Where several rules may apply and
 * disagree the minutes in question are `maybe`.
 */
export function dayPlan(hours: Hours, day: Day, calendar: Calendar): DayPlan {
  const spans = exceptionOn(hours, day);
  if (spans !== null) return { open: spans, maybe: [], doubt: null };
  const base = baseOn(hours, day);
  const kind = dayKind(day, calendar);
  const weekday = weekdayOf(day);
  switch (kind.kind) {
    case 'holiday': {
      const doubt = hours.holidays.kind === 'unknown' && base.kind === 'weekly' ? 'holiday' : null;
      return planOf(holidayRules(hours, base, weekday), doubt);
    }
    case 'make-up':
      return planOf([ruleOn(base, kind.standsFor)], null);
    case 'normal':
      if (kind.covered) return planOf([ruleOn(base, weekday)], null);
      return unannouncedPlan({ hours, base, weekday, uncertain: kind.uncertain });
  }
}

type Unannounced = {
  readonly hours: Hours;
  readonly base: HoursBase;
  readonly weekday: Weekday;
  readonly uncertain: boolean;
};

/** A day for which the notice is not out: normal, but near a statutory day perhaps a holiday or a make-up workday. */
function unannouncedPlan({ hours, base, weekday, uncertain }: Unannounced): DayPlan {
  const normal = ruleOn(base, weekday);
  const others = holidayRules(hours, base, weekday);
  const possible = [normal, ...others, ...(weekday >= 5 ? WORKDAYS.map((stood) => ruleOn(base, stood)) : [])];
  const doubt = possible.every((rule) => sameRule(rule, normal)) ? null : 'calendar';
  return planOf(uncertain && hours.holidays.kind !== 'same' ? possible : [normal], doubt);
}

function exceptionOn(hours: Hours, day: Day): readonly Span[] | null {
  if (hours.exceptions.length === 0) return null;
  const date = dateText(day);
  let found: readonly Span[] | null = null;
  for (const each of hours.exceptions) if (each.from <= date && date <= each.to) found = each.spans;
  return found;
}

/** The base, or the week of the season that holds on a day. */
export function baseOn(hours: Hours, day: Day): HoursBase {
  if (hours.seasons.length === 0) return hours.base;
  const date = dateText(day).slice(5);
  let found = hours.base;
  for (const { from, to, week } of hours.seasons) {
    const inside = from <= to ? from <= date && date <= to : from <= date || date <= to;
    if (inside) found = { kind: 'weekly', week };
  }
  return found;
}

export function ruleOn(base: HoursBase, weekday: Weekday): DayRule {
  switch (base.kind) {
    case 'always':
      return ALL_DAY_RULE;
    case 'unknown':
      return UNKNOWN_RULE;
    case 'weekly':
      return base.week[weekday];
  }
}

/** The rules a holiday on this weekday may follow: one, or two when nothing was said. */
export function holidayRules(hours: Hours, base: HoursBase, weekday: Weekday): readonly DayRule[] {
  const usual = ruleOn(base, weekday);
  const weekend = ruleOn(base, weekday === 5 ? 5 : 6);
  switch (hours.holidays.kind) {
    case 'same':
      return [usual];
    case 'unknown':
      return [usual, weekend];
    case 'closed':
      return [CLOSED_RULE];
    case 'as-weekend':
      return [weekend];
    case 'spans':
      return [{ kind: 'spans', spans: hours.holidays.spans }];
  }
}

export function sameRule(a: DayRule, b: DayRule): boolean {
  if (a === b) return true;
  if (a.kind === 'unknown' || b.kind === 'unknown') return a.kind === b.kind;
  if (a.spans.length !== b.spans.length) return false;
  return a.spans.every((span, i) => span[0] === b.spans[i]?.[0] && span[1] === b.spans[i]?.[1]);
}

function planOf(rules: readonly DayRule[], doubt: Doubt | null): DayPlan {
  const first = rules[0] ?? UNKNOWN_RULE;
  if (rules.every((rule) => sameRule(rule, first))) {
    return first.kind === 'unknown' ? { open: [], maybe: ALL_DAY, doubt } : { open: first.spans, maybe: [], doubt };
  }
  let open: readonly Span[] = [[0, 2880]];
  const maybe: Span[] = [];
  for (const rule of rules) {
    const spans = rule.kind === 'unknown' ? ALL_DAY : rule.spans;
    open = rule.kind === 'unknown' ? [] : common(open, spans);
    maybe.push(...spans);
  }
  return { open, maybe, doubt };
}

/** The minutes in both lists. Touching spans stay apart; whoever reads a plan joins them. */
function common(a: readonly Span[], b: readonly Span[]): readonly Span[] {
  const both: Span[] = [];
  for (const [from, to] of a) {
    for (const [otherFrom, otherTo] of b) {
      const start = Math.max(from, otherFrom);
      const end = Math.min(to, otherTo);
      if (start < end) both.push([start, end]);
    }
  }
  return both;
}
