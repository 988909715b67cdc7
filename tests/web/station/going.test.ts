import { describe, expect, test } from 'vitest';
import { gcj02 } from '../../../shared/geo/point.ts';
import { goByText, mapChoices, mapLink } from '../../../web/station/handoff.ts';

const HERE = gcj02(113.6601, 34.7502);
const STATION = { name: '德化街驿站', point: HERE };
const NAME = '%E5%BE%B7%E5%8C%96%E8%A1%97%E9%A9%BF%E7%AB%99';

/** Written by hand from the makers' own descriptions of their links. */
const TABLE = [
  [
    'amap',
    'walk',
    `https://uri.amap.com/navigation?to=113.6601,34.7502,${NAME}&mode=walk&src=xiejiao&coordinate=gaode&callnative=1`,
  ],
  [
    'amap',
    'ride',
    `https://uri.amap.com/navigation?to=113.6601,34.7502,${NAME}&mode=ride&src=xiejiao&coordinate=gaode&callnative=1`,
  ],
  [
    'amap',
    'drive',
    `https://uri.amap.com/navigation?to=113.6601,34.7502,${NAME}&mode=car&src=xiejiao&coordinate=gaode&callnative=1`,
  ],
  [
    'baidu',
    'walk',
    `https://api.map.baidu.com/marker?location=34.7502,113.6601&title=${NAME}&content=${NAME}&output=html&coord_type=gcj02&src=webapp.xiejiao.xiejiao`,
  ],
  [
    'tencent',
    'walk',
    `https://apis.map.qq.com/uri/v1/routeplan?type=walk&to=${NAME}&tocoord=34.7502,113.6601&coord_type=2&referer=xiejiao`,
  ],
  [
    'tencent',
    'ride',
    `https://apis.map.qq.com/uri/v1/routeplan?type=bike&to=${NAME}&tocoord=34.7502,113.6601&coord_type=2&referer=xiejiao`,
  ],
  [
    'tencent',
    'drive',
    `https://apis.map.qq.com/uri/v1/routeplan?type=drive&to=${NAME}&tocoord=34.7502,113.6601&coord_type=2&referer=xiejiao`,
  ],
  ['apple', 'walk', `https://maps.apple.com/?daddr=34.7502,113.6601&dirflg=w&q=${NAME}`],
  ['apple', 'ride', `https://maps.apple.com/?daddr=34.7502,113.6601&dirflg=w&q=${NAME}`],
  ['apple', 'drive', `https://maps.apple.com/?daddr=34.7502,113.6601&dirflg=d&q=${NAME}`],
] as const;

const HOSTILE = [
  'a&to=1,2&from=3,4',
  '德化街,驿站#?/\\',
  '"><script>alert(1)</script>',
  'javascript:alert(1)',
  '半个字\ud83d',
  '\udc00\u202e倒着写\u0000\n',
  '',
  '   ',
  '长'.repeat(5000),
  '👷🏽‍♀️'.repeat(40),
];

describe('the way to a map app', () => {
  test.each(TABLE)('%s, %s', (app, mode, url) => {
    expect(mapLink(app, { ...STATION, mode })).toBe(url);
  });

  test('百度 opens the place whatever the way: its routes want to know where one starts', () => {
    const links = (['walk', 'ride', 'drive'] as const).map((mode) => mapLink('baidu', { ...STATION, mode }));
    expect(new Set(links).size).toBe(1);
  });

  test('carries six decimals at most and never the person’s place', () => {
    const fine = { ...STATION, point: gcj02(113.66012345678, 34), mode: 'walk' } as const;
    expect(mapLink('amap', fine)).toContain('to=113.660123,34,');
    for (const { id } of mapChoices(false)) {
      expect(mapLink(id, fine)).toContain('113.660123');
      expect(mapLink(id, fine)).not.toMatch(/from|origin|saddr|sname/);
    }
  });

  test.each(HOSTILE)('a name cannot change a link: %j', (name) => {
    for (const { id } of mapChoices(false)) {
      const [plain, with_] = [STATION, { ...STATION, name }].map(
        (one) => new URL(mapLink(id, { ...one, mode: 'walk' })),
      );
      expect(with_?.host).toBe(plain?.host);
      expect(with_?.hash).toBe('');
      expect([...(with_?.searchParams.keys() ?? [])]).toEqual([...(plain?.searchParams.keys() ?? [])]);
      expect(with_?.href.length).toBeLessThan(2000);
      expect(decodeURIComponent(with_?.search ?? '')).not.toMatch(/[\p{Cc}\u202e]/u);
    }
    const amap = new URL(mapLink('amap', { ...STATION, name, mode: 'walk' }));
    expect(amap.search).toMatch(/^\?to=113\.6601,34\.7502,[^,&]+&mode=walk&/);
  });
});

describe('the choice', () => {
  test('has all four everywhere, Apple’s first on what Apple makes', () => {
    expect(mapChoices(false).map(({ id }) => id)).toEqual(['amap', 'baidu', 'tencent', 'apple']);
    expect(mapChoices(true).map(({ id }) => id)).toEqual(['apple', 'amap', 'baidu', 'tencent']);
  });

  test('of last time is named in two words', () => {
    expect(goByText({ app: 'amap', mode: 'ride' })).toBe('高德 · 骑车');
    expect(goByText({ app: 'baidu', mode: 'ride' })).toBe('百度地图');
  });
});
