import type { Figure } from '../../../shared/stats/question.ts';
import { numberText } from '../../desk/parts/number-text.ts';

/** One step of a scale: from `from` up to `to`, both included; written in the unit of the figures. */
export type Class = { readonly from: number; readonly to: number; readonly words: string; readonly count: number };
/** Where a figure stands: a number of a class, nought, or nothing that can be said. */
export type Standing = number | 'zero' | 'none' | 'few';

const MOST = 5;

/** Up to five classes with about as many divisions each; nought is one of its own. Equal figures are never parted. */
export function classesOf(
  figures: readonly Figure[],
  { unit, digits }: { readonly unit: string; readonly digits: number },
): readonly Class[] {
  const values = figures
    .filter((figure) => typeof figure === 'number' && figure !== 0)
    .map(Number)
    .sort((a, b) => a - b);
  const distinct = [...new Set(values)];
  const wanted = Math.min(MOST, distinct.length);
  const starts = new Set<number>();
  for (let i = 0; i < wanted; i++) starts.add(values[Math.floor((i * values.length) / wanted)] ?? 0);
  const bounds = [...starts].sort((a, b) => a - b);
  return bounds.map((from, i) => {
    const next = bounds[i + 1] ?? Number.POSITIVE_INFINITY;
    const inside = values.filter((value) => value >= from && value < next);
    const to = inside[inside.length - 1] ?? from;
    const [low, high] = [numberText(from, digits), numberText(to, digits)];
    return { from, to, count: inside.length, words: `${low === high ? low : `${low} 到 ${high}`} ${unit}` };
  });
}

export function standingOf(figure: Figure | undefined, classes: readonly Class[]): Standing {
  if (figure === undefined || figure === null) return 'none';
  if (figure === 'few') return 'few';
  if (figure === 0) return 'zero';
  const at = classes.findIndex(({ from, to }) => from <= figure && figure <= to);
  return at < 0 ? 'none' : at;
}
