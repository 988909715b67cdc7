import type { Actor } from '../../../shared/actor/actor.ts';
import { may } from '../../../shared/actor/may.ts';
import { addDays, dateText, dayOf, type Instant } from '../../../shared/kernel/instant.ts';
import { type AccountFunction, LIFECYCLE, type Step } from '../../../shared/station/lifecycle.ts';
import type { Settings } from '../../../shared/station/settings.ts';
import type { StationId } from '../../../shared/station/station.ts';
import { WORK_KINDS, WORK_OF, type WorkKind } from '../../../shared/station/work.ts';
import type { StationWorkKind, UnionDays, UnionScope, WorkAsk } from '../../store/port/work.ts';
import type { UnionBook } from '../unions/book.ts';

/** Functions that reach only the stations their account is named for. */
const OWN_STATIONS: readonly AccountFunction[] = ['keeper', 'inspector'];

/** A notice that ends within so many days is looked at beforehand. */
const NOTICE_AHEAD = 2;

export type Reach = { readonly kinds: readonly StationWorkKind[]; readonly only: readonly StationId[] | null };

/** Which piles are somebody's: over the branch by one function, over their own stations by another; each pile once. */
export function kindsFor({ functions, stations }: Actor): readonly Reach[] {
  const kindsOf = (named: boolean) =>
    WORK_KINDS.filter(isOfStations).filter((kind) =>
      functions.some(
        (name) => OWN_STATIONS.some((one) => one === name) === named && WORK_OF[kind].some((one) => one === name),
      ),
    );
  const wide = kindsOf(false);
  const own = kindsOf(true).filter((kind) => !wide.includes(kind));
  return [
    { kinds: wide, only: null },
    { kinds: own, only: stations },
  ].filter(({ kinds }) => kinds.length > 0);
}

/** Counted elsewhere: by the inbox and by the figures handed upward. */
const ELSEWHERE: readonly WorkKind[] = ['report', 'submit-figures', 'sign-figures'];

function isOfStations(kind: WorkKind): kind is StationWorkKind {
  return !ELSEWHERE.includes(kind);
}

type Desk = { readonly book: UnionBook; readonly actor: Actor; readonly at: Instant };

export function asksFor(desk: Desk, kinds: readonly StationWorkKind[]): readonly WorkAsk[] {
  return kinds.flatMap((kind) => askFor(desk, kind) ?? []);
}

/** Null: nobody of this level takes the step, so nothing of the kind waits for them. */
function askFor(desk: Desk, kind: StationWorkKind): WorkAsk | null {
  switch (kind) {
    case 'draft':
    case 'returned':
    case 'flagged':
    case 'task':
      return { kind };
    case 'approve':
      return scoped(desk, kind, 'approve');
    case 'accept':
      return scoped(desk, kind, 'accept');
    case 'revision':
      return scoped(desk, kind, 'revise');
    case 'exit-proposed':
      return takes(desk, 'open-notice') ? { kind } : null;
    case 'objection':
      return takes(desk, 'dismiss-objection') ? { kind } : null;
    case 'notice':
      return takes(desk, 'retire') ? { kind, until: daysOf(desk, () => NOTICE_AHEAD) } : null;
    default:
      return { kind, until: daysOf(desk, AHEAD[kind]) };
  }
}

/** Until how many days from today a pile looks: before it where a time must have passed already. */
const AHEAD = {
  rectify: (settings) => settings['rectify-warning-days'],
  contract: (settings) => settings['contract-warning-days'],
  term: (settings) => settings['term-warning-days'],
  review: (settings) => settings['review-warning-days'] - settings['review-days'],
  // As `openAt` counts: the day itself is not yet too old.
  hours: (settings) => -settings['hours-old-days'] - 1,
} satisfies { readonly [kind: string]: (settings: Settings) => number };

function daysOf({ book, actor, at }: Desk, ahead: (settings: Settings) => number): UnionDays {
  const dayFor = (settings: Settings) => dateText(addDays(dayOf(at), ahead(settings)));
  const [first, ...groups] = book.settingGroups(actor.union, at);
  const on = dayFor(first?.settings ?? book.settingsOf(actor.union, at));
  const others = groups.map(({ settings, unions }) => ({ on: dayFor(settings), unions: unions ?? [] }));
  return { on, others: others.filter((other) => other.on !== on) };
}

/** Whether somebody of this union and these functions ever takes the step, by the settings of their own union. */
function takes(desk: Desk, step: Step): boolean {
  return takesUnder(desk, step, desk.book.settingsOf(desk.actor.union, desk.at));
}

function takesUnder({ book, actor }: Desk, step: Step, settings: Settings): boolean {
  const status = LIFECYCLE[step].from[0] ?? 'none';
  // Their part as approvers: an officer who may revise is not one who approves revisions.
  const approver: Actor = { ...actor, functions: actor.functions.filter((name) => name === 'approver') };
  return may(approver, step, { id: null, union: actor.union, status, tree: book.tree, settings }).ok;
}

function scoped(desk: Desk, kind: 'approve' | 'accept' | 'revision', step: Step): WorkAsk | null {
  const [, ...groups] = desk.book.settingGroups(desk.actor.union, desk.at);
  const here = takes(desk, step);
  const differing = groups.filter(({ settings }) => takesUnder(desk, step, settings) !== here);
  const unions = differing.flatMap((group) => group.unions ?? []);
  if (!here && unions.length === 0) return null;
  const scope: UnionScope = here ? { allBut: unions } : { only: unions };
  return { kind, scope };
}
