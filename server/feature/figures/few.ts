import type { Indicator } from '../../../shared/stats/definition.ts';
import { FEW_BELOW } from '../../../shared/stats/keep-back.ts';
import type { Figure } from '../../../shared/stats/question.ts';

/**
 * Amounts of stations, or of months, under one known sum: of people, small ones are kept back, and the next larger ones with them until
 * those kept back are two and come to enough that none can be reckoned from the rest. Zero is always shown.
 */
export function keptAmounts({ ofPeople }: Indicator, amounts: readonly number[]): readonly Figure[] {
  if (!ofPeople) return amounts;
  const rising = amounts.map((_, at) => at).filter((at) => amounts[at] !== 0);
  rising.sort((a, b) => (amounts[a] ?? 0) - (amounts[b] ?? 0));
  const hidden = new Set<number>();
  let sum = 0;
  for (const at of rising) {
    const amount = amounts[at] ?? 0;
    const isEnough = hidden.size === 0 || (hidden.size >= 2 && sum >= FEW_BELOW);
    if (amount >= FEW_BELOW && isEnough) break;
    hidden.add(at);
    sum += amount;
  }
  return amounts.map((amount, at) => (hidden.has(at) ? 'few' : amount));
}
