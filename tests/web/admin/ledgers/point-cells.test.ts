import { describe, expect, test } from 'vitest';
import { metresBetween } from '../../../../shared/geo/distance.ts';
import { gcj02 } from '../../../../shared/geo/point.ts';
import { pointColumns, pointIn, pointTexts } from '../../../../web/admin/ledgers/point-cells.ts';

const titled = (...titles: string[]) => titles.map((title, column) => ({ title, column }));
const DOOR = gcj02(113.664412, 34.757321);

describe('the point of a ledger’s row', () => {
  test.each([
    [['站点名称', '经度*', '纬度*'], { lng: 1, lat: 2 }],
    [['名称', '纬度（高德）', '经度（高德）', '坐标'], { lng: 2, lat: 1 }],
    [['name', 'lng_gcj02', 'lat_gcj02'], { lng: 1, lat: 2 }],
    [['X坐标', 'Y坐标'], { lng: 0, lat: 1 }],
    [['站点', '经纬度'], { pair: 1 }],
    [['站点', '地址', '坐标 （百度）'], { pair: 2 }],
    [['站点', '地址', '经度'], null],
  ] as const)('is found by the titles: %j', (titles, columns) => {
    expect(pointColumns(titled(...titles))).toEqual(columns);
  });

  test.each(['gcj02', 'wgs84', 'bd09'] as const)('goes into the cells as %s and is read from them again', (datum) => {
    for (const columns of [{ lng: 3, lat: 4 }, { pair: 3 }]) {
      const texts = pointTexts(columns, DOOR, datum);
      const read = pointIn(columns, (column) => texts[column] ?? '', datum);
      expect(read && metresBetween(DOOR, read)).toBeLessThan(0.5);
    }
    const { 3: lng } = pointTexts({ lng: 3, lat: 4 }, DOOR, datum);
    expect(lng === '113.664412').toBe(datum === 'gcj02');
  });

  test('is none where the cells say none, and may stand the other way round', () => {
    const says = (lng: string, lat: string) => pointIn({ lng: 0, lat: 1 }, (n) => [lng, lat][n] ?? '', 'gcj02');
    expect([says('', ''), says('待补', '34.7'), says('2.35', '48.85')]).toEqual([null, null, null]);
    expect(says('34.757321', '113.664412')).toEqual(DOOR);
  });
});
