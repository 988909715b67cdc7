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
