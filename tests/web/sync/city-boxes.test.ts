import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { metresBetween } from '../../../shared/geo/distance.ts';
import { gcjToWgs, wgsToGcj } from '../../../shared/geo/gcj.ts';
import { gcj02, wgs84 } from '../../../shared/geo/point.ts';
import { readCityBoxes } from '../../../shared/station/city-boxes.ts';
import { citiesNear } from '../../../web/sync/city-boxes.ts';
import { readRegions } from '../../../web/sync/regions.ts';

const DATA = resolve(import.meta.dirname, '../../../data/regions');
const jsonOf = (name: string): unknown => JSON.parse(readFileSync(resolve(DATA, name), 'utf8'));
const boxes = readCityBoxes(jsonOf('cities.json')) ?? [];

describe('the cities round a place', () => {
  test('the list that comes with the app is read whole, cities standing alone included', () => {
    expect(boxes.length).toBeGreaterThan(330);
    const regions = boxes.map(({ region }) => String(region));
    for (const one of ['110100', '410100', '441900', '442000', '460400', '620200', '710000'])
      expect(regions).toContain(one);
  });

  test('郑州 has its own city first, 燕郊 across the river from 北京 has both', () => {
    expect(citiesNear(wgs84(113.66, 34.75), boxes)[0]).toBe('410100');
    const border = citiesNear(wgs84(116.81, 39.95), boxes);
    expect(border).toContain('110100');
    expect(border).toContain('131000');
  });

  test('miss no station within 5 km, wherever in China one stands', () => {
    const place = fc.integer({ min: 0, max: boxes.length - 1 });
    const part = fc.double({ min: 0, max: 1, noNaN: true });
    const step = fc.double({ min: -0.08, max: 0.08, noNaN: true });
    let looked = 0;
    fc.assert(
      fc.property(place, fc.tuple(part, part), fc.tuple(step, step), (city, [x, y], [dx, dy]) => {
        const one = boxes[city];
        if (one === undefined) throw new Error('no such city');
        const [west, south, east, north] = one.box;
        // A station anywhere in the city, most often at its rim, and somebody beside it.
        const rim = (t: number): number => (t < 0.3 ? 0 : t > 0.7 ? 1 : (t - 0.3) / 0.4);
        const station = gcj02(west + (east - west) * rim(x), south + (north - south) * rim(y));
        const here = gcj02(station.lng + dx, station.lat + dy);
        if (metresBetween(here, station) > 5000) return;
        const fix = gcjToWgs(here);
        // At the rim of the datum's own box some pairs have no exact way back.
        if (metresBetween(wgsToGcj(fix), station) > 5000) return;
        looked += 1;
        if (!citiesNear(fix, boxes).includes(one.region)) throw new Error(`${one.region} is missing`);
      }),
      { numRuns: 1500 },
    );
    expect(looked).toBeGreaterThan(200);
  });

  test('stay few: a phone keeps what is near and not the province', () => {
    const counts = boxes.map(
      ({ box: [west, south, east, north] }) =>
        citiesNear(gcjToWgs(gcj02((west + east) / 2, (south + north) / 2)), boxes).length,
    );
    counts.sort((a, b) => a - b);
    expect(counts[counts.length >> 1]).toBeLessThanOrEqual(3);
  });

  test.each([[null], [{}], [''], ['nonsense'], ['neverneverne'], [[['410100', 1, 2, 3, 4]]]])(
    'is null for what is not the list: %j',
    (value) => {
      expect(readCityBoxes(value)).toBeNull();
    },
  );
});

describe('the regions of the picker', () => {
  test('are read whole, with parents that are there', () => {
    const regions = readRegions(jsonOf('phone.json')) ?? [];
    expect(regions.length).toBeGreaterThan(3000);
    const known = new Set(regions.map(({ code }) => code));
    expect(regions.filter(({ parent }) => parent !== null && !known.has(parent))).toEqual([]);
    expect(regions.find(({ code }) => code === '410100')).toMatchObject({
      name: '郑州市',
      pinyin: 'zhengzhou',
      level: 'city',
    });
  });

  test.each([[null], [[]], [[['410100', '郑州市']]], [[[410100]]]])(
    'are null, or none, for what is not the list: %j',
    (value) => {
      expect(readRegions(value) ?? []).toEqual([]);
    },
  );
});
