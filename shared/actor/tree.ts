import { LEVELS, type Level } from '../station/lifecycle.ts';
import type { UnionId } from '../station/station.ts';

/** Unions as a tree: nation – province – city – county – town; industry unions hang where their parent is. */
export type UnionTree = {
  /** By depth, so a county that answers to its province directly stands where cities stand. Null for a stranger. */
  levelOf(union: UnionId): Level | null;
  /** The union itself or one below it; never true for a stranger. */
  isWithin(union: UnionId, top: UnionId): boolean;
};

/** Throws when the rows have a loop: the tree is ours, and a loop would open one branch to another. */
export function unionTree(rows: Iterable<{ readonly id: UnionId; readonly parent: UnionId | null }>): UnionTree {
  const parents = new Map<UnionId, UnionId | null>();
  for (const { id, parent } of rows) parents.set(id, parent);
  return {
    levelOf(union) {
      if (!parents.has(union)) return null;
      return LEVELS[Math.min(lineOf(union, parents).length, LEVELS.length) - 1] ?? null;
    },
    isWithin(union, top) {
      return parents.has(union) && parents.has(top) && lineOf(union, parents).includes(top);
    },
  };
}

/** The union and everything above it, nearest first. */
function lineOf(union: UnionId, parents: ReadonlyMap<UnionId, UnionId | null>): UnionId[] {
  const line: UnionId[] = [];
  let next: UnionId | null = union;
  while (next !== null) {
    if (line.includes(next)) throw new Error(`the union ${next} is above itself`);
    line.push(next);
    next = parents.get(next) ?? null;
  }
  return line;
}
