import fc from 'fast-check';
import geographic from 'geographiclib-geodesic';
import { around } from 'geokdbush';
import KDBush from 'kdbush';
import { describe, expect, it } from 'vitest';
import { refinedError } from '../../../shared/geo/distance.ts';
import { geodesicMetres, sphereMetres } from '../../../shared/geo/geodesic.ts';
import { scanNearest, treeNearest } from '../../../shared/geo/nearest.ts';
import { orderRows } from '../../../shared/geo/order.ts';
import { allowGroups, type NearColumns, type NearQuestion, plainClasses } from '../../../shared/geo/question.ts';
import { buildTree } from '../../../shared/geo/tree.ts';
import { country, dice, GROUPS, type Place, placeNear, remotePlace } from './country.ts';

const plain = { needLo: 0, needHi: 0, anyLo: 0, anyHi: 0, allow: null, k: 10 } as const;
const placeOf = (columns: NearColumns, row: number): Place => ({
  lng: (columns.lng[row] ?? 0) / 1e5,
  lat: (columns.lat[row] ?? 0) / 1e5,
});

function passes(columns: NearColumns, question: NearQuestion, row: number): boolean {
  const bits = BigInt(columns.maskLo[row] ?? 0) | (BigInt(columns.maskHi[row] ?? 0) << 32n);
  const need = BigInt(question.needLo >>> 0) | (BigInt(question.needHi >>> 0) << 32n);
  const any = BigInt(question.anyLo >>> 0) | (BigInt(question.anyHi >>> 0) << 32n);
  if ((bits & need) !== need || (any !== 0n && (bits & any) === 0n)) return false;
  if (columns.hidden?.[row] === 1) return false;
  return question.allow === null || question.allow.groups[columns.group[row] ?? 0] === 1;
}

/** Every passing row measured on the ellipsoid, sorted by (metres, code). */
function bruteNearest(columns: NearColumns, question: NearQuestion): readonly number[] {
  const found: { row: number; metres: number; tie: number }[] = [];
  for (let row = 0; row < columns.n; row += 1) {
    if (!passes(columns, question, row)) continue;
    found.push({ row, metres: geodesicMetres(question.from, placeOf(columns, row)), tie: columns.tie[row] ?? 0 });
  }
  found.sort((a, b) => a.metres - b.metres || a.tie - b.tie);
  return found.slice(0, question.k).map(({ row }) => row);
}

const points = fc.array(
  fc.record({
    // Two scales: stacked within a few metres, and strewn over thousands of kilometres.
    lng: fc.oneof(fc.integer({ min: 11360000, max: 11360004 }), fc.integer({ min: 7350000, max: 13500000 })),
    lat: fc.oneof(fc.integer({ min: 3470000, max: 3470003 }), fc.integer({ min: 400000, max: 5360000 })),
    lo: fc.integer({ min: 0, max: 0xffffffff }),
    hi: fc.integer({ min: 0, max: 63 }),
    group: fc.integer({ min: 0, max: 39 }),
    hidden: fc.constantFrom(0, 0, 0, 1),
  }),
  { maxLength: 150 },
);
const questions = fc.record({
  from: fc.oneof(
    fc.record({
      lng: fc.double({ min: 113.59, max: 113.61, noNaN: true }),
      lat: fc.double({ min: 34.69, max: 34.71, noNaN: true }),
    }),
    fc.record({ lng: fc.double({ min: 73, max: 136, noNaN: true }), lat: fc.double({ min: 3, max: 56, noNaN: true }) }),
    fc.record({
      lng: fc.double({ min: -80, max: 170, noNaN: true }),
      lat: fc.double({ min: -20, max: 85, noNaN: true }),
    }),
  ),
  needLo: fc.constantFrom(0, 1, 0x80000001, 6),
  needHi: fc.constantFrom(0, 0, 32),
  anyLo: fc.constantFrom(0, 0, 0x80000400),
  anyHi: fc.constantFrom(0, 0, 3),
  open: fc.option(fc.array(fc.constantFrom(0, 1), { minLength: 40, maxLength: 40 })),
  k: fc.constantFrom(0, 1, 3, 10, 400),
});

function columnsOf(
  rows: readonly { lng: number; lat: number; lo: number; hi: number; group: number; hidden: number }[],
): NearColumns {
  const order = orderRows(
    Int32Array.from(rows, (row) => row.lng),
    Int32Array.from(rows, (row) => row.lat),
  );
  const at = Array.from(order, (row) => rows[row] ?? { lng: 0, lat: 0, lo: 0, hi: 0, group: 0, hidden: 0 });
  return {
    n: at.length,
    lng: Int32Array.from(at, (row) => row.lng),
    lat: Int32Array.from(at, (row) => row.lat),
    maskLo: Uint32Array.from(at, (row) => row.lo),
    maskHi: Uint32Array.from(at, (row) => row.hi),
    group: Uint16Array.from(at, (row) => row.group),
    groupClasses: plainClasses(40),
    tie: Float64Array.from(order, (row) => 410102100000000 + ((row * 61) % 151)),
    hidden: Uint8Array.from(at, (row) => row.hidden),
  };
}

describe('nearest', () => {
  it('gives the rows of brute force, by scan and by tree, with the same metres', () => {
    fc.assert(
      fc.property(points, questions, (rows, { open, ...asked }) => {
        const columns = columnsOf(rows);
        const allow = open === null ? null : allowGroups(Uint8Array.from(open), columns.groupClasses);
        const question = { ...asked, allow };
        const scanned = scanNearest(columns, question);
        expect(treeNearest(columns, buildTree(columns), question)).toEqual(scanned);
        expect(scanned.rows).toEqual(bruteNearest(columns, question));
        scanned.rows.forEach((row, i) => {
          const metres = geodesicMetres(question.from, placeOf(columns, row));
          expect(Math.abs((scanned.metres[i] ?? 0) - metres)).toBeLessThanOrEqual(refinedError(metres) + 1e-3);
        });
      }),
      { numRuns: 600 },
    );
  });

  it('lists a stack of more than k stations at one place by code', () => {
    const one = { lng: 11360000, lat: 3470000, lo: 1, hi: 0, group: 0, hidden: 0 };
    const columns = columnsOf(Array.from({ length: 150 }, () => one));
    const question = { ...plain, from: { lng: 113.61, lat: 34.71 } };
    const found = treeNearest(columns, buildTree(columns), question);
    const codes = found.rows.map((row) => columns.tie[row] ?? 0);
    expect(codes).toEqual([...columns.tie].sort((a, b) => a - b).slice(0, 10));
    expect(scanNearest(columns, question)).toEqual(found);
    expect(new Set(found.metres).size).toBe(1);
  });

  it('measures rightly across the country when fewer match than were asked for', () => {
    const lng = Int32Array.from([11360000, 13400000]);
    const lat = Int32Array.from([3470000, 4800000]);
    const columns: NearColumns = {
      n: 2,
      lng,
      lat,
      maskLo: new Uint32Array(2),
      maskHi: new Uint32Array(2),
      group: new Uint16Array(2),
      groupClasses: plainClasses(1),
      tie: Float64Array.from([1, 2]),
      hidden: null,
    };
    const from = { lng: 83.235987, lat: 28.404242 };
    const { rows, metres } = scanNearest(columns, { ...plain, from });
    const truth = rows.map((row) => geodesicMetres(from, placeOf(columns, row)));
    expect(truth[1]).toBeGreaterThan(4_000_000);
    metres.forEach((each, at) => {
      expect(Math.abs(each - (truth[at] ?? 0))).toBeLessThan(1);
    });
  });

  it('answers nothing from nothing', () => {
    const columns = columnsOf([]);
    const question = { ...plain, from: { lng: 113, lat: 34 } };
    expect(treeNearest(columns, buildTree(columns), question)).toEqual({ rows: [], metres: [] });
    expect(scanNearest(columns, question)).toEqual({ rows: [], metres: [] });
  });

  it('finds the ten that geokdbush finds, up to what a sphere gets wrong', () => {
    const columns = country(10000, 31);
    const tree = buildTree(columns);
    const index = new KDBush(columns.n, 64, Float64Array);
    for (let row = 0; row < columns.n; row += 1) index.add(placeOf(columns, row).lng, placeOf(columns, row).lat);
    index.finish();
    const d = dice(5);
    for (let i = 0; i < 300; i += 1) {
      const from = placeNear(columns, d, 0.05);
      const ours = treeNearest(columns, tree, { ...plain, from }).metres;
      const theirs = around(index, from.lng, from.lat, 10).map((row) => sphereMetres(from, placeOf(columns, row)));
      theirs.forEach((metres, at) => {
        expect(Math.abs(metres - (ours[at] ?? 0))).toBeLessThanOrEqual(0.006 * metres);
      });
    }
  });

  it('orders ten as the geodesic does in every one of 4,400 questions', () => {
    const columns = country(10000, 2024);
    const tree = buildTree(columns);
    const karney = geographic.Geodesic.WGS84;
    const d = dice(99);
    const open = Uint8Array.from({ length: GROUPS }, () => (d.next() < 0.55 ? 1 : 0));
    const allow = allowGroups(open, columns.groupClasses);
    let far = 0;
    for (let i = 0; i < 4400; i += 1) {
      const kind = i % 4;
      const from = kind === 0 ? remotePlace(d) : placeNear(columns, d, kind === 1 ? 0.25 : 0.015);
      const question = i % 3 === 0 ? { ...plain, from, needLo: 0b100011, allow } : { ...plain, from };
      const found = treeNearest(columns, tree, question);
      // Everything within 1.5 % of the tenth, and then some: the oracle ranks these.
      const reach = ((found.metres[9] ?? 0) + 1) * 1.015;
      const north = reach / 110000;
      const wide = north / Math.cos(((Math.abs(from.lat) + north) * Math.PI) / 180);
      const near: { row: number; metres: number; tie: number }[] = [];
      for (let row = 0; row < columns.n; row += 1) {
        const lat = (columns.lat[row] ?? 0) / 1e5;
        if (Math.abs(lat - from.lat) > north) continue;
        const lng = (columns.lng[row] ?? 0) / 1e5;
        if (Math.abs(lng - from.lng) > wide || !passes(columns, question, row)) continue;
        if (sphereMetres(from, { lng, lat }) > reach) continue;
        const metres = karney.Inverse(from.lat, from.lng, lat, lng, 1025).s12 ?? 0;
        near.push({ row, metres, tie: columns.tie[row] ?? 0 });
      }
      near.sort((a, b) => a.metres - b.metres || a.tie - b.tie);
      expect(found.rows).toEqual(near.slice(0, 10).map(({ row }) => row));
      if ((found.metres[9] ?? 0) > 50000) far += 1;
    }
    expect(far).toBeGreaterThan(800);
  });
});
