import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderRows } from '../../../shared/geo/order.ts';
import {
  buildTree,
  LEAF_ROWS,
  leafCount,
  leafStart,
  nodeCount,
  nodeMasks,
  openTree,
} from '../../../shared/geo/tree.ts';
import { country } from './country.ts';

// A narrow range stacks many points on one place.
const places = fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 })), { maxLength: 400 });

describe('tree', () => {
  it('orders every row once, each half of a node before the other along an axis', () => {
    fc.assert(
      fc.property(places, (points) => {
        const lng = Int32Array.from(points, ([x]) => x);
        const lat = Int32Array.from(points, ([, y]) => y);
        const order = orderRows(lng, lat);
        expect([...order].sort((a, b) => a - b)).toEqual(points.map((_, row) => row));
        const leaves = leafCount(points.length);
        for (let parts = 1; parts < leaves; parts *= 2) {
          for (let part = 0; part < parts; part += 1) {
            const at = (half: number) => leafStart(points.length, 2 * parts, 2 * part + half);
            const side = (axis: Int32Array, from: number, to: number) =>
              [...order.subarray(from, to)].map((row) => axis[row] ?? 0);
            const isSplit = [lng, lat].some(
              (axis) => Math.max(...side(axis, at(0), at(1))) <= Math.min(...side(axis, at(1), at(2))),
            );
            expect(isSplit).toBe(true);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('fills leaves with 16 rows at most and about half of that at least', () => {
    for (const n of [0, 1, 16, 17, 33, 1000, 20000]) {
      const leaves = leafCount(n);
      for (let leaf = 0; leaf < leaves; leaf += 1) {
        const size = leafStart(n, leaves, leaf + 1) - leafStart(n, leaves, leaf);
        expect(size).toBeLessThanOrEqual(LEAF_ROWS);
        if (n > LEAF_ROWS) expect(size).toBeGreaterThanOrEqual(LEAF_ROWS / 2);
      }
      expect(leafStart(n, leaves, leaves)).toBe(n);
      expect(nodeCount(n)).toBe(2 * leaves - 1);
    }
  });

  it('gives one order for stacked points: their old one within a leaf', () => {
    expect([...orderRows(new Int32Array(12).fill(5), new Int32Array(12).fill(7))]).toEqual([...Array(12).keys()]);
    const lng = new Int32Array(100).fill(5);
    expect(orderRows(lng, lng)).toEqual(orderRows(lng.slice(), lng.slice()));
  });

  it('opens to the same tree with masks that were shipped', () => {
    const columns = country(3000, 5);
    const masks = nodeMasks(columns);
    expect(openTree(columns, masks)).toEqual(buildTree(columns));
    expect(masks.lo.length).toBe(nodeCount(3000));
    const all = (column: Uint32Array) => column.reduce((or, mask) => (or | mask) >>> 0, 0);
    expect(masks.lo[0]).toBe(all(columns.maskLo));
    expect(masks.hi[0]).toBe(all(columns.maskHi));
  });
});
