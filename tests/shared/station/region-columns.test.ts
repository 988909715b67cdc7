import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { phoneText } from '../../../data/make/division/phone.ts';
import { gcj02 } from '../../../shared/geo/point.ts';
import { NATION, type Region, type RegionCode } from '../../../shared/station/region.ts';
import { readRegionColumns, writeRegionColumns } from '../../../shared/station/region-columns.ts';
import { readRegions } from '../../../web/sync/regions.ts';
import { regions as table } from '../../fixtures/world/world.ts';

const DATA = resolve(import.meta.dirname, '../../../data/regions');
const textOf = (name: string): string => readFileSync(resolve(DATA, name), 'utf8');

describe('the regions a phone keeps', () => {
  test('are those of the server, to the last digit, in a third of the bytes', () => {
    const read = readRegions(JSON.parse(textOf('phone.json')));
    expect(read?.length).toBeGreaterThan(3000);
    expect(read).toEqual(table.all);
    expect(Buffer.byteLength(textOf('phone.json'))).toBeLessThanOrEqual(120_000);
  });

  test('are made from the same rows: the file in the repository is what the script writes', () => {
    expect(textOf('phone.json')).toBe(phoneText(JSON.parse(textOf('regions.json'))));
  });

  test.each([[null], [[]], [{ codes: '' }]])('%j is none of ours', (value) => {
    expect(readRegions(value)).toBeNull();
  });

  test('that lost a part are refused, not shown with the names of others', () => {
    const kept = JSON.parse(textOf('phone.json'));
    for (const part of ['codes', 'names', 'pinyin', 'centres', 'sides']) {
      expect(readRegions({ ...kept, [part]: kept[part].slice(0, kept[part].length / 2) })).toBeNull();
    }
  });
});

test('whatever the names and places, what is written is read back', () => {
  const hans = fc.string({ unit: fc.constantFrom(...'单县市区海南河自治州二七'), minLength: 1, maxLength: 5 });
  const degrees = (from: number, to: number) => fc.integer({ min: from * 1e4, max: to * 1e4 }).map((ticks) => ticks);
  const side = fc.integer({ min: 0, max: 300_000 });
  const one = fc.record({
    short: hans,
    ending: hans,
    isOther: fc.boolean(),
    pinyin: fc.string({ unit: fc.constantFrom(...'aiunghx'), minLength: 1, maxLength: 9 }),
    centre: fc.tuple(degrees(104, 105), degrees(33.5, 36)),
    sides: fc.tuple(side, side, side, side),
  });
  const region = (
    code: string,
    parent: string | null,
    made: typeof one extends fc.Arbitrary<infer T> ? T : never,
  ): Region => {
    const [lng, lat] = made.centre;
    const [w, s, e, n] = made.sides;
    return {
      code: code as RegionCode,
      parent: parent as RegionCode | null,
      name: made.isOther ? made.ending : made.short + made.ending,
      short: made.short,
      pinyin: made.pinyin,
      level: code === NATION ? 'nation' : code === '410000' ? 'province' : code === '410100' ? 'city' : 'county',
      centre: gcj02(lng / 1e4, lat / 1e4),
      box: [(lng - w) / 1e4, (lat - s) / 1e4, (lng + e) / 1e4, (lat + n) / 1e4],
    };
  };
  const codes = fc.uniqueArray(fc.integer({ min: 410101, max: 419999 }), { maxLength: 12 });
  fc.assert(
    fc.property(codes, fc.array(one, { minLength: 15, maxLength: 15 }), (counties, made) => {
      const rows = [
        [NATION, null],
        ['410000', NATION],
        ['410100', '410000'],
        ...counties
          .sort((a, b) => a - b)
          .filter((code) => code % 100 > 0)
          .map((code) => [String(code), '410100']),
      ] as const;
      const regions = rows.flatMap(([code, parent], at) => {
        const each = made[at];
        return each && code ? [region(code, parent ?? null, each)] : [];
      });
      const sent: unknown = JSON.parse(JSON.stringify(writeRegionColumns(regions)));
      expect(readRegions(sent)).toEqual(regions);
      expect(readRegionColumns(writeRegionColumns(regions))).toEqual(regions);
    }),
  );
});
