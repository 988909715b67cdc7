import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dataRoot } from '../../server/feature/regions/read.ts';
import { decodeArc, encodeArc, readOutlines } from '../../shared/geo/outline.ts';
import { gcj02 } from '../../shared/geo/point.ts';
import { boxOfRings, isInside, metresToBorder } from '../../shared/geo/polygon.ts';
import { code, countyOf, outlines, regions } from '../fixtures/world/world.ts';

const china: unknown = JSON.parse(readFileSync(join(dataRoot(), 'outline/china.json'), 'utf8'));
const read = readOutlines(china);
const drawn = read.ok ? read.value : { areas: new Map(), lines: new Map() };
const square = { format: 'xiejiao-outline', version: 1, datum: 'gcj02', grid: 10, origin: [0, 0], lines: {} };

describe('the outline of China', () => {
  it('has the nation, all 34 provinces and every city with an outline', () => {
    expect(read.ok).toBe(true);
    expect(drawn.areas.has('000000')).toBe(true);
    expect(regions.all.filter(({ level }) => level === 'province').every(({ code }) => drawn.areas.has(code))).toBe(
      true,
    );
    const missing = regions.all.filter(({ level, code }) => level === 'city' && !drawn.areas.has(code));
    expect(missing.map(({ code }) => code)).toEqual(['659010', '659011', '659012']);
  });

  it('is whole: Taiwan, the South China Sea islands, 钓鱼岛’s sea, Hainan and the far corners', () => {
    const nation = drawn.areas.get('000000') ?? [];
    for (const [lng, lat] of [
      [121.0, 23.8],
      [109.8, 19.2],
      [116.4, 39.9],
      [87.6, 43.8],
      [134.5, 48.2],
      [91.1, 29.7],
    ] as const) {
      expect(isInside(nation, lng, lat), `${lng},${lat}`).toBe(true);
    }
    const [west, south, east, north] = boxOfRings(nation);
    expect(west).toBeLessThan(73.7);
    expect(east).toBeGreaterThan(135.0);
    expect(north).toBeGreaterThan(53.5);
    expect(south).toBeLessThan(4.5);
    const taiwan = drawn.areas.get('710000') ?? [];
    expect(boxOfRings(taiwan)[3] - boxOfRings(taiwan)[1]).toBeGreaterThan(3.3);
  });

  it('has no gap inland: seats lie in the nation, in their province, and no ring of the nation lies within another', () => {
    const nation = drawn.areas.get('000000') ?? [];
    const seats = regions.leaves().map(({ code, centre }) => ({ province: `${code.slice(0, 2)}0000`, centre }));
    const inNation = seats.filter(({ centre }) => isInside(nation, centre.lng, centre.lat));
    const inProvince = seats.filter(({ province, centre }) =>
      isInside(drawn.areas.get(province) ?? [], centre.lng, centre.lat),
    );
    expect(inNation.length / seats.length).toBeGreaterThan(0.995);
    expect(inProvince.length / seats.length).toBeGreaterThan(0.985);
    const largest = [...nation].sort((a, b) => b.length - a.length)[0] ?? new Float64Array();
    const within = nation.filter((ring: Float64Array) => {
      const corners = Array.from(
        { length: ring.length / 2 },
        (_, i) => [ring[2 * i] ?? 0, ring[2 * i + 1] ?? 0] as const,
      );
      return (
        ring !== largest && corners.filter(([lng, lat]) => isInside([largest], lng, lat)).length * 2 > corners.length
      );
    });
    expect(within.length).toBe(0);
    expect(nation.length).toBeGreaterThan(100);
  });

  it('has the ten dashes, from the sea of Taiwan round to 南沙 and back', () => {
    const dashes = drawn.lines.get('dash') ?? [];
    expect(dashes.length).toBe(10);
    const box = boxOfRings(dashes);
    expect(box[1]).toBeLessThan(4);
    expect(box[0]).toBeLessThan(109);
    expect(box[2]).toBeGreaterThan(122);
  });
});

describe('county outlines', () => {
  it('cover every leaf but the three youngest cities of the 兵团', () => {
    const without = regions.leaves().filter(({ code }) => !outlines.areas.has(code));
    expect(without.map(({ code }) => code)).toEqual(['659010', '659011', '659012']);
  });

  it.each([
    [113.665, 34.758, '410105'],
    [116.3975, 39.9087, '110101'],
    [121.4737, 31.2304, '310101'],
    [113.7518, 23.0207, '441900'],
    [112.602, 35.067, '419001'],
    [114.1694, 22.3193, '810000'],
    [121.5145, 25.0376, '710000'],
    [106.5516, 29.563, '500103'],
    [120.165, 30.25, '330102'],
  ])('puts %d,%d into %s', (lng, lat, expected) => {
    const found = countyOf(gcj02(lng, lat));
    expect(found && regions.cityOf(found)).toBe(regions.cityOf(code(expected)));
  });

  it('finds the coast from a pier a kilometre out, and nothing abroad or far at sea', () => {
    const rings = outlines.areas.get('370202') ?? [];
    const [west, south, east] = boxOfRings(rings);
    let piers = 0;
    for (let lng = west; lng < east; lng += 0.002) {
      const pier = gcj02(lng, south - 0.005);
      if ([...outlines.areas.values()].some((area) => isInside(area, pier.lng, pier.lat))) continue;
      const found = countyOf(pier);
      const near =
        found === null ? Number.POSITIVE_INFINITY : metresToBorder(outlines.areas.get(found) ?? [], pier.lng, pier.lat);
      const own = metresToBorder(rings, pier.lng, pier.lat);
      if (own < 2000) expect(near).toBeLessThanOrEqual(own);
      if (own < 2000) piers++;
    }
    expect(piers).toBeGreaterThan(0);
    expect(countyOf(gcj02(139.69, 35.69))).toBe(null);
    expect(countyOf(gcj02(123.5, 29))).toBe(null);
    expect(countyOf(gcj02(0, 0))).toBe(null);
  });
});

describe('the outline format', () => {
  it('reads back what it wrote', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -200000, max: 200000 }), fc.integer({ min: -9000, max: 90000 })), {
          minLength: 2,
          maxLength: 40,
        }),
        (pairs) => {
          expect(decodeArc(encodeArc(pairs.flat()))).toEqual(pairs.flat());
        },
      ),
      { numRuns: 300 },
    );
  });

  it('joins arcs forwards and backwards into rings', () => {
    const file = {
      ...square,
      arcs: [encodeArc([0, 0, 10, 0, 10, 10]), encodeArc([0, 0, 0, 10, 10, 10])],
      areas: { a: [[0, -2]] },
    };
    const result = readOutlines(file);
    expect(result.ok && [...(result.value.areas.get('a')?.[0] ?? [])]).toEqual([0, 0, 1, 0, 1, 1, 0, 1]);
  });

  it.each([
    ['another file', { hello: 1 }, 'pack-not-ours'],
    ['a newer version', { ...square, version: 2 }, 'pack-too-new'],
    ['another datum', { ...square, datum: 'wgs84', arcs: [], areas: {} }, 'pack-section'],
    ['a foreign letter', { ...square, arcs: ['A!'], areas: {} }, 'pack-section'],
    ['a number cut off', { ...square, arcs: ['AAAg'], areas: {} }, 'pack-section'],
    [
      'an arc that is not there',
      { ...square, arcs: [encodeArc([0, 0, 1, 1, 0, 1, 0, 0])], areas: { a: [[1]] } },
      'pack-section',
    ],
    [
      'a ring that does not close',
      { ...square, arcs: [encodeArc([0, 0, 1, 1, 0, 1])], areas: { a: [[0]] } },
      'pack-section',
    ],
    ['a line that is not there', { ...square, arcs: [], areas: {}, lines: { dash: [0] } }, 'pack-section'],
  ])('refuses %s', (_, file, kind) => {
    const result = readOutlines(file);
    expect(result.ok ? null : result.refusal.kind).toBe(kind);
  });
});

describe('polygons', () => {
  const ring = Float64Array.of(0, 0, 4, 0, 4, 4, 0, 4);
  const hole = Float64Array.of(1, 1, 3, 1, 3, 3, 1, 3);
  it('knows a hole from the inside whatever the direction of rings', () => {
    expect(isInside([ring, hole], 0.5, 0.5)).toBe(true);
    expect(isInside([hole, ring], 2, 2)).toBe(false);
    expect(isInside([ring, hole], 5, 2)).toBe(false);
  });
  it('measures metres to the nearest border', () => {
    expect(metresToBorder([ring], -0.01, 2)).toBeCloseTo(1111, -1);
    expect(metresToBorder([], 1, 1)).toBe(Number.POSITIVE_INFINITY);
  });
});
