import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dataRoot } from '../../server/feature/regions/read.ts';
import { BORDER_LEVEL, type Borders, decodeBorders, encodeBorders } from '../../shared/geo/borders.ts';
import { leafOf } from '../../web/map/base/lattice.ts';
import { isCoast, netOf, ringsOf, worldX, worldY } from '../../web/map/base/net.ts';
import { outlines, regions } from '../fixtures/world/world.ts';

const bytesOf = (part: string) => new Uint8Array(readFileSync(join(dataRoot(), `outline/outline-${part}.bin`)));
const china = bytesOf('china');
const counties = bytesOf('counties');
function read(bytes: Uint8Array): Borders {
  const borders = decodeBorders(bytes);
  if (!borders.ok) throw new Error(borders.refusal.kind);
  return borders.value;
}

const step = fc.integer({ min: -300_000, max: 300_000 });
const someBorders = fc.record({
  grid: fc.integer({ min: 1, max: 4096 }),
  origin: fc
    .tuple(fc.integer({ min: -64, max: 64 }), fc.integer({ min: -64, max: 64 }))
    .map(([x, y]): readonly [number, number] => [x / 16, y / 16]),
  names: fc
    .array(
      fc.record({
        code: fc.integer({ min: 0, max: 999_999 }),
        level: fc.integer({ min: 0, max: 3 }),
        text: fc.string(),
        x: step,
        y: step,
      }),
      { maxLength: 8 },
    )
    .map((names) => [...names].sort((a, b) => a.code - b.code)),
  arcs: fc.array(
    fc.record({
      level: fc.integer({ min: 0, max: 4 }),
      owners: fc.array(fc.nat(3000), { maxLength: 2 }),
      steps: fc.array(fc.tuple(step, step), { minLength: 2, maxLength: 20 }).map((pairs) => pairs.flat()),
    }),
    { maxLength: 8 },
  ),
});

describe('the borders format', () => {
  test('reads back what it wrote', () => {
    fc.assert(
      fc.property(someBorders, (borders) => {
        expect(decodeBorders(encodeBorders(borders))).toEqual({ ok: true, value: borders });
      }),
      { numRuns: 200 },
    );
  });

  test('refuses bytes cut anywhere, bytes too many, other files and newer versions', () => {
    const whole = encodeBorders({
      grid: 512,
      origin: [-0.25, -0.25],
      names: [{ code: 410103, level: 3, text: '二七区', x: 58_000, y: 17_000 }],
      arcs: [{ level: 3, owners: [4, 9], steps: [1, 2, 300, -4] }],
    });
    for (let length = 0; length < whole.length; length++) expect(decodeBorders(whole.slice(0, length)).ok).toBe(false);
    expect(decodeBorders(Uint8Array.of(...whole, 0)).ok).toBe(false);
    expect(decodeBorders(Uint8Array.of(1, 2, 3, 4, 5))).toMatchObject({ refusal: { kind: 'pack-not-ours' } });
    expect(decodeBorders(Uint8Array.of(...whole.slice(0, 4), 2))).toMatchObject({ refusal: { kind: 'pack-too-new' } });
  });
});

describe('the borders of the builtin map', () => {
  const nets = [netOf(read(china)), netOf(read(counties))];
  const leaves = read(counties).names;
  const at = (lng: number, lat: number) => leaves[leafOf(nets, { x: worldX(lng), y: worldY(lat) })]?.code ?? null;

  test('weigh at most 700 KB together', () => {
    expect(china.length).toBeGreaterThan(100_000);
    expect(china.length + counties.length).toBeLessThanOrEqual(700_000);
  });

  test('draw the nation whole: closed, with Taiwan, Hainan, the islets of the South China Sea and all ten dashes', () => {
    const land = ringsOf(nets.slice(0, 1), isCoast);
    const coast = nets[0]?.lines.filter(isCoast) ?? [];
    const drawn = land.reduce((sum, ring) => sum + ring.length / 2 - 1, 0);
    expect(drawn).toBe(coast.reduce((sum, { from, to }) => sum + to - from - 1, 0));
    expect(nets[0]?.lines.filter(({ level }) => level === BORDER_LEVEL.dash).length).toBe(10);
    for (const [lng, lat, code] of [
      [121, 23.8, 710000],
      [109.8, 19.2, 469023],
      [114.17, 22.32, 810000],
      [113.55, 22.2, 820000],
      [134.5, 48.2, 230881],
    ] as const) {
      expect(Math.floor((at(lng, lat) ?? 0) / 10_000), `${lng},${lat}`).toBe(Math.floor(code / 10_000));
    }
    const south = Math.max(...coast.map((line) => line.south));
    expect(south).toBeGreaterThan(worldY(6));
  });

  test('name every province, city and county once', () => {
    const above = read(china).names.map(({ code }) => String(code));
    const wanted = regions.all.filter(({ level }) => level === 'province' || level === 'city');
    expect(above).toEqual(wanted.map(({ code }) => code).sort());
    expect(leaves.map(({ code }) => String(code))).toEqual(
      regions
        .leaves()
        .map(({ code }) => String(code))
        .sort(),
    );
    expect(leaves.find(({ code }) => code === 410103)?.text).toBe('二七区');
  });

  test('lie where the outlines of the register lie: names stand in their own county', () => {
    const own = leaves.filter(({ code }) => outlines.areas.has(String(code)));
    const { grid, origin } = read(counties);
    const strangers = own.filter(
      ({ code, level, x, y }) =>
        level === BORDER_LEVEL.county && at((x + origin[0]) / grid, (y + origin[1]) / grid) !== code,
    );
    expect(strangers.length / own.length, strangers.map(({ text }) => text).join(' ')).toBeLessThan(0.01);
  });
});
