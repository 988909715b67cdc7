import type { Actor } from '../../../shared/actor/actor.ts';
import { mayDo } from '../../../shared/actor/may.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import type { UnionId } from '../../../shared/station/station.ts';
import type { Deps } from '../../deps.ts';
import type { Signed } from '../../http/signed.ts';
import type { Judging } from '../list/match.ts';
import { judging } from '../list/scope.ts';
import type { UnionBook } from '../unions/book.ts';
import { counts, type Sort } from './kinds.ts';
import type { QualityModel, QualityPass } from './pass.ts';

/** A question about quality, put by somebody: the stations of one union's branch, of one sort. */
export type Asked = {
  readonly actor: Actor;
  readonly book: UnionBook;
  readonly top: UnionId;
  readonly sort: Sort;
  readonly pass: QualityPass;
  readonly judging: Judging;
  readonly at: Instant;
};

/** Refuses `not-permitted`, also for a union of another branch. */
export async function askQuality(
  { unions, now, quality }: Pick<Deps, 'unions' | 'now'> & { readonly quality: QualityModel },
  { actor }: Signed,
  asked: { readonly union?: UnionId | undefined; readonly stations: Sort },
): Promise<Result<Asked>> {
  const book = await unions.current();
  const top = asked.union ?? actor.union;
  const allowed = mayDo(actor, 'read-figures', { id: null, union: top, tree: book.tree });
  if (!allowed.ok) return allowed;
  const pass = await quality.current();
  const at = now();
  const scope = { unions: book.branchOf(top), stations: null };
  const judged = judging(pass.state.rows, { scope, within: null, book, at });
  return ok({ actor, book, top, sort: asked.stations, pass, judging: judged, at });
}

/** Rows of the branch that are counted. */
export function* countedRows({ pass, judging: { mine }, sort }: Asked): Generator<number> {
  const { rows } = pass.state;
  for (let row = 0; row < rows.size; row++) {
    if (counts(pass, row, sort) && mine(row)) yield row;
  }
}

/** A page of a list by the id it begins after; what is gone since begins anew. */
export function pageAfter<T>(
  items: readonly T[],
  {
    after,
    size,
    idOf,
  }: { readonly after: string | undefined; readonly size: number; readonly idOf: (one: T) => string },
): { readonly page: readonly T[]; readonly next: string | null } {
  const start = after === undefined ? 0 : items.findIndex((one) => idOf(one) === after) + 1;
  const page = items.slice(start, start + size);
  const last = page[page.length - 1];
  return { page, next: last !== undefined && start + size < items.length ? idOf(last) : null };
}
