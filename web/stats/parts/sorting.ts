import type { Figure } from '../../../shared/stats/question.ts';

/** `at`: which column; −1: the names. */
export type Sorting = { readonly at: number; readonly way: 'up' | 'down' };
type Sortable = { readonly words: string; readonly values: readonly Figure[] };

/** Figures fall at first and then rise, names rise at first; then all stands as it came. */
export function turned(now: Sorting | null, at: number): Sorting | null {
  const [first, second] = at < 0 ? (['up', 'down'] as const) : (['down', 'up'] as const);
  if (now?.at !== at) return { at, way: first };
  return now.way === first ? { at, way: second } : null;
}

/** What is no number stands last either way. */
export function sorted<L extends Sortable>(lines: readonly L[], sorting: Sorting | null): readonly L[] {
  if (sorting === null) return lines;
  const { at, way } = sorting;
  const turn = way === 'up' ? 1 : -1;
  if (at < 0) return [...lines].sort((a, b) => turn * a.words.localeCompare(b.words, 'zh-CN'));
  return [...lines].sort((a, b) => {
    const [x, y] = [a.values[at], b.values[at]];
    if (typeof x !== 'number') return typeof y === 'number' ? 1 : 0;
    return typeof y === 'number' ? turn * (x - y) : -1;
  });
}
