import { type Actor, ROOT_UNION } from '../../../shared/actor/actor.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import type { UnionId } from '../../../shared/station/station.ts';
import type { Store } from '../../store/port.ts';
import type { UnionBook } from '../unions/book.ts';
import { periodsOver, reports } from './calendar.ts';

type Desk = { readonly book: UnionBook; readonly actor: Actor; readonly at: Instant };

/** How many of the own union's periods are over and not handed in, and how many handed in right below wait to be signed. */
export async function submissionsWaiting(
  store: Pick<Store, 'begunAt' | 'submissionLines'>,
  { book, actor, at }: Desk,
): Promise<{ readonly 'submit-figures': number; readonly 'sign-figures': number }> {
  const union = book.get(actor.union);
  if (union === null || !reports(union)) return { 'submit-figures': 0, 'sign-figures': 0 };
  const periods = periodsOver({ book, at, begunAt: await store.begunAt() });
  const own = await store.submissionLines({ top: union.id, of: 'own', periods });
  const done = own.filter(({ state }) => state !== 'returned').length;
  return { 'submit-figures': periods.length - done, 'sign-figures': await toSign(store, union.id, periods) };
}

async function toSign(
  store: Pick<Store, 'submissionLines'>,
  union: UnionId,
  periods: Parameters<Store['submissionLines']>[0]['periods'],
): Promise<number> {
  const below = await store.submissionLines({ top: union, of: 'below', periods });
  const own = union === ROOT_UNION ? await store.submissionLines({ top: union, of: 'own', periods }) : [];
  return [...below, ...own].filter(({ state }) => state === 'submitted').length;
}
