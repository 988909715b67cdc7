import { addDays, type Day, dateText, weekdayOf } from '../kernel/instant.ts';
import { type Calendar, type DayKind, dayKind } from './calendar.ts';
import type { DayRule, Exception, Hours } from './hours.ts';
import { baseOn, type DayPlan, dayPlan, ruleOn, sameRule } from './hours-day.ts';
import { daysText, dayText, weekdayWord } from './hours-words.ts';
import { ruleText, spansSaid } from './week-line.ts';

/** How far ahead holidays, make-up workdays and dated changes are told. */
export const TOLD_DAYS = 60;
/** Longer than any run of days that is told whole. */
const RUN_DAYS = 400;

/** Why a day does not follow its own row of the week; null = it does. */
type Cause =
  | { readonly kind: 'exception'; readonly of: Exception }
  | { readonly kind: 'holiday'; readonly name: string }
  | { readonly kind: 'make-up'; readonly standsFor: Extract<DayKind, { kind: 'make-up' }>['standsFor'] };

/**
 * What is claimed of every day of a run. `spans`: open at these minutes of the day and closed at all others (but for a
 * night begun the day before); `usual`: as the row of its weekday says; `unsaid`: nothing was said about public holidays.
 */
export type Claim = { readonly kind: 'spans'; readonly rule: DayRule } | { readonly kind: 'usual' | 'unsaid' };

/** Days in a row for which one sentence holds; `first` and `last` may lie before today and beyond the days told. */
export type DaysAhead = {
  readonly first: Day;
  readonly last: Day;
  readonly cause: Cause['kind'];
  readonly claim: Claim;
  readonly text: string;
};

type Facts = { readonly hours: Hours; readonly calendar: Calendar };

/** The sentences about coming days that differ from the week, each true of every day it names; in order of days. */
export function daysAhead(hours: Hours, today: Day, calendar: Calendar): readonly DaysAhead[] {
  const facts = { hours, calendar };
  const told: DaysAhead[] = [];
  for (let day = today; day <= today + TOLD_DAYS; day = addDays(day, 1)) {
    const cause = causeOf(facts, day);
    if (cause === null) continue;
    const run = runAround(facts, { day, cause, after: told[told.length - 1]?.last ?? null });
    const text = sentence(facts, run, cause);
    if (text !== null) told.push({ first: run.first, last: run.last, cause: cause.kind, claim: run.claim, text });
    day = run.last;
  }
  return told;
}

/** What today is called when it does not follow its row: 元旦, 调休上班, 装修. Null when it does. */
export function specialDay(hours: Hours, day: Day, calendar: Calendar): { name: string; plan: DayPlan } | null {
  const facts = { hours, calendar };
  const cause = causeOf(facts, day);
  if (cause === null || isUsual(facts, day)) return null;
  const plan = dayPlan(hours, day, calendar);
  // Where no hours are known at all, that nothing was said about a holiday is no news.
  if (hours.base.kind === 'unknown' && cause.kind === 'holiday' && plan.doubt === 'holiday') return null;
  const name = cause.kind === 'holiday' ? cause.name : cause.kind === 'make-up' ? '调休上班' : cause.of.reason;
  return { name, plan };
}

function causeOf({ hours, calendar }: Facts, day: Day): Cause | null {
  const date = dateText(day);
  const dated = hours.exceptions.filter(({ from, to }) => from <= date && date <= to);
  const last = dated[dated.length - 1];
  if (last !== undefined) return { kind: 'exception', of: last };
  const kind = dayKind(day, calendar);
  if (kind.kind === 'holiday') return { kind: 'holiday', name: kind.name };
  return kind.kind === 'make-up' ? { kind: 'make-up', standsFor: kind.standsFor } : null;
}

function usualRule({ hours }: Facts, day: Day): DayRule {
  return ruleOn(baseOn(hours, day), weekdayOf(day));
}

function isUsual(facts: Facts, day: Day): boolean {
  const plan = dayPlan(facts.hours, day, facts.calendar);
  return plan.doubt === null && sameRule(ruleOf(plan), usualRule(facts, day));
}

/** A plan that is certain, or wholly unknown, as the rule it came from. */
function ruleOf({ open, maybe }: DayPlan): DayRule {
  return maybe.length > 0 ? { kind: 'unknown' } : { kind: 'spans', spans: open };
}

/** All that may truly be claimed of one day, the claim preferred first. */
function claimsOf(facts: Facts, day: Day): readonly Claim[] {
  const plan = dayPlan(facts.hours, day, facts.calendar);
  if (plan.doubt === 'holiday') return [{ kind: 'unsaid' }];
  const rule = ruleOf(plan);
  const exact: Claim = { kind: 'spans', rule };
  if (!isUsual(facts, day)) return [exact];
  const isShut = rule.kind === 'spans' && rule.spans.length === 0;
  return isShut ? [exact, { kind: 'usual' }] : [{ kind: 'usual' }, exact];
}

function sameClaim(a: Claim, b: Claim): boolean {
  if (a.kind === 'spans' && b.kind === 'spans') return sameRule(a.rule, b.rule);
  return a.kind === b.kind;
}

function sameCause(a: Cause, b: Cause | null): boolean {
  if (a.kind === 'exception') return b?.kind === 'exception' && a.of === b.of;
  return a.kind === 'holiday' && b?.kind === 'holiday' && a.name === b.name;
}

type From = { readonly day: Day; readonly cause: Cause; readonly after: Day | null };
type Run = { readonly first: Day; readonly last: Day; readonly claim: Claim };

/** The longest run around a day with one cause and a claim that is true of all of it; never back over `after`. */
function runAround(facts: Facts, { day, cause, after }: From): Run {
  let claims = claimsOf(facts, day);
  const reach = (step: 1 | -1): Day => {
    let end = day;
    for (let ahead = 1; ahead <= RUN_DAYS; ahead++) {
      const next = addDays(day, step * ahead);
      if ((after !== null && next <= after) || !sameCause(cause, causeOf(facts, next))) break;
      const shared = claims.filter((claim) => claimsOf(facts, next).some((one) => sameClaim(one, claim)));
      if (shared.length === 0) break;
      claims = shared;
      end = next;
    }
    return end;
  };
  const last = reach(1);
  const first = reach(-1);
  return { first, last, claim: claims[0] ?? { kind: 'unsaid' } };
}

/** Null when there is nothing to tell: a day off that changes nothing nobody knows, a make-up day like its own row. */
function sentence(facts: Facts, run: Run, cause: Cause): string | null {
  const { first, last, claim } = run;
  const isUnknown = facts.hours.base.kind === 'unknown';
  const said = claimSaid(facts, run);
  switch (cause.kind) {
    case 'exception':
      return `${daysText(first, last)}：${said}${cause.of.reason === '' ? '' : `（${cause.of.reason}）`}。`;
    case 'holiday':
      return isUnknown && (claim.kind === 'usual' || claim.kind === 'unsaid')
        ? null
        : `${daysText(first, last)}${cause.name}：${said}。`;
    case 'make-up': {
      if (isUsual(facts, first)) return null;
      const rule = ruleOn(baseOn(facts.hours, first), cause.standsFor);
      const day = `${dayText(first)}（${weekdayWord(weekdayOf(first))}）`;
      return `${day}调休上班：照平日（${weekdayWord(cause.standsFor)}），${ruleText(rule)}。`;
    }
  }
}

function claimSaid(facts: Facts, { first, last, claim }: Run): string {
  switch (claim.kind) {
    case 'usual':
      return '照常';
    case 'spans':
      return claim.rule.kind === 'unknown' ? '时间没写' : spansSaid(claim.rule.spans);
    case 'unsaid':
      return isLikely(facts, first, last) ? '多半照常，没写节假日开不开' : '没写开不开，先打电话问问';
  }
}

/** Nothing was said, but weekday and weekend agree: open as ever, with a doubt. */
function isLikely({ hours, calendar }: Facts, first: Day, last: Day): boolean {
  for (let day = first; day <= last; day = addDays(day, 1)) {
    if (dayPlan(hours, day, calendar).maybe.length > 0) return false;
  }
  return true;
}
