import { METRIC_RANGE } from './distance.ts';
import type { NearColumns, NearQuestion, NearRows, Search } from './question.ts';
import { prepare } from './question.ts';
import { settle } from './settle.ts';
import type { Tree } from './tree.ts';
import { offerRows, scanFar, walkTree } from './walk.ts';

function isInMetricRange(from: NearQuestion['from']): boolean {
  const { south, north, west, east } = METRIC_RANGE;
  return from.lat >= south && from.lat <= north && from.lng >= west && from.lng <= east;
}

function answer(search: Search, question: NearQuestion, tree: Tree | null): NearRows {
  if (question.k < 1) return { rows: [], metres: [] };
  const { found } = search;
  const { x, x1, y, y1 } = search.metric;
  const slope = (1.05 * Math.max(Math.abs(x1 / x), Math.abs(y1 / y))) / y;
  let isFar = !isInMetricRange(question.from);
  for (;;) {
    found.start(question.k, isFar ? null : slope);
    if (isFar) scanFar(search, question);
    else if (tree !== null) walkTree(search, tree);
    else offerRows(search, 0, search.columns.n);
    if (found.hasSpilled) found.grow();
    else if (!isFar && found.isFar) isFar = true;
    else return settle(search, question, isFar);
  }
}

/** One pass over all rows: the first answer, when no tree stands yet. */
export function scanNearest(columns: NearColumns, question: NearQuestion): NearRows {
  return answer(prepare(columns, question, null), question, null);
}

/** The same answer through the tree of these columns (`buildTree`): every later one. */
export function treeNearest(columns: NearColumns, tree: Tree, question: NearQuestion): NearRows {
  return answer(prepare(columns, question, tree), question, tree);
}
