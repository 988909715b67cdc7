import { mayDo, type Task } from '../../../shared/actor/may.ts';
import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';
import { NATION, type RegionCode } from '../../../shared/station/region.ts';
import type { UnionId } from '../../../shared/station/station.ts';
import type { Deps } from '../../deps.ts';
import type { Signed } from '../../http/signed.ts';
import type { UnionBook } from '../unions/book.ts';

/** Whose demand a question is about, and where. */
export type CoverScope = {
  readonly book: UnionBook;
  readonly union: UnionId;
  /** As it was asked; null: all of the union's. */
  readonly region: RegionCode | null;
  /** Points within it count. */
  readonly where: RegionCode;
};

type Asked = { readonly union: UnionId | undefined; readonly region: RegionCode | undefined };

/** Refuses `not-permitted` for other branches, `region-outside` for a division beyond the union's own. */
export async function scopeAsked(deps: Deps, who: Signed, { union: said, region }: Asked): Promise<Result<CoverScope>> {
  const book = await mayIn(deps, who, { task: 'read-figures', union: said ?? who.actor.union });
  if (!book.ok) return book;
  const union = said ?? who.actor.union;
  const home = homeOf(book.value, union);
  if (region !== undefined && !(deps.regions.get(region) && deps.regions.isWithin(region, home))) {
    return refuse({ kind: 'region-outside', region });
  }
  return ok({ book: book.value, union, region: region ?? null, where: region ?? home });
}

export async function mayIn(
  { unions }: Deps,
  { actor }: Signed,
  { task, union }: { readonly task: Task; readonly union: UnionId },
): Promise<Result<UnionBook>> {
  const book = await unions.current();
  const permitted = mayDo(actor, task, { id: null, union, tree: book.tree });
  return permitted.ok ? ok(book) : permitted;
}

/** A town's or an industry's union has no division of its own: that of the nearest above it. */
function homeOf(book: UnionBook, union: UnionId): RegionCode {
  for (let at = book.get(union); at !== null; at = at.parent === null ? null : book.get(at.parent)) {
    if (at.region !== null) return at.region;
  }
  return NATION;
}
