import {
  addDays,
  DAY_MINUTES,
  type DateText,
  type Day,
  dayOf,
  type Instant,
  instantAt,
  minuteOf,
  parseDate,
} from '../kernel/instant.ts';
import type { Calendar } from './calendar.ts';
import type { Hours, Span } from './hours.ts';
import { type DayPlan, type Doubt, dayPlan } from './hours-day.ts';
import type { Settings } from './settings.ts';
import { OPENABLE, type Station, type Status, type StatusNote } from './station.ts';

/**
 * Whether the door is open. `until`: when it closes, null = not within `OPEN_SIGHT_DAYS` (24 hours). `opensAt`: the
 * next sure opening, null = none within `CLOSED_SIGHT_DAYS`, or the times are unknown before it. `knownFrom`: when
 * the answer is next known, null = not within `OPEN_SIGHT_DAYS`.
 */
export type OpenAnswer =
  | { readonly state: 'open'; readonly until: Instant | null; readonly doubt: readonly Doubt[] }
  | { readonly state: 'closed'; readonly opensAt: Instant | null; readonly doubt: readonly Doubt[] }
  | { readonly state: 'unknown'; readonly knownFrom: Instant | null; readonly doubt: readonly Doubt[] };

export const OPEN_SIGHT_DAYS = 8;
/** Over a year, so that a closed season and a long repair both find their end. */
export const CLOSED_SIGHT_DAYS = 400;

const ALWAYS_OPEN: OpenAnswer = { state: 'open', until: null, doubt: [] };
const NOBODY_KNOWS: OpenAnswer = { state: 'unknown', knownFrom: null, doubt: [] };

/** Evaluated in Asia/Shanghai, whatever zone the machine is in. Some microseconds a call; most look at two or three days. */
export function openAt(hours: Hours, at: Instant, calendar: Calendar): OpenAnswer {
  if (isSteady(hours)) {
    if (hours.base.kind === 'always') return ALWAYS_OPEN;
    if (hours.base.kind === 'unknown') return NOBODY_KNOWS;
  }
  const look: Look = { hours, calendar, plans: new Map() };
  const day = dayOf(at);
  const minute = minuteOf(at);
  const state = stateAt(look, day, minute);
  const change = nextChange(look, { day, minute, state });
  const doubt = doubtsOf(look, { day, minute, state }, change);
  const when = change === null ? null : instantAt(change.day, change.minute);
  switch (state) {
    case 'open':
      return { state, until: when, doubt };
    case 'closed':
      return { state, opensAt: change?.state === 'open' ? when : null, doubt };
    case 'unknown':
      return { state, knownFrom: when, doubt };
  }
}

/** The start of the next sure opening after `at`; when open now, the one after. Null as for `opensAt`. */
export function nextOpening(hours: Hours, at: Instant, calendar: Calendar): Instant | null {
  const now = openAt(hours, at, calendar);
  if (now.state === 'closed') return now.opensAt;
  if (now.state === 'unknown' || now.until === null) return null;
  const then = openAt(hours, now.until, calendar);
  return then.state === 'closed' ? then.opensAt : null;
}

/** Nothing but the week itself decides. */
function isSteady({ holidays, seasons, exceptions }: Hours): boolean {
  return seasons.length === 0 && exceptions.length === 0 && holidays.kind !== 'closed' && holidays.kind !== 'spans';
}

type State = OpenAnswer['state'];
type Look = { readonly hours: Hours; readonly calendar: Calendar; readonly plans: Map<Day, DayPlan> };
type Point = { readonly day: Day; readonly minute: number; readonly state: State };

function planOn(look: Look, day: Day): DayPlan {
  const known = look.plans.get(day);
  if (known !== undefined) return known;
  const plan = dayPlan(look.hours, day, look.calendar);
  look.plans.set(day, plan);
  return plan;
}

/** A span belongs to the day it begins on, so a minute asks that day and the day before. */
function stateAt(look: Look, day: Day, minute: number): State {
  const today = planOn(look, day);
  const before = planOn(look, addDays(day, -1));
  if (covers(today.open, minute) || covers(before.open, minute + DAY_MINUTES)) return 'open';
  if (covers(today.maybe, minute) || covers(before.maybe, minute + DAY_MINUTES)) return 'unknown';
  return 'closed';
}

function covers(spans: readonly Span[], minute: number): boolean {
  for (const span of spans) if (span[0] <= minute && minute < span[1]) return true;
  return false;
}

function sightOf(state: State): number {
  return state === 'closed' ? CLOSED_SIGHT_DAYS : OPEN_SIGHT_DAYS;
}

/** The first boundary after a point at which the state differs; null when it lies out of sight. */
function nextChange(look: Look, from: Point): Point | null {
  const days = sightOf(from.state);
  for (let ahead = 0; ahead <= days; ahead++) {
    const day = addDays(from.day, ahead);
    const after = ahead === 0 ? from.minute : -1;
    for (const minute of boundaries(planOn(look, addDays(day, -1)), planOn(look, day))) {
      if (minute <= after) continue;
      if (ahead === days && minute > from.minute) return null;
      const state = stateAt(look, day, minute);
      if (state !== from.state) return { day, minute, state };
    }
  }
  return null;
}

/** The minutes of a day at which a span begins or ends, in order. */
function boundaries(before: DayPlan, today: DayPlan): readonly number[] {
  const minutes: number[] = [];
  for (const spans of [today.open, today.maybe]) {
    for (const [from, to] of spans) {
      if (from < DAY_MINUTES) minutes.push(from);
      if (to < DAY_MINUTES) minutes.push(to);
    }
  }
  for (const spans of [before.open, before.maybe]) {
    for (const [from, to] of spans) {
      if (from >= DAY_MINUTES) minutes.push(from - DAY_MINUTES);
      if (to >= DAY_MINUTES && to < 2 * DAY_MINUTES) minutes.push(to - DAY_MINUTES);
    }
  }
  return minutes.sort((a, b) => a - b);
}

/** The doubts of the days an answer rests on: from the asked day (or the night before, when still open from it) to the change. */
function doubtsOf(look: Look, at: Point, change: Point | null): readonly Doubt[] {
  const yesterday = addDays(at.day, -1);
  const sinceYesterday = covers(planOn(look, yesterday).open, at.minute + DAY_MINUTES);
  const end = change ?? { day: addDays(at.day, sightOf(at.state)), minute: 0 };
  const doubts = new Set<Doubt>();
  const first = sinceYesterday ? yesterday : at.day;
  for (let day = first; day <= end.day; day = addDays(day, 1)) {
    const plan = planOn(look, day);
    if (plan.doubt === null) continue;
    // A night that ends before the new day's own hours begin owes nothing to the new day.
    if (sinceYesterday && day === end.day && !reaches(plan, end.minute)) continue;
    doubts.add(plan.doubt);
  }
  return [...doubts];
}

function reaches(plan: DayPlan, minute: number): boolean {
  return [...plan.open, ...plan.maybe].some(([from]) => from <= minute);
}

/** What the phone says at a station's door. `by: 'status'` = closed whatever the hours say. */
export type StationOpen =
  | (OpenAnswer & { readonly by: 'hours' })
  | {
      readonly by: 'status';
      readonly state: 'closed';
      readonly status: Status;
      /** False: only for a while (suspended, or not yet open). */
      readonly forGood: boolean;
      readonly reason: string | null;
      readonly returnsOn: DateText | null;
      readonly opensAt: null;
      readonly doubt: readonly Doubt[];
    };

export type OpenFacts = {
  readonly status: Status;
  readonly statusNote: StatusNote | null;
  readonly hours: Hours;
  readonly verified: Station['verified'];
  readonly verifiedOn: DateText | null;
};
export type OpenRules = { readonly calendar: Calendar; readonly settings: Pick<Settings, 'hours-old-days'> };

/** A station's status first, then its hours; says also when the statement is unconfirmed or old. */
export function stationOpen(station: OpenFacts, at: Instant, rules: OpenRules): StationOpen {
  if (!OPENABLE.includes(station.status)) return closedByStatus(station);
  const answer = openAt(station.hours, at, rules.calendar);
  const doubt = [...answer.doubt];
  if (station.verified === 'unverified') doubt.push('unconfirmed');
  if (isOld(station.verifiedOn, at, rules)) doubt.push('old');
  return { ...answer, by: 'hours', doubt };
}

function isOld(verifiedOn: DateText | null, at: Instant, rules: OpenRules): boolean {
  const day = verifiedOn === null ? null : parseDate(verifiedOn);
  return day !== null && dayOf(at) - day > rules.settings['hours-old-days'];
}

const GONE: readonly Status[] = ['retired', 'merged', 'relocated', 'abandoned'];

function closedByStatus({ status, statusNote }: OpenFacts): StationOpen {
  const forGood = GONE.includes(status);
  return {
    by: 'status',
    state: 'closed',
    status,
    forGood,
    reason: statusNote?.reason ?? null,
    returnsOn: forGood ? null : (statusNote?.until ?? null),
    opensAt: null,
    doubt: [],
  };
}
