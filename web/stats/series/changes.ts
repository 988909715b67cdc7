import type { Figure } from '../../../shared/stats/question.ts';

type Counted = { readonly name: string; readonly versions: readonly number[] };

/** Months from which on something is counted otherwise than the month before, and what. */
export function changesOf(
  months: readonly string[],
  series: readonly Counted[],
): readonly { readonly at: number; readonly text: string }[] {
  return months.flatMap((_, at) => {
    const changed = at === 0 ? [] : series.filter(({ versions }) => versions[at] !== versions[at - 1]);
    if (changed.length === 0) return [];
    const text = changed.map(({ name, versions }) => `${name}改用第 ${versions[at]} 版口径`).join('，');
    return [{ at, text }];
  });
}

/** Beside lines so many times as high others lie flat at the bottom. */
const HIGHER = 10;

type Measured = { readonly unit: string; readonly values: readonly Figure[] };

/** Which indicators can be drawn on one scale: of one unit, and none many times higher than another. */
export function scalesOf<S extends Measured>(series: readonly S[]): readonly S[][] {
  const groups: S[][] = [];
  for (const one of series) {
    const most = mostOf(one);
    const group = groups.find(([first]) => {
      if (first?.unit !== one.unit) return false;
      const [low, high] = [Math.min(most, mostOf(first)), Math.max(most, mostOf(first))];
      return high === 0 || (low > 0 && high / low < HIGHER);
    });
    if (group === undefined) groups.push([one]);
    else group.push(one);
  }
  return groups;
}

function mostOf({ values }: Measured): number {
  return values.reduce<number>(
    (most, value) => (typeof value === 'number' ? Math.max(most, Math.abs(value)) : most),
    0,
  );
}
