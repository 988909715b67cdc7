import type { Found, NearQuery, StationTable } from '../../shared/feed/row.ts';
import type { Gcj02 } from '../../shared/geo/point.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import type { Amenity } from '../../shared/station/amenity.ts';
import type { Calendar } from '../../shared/station/calendar.ts';
import type { Hours } from '../../shared/station/hours.ts';
import type { Status } from '../../shared/station/station.ts';
import { doorState, verdictOf } from '../ui/station/answer.ts';
import { isReachable, type Verdict } from '../ui/station/judge.ts';
import { type NeedId, needOf } from '../ui/words/chips.ts';
import type { Filters } from './filters.ts';

/** Metres within which the list answers; farther stations are only said to exist. */
export const REACH = 5000;
const OPEN_ROWS = 30;
const OPEN_ROWS_MOST = 480;
const UNKNOWN_ROWS = 20;
/** Closed ones are counted up to here; the screen then says 多个. */
const CLOSED_MOST = 99;

export type Judged = Found & { readonly verdict: Verdict };

export type Ask = {
  readonly table: StationTable;
  readonly from: Gcj02;
  readonly filters: Filters;
  readonly now: Instant;
  readonly calendar: Calendar | null;
};

/** The first screen. No station in reach is in two groups, none is left out unless its group says how many. */
export type NearList = {
  /** The answer: nearest open one, else nearest of those closing soon. */
  readonly hero: Judged | null;
  /** The rest in order: open by distance, then closing soon by distance. */
  readonly rows: readonly Judged[];
  readonly unknownHours: readonly Judged[];
  /** Open, but nobody wrote down whether they have what was asked for. */
  readonly unknownNeeds: readonly Judged[];
  /** Closed, suspended, or closing before one gets there. */
  readonly closed: readonly Judged[];
  /** When nothing in reach is open: the nearest open ones beyond. */
  readonly beyond: readonly Judged[];
};

export function makeList(ask: Ask): NearList {
  const open = openOnes(ask);
  const near = open.filter((one) => one.distance <= REACH);
  const reachable = near.filter((one) => isReachable(one.verdict));
  const ordered = [...reachable.filter(isOpen), ...reachable.filter((one) => !isOpen(one))];
  const [hero = null, ...rows] = ordered;
  const shut = [...near.filter((one) => !isReachable(one.verdict)), ...inReach(ask, 'closed', CLOSED_MOST)];
  const beyond = hero === null ? open.filter((one) => one.distance > REACH && isReachable(one.verdict)) : [];
  return {
    hero,
    rows,
    unknownHours: inReach(ask, 'unknown', UNKNOWN_ROWS),
    unknownNeeds: unclearOnes(ask),
    closed: shut.sort((a, b) => a.distance - b.distance).slice(0, CLOSED_MOST),
    beyond: beyond.slice(0, 3),
  };
}

/** `all-day`: the filter 24小时. */
export type Dropping = { readonly what: NeedId | 'all-day'; readonly filters: Filters; readonly count: number };

/** The one filter whose dropping helps most, and how many open ones that brings; null when none does. */
export function dropOne(ask: Ask): Dropping | null {
  const { filters } = ask;
  const without = filters.want.map((need) => ({
    what: need,
    filters: { ...filters, want: filters.want.filter((one) => one !== need) },
  }));
  const choices = filters.allDay
    ? [...without, { what: 'all-day' as const, filters: { ...filters, allDay: false } }]
    : without;
  let best: Dropping | null = null;
  for (const choice of choices) {
    const open = openOnes({ ...ask, filters: choice.filters });
    const count = open.filter((one) => one.distance <= REACH && isReachable(one.verdict)).length;
    if (count > (best?.count ?? 0)) best = { ...choice, count };
  }
  return best;
}

/** Stations that never close, for a person whose place nobody knows: by name, because distance would lie. */
export function neverClosed(ask: Ask): readonly Judged[] {
  const found = openOnes({ ...ask, filters: { ...ask.filters, want: [], allDay: true } });
  return [...found].sort((a, b) => (a.row.name < b.row.name ? -1 : 1)).slice(0, 10);
}

/** How many of the shut ones are closed and how many suspended; at `most` the count stops. */
export function countShut({ closed }: Pick<NearList, 'closed'>): { closed: number; suspended: number; most: number } {
  const suspended = closed.filter((one) => one.verdict.kind === 'suspended').length;
  return { closed: closed.length - suspended, suspended, most: CLOSED_MOST };
}

function isOpen(one: Judged): boolean {
  return one.verdict.kind === 'open';
}

/** The nearest open ones; asks for more when most of them close before one could be there. */
function openOnes(ask: Ask): readonly Judged[] {
  for (let k = OPEN_ROWS; ; k *= 4) {
    const found = query(ask, 'open', { k });
    const enough = found.filter((one) => isReachable(one.verdict)).length >= 10;
    if (enough || found.length < k || k >= OPEN_ROWS_MOST) return found;
  }
}

/** What nobody knows to be missing stays in: these groups are looked at when nothing better is near. */
function inReach(ask: Ask, state: 'unknown' | 'closed', k: number): Judged[] {
  return query(ask, state, { k, unknownToo: true }).filter((one) => one.distance <= REACH);
}

/** What passes only because an unknown amenity is let through. */
function unclearOnes(ask: Ask): readonly Judged[] {
  if (ask.filters.want.length === 0) return [];
  const found = query(ask, 'open', { k: UNKNOWN_ROWS * 3, unknownToo: true });
  const unclear = found.filter((one) => !ask.filters.want.every((id) => hasNeed(one, id)));
  return unclear.filter((one) => one.distance <= REACH && isReachable(one.verdict)).slice(0, UNKNOWN_ROWS);
}

export function hasNeed({ row }: Found, id: NeedId): boolean {
  return needOf(id).any.some((amenity) => row.amenity(amenity) === 'yes');
}

type Part = { readonly k: number; readonly unknownToo?: true };

function query(ask: Ask, state: 'open' | 'unknown' | 'closed', { k, unknownToo }: Part): Judged[] {
  const { want, wantAny } = asked(ask.filters.want);
  const passes = (hours: Hours, status: Status): boolean => {
    if (ask.filters.allDay && !isAlways(hours)) return false;
    return doorState({ hours, status }, ask) === state;
  };
  const near: NearQuery = { from: ask.from, want, wantAny, unknownToo: unknownToo === true, k, passes };
  return ask.table
    .nearest(near)
    .map((found) => ({ ...found, verdict: verdictOf(found.row, { ...ask, distance: found.distance }) }));
}

function asked(needs: readonly NeedId[]): { want: readonly Amenity[]; wantAny: readonly Amenity[] } {
  const any = needs.map((id) => needOf(id).any);
  return {
    want: any.filter((one) => one.length === 1).flat(),
    wantAny: any.filter((one) => one.length > 1).flat(),
  };
}

/** Round the clock, as a word or as seven full days. */
export function isAlways({ base }: Hours): boolean {
  if (base.kind !== 'weekly') return base.kind === 'always';
  return base.week.every((day) => day.kind === 'spans' && day.spans.some(([from, to]) => from === 0 && to >= 1440));
}
