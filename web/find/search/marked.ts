import { foldText } from '../../../shared/search/fold.ts';
import type { Mark } from '../../../shared/search/search.ts';

export type Part = { readonly text: string; readonly from: number; readonly isHit: boolean };

/** A name cut at what was found of it; nothing found leaves it whole. Marks are in order and apart. */
export function markedParts(name: string, marks: readonly Mark[]): readonly Part[] {
  const parts: Part[] = [];
  let at = 0;
  const add = (to: number, isHit: boolean): void => {
    if (to > at) parts.push({ text: name.slice(at, to), from: at, isHit });
    at = Math.max(at, to);
  };
  for (const [from, to] of marks) {
    add(Math.min(from, name.length), false);
    add(Math.min(to, name.length), true);
  }
  add(name.length, false);
  return parts;
}

/** Where the words typed stand in a text as they are, full-width or not; overlapping ones as one. */
export function literalMarks(text: string, typed: string): readonly Mark[] {
  const folded = foldText(text);
  const marks: Mark[] = [];
  for (const word of foldText(typed)
    .split(/\s+/)
    .filter((each) => each !== '')) {
    const at = folded.indexOf(word);
    if (at >= 0) marks.push([at, at + word.length]);
  }
  return marks.sort((a, b) => a[0] - b[0]);
}
