import type { Indicator } from '../../../shared/stats/definition.ts';

type Looked = { readonly typed: string; readonly isNational: boolean };

/** Every word typed stands somewhere in its name, id or wordings. */
export function matches(indicator: Indicator, { typed, isNational }: Looked): boolean {
  if (isNational && !indicator.national) return false;
  const { id, name, unit, versions } = indicator;
  const text = [id, name, unit, ...versions.map(({ counts, leavesOut }) => `${counts}${leavesOut}`)]
    .join(' ')
    .toLowerCase();
  const words = typed.toLowerCase().trim().split(/\s+/);
  return words.every((word) => text.includes(word) || text.replace(/\s/g, '').includes(word));
}
