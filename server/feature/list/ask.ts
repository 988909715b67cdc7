import type { Task } from '../../../shared/actor/may.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import type { UnionId } from '../../../shared/station/station.ts';
import { DOUBTS, type Doubt } from '../../../shared/wire/list-filter.ts';
import type { Deps } from '../../deps.ts';
import type { Signed } from '../../http/signed.ts';
import type { UnionBook } from '../unions/book.ts';
import { hasDoubt, type Judging } from './match.ts';
import type { ListState } from './model.ts';
import { judging, type Scope, scopeOf } from './scope.ts';

/** A question to the list, put by somebody at a moment. */
export type Asked = {
  readonly state: ListState;
  readonly book: UnionBook;
  readonly scope: Scope;
  readonly judging: Judging;
  readonly at: Instant;
};

/** `union`: only it and what is below it. Refuses `not-permitted` to accounts that may do the task nowhere. */
export async function askList(
  deps: Pick<Deps, 'list' | 'unions' | 'now'>,
  { actor }: Pick<Signed, 'actor'>,
  { task, union }: { readonly task: Task; readonly union?: UnionId | undefined },
): Promise<Result<Asked>> {
  const book = await deps.unions.current();
  const scope = scopeOf(actor, task, book);
  if (!scope.ok) return scope;
  const state = await deps.list.current();
  const at = deps.now();
  const judged = judging(state.rows, { scope: scope.value, within: union ?? null, book, at });
  return ok({ state, book, scope: scope.value, judging: judged, at });
}

/** Only the living have doubts that somebody could settle. */
export function doubtsOf({ state, judging }: Pick<Asked, 'state' | 'judging'>, row: number): readonly Doubt[] {
  return DOUBTS.filter((doubt) => hasDoubt(state.rows, row, { doubt, judging }));
}
