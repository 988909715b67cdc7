import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DemandPoints, HOUR_WORDS, nearOf } from '../../../shared/stats/cover.ts';
import { GREEDY_BOUND, nextPlaces, shortOf } from '../../../shared/stats/cover-next.ts';
import { spanOf } from '../../../shared/stats/cover-rule.ts';

type Row = readonly [lng: number, lat: number, weight: number];
function pointsOf(rows: readonly Row[]): DemandPoints {
  return {
    lng: Float64Array.from(rows, ([lng]) => lng),
    lat: Float64Array.from(rows, ([, lat]) => lat),
    weight: Float64Array.from(rows, ([, , weight]) => weight),
  };
}
const row = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 9 }))
  .map(([x, y, weight]): Row => [113.6 + x / 1000, 34.74 + y / 1000, weight]);

/** Nothing is covered yet. */
function choose(rows: readonly Row[], most: number, bits = new Uint32Array(rows.length * HOUR_WORDS)) {
  const points = pointsOf(rows);
  const near = nearOf(points, points, 1000);
  const short = shortOf(points, { bits }, spanOf('all-day'));
  const gainOf = (chosen: readonly number[]) => {
    const served = new Set(chosen.flatMap(near));
    return [...served].reduce((sum, p) => sum + (short[p] ?? 0), 0);
  };
  return { next: nextPlaces(points, { near, short, most }), gainOf, short };
}

function subsets(size: number, most: number): readonly (readonly number[])[] {
  if (most === 0) return [[]];
  return subsets(size, most - 1).flatMap((chosen) => {
    const first = (chosen[chosen.length - 1] ?? -1) + 1;
    return [chosen, ...Array.from({ length: size - first }, (_, i) => [...chosen, first + i])];
  });
}

describe('where the next stations would cover most', () => {
  test('gains are what each place adds, never grow, and a stop comes when nothing is left', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), fc.integer({ min: 1, max: 40 }), (rows, most) => {
        const { next, gainOf } = choose(rows, most);
        const chosen: number[] = [];
        let before = 0;
        for (const [i, { point, gain }] of next.places.entries()) {
          chosen.push(point);
          expect(gain).toBe(gainOf(chosen) - before);
          expect(gain).toBeGreaterThan(0);
          if (i > 0) expect(gain).toBeLessThanOrEqual(next.places[i - 1]?.gain ?? 0);
          before = gainOf(chosen);
        }
        if (next.places.length < most) expect(before).toBe(next.open);
      }),
    );
  });

  test('each choice is the best single one, the first of equals', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 25 }), (rows) => {
        const { next, gainOf } = choose(rows, 4);
        const chosen: number[] = [];
        for (const { point } of next.places) {
          const all = rows.map((_, p) => gainOf([...chosen, p]));
          expect(point).toBe(all.indexOf(Math.max(...all)));
          chosen.push(point);
        }
      }),
    );
  });

  test('no choice of as many does better than is said, and greedy reaches 1 − 1/e of the best', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 9 }), fc.integer({ min: 1, max: 3 }), (rows, most) => {
        const { next, gainOf } = choose(rows, most);
        const best = Math.max(...subsets(rows.length, most).map(gainOf));
        const gained = next.places.reduce((sum, { gain }) => sum + gain, 0);
        expect(next.atMost).toBeGreaterThanOrEqual(best);
        expect(gained).toBeGreaterThanOrEqual(best * GREEDY_BOUND);
        expect(gained).toBeLessThanOrEqual(best);
      }),
    );
  });

  test('only hours in which a new station would be open count, and none that are covered already', () => {
    const points = pointsOf([[113.6, 34.75, 3]]);
    const bits = new Uint32Array(HOUR_WORDS);
    expect([...shortOf(points, { bits }, spanOf('all-day'))]).toEqual([3 * 168]);
    expect([...shortOf(points, { bits }, spanOf('day'))]).toEqual([3 * 84]);
    // Monday 7:00 to 9:59 is covered: one hour of the night, two of the day.
    bits[0] = (1 << 7) | (1 << 8) | (1 << 9);
    expect([...shortOf(points, { bits }, spanOf('day'))]).toEqual([3 * 82]);
    expect([...shortOf(points, { bits }, spanOf('night'))]).toEqual([3 * 83]);
    bits.fill(0xffffffff);
    expect([...shortOf(points, { bits }, spanOf('all-day'))]).toEqual([0]);
  });

  test('a place is given with the people it serves', () => {
    const { next } = choose(
      [
        [113.6, 34.75, 3],
        [113.602, 34.75, 4],
        [113.66, 34.75, 5],
      ],
      2,
    );
    expect(next.places).toEqual([
      { point: 0, gain: 7 * 168, weight: 7 },
      { point: 2, gain: 5 * 168, weight: 5 },
    ]);
    expect(next.open).toBe(12 * 168);
    expect(next.atMost).toBe(12 * 168);
  });
});
