import { type Coverage, type DemandPoints, HOUR_WORDS, type Near, type Told } from './cover.ts';

/** When a new station would be open: hours of the day, `to` not included; `to` before `from` passes midnight. */
export type DaySpan = { readonly from: number; readonly to: number };

/** A place where a new station would cover most of what is left. */
export type NextPlace = {
  /** The demand point it stands at. */
  readonly point: number;
  /** People-hours a week it adds to those before it. */
  readonly gain: number;
  /** Weight of the points it adds anything for. */
  readonly weight: number;
};

export type NextPlaces = {
  readonly places: readonly NextPlace[];
  /** People-hours a week that are not covered within the new stations' hours: all there is to gain. */
  readonly open: number;
  /** No choice of as many places gains more than this. */
  readonly atMost: number;
};

/** How much of the work it is to look at every candidate once. */
const FIRST_PART = 0.6;
const TOLD_EVERY = 512;

/** What greedy choice surely reaches of the best there is, for a gain that only shrinks (Nemhauser, Wolsey, Fisher 1978). */
export const GREEDY_BOUND = 1 - 1 / Math.E;

/** People-hours a week each point is short of, within the new stations' hours. */
export function shortOf(points: DemandPoints, { bits }: Pick<Coverage, 'bits'>, span: DaySpan): Float64Array {
  const wanted = wordsOf(span);
  return points.weight.map((weight, p) => {
    let hours = 0;
    for (let word = 0; word < HOUR_WORDS; word++) {
      hours += onesIn((wanted[word] ?? 0) & ~(bits[p * HOUR_WORDS + word] ?? 0));
    }
    return weight * hours;
  });
}

function wordsOf({ from, to }: DaySpan): Uint32Array {
  const words = new Uint32Array(HOUR_WORDS);
  for (let hour = 0; hour < 168; hour++) {
    const ofDay = hour % 24;
    const isIn = from < to ? from <= ofDay && ofDay < to : from <= ofDay || ofDay < to;
    if (isIn) words[hour >> 5] = (words[hour >> 5] ?? 0) | (1 << (hour & 31));
  }
  return words;
}

function onesIn(word: number): number {
  let count = 0;
  for (let rest = word >>> 0; rest !== 0; rest = (rest & (rest - 1)) >>> 0) count++;
  return count;
}

/**
 * Greedy maximal covering: `most` times the place whose new station, open at those hours, gains most. Candidates are the demand
 * points themselves (`near`: the points within reach of each, itself among them). Of equal gains the point that stands first in
 * the set. A gain never grows, so that an old one need not be reckoned anew before its turn comes.
 */
export function nextPlaces(
  points: DemandPoints,
  { near, short, most }: { readonly near: Near; readonly short: Float64Array; readonly most: number },
  told: Told = () => {},
): NextPlaces {
  const left = Float64Array.from(short);
  const heap = new GainHeap(left.length);
  for (let p = 0; p < left.length; p++) {
    if (p % TOLD_EVERY === 0) told((FIRST_PART * p) / left.length);
    heap.push(p, gainAt(near, left, p));
  }
  const atFirst = heap.sumOfTop(most);
  const places: NextPlace[] = [];
  while (places.length < most) {
    told(FIRST_PART + ((1 - FIRST_PART) * places.length) / most);
    const point = heap.popBest((p) => gainAt(near, left, p));
    if (point === null) break;
    places.push({ point: point.id, gain: point.gain, weight: take(points, { near, left }, point.id) });
  }
  const gained = places.reduce((sum, { gain }) => sum + gain, 0);
  const open = short.reduce((sum, one) => sum + one, 0);
  for (let p = 0; p < left.length; p++) heap.refresh(p, gainAt(near, left, p));
  return { places, open, atMost: Math.min(open, atFirst, gained + heap.sumOfTop(most)) };
}

function gainAt(near: Near, left: Float64Array, place: number): number {
  let gain = 0;
  for (const id of near(place)) gain += left[id] ?? 0;
  return gain;
}

function take(
  { weight }: DemandPoints,
  { near, left }: { readonly near: Near; readonly left: Float64Array },
  place: number,
): number {
  let served = 0;
  for (const id of near(place)) {
    if ((left[id] ?? 0) > 0) served += weight[id] ?? 0;
    left[id] = 0;
  }
  return served;
}

/** Candidates by the gain last reckoned, the greatest first; of equals the one with the lower number. */
class GainHeap {
  readonly #ids: number[] = [];
  readonly #gains: Float64Array;

  constructor(size: number) {
    this.#gains = new Float64Array(size);
  }

  push(id: number, gain: number): void {
    this.#gains[id] = gain;
    this.#ids.push(id);
    this.#rise(this.#ids.length - 1);
  }

  refresh(id: number, gain: number): void {
    this.#gains[id] = gain;
  }

  sumOfTop(most: number): number {
    const gains = Float64Array.from(this.#gains).sort();
    return gains.subarray(Math.max(0, gains.length - most)).reduce((sum, one) => sum + one, 0);
  }

  /** Takes out the best by its gain of now; null when nothing gains any more. Gains on the heap are never below those of now. */
  popBest(gainOf: (id: number) => number): { readonly id: number; readonly gain: number } | null {
    for (;;) {
      const id = this.#ids[0];
      if (id === undefined) return null;
      const gain = gainOf(id);
      const isFresh = gain === this.#gains[id];
      this.#gains[id] = isFresh ? 0 : gain;
      if (isFresh) {
        const last = this.#ids.pop();
        if (last !== undefined && this.#ids.length > 0) this.#ids[0] = last;
      }
      this.#sink();
      if (isFresh) return gain > 0 ? { id, gain } : null;
    }
  }

  #isBefore(a: number, b: number): boolean {
    const [idA = 0, idB = 0] = [this.#ids[a], this.#ids[b]];
    const difference = (this.#gains[idA] ?? 0) - (this.#gains[idB] ?? 0);
    return difference > 0 || (difference === 0 && idA < idB);
  }

  #swap(a: number, b: number): void {
    const [idA = 0, idB = 0] = [this.#ids[a], this.#ids[b]];
    this.#ids[a] = idB;
    this.#ids[b] = idA;
  }

  #rise(from: number): void {
    for (let at = from; at > 0; ) {
      const above = (at - 1) >> 1;
      if (!this.#isBefore(at, above)) return;
      this.#swap(at, above);
      at = above;
    }
  }

  #sink(): void {
    for (let at = 0; ; ) {
      let best = at;
      for (const below of [2 * at + 1, 2 * at + 2]) {
        if (below < this.#ids.length && this.#isBefore(below, best)) best = below;
      }
      if (best === at) return;
      this.#swap(at, best);
      at = best;
    }
  }
}
