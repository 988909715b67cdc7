import { mayDo } from '../../../shared/actor/may.ts';
import { instant } from '../../../shared/kernel/instant.ts';
import { ok } from '../../../shared/kernel/result.ts';
import type { UnionId } from '../../../shared/station/station.ts';
import type { RouteReply } from '../../../shared/wire/route.ts';
import type { Deps } from '../../deps.ts';
import type { Act } from '../../http/mount.ts';
import type { UnionBook } from '../unions/book.ts';
import { answerMoments } from './overdue.ts';

/** The period of the median, in days. */
const PERIOD_DAYS = 90;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

type Answered = RouteReply<'inboxFigures'>['answered'];
type Times = readonly { readonly union: UnionId; readonly took: number }[];

export function inboxFigures(deps: Deps): Act<'inboxFigures'> {
  return async ({ who }) => {
    const book = await deps.unions.current();
    const { union } = who.actor;
    const allowed = mayDo(who.actor, 'answer-reports', { id: null, union, tree: book.tree });
    if (!allowed.ok) return allowed;
    const now = deps.now();
    const { counts, overdue, repeated } = await deps.store.inboxCounts(union, answerMoments(book, union, now));
    const of = (state: string) => counts.reduce((sum, row) => (row.state === state ? sum + row.count : sum), 0);
    const kinds: Record<string, number> = {};
    for (const { kind, count } of counts) kinds[kind] = (kinds[kind] ?? 0) + count;
    const times = await deps.store.answerTimes(union, instant(now - PERIOD_DAYS * DAY_MS));
    return ok({
      asOf: now,
      states: { queued: of('queued'), received: of('received'), accepted: of('accepted') },
      kinds,
      overdue,
      repeated,
      answerDays: book.settingsOf(union, now)['report-answer-days'],
      answered: answeredOf(times, union, book),
    });
  };
}

/** The median of the branch, and of each union directly below with what is below it. */
export function answeredOf(times: Times, top: UnionId, { all, tree }: UnionBook): Answered {
  const children = all.filter(({ parent }) => parent === top);
  // Looked up once a union, not once a report.
  const childOf = new Map<UnionId, UnionId | null>();
  for (const { union } of times) {
    if (!childOf.has(union)) childOf.set(union, children.find(({ id }) => tree.isWithin(union, id))?.id ?? null);
  }
  const below = children.flatMap(({ id, name }) => {
    const own = times.filter(({ union }) => childOf.get(union) === id);
    return own.length === 0 ? [] : [{ id, name, count: own.length, medianHours: medianHours(own) }];
  });
  return { days: PERIOD_DAYS, count: times.length, medianHours: medianHours(times), below };
}

/** Hours to one decimal; of an even number the mean of the middle two; null of none. */
export function medianHours(times: Times): number | null {
  const sorted = times.map(({ took }) => took).sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  if (low === undefined || high === undefined) return null;
  return Math.round(((low + high) / 2 / HOUR_MS) * 10) / 10;
}
