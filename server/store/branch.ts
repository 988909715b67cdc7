import { type RawBuilder, sql } from 'kysely';
import { ROOT_UNION } from '../../shared/actor/actor.ts';
import type { UnionId } from '../../shared/station/station.ts';

/**
 * `column` names a union of the branch: `top` or one below it. Asked of the database, which holds the tree: a list of some
 * thousand ids would be a statement of some thousand parameters. True for the root, where there is nothing outside.
 */
export function inBranch(column: RawBuilder<unknown>, top: UnionId): RawBuilder<boolean> {
  if (top === ROOT_UNION) return sql<boolean>`1 = 1`;
  return sql<boolean>`${column} in (${branchOf(top)})`;
}

/** The ids of a branch, as a subquery. */
export function branchOf(top: UnionId): RawBuilder<{ id: string }> {
  return sql<{ id: string }>`with recursive branch(id) as (
    select u.id from "union" u where u.id = ${top}
    union all select u.id from "union" u join branch on u.parent = branch.id) select id from branch`;
}
