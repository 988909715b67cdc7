/** One measured line. `ours` and `peer` are medians over the rounds of one run; the unit is in the name. */
export type BenchResult = {
  readonly id: 'B1' | 'B2' | 'B3' | 'B4' | 'B5' | 'B6' | 'B7' | 'B8' | 'B9';
  readonly name: string;
  readonly ours: number;
  readonly peer: number;
  /** How many times better than the peer. */
  readonly ratio: number;
  readonly budget: string;
  /** False only when the ratio is worse than half its budget. */
  readonly ok: boolean;
};

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}
