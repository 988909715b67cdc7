import type { FeedRegion } from '../../shared/feed/feed.ts';
import type { Wgs84 } from '../../shared/geo/point.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import type { Calendar } from '../../shared/station/calendar.ts';
import type { CityBox } from '../../shared/station/city-boxes.ts';
import type { RegionCode } from '../../shared/station/region.ts';
import type { Held } from '../local/store.ts';
import type { Answer, Fault } from '../platform/http.ts';
import type { Board } from './board.ts';
import { readCalendar } from './calendar.ts';
import type { Choices } from './choices.ts';
import { citiesNear } from './city-boxes.ts';
import { type Pulled, type PullWorld, pullRegion } from './pull.ts';

/** What one round of asking reads and leaves behind. */
export type RoundWorld = Omit<PullWorld, 'carry' | 'isWanted'> & {
  /** Where the phone is, if it knows; it is compared with boxes here and goes nowhere. */
  readonly fix: () => Wgs84 | null;
  readonly cityBoxes: () => Promise<Answer<readonly CityBox[]>>;
  /** Whether the national core may come without being asked for. */
  readonly mayBringCore: () => Promise<boolean>;
};

/** Kept from round to round by the engine. */
export type Desk = {
  readonly held: Map<FeedRegion, Held>;
  /** Asked for by a person during this visit. */
  readonly ensured: Set<FeedRegion>;
  readonly choices: Choices;
  readonly board: Board;
  /** Cities whose area the phone stands in or near, as of the last round that could tell. */
  here: readonly RegionCode[];
  /** Found missing in the store although they were saved. */
  readonly cleared: Set<FeedRegion>;
  /** When each region (and the calendar) was last asked after with success during this visit. */
  readonly askedAt: Map<FeedRegion | 'calendar', Instant>;
  calendar: Calendar | null;
  /** Called after each region that came. */
  readonly show: () => void;
};

/** `all`: a person asked. `due`: whatever was not asked after just now. */
export type Reach = 'all' | 'due';

export type RoundEnd = { readonly fault: Fault | null; readonly unstored: Pulled['unstored'] };

const DUE_MS = { city: 15_000, calendar: 60 * 60_000, core: 12 * 60 * 60_000 } as const;

/** The cities near by, then the others kept, the calendar, and the core at the end. */
export async function runRound(desk: Desk, reach: Reach, world: RoundWorld): Promise<RoundEnd> {
  const near = await nearRegions(world);
  if (near.ok) desk.here = near.value;
  let end: RoundEnd = { fault: near.ok ? null : near.refusal, unstored: null };
  const cities = citiesToAsk(desk);
  for (const region of cities) if (!desk.held.has(region)) desk.board.line(region);
  for (const region of cities) {
    if (isDead(end.fault)) return end;
    if ((reach === 'due' && !isDue(desk, region, world)) || isStopped(desk, region)) continue;
    end = joined(end, await pullOne(desk, region, world));
  }
  if (isDead(end.fault)) return end;
  if (reach === 'all' || isDue(desk, 'calendar', world)) end = joined(end, await pullCalendar(desk, world));
  if (!isDead(end.fault) && (await wantsCore(desk, world))) end = joined(end, await pullOne(desk, 'CN', world));
  return end;
}

/** What another tab deleted goes here too; what a person stopped is left alone. */
function citiesToAsk(desk: Desk): readonly FeedRegion[] {
  const { choices, ensured, here, held } = desk;
  const isLess = choices.all('refused').filter((region) => held.delete(region)).length > 0;
  if (isLess) desk.show();
  const all = new Set<FeedRegion>([...ensured, ...here, ...choices.all('wanted'), ...held.keys()]);
  return [...all].filter((region) => region !== 'CN' && !isStopped(desk, region));
}

function isStopped({ choices }: Desk, region: FeedRegion): boolean {
  const choice = choices.get(region);
  return choice === 'refused' || choice === 'paused';
}

/** Nobody there, or not our server: asking after the next region would be asked in vain. */
function isDead(fault: Fault | null): boolean {
  return fault !== null && (fault.kind === 'offline' || fault.kind === 'captive');
}

/** The fault that stops most is the one to tell. */
function joined(end: RoundEnd, { fault, unstored }: RoundEnd): RoundEnd {
  return { fault: fault !== null && isDead(fault) ? fault : (end.fault ?? fault), unstored: end.unstored ?? unstored };
}

async function nearRegions({ fix, cityBoxes }: RoundWorld): Promise<Answer<readonly RegionCode[]>> {
  const point = fix();
  if (point === null) return { ok: true, value: [] };
  const boxes = await cityBoxes();
  return boxes.ok ? { ok: true, value: citiesNear(point, boxes.value) } : boxes;
}

function isDue({ askedAt }: Desk, what: FeedRegion | 'calendar', { now }: RoundWorld): boolean {
  const last = askedAt.get(what);
  const pause = what === 'calendar' ? DUE_MS.calendar : DUE_MS.city;
  // A clock that was set back makes the difference negative, and the question due.
  return last === undefined || now() - last >= pause || now() < last;
}

async function pullOne(desk: Desk, region: FeedRegion, world: RoundWorld): Promise<RoundEnd> {
  const { board, choices, cleared } = desk;
  if (!desk.held.has(region)) board.line(region);
  const isWanted = (): boolean => choices.get(region) !== 'refused';
  const pulling = { ...world, carry: board.carry, isWanted };
  const { held, fault, unstored } = await pullRegion(region, await newestOf(desk, region, world), pulling);
  // Deleted, or stopped, while it came: no fault of anybody's.
  if (isStopped(desk, region)) return { fault: null, unstored: null };
  if (held !== null) desk.held.set(region, held);
  if (fault === null) {
    desk.askedAt.set(region, world.now());
    board.clear(region);
    cleared.delete(region);
  } else board.wait(region);
  desk.show();
  return { fault, unstored };
}

/** What another tab stored meanwhile is taken over before asking. */
async function newestOf({ held }: Desk, region: FeedRegion, { store }: RoundWorld): Promise<Held | null> {
  const mine = held.get(region) ?? null;
  const rev = await store.revOf(region);
  return rev === null || rev === (mine?.rev ?? 0) ? mine : store.load(region);
}

async function pullCalendar(desk: Desk, { http, store, now }: RoundWorld): Promise<RoundEnd> {
  const answer = await http.json('/api/v1/calendar');
  if (!answer.ok) return { fault: answer.refusal, unstored: null };
  const calendar = readCalendar(answer.value);
  if (calendar === null) return { fault: { kind: 'truncated' }, unstored: null };
  desk.askedAt.set('calendar', now());
  if (JSON.stringify(calendar) === JSON.stringify(desk.calendar)) return { fault: null, unstored: null };
  desk.calendar = calendar;
  desk.show();
  const saved = await store.putCalendar(calendar);
  return { fault: null, unstored: saved === 'full' || saved === 'refused' ? saved : null };
}

async function wantsCore(desk: Desk, { now, mayBringCore }: RoundWorld): Promise<boolean> {
  const { choices, held, askedAt } = desk;
  if (isStopped(desk, 'CN')) return false;
  const last = Math.max(askedAt.get('CN') ?? 0, held.get('CN')?.checkedAt ?? 0);
  const isFresh = now() - last < DUE_MS.core && now() >= last;
  if (choices.get('CN') === 'wanted' && askedAt.get('CN') === undefined) return true;
  return !isFresh && (await mayBringCore());
}
