import { mayDo, type Task } from '../../../shared/actor/may.ts';
import { unionKind } from '../../../shared/actor/union-edit.ts';
import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';
import { NATION, type RegionCode } from '../../../shared/station/region.ts';
import type { UnionId } from '../../../shared/station/station.ts';
import { type Period, periodBefore } from '../../../shared/stats/period.ts';
import type { AsOf, Question } from '../../../shared/stats/question.ts';
import type { Deps } from '../../deps.ts';
import type { Signed } from '../../http/signed.ts';
import type { UnionBook } from '../unions/book.ts';

/** What is said of a question over the wire or on the command line; what is left out is null. */
export type Said = {
  readonly period: Period;
  readonly asOf: string | null;
  readonly union: UnionId;
  readonly region: RegionCode | null;
} & Pick<Question, 'by' | 'divisions' | 'stations'>;

type Query = Pick<Said, 'period' | 'by' | 'divisions' | 'stations'> & {
  readonly asOf?: string | undefined;
  readonly union?: UnionId | undefined;
  readonly region?: RegionCode | undefined;
};

/** The question of an account for a task. Refuses `not-permitted` beyond its branch, and as `questionSaid` does. */
export async function questionOf(
  deps: Deps,
  { who, task }: { readonly who: Signed; readonly task: Task },
  query: Query,
): Promise<Result<Question>> {
  const union = query.union ?? who.actor.union;
  const { tree } = await deps.unions.current();
  const allowed = mayDo(who.actor, task, { id: null, union, tree });
  if (!allowed.ok) return allowed;
  const { period, by, divisions, stations } = query;
  const { asOf = null, region = null } = query;
  return questionSaid(deps, { period, asOf, union, region, by, divisions, stations });
}

/**
 * Whole and settled: how far history is known is a seq from here on. Refuses `union-unknown`, `region-unknown`, `region-outside`,
 * `as-of-not-past`.
 */
export async function questionSaid(
  deps: Pick<Deps, 'figures' | 'unions' | 'regions' | 'store'>,
  { asOf: said, ...asked }: Said,
): Promise<Result<Question>> {
  const book = await deps.unions.current();
  const place = placeOf(deps, book, asked);
  if (!place.ok) return place;
  const asOf = await deps.figures.asOf(said);
  if (!asOf.ok) return asOf;
  const openingAsOf = await openingOf(deps, { ...asked, asOf: asOf.value });
  return ok({ ...asked, region: place.value, asOf: asOf.value, openingAsOf });
}

/** What the period before was signed with, as far as that was known: a signature given later changes no answer about an earlier moment. */
async function openingOf(
  { store }: Pick<Deps, 'store'>,
  { union, period, asOf }: Pick<Question, 'union' | 'period' | 'asOf'>,
): Promise<AsOf | null> {
  const [before] = await store.submissionLines({ top: union, of: 'own', periods: [periodBefore(period)] });
  if (before === undefined || before.signedAt === null || before.signedAt > asOf.at) return null;
  return before.asOf;
}

/**
 * The division asked about, null for all of the branch. An industry union's stations lie wherever they lie; of all others a division is
 * within their own, or holds it, which narrows nothing.
 */
function placeOf(
  { regions }: Pick<Deps, 'regions'>,
  book: UnionBook,
  { union, region }: Pick<Said, 'union' | 'region'>,
): Result<RegionCode | null> {
  if (book.get(union) === null) return refuse({ kind: 'union-unknown', union });
  if (region === null || region === NATION) return ok(null);
  if (regions.get(region) === null) return refuse({ kind: 'region-unknown', region });
  const own = ownRegion(book, union);
  if (own === null || regions.isWithin(region, own)) return ok(region);
  return refuse({ kind: 'region-outside', region });
}

/** The division a union answers for, its own or that of the nearest above; null: any. */
function ownRegion(book: UnionBook, union: UnionId): RegionCode | null {
  for (let at = book.get(union); at !== null; at = at.parent === null ? null : book.get(at.parent)) {
    if (unionKind(at.id) === 'industry') return null;
    if (at.region !== null) return at.region;
  }
  return null;
}
