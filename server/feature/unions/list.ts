import { unionKind } from '../../../shared/actor/union-edit.ts';
import { ok, refuse } from '../../../shared/kernel/result.ts';
import type { UnionId } from '../../../shared/station/station.ts';
import type { RouteReply } from '../../../shared/wire/route.ts';
import type { Deps } from '../../deps.ts';
import type { Act } from '../../http/mount.ts';
import type { Union, UnionBook } from './book.ts';

type View = RouteReply<'unions'>['items'][number];
const FOUND_MOST = 50;

/** Names of unions are no secret; still everybody is shown their own branch alone, which is all they can do anything with. */
export function listing({ unions }: Deps): Act<'unions'> {
  return async ({ query, who }) => {
    const book = await unions.current();
    const top = who.actor.union;
    const of = query.of ?? null;
    if (of !== null && !book.tree.isWithin(of, top)) return refuse({ kind: 'union-unknown', union: of });
    const found = query.q === undefined ? childrenOrSelf(book, top, of) : named(book, of ?? top, query.q);
    const shown = query.closed === '1' ? found : found.filter(({ closedOn }) => closedOn === null);
    return ok({ items: shown.map((union) => viewOf(book, union, top)) });
  };
}

function childrenOrSelf(book: UnionBook, top: UnionId, of: UnionId | null): readonly Union[] {
  if (of !== null) return book.below(of);
  const own = book.get(top);
  return own === null ? [] : [own];
}

/** Those whose name begins so first; an id finds the one that has it. */
function named(book: UnionBook, top: UnionId, q: string): readonly Union[] {
  const text = q.trim();
  const inside = book.branchOf(top);
  const fits = book.all.filter(({ id, name }) => inside.has(id) && (name.includes(text) || id === text));
  const begins = fits.filter(({ name }) => name.startsWith(text));
  const rest = fits.filter(({ name }) => !name.startsWith(text));
  return [...begins, ...rest].slice(0, FOUND_MOST);
}

function viewOf(book: UnionBook, union: Union, top: UnionId): View {
  return {
    id: union.id,
    parent: union.id === top ? null : union.parent,
    name: union.name,
    kind: unionKind(union.id),
    level: book.tree.levelOf(union.id) ?? 'town',
    region: union.region,
    closedOn: union.closedOn,
    below: book.below(union.id).filter(({ closedOn }) => closedOn === null).length,
    path: pathTo(book, union, top),
  };
}

function pathTo(book: UnionBook, union: Union, top: UnionId): string[] {
  const names: string[] = [];
  let next = union.id === top ? null : union.parent;
  while (next !== null && next !== top) {
    const above = book.get(next);
    if (above === null) break;
    names.unshift(above.name);
    next = above.parent;
  }
  return names;
}
