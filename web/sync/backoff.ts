const FIRST_MS = 4000;
const LAST_MS = 10 * 60_000;

/**
 * How long to wait after the n-th failure in a row (n from 1): doubling, at most ten minutes, never sooner than the
 * server asked for. `roll` in [0, 1) spreads phones that failed together over half the time.
 */
export function retryAfter(failures: number, roll: number, askedMs: number | null): number {
  const ceiling = Math.min(LAST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 20));
  const spread = ceiling * (0.5 + roll / 2);
  return Math.max(spread, (askedMs ?? 0) * (1 + roll / 4));
}
