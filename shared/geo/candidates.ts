import { METRIC_ERROR, METRIC_RANGE } from './distance.ts';
import { MEAN_RADIUS } from './geodesic.ts';

/** Larger than any square of metres on Earth, and finite so that "nothing here" (Infinity) fails against it. */
const NO_LIMIT = Number.MAX_VALUE;
/** (1 + e)² / (1 − e)² ≤ 1 + 5e for e ≤ 0.1, with e = METRIC_ERROR · square / R². */
const BAND = (5 * METRIC_ERROR) / (MEAN_RADIUS * MEAN_RADIUS);
/** The sphere is off by at most 0.6 %, so of two equal true distances one may look (1.006 / 0.994)² the other. */
const SPHERE_BAND = 1.025;
/** One millimetre, squared: rounding never decides. */
const SLACK = 1e-6;
const FAR = METRIC_RANGE.reach * METRIC_RANGE.reach;

/**
 * The rows that may be among the k nearest: the k with the smallest square so far, and every row so close behind the
 * k-th that the error of the square could hide that it belongs before it. Sorted by square.
 */
export class Candidates {
  rows = new Int32Array(64);
  squares = new Float64Array(64);
  count = 0;
  /** Squares above this cannot belong to the k nearest. m² */
  limit = NO_LIMIT;
  /** The same for the square of a box gap measured with the scale at the asker. m² */
  cut = NO_LIMIT;
  /** More rows fell inside the band than there is room for: grow and search again. */
  hasSpilled = false;
  private k = 0;
  private slope = 0;
  private isSphere = false;
  /** `cut` / `limit`, and the limit down to which this share is kept. */
  private share = 1;
  private shareUntil = 0;

  /** `slope`: by which share the local scale changes per metre to the north; null when squares come from the sphere. */
  start(k: number, slope: number | null): void {
    if (this.rows.length < k + 16) this.makeRoom(k + 16);
    this.count = 0;
    this.limit = NO_LIMIT;
    this.cut = NO_LIMIT;
    this.hasSpilled = false;
    this.k = k;
    this.slope = slope ?? 0;
    this.isSphere = slope === null;
    this.share = 1;
    this.shareUntil = NO_LIMIT;
  }

  grow(): void {
    this.makeRoom(this.rows.length * 4);
  }

  private makeRoom(room: number): void {
    this.rows = new Int32Array(room);
    this.squares = new Float64Array(room);
  }

  /** Call only with square ≤ limit. */
  offer(row: number, square: number): void {
    const { rows, squares, k } = this;
    let at = this.count;
    if (at === rows.length) {
      // The last one is thrown out; what is known about the k nearest stays right, so the limit does.
      this.hasSpilled = true;
      at -= 1;
      if (square >= (squares[at] ?? 0)) return;
    }
    this.count = at + 1;
    for (; at > 0; at -= 1) {
      const before = squares[at - 1] ?? 0;
      if (before <= square) break;
      squares[at] = before;
      rows[at] = rows[at - 1] ?? 0;
    }
    squares[at] = square;
    rows[at] = row;
    if (at < k && this.count >= k) this.tighten();
  }

  private tighten(): void {
    const { squares, k } = this;
    const worst = squares[k - 1] ?? 0;
    const limit = worst * (this.isSphere ? SPHERE_BAND : 1 + BAND * worst) + SLACK;
    if (limit < this.shareUntil) this.remeasure(limit);
    this.limit = limit;
    this.cut = limit * this.share;
    let { count } = this;
    while (count > k && (squares[count - 1] ?? 0) > limit) count -= 1;
    this.count = count;
  }

  /**
   * Rows within the limit lie at most √limit to the north, where a degree is this much shorter than at the asker. What
   * holds for a limit holds for any smaller one, so it is not measured again for each.
   */
  private remeasure(limit: number): void {
    const scale = Math.max(0.05, 1 - this.slope * Math.sqrt(limit));
    this.share = 1 / (scale * scale);
    this.shareUntil = limit / 4;
  }

  /** The last that counts, the k-th or all there are, is so far off that the local metric no longer holds. */
  get isFar(): boolean {
    return (this.squares[Math.min(this.count, this.k) - 1] ?? 0) > FAR;
  }
}
