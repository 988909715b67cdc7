import type { Actor } from '../../../shared/actor/actor.ts';
import { addDays, dateText, dayOf, type Instant } from '../../../shared/kernel/instant.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { WORK_KINDS, WORK_OF, type WorkKind } from '../../../shared/station/work.ts';
import type { RouteReply } from '../../../shared/wire/route.ts';
import type { Deps } from '../../deps.ts';
import { type Door, mount } from '../../http/mount.ts';
import type { WorkPile, WorkRow } from '../../store/port/work.ts';
import { answerMoments } from '../inbox/overdue.ts';
import { submissionsWaiting } from '../submissions/waiting.ts';
import type { UnionBook } from '../unions/book.ts';
import { asksFor, kindsFor } from './asks.ts';

type Pile = RouteReply<'work'>['piles'][number];

/** The most urgent of each pile; the rest stands in the list that the pile leads to. */
const SHOWN = 5;
const SHOWN_ALONE = 200;

export function mountWork(door: Door, { store, unions, now }: Deps): void {
  mount(door, 'work', async ({ who, query }) => {
    const [book, at] = [await unions.current(), now()];
    const { actor } = who;
    const top = actor.union;
    const piles: Pile[] = [];
    const limit = query.kind === undefined ? SHOWN : SHOWN_ALONE;
    for (const { kinds, only } of kindsFor(actor)) {
      const wanted = kinds.filter((kind) => query.kind === undefined || kind === query.kind);
      const asks = asksFor({ book, actor, at }, wanted);
      const found = await store.workPiles({ top, only, me: actor.id, asks, limit });
      piles.push(...found.map((pile) => shownPile({ book, actor, at }, pile)));
    }
    const wantsReports = query.kind === undefined || query.kind === 'report';
    const reports = wantsReports ? await reportPile({ store }, { book, actor, at }) : null;
    const upward = await submissionPiles({ store }, { book, actor, at });
    const counted = [...(reports === null ? [] : [reports]), ...upward];
    const others = counted.filter(({ kind }) => query.kind === undefined || query.kind === kind);
    const shown = [...piles, ...others].filter(({ count }) => count > 0);
    return ok({ piles: inOrder(shown), serverTime: at });
  });
}

export type Desk = { readonly book: UnionBook; readonly actor: Actor; readonly at: Instant };

/** The inbox counts its own: what is not answered in time. */
async function reportPile({ store }: Pick<Deps, 'store'>, { book, actor, at }: Desk): Promise<Pile | null> {
  if (!actor.functions.some((name) => name === 'officer' || name === 'approver')) return null;
  const { overdue } = await store.inboxCounts(actor.union, answerMoments(book, actor.union, at));
  return { kind: 'report', count: overdue, items: [] };
}

/** Figures that wait to be handed in or signed; they stand in their own list. */
async function submissionPiles({ store }: Pick<Deps, 'store'>, { book, actor, at }: Desk): Promise<readonly Pile[]> {
  const counts = await submissionsWaiting(store, { book, actor, at });
  const has = (kind: WorkKind) => actor.functions.some((name) => WORK_OF[kind].some((one) => one === name));
  return SUBMISSION_PILES.filter(has).map((kind) => ({ kind, count: counts[kind], items: [] }));
}

const SUBMISSION_PILES = ['submit-figures', 'sign-figures'] as const;

function shownPile(desk: Desk, { kind, count, rows }: WorkPile): Pile {
  return { kind, count, items: rows.map((row) => itemOf(desk, kind, row)) };
}

function itemOf({ book, at }: Desk, kind: WorkPile['kind'], row: WorkRow): Pile['items'][number] {
  const { station, code, name, status, isSynthetic, on, note } = row;
  return {
    id: station,
    code,
    name,
    status,
    synthetic: isSynthetic,
    unionName: book.get(row.union)?.name ?? '',
    due: dueOf({ book, at }, kind, row),
    since: kind === 'hours' ? on : null,
    note: NOTED.includes(kind) ? note : null,
  };
}

/** Piles whose words say something that their name does not. */
const NOTED: readonly WorkKind[] = [
  'rectify',
  'notice',
  'objection',
  'revision',
  'exit-proposed',
  'returned',
  'flagged',
  'task',
];

/** The day of a review is reckoned from when somebody saw it last; hours grow old without a day of their own. */
function dueOf({ book, at }: Pick<Desk, 'book' | 'at'>, kind: WorkKind, { on, union }: WorkRow): string | null {
  if (on === null || kind === 'hours') return null;
  if (kind !== 'review') return on;
  return dateText(addDays(dayOfText(on), book.settingsOf(union, at)['review-days']));
}

function dayOfText(on: string): ReturnType<typeof dayOf> {
  return dayOf(Date.parse(`${on}T00:00:00+08:00`) as Instant);
}

function inOrder(piles: readonly Pile[]): Pile[] {
  return [...piles].sort((a, b) => WORK_KINDS.indexOf(a.kind) - WORK_KINDS.indexOf(b.kind));
}
