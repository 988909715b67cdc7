import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { citiesText, phoneText } from '../../../data/make/division/phone.ts';
import { metresBetween } from '../../../shared/geo/distance.ts';
import { gcj02 } from '../../../shared/geo/point.ts';
import { type Box, NATION, type Region, type RegionCode } from '../../../shared/station/region.ts';
import { hull, readRegionColumns } from '../../../shared/station/region-columns.ts';
import { type ReadRegion, writeRegionColumns } from '../../../shared/station/region-columns-write.ts';
import { readRegions } from '../../../web/sync/regions.ts';
import { regions as table } from '../../fixtures/world/world.ts';

const DATA = resolve(import.meta.dirname, '../../../data/regions');
const textOf = (name: string): string => readFileSync(resolve(DATA, name), 'utf8');

describe('the regions a phone keeps', () => {
  const read = readRegions(JSON.parse(textOf('phone.json'))) ?? [];

  test('are those of the server, to the last digit, in a fifth of the bytes', () => {
    expect(read.length).toBeGreaterThan(3000);
    const bare = ({ centre: _, ...rest }: Region) => rest;
    expect(read.map(bare)).toEqual(table.all.map(bare));
    expect(Buffer.byteLength(textOf('phone.json'))).toBeLessThanOrEqual(64_000);
  });

  test('have their centre within 40 m and inside their box', () => {
    for (const [at, { centre, code, box }] of read.entries()) {
      const exact = table.all[at]?.centre ?? gcj02(0, 0);
      expect(metresBetween(centre, exact), code).toBeLessThan(40);
      expect(box[0] <= centre.lng && centre.lng <= box[2] && box[1] <= centre.lat && centre.lat <= box[3], code).toBe(
        true,
      );
    }
  });

  test('are made from the same rows: the files in the repository are what the script writes', () => {
    const rows: readonly (readonly unknown[])[] = JSON.parse(textOf('regions.json'));
    expect(textOf('phone.json')).toBe(phoneText(rows));
    const cities = new Set<unknown>(table.leaves().map(({ code }) => table.cityOf(code)));
    expect(textOf('cities.json')).toBe(citiesText(rows.filter(([code]) => cities.has(code))));
  });

  test.each([[null], [[]], [{ codes: '' }]])('%j is none of ours', (value) => {
    expect(readRegions(value)).toBeNull();
  });

  test('that lost a part are refused, not shown with the names of others', () => {
    const kept = JSON.parse(textOf('phone.json'));
    for (const part of ['codes', 'names', 'centres', 'sides']) {
      expect(readRegions({ ...kept, [part]: kept[part].slice(0, kept[part].length / 2) })).toBeNull();
    }
  });
});

test('whatever the names and places, what is written is read back', () => {
  const hans = fc.string({ unit: fc.constantFrom(...'单县市区海南河自治州二七'), minLength: 1, maxLength: 5 });
  const syllable = fc.string({ unit: fc.constantFrom(...'aiunghx'), minLength: 1, maxLength: 4 });
  // Whole steps of the centres, and sides in the finer steps of the boxes.
  const half = fc.integer({ min: 104 * 2000, max: 105 * 2000 });
  const side = fc.integer({ min: 0, max: 300_000 });
  const one = fc.record({
    short: hans,
    ending: hans,
    isOther: fc.boolean(),
    syllables: fc.array(syllable, { minLength: 5, maxLength: 5 }),
    centre: fc.tuple(half, half),
    sides: fc.tuple(side, side, side, side),
  });
  type Made = typeof one extends fc.Arbitrary<infer T> ? T : never;
  const codes = fc.uniqueArray(fc.integer({ min: 410101, max: 419999 }), { maxLength: 12 });
  fc.assert(
    fc.property(codes, fc.array(one, { minLength: 15, maxLength: 15 }), (counties, made) => {
      const below = counties.filter((code) => code % 100 > 0).sort((a, b) => a - b);
      const rows = [
        [NATION, null],
        ['410000', NATION],
        ['410100', '410000'],
        ...below.map((code) => [String(code), '410100'] as const),
      ] as const;
      const own = rows.map(([code, parent], at) => region(code, parent, made[at]));
      const leaves = below.length > 0 ? own.slice(3) : own.slice(2);
      const around = leaves.map(({ box }) => box).reduce(hull);
      const regions = own.map((each) => (leaves.includes(each) ? each : { ...each, box: around }));
      const columns = writeRegionColumns(regions);
      const expected = regions.map(({ syllables: _, ...rest }) => rest);
      expect(readRegionColumns(columns)).toEqual(expected);
      expect(readRegions(JSON.parse(JSON.stringify(columns)))).toEqual(expected);
    }),
  );

  function region(code: string, parent: string | null, made: Made | undefined): ReadRegion {
    if (made === undefined) throw new Error('more regions than were made');
    const [x, y] = made.centre;
    const [w, s, e, n] = made.sides;
    const syllables = made.syllables.slice(0, [...made.short].length);
    const box: Box = [(x * 5 - w) / 1e4, (y * 5 - s) / 1e4, (x * 5 + e) / 1e4, (y * 5 + n) / 1e4];
    return {
      code: code as RegionCode,
      parent: parent as RegionCode | null,
      name: made.isOther ? made.ending : made.short + made.ending,
      short: made.short,
      pinyin: syllables.join(''),
      syllables,
      level: code === NATION ? 'nation' : code === '410000' ? 'province' : code === '410100' ? 'city' : 'county',
      centre: gcj02(x / 2000, y / 2000),
      box,
    };
  }
});

test('a name whose syllables do not make its pinyin is not written', () => {
  const nation: ReadRegion = {
    code: NATION,
    name: '全国',
    short: '全国',
    pinyin: 'quanguo',
    syllables: ['quan'],
    level: 'nation',
    parent: null,
    centre: gcj02(104, 36),
    box: [73, 3, 136, 54],
  };
  expect(() => writeRegionColumns([nation])).toThrow('全国');
});
