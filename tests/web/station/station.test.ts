import { describe, expect, test } from 'vitest';
import { gcj02 } from '../../../shared/geo/point.ts';
import { mapLink } from '../../../web/station/handoff.ts';
import { thingsOf, tilesOf } from '../../../web/station/Inside.tsx';
import { openInstead } from '../../../web/station/near.ts';
import { resolve } from '../../../web/station/resolve.ts';
import { DROP_WORDS, noSuchSentence } from '../../../web/ui/words/drop.ts';
import { CALENDAR, HERE, NOW, station, tableOf } from '../gallery/fixture.ts';
import { DEHUA, RETIRED_DROP, STATIONS, SUSPENDED } from '../gallery/world.ts';

const GOAL = { name: '德化街 36 号,爱心&驿站', point: gcj02(113.6601, 34.7502), mode: 'walk' } as const;
const NAME = '%E5%BE%B7%E5%8C%96%E8%A1%97%2036%20%E5%8F%B7%2C%E7%88%B1%E5%BF%83%26%E9%A9%BF%E7%AB%99';

describe('the way to a map app', () => {
  test('高德 wants longitude first', () => {
    expect(mapLink('amap', GOAL)).toBe(
      `https://uri.amap.com/navigation?to=113.6601,34.7502,${NAME}&mode=walk&src=xiejiao&coordinate=gaode&callnative=1`,
    );
    expect(mapLink('amap', { ...GOAL, mode: 'drive' })).toContain('&mode=car&');
  });

  test('百度 wants latitude first and is told the datum', () => {
    expect(mapLink('baidu', GOAL)).toBe(
      `https://api.map.baidu.com/marker?location=34.7502,113.6601&title=${NAME}&content=${NAME}&output=html&coord_type=gcj02&src=webapp.xiejiao.xiejiao`,
    );
  });

  test('腾讯 wants latitude first', () => {
    expect(mapLink('tencent', GOAL)).toBe(
      `https://apis.map.qq.com/uri/v1/routeplan?type=walk&to=${NAME}&tocoord=34.7502,113.6601&coord_type=2&referer=xiejiao`,
    );
  });

  test('苹果 wants latitude first', () => {
    expect(mapLink('apple', GOAL)).toBe(`https://maps.apple.com/?daddr=34.7502,113.6601&dirflg=w&q=${NAME}`);
  });

  test('carries six decimals at most and never the person’s place', () => {
    const fine = { ...GOAL, point: gcj02(113.66012345678, 34) };
    expect(mapLink('amap', fine)).toContain('to=113.660123,34,');
    for (const app of ['amap', 'baidu', 'tencent', 'apple'] as const) {
      expect(mapLink(app, fine)).not.toMatch(/from|origin|saddr|sname/);
      expect(() => new URL(mapLink(app, fine))).not.toThrow();
    }
  });
});

describe('a code in the address', () => {
  const table = tableOf(STATIONS, [RETIRED_DROP]);

  test('leads to its station, also as printed in groups', () => {
    const spaced = DEHUA.code.replace(/^(.{6})(.)(.{6})/, '$1 $2 $3 ');
    expect(resolve(spaced, table)).toEqual({ kind: 'station', station: DEHUA });
  });

  test('leads to what became of a station that left', () => {
    expect(resolve(RETIRED_DROP.code, table)).toEqual({ kind: 'gone', drop: { ...RETIRED_DROP, shownAs: null } });
    expect(DROP_WORDS.retired.title).toBe('已退出');
  });

  test('tells a slip of the finger from one we never heard of', () => {
    const wrong = `${DEHUA.code.slice(0, 14)}${(Number(DEHUA.code.slice(14)) + 1) % 10}`;
    expect(resolve(wrong, table).kind).toBe('mistyped');
    expect(resolve('abc', table).kind).toBe('not-a-code');
    const stranger = station({ name: '别处' });
    expect(resolve(stranger.code, table)).toEqual({ kind: 'unknown', code: stranger.code });
    expect(noSuchSentence('mistyped', false)).toContain('抄错');
  });
});

test('instead of a shut door the three nearest open ones are offered, never itself', () => {
  const when = { now: NOW, calendar: CALENDAR };
  const found = openInstead(tableOf(STATIONS), HERE, { without: DEHUA.code, when });
  expect(found.map(({ row }) => row.name)).toEqual(['火车站东广场司机之家', '大同路环卫休息点', '兴隆街暖心驿站']);
  expect(found.map(({ row }) => row.code)).not.toContain(SUSPENDED.code);
});

test('what people count on is listed even when nobody knows, what is there comes first', () => {
  expect(thingsOf(DEHUA).map(({ code, fact }) => `${code} ${fact.state}`)).toEqual([
    'water yes',
    'seating yes',
    'phone-charging yes',
    'toilet yes',
    'cooling seasonal',
    'microwave broken',
    'first-aid unknown',
    'fridge no',
  ]);
});

test('what is missing though nobody counts on it is one line; a fact with a note keeps its tile', () => {
  const no = { state: 'no', confirmedOn: null } as const;
  const { tiles, missing } = tilesOf(
    thingsOf({
      amenities: { toilet: { ...no, note: null }, laundry: { ...no, note: null }, beds: { ...no, note: '年后有' } },
    }),
  );
  expect(missing.map(({ code }) => code)).toEqual(['laundry']);
  expect(tiles.filter(({ fact }) => fact.state === 'no').map(({ code }) => code)).toEqual(['toilet', 'beds']);
});
