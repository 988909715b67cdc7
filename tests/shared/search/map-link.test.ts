import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bdToGcj, gcjToBd } from '../../../shared/geo/datum.ts';
import { metresBetween } from '../../../shared/geo/distance.ts';
import { gcjToWgs } from '../../../shared/geo/gcj.ts';
import { bd09, type Gcj02, gcj02 } from '../../../shared/geo/point.ts';
import { type MapSource, readMapText } from '../../../shared/search/map-link.ts';

/** 二七塔 of 郑州, as 高德 draws it; the links below are written as each map writes its own. */
const TOWER = gcj02(113.6657, 34.7523);
const WGS = gcjToWgs(TOWER);
const BD = gcjToBd(TOWER);
const gcj = `${TOWER.lng},${TOWER.lat}`;
const gcjLat = `${TOWER.lat},${TOWER.lng}`;
const bdLat = `${BD.lat.toFixed(6)},${BD.lng.toFixed(6)}`;
const wgsLat = `${WGS.lat.toFixed(6)},${WGS.lng.toFixed(6)}`;

function placeOf(text: string): { source: MapSource; name: string | null; point: Gcj02 } {
  const read = readMapText(text);
  if (read?.kind !== 'place') throw new Error(`${text}: ${JSON.stringify(read)}`);
  return read;
}

describe('a map link', () => {
  test.each([
    ['amap', `https://uri.amap.com/marker?position=${gcj}&name=%E4%BA%8C%E4%B8%83%E5%A1%94&coordinate=gaode`, '二七塔'],
    ['amap', `https://uri.amap.com/marker?position=${WGS.lng},${WGS.lat}&name=x&coordinate=wgs84`, 'x'],
    [
      'amap',
      `https://uri.amap.com/navigation?to=${gcj},二七塔&mode=walk&src=a&coordinate=gaode&callnative=1`,
      '二七塔',
    ],
    ['amap', `https://www.amap.com/?q=${gcjLat},%E4%BA%8C%E4%B8%83%E5%A1%94`, '二七塔'],
    ['amap', `https://wb.amap.com/?p=B0173048X2,${gcjLat},二七塔,德化街`, '二七塔'],
    ['amap', `https://ditu.amap.com/regeo?lng=${TOWER.lng}&lat=${TOWER.lat}&name=二七塔`, '二七塔'],
    ['amap', `https://m.amap.com/navi/?dest=${gcj}&destName=二七塔&key=1`, '二七塔'],
    [
      'amap',
      `androidamap://viewMap?sourceApplication=x&poiname=二七塔&lat=${TOWER.lat}&lon=${TOWER.lng}&dev=0`,
      '二七塔',
    ],
    ['amap', `iosamap://viewMap?sourceApplication=x&poiname=塔&lat=${WGS.lat}&lon=${WGS.lng}&dev=1`, '塔'],
    [
      'baidu',
      `https://api.map.baidu.com/marker?location=${gcjLat}&title=二七塔&content=x&output=html&coord_type=gcj02&src=w`,
      '二七塔',
    ],
    ['baidu', `https://api.map.baidu.com/marker?location=${bdLat}&title=二七塔&output=html`, '二七塔'],
    [
      'baidu',
      `http://api.map.baidu.com/direction?destination=latlng:${bdLat}|name:二七塔&mode=walking&output=html`,
      '二七塔',
    ],
    ['baidu', `baidumap://map/marker?location=${wgsLat}&title=塔&coord_type=wgs84`, '塔'],
    [
      'tencent',
      `https://apis.map.qq.com/uri/v1/marker?marker=coord:${gcjLat};title:二七塔;addr:德化街&referer=k`,
      '二七塔',
    ],
    [
      'tencent',
      `https://apis.map.qq.com/uri/v1/routeplan?type=walk&to=二七塔&tocoord=${gcjLat}&coord_type=2&referer=k`,
      null,
    ],
    ['tencent', `https://apis.map.qq.com/uri/v1/geocoder?coord=${wgsLat}&coord_type=1`, null],
    ['tencent', `https://map.qq.com/?type=marker&pointx=${TOWER.lng}&pointy=${TOWER.lat}&name=二七塔&addr=x`, '二七塔'],
    ['apple', `https://maps.apple.com/?ll=${gcjLat}&q=%E4%BA%8C%E4%B8%83%E5%A1%94&t=m`, '二七塔'],
    ['apple', `https://maps.apple.com/?daddr=${gcjLat}&dirflg=w&q=二七塔`, '二七塔'],
    ['apple', `https://maps.apple.com/place?coordinate=${gcjLat}&name=二七塔`, '二七塔'],
    ['osm', `https://www.openstreetmap.org/?mlat=${WGS.lat}&mlon=${WGS.lng}#map=17/34.75/113.66`, null],
    ['osm', `https://www.openstreetmap.org/#map=17/${WGS.lat}/${WGS.lng}`, null],
    ['geo', `geo:${wgsLat}?z=17`, null],
    ['numbers', gcj, null],
    ['numbers', gcjLat, null],
    ['numbers', `经度：${TOWER.lng} 纬度：${TOWER.lat}`, null],
    ['numbers', `北纬${TOWER.lat}，东经${TOWER.lng}`, null],
    ['numbers', `N ${TOWER.lat} E ${TOWER.lng}`, null],
    ['numbers', `lat=${TOWER.lat}, lng=${TOWER.lng}`, null],
    ['numbers', `34°45′8.28″N 113°39′56.52″E`, null],
    ['numbers', `我在这里 ${gcj} 快来`, null],
  ])('%s %s', (source, text, name) => {
    const read = placeOf(text);
    expect([read.source, read.name]).toEqual([source, name]);
    expect(metresBetween(read.point, TOWER)).toBeLessThan(1);
  });

  test("of 百度's web map stands in its own metres", () => {
    const { point, source, name } = placeOf('二七塔 https://map.baidu.com/poi/x/@12654065.24,4106507.08,19z');
    expect([source, name]).toEqual(['baidu', '二七塔']);
    expect(metresBetween(point, TOWER)).toBeLessThan(1);
    // The middle of 北京 as Baidu's own pages have it, 116.404 39.915 in BD-09.
    const beijing = placeOf('https://map.baidu.com/@12958175,4825923.77,12z').point;
    expect(metresBetween(beijing, bdToGcj(bd09(116.404, 39.915)))).toBeLessThan(1);
  });

  test('inside what people share is found with its words round it', () => {
    const read = placeOf(
      `【高德地图】二七塔，德化街100号 https://uri.amap.com/marker?position=${gcj} 点击打开高德地图`,
    );
    expect(read.name).toBe('二七塔 德化街100号');
  });

  test.each([
    ['【高德地图】二七塔 https://surl.amap.com/1aBcD2e3 点击链接', 'short', /二七塔/],
    ['二七塔 https://j.map.baidu.com/3f/Xyz', 'short', /^二七塔$/],
    ['https://maps.apple/p/AbCdEf', 'short', /^$/],
    ['https://map.qq.com/s/abc', 'short', /^$/],
    ['https://www.amap.com/place/B0FFG1ABCD', 'no-point', /^$/],
    ['https://map.baidu.com/search/二七塔', 'no-point', /^$/],
    ['https://maps.apple.com/?q=eiffel&ll=48.858,2.294', 'abroad', /^$/],
    ['48.858, 2.294', 'abroad', /^$/],
  ])('%s is %s', (text, kind, words) => {
    const read = readMapText(text);
    expect(read).toMatchObject({ kind, words: expect.stringMatching(words) });
  });

  test.each([
    '德化街',
    'dhj',
    '410103 1 000037 91',
    '德化街 36 号',
    'https://example.com/a?x=1',
    '24小时',
    '8:00-18:00',
  ])('%s is none', (text) => {
    expect(readMapText(text)).toBeNull();
  });

  test('whatever is pasted, the answer is a place in China or a reason', () => {
    const piece = fc.constantFrom(
      'https://uri.amap.com/marker?position=',
      'geo:',
      'https://map.baidu.com/@',
      '%E4%',
      ',',
      '113.6',
      '34.7',
      '@',
      '&name=',
      ' ',
      '°',
      '′',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 6 })), { maxLength: 12 }), (pieces) => {
        const read = readMapText(pieces.join(''));
        if (read?.kind !== 'place') return;
        expect(read.point.lng).toBeGreaterThan(70);
        expect(read.point.lat).toBeLessThan(54);
      }),
    );
  });

  test('either order of the numbers is the same place', () => {
    const point = fc.tuple(fc.double({ min: 74, max: 135, noNaN: true }), fc.double({ min: 4, max: 53, noNaN: true }));
    fc.assert(
      fc.property(point, ([lng, lat]) => {
        const [a, b] = [lng.toFixed(6), lat.toFixed(6)];
        expect(readMapText(`${a}, ${b}`)).toEqual(readMapText(`${b} ${a}`));
        expect(placeOf(`${a},${b}`).point).toEqual(gcj02(Number(a), Number(b)));
      }),
    );
  });
});
