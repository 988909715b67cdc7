import gcoord from 'gcoord';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { NamedDatum } from '../../../server/feature/import/columns.ts';
import { bytesOf } from '../../../server/feature/import/file-bytes.ts';
import { asGcj02, DatumVote } from '../../../server/feature/import/place.ts';
import { readLedger } from '../../../server/feature/import/read-file.ts';
import { diceOf } from '../../../server/feature/seed/dice.ts';
import { metresBetween } from '../../../shared/geo/distance.ts';
import { type Gcj02, gcj02 } from '../../../shared/geo/point.ts';
import type { RegionCode } from '../../../shared/station/region.ts';
import type { Station } from '../../../shared/station/station.ts';
import { openTestServer, realRegions, type TestServer } from '../../fixtures/make/server.ts';
import { countyOf, csvOf, importInto, type Row } from '../../fixtures/make/server-import.ts';

type Placed = { readonly truth: Gcj02; readonly county: RegionCode };
const SYSTEMS = { wgs84: gcoord.WGS84, bd09: gcoord.BD09, gcj02: gcoord.GCJ02 } as const;

/** Digits of a place in another system, as a ledger would hold them. */
function digits({ lng, lat }: Gcj02, datum: NamedDatum): { readonly lng: number; readonly lat: number } {
  const [x, y] = gcoord.transform<[number, number]>([lng, lat], gcoord.GCJ02, SYSTEMS[datum]);
  return { lng: Number(x.toFixed(6)), lat: Number(y.toFixed(6)) };
}

/** Places in one city: so near a county's border that a wrong reading lands beyond it, or so far inside that none does. */
function places(count: number, nearBorder: boolean): readonly Placed[] {
  const dice = diceOf(`datum ${nearBorder}`);
  const found: Placed[] = [];
  for (let tries = 0; found.length < count && tries < 200_000; tries++) {
    const truth = gcj02(Number((113.4 + dice.next() * 0.5).toFixed(6)), Number((34.6 + dice.next() * 0.3).toFixed(6)));
    const county = countyOf()(truth);
    if (!county?.startsWith('4101')) continue;
    const crosses = (['wgs84', 'bd09'] as const).map((datum) => {
      const read = digits(truth, datum);
      return countyOf()(gcj02(read.lng, read.lat)) !== county;
    });
    if (nearBorder ? crosses.every(Boolean) : !crosses.some(Boolean) && isDeep(truth, county))
      found.push({ truth, county });
  }
  return found;
}

function isDeep({ lng, lat }: Gcj02, county: RegionCode): boolean {
  const steps = [-0.03, 0, 0.03];
  return steps.every((dx) => steps.every((dy) => countyOf()(gcj02(lng + dx, lat + dy)) === county));
}

function ledger(of: readonly Placed[], datum: NamedDatum): string {
  const rows = of.map(({ truth, county }, n): Row => {
    const { lng, lat } = digits(truth, datum);
    return {
      站点名称: `${'甲乙丙丁戊己庚辛壬癸'[n % 10]}${n}号`,
      详细地址: `某路${n}号`,
      区县: realRegions().fullName(county),
      经度: lng,
      纬度: lat,
    };
  });
  return csvOf(rows);
}

const BORDER = places(40, true);
const DEEP = places(10, false);

describe('the datum of a ledger that does not say it', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await openTestServer();
  });
  afterEach(() => server.close());

  async function stored(): Promise<readonly Station[]> {
    const all: Station[] = [];
    await server.store.eachStation((stations) => {
      all.push(...stations);
    });
    return all;
  }

  test.each([
    ['wgs84', 'WGS-84（GPS、天地图）'],
    ['bd09', 'BD-09（百度）'],
    ['gcj02', 'GCJ-02（高德、腾讯）'],
  ] as const)('is found to be %s when many of its points stand near a border', async (datum, words) => {
    expect(BORDER).toHaveLength(40);
    const { remarks, summary } = await importInto(server, ledger(BORDER, datum));
    expect(remarks[0]).toBe(`坐标按 ${words} 读。`);
    expect(summary.refused).toBe(0);
    const truths = new Map(BORDER.map(({ truth, county }, n) => [`某路${n}号`, { truth, county }]));
    for (const station of await stored()) {
      const placed = truths.get(station.address);
      expect(placed && metresBetween(station.point, placed.truth)).toBeLessThan(1);
      expect(station.region).toBe(placed?.county);
      expect(station.source?.crs).toBe(datum);
    }
  });

  test('is taken for GCJ-02, and said to be a guess, when no border tells', async () => {
    expect(DEEP).toHaveLength(10);
    const { remarks } = await importInto(server, ledger(DEEP, 'wgs84'));
    expect(remarks[0]).toBe('看不出坐标系，按 GCJ-02（高德、腾讯） 读；不对就用 --datum 指定。');
    for (const station of await stored()) expect(station.source?.crs).toBe('gcj02');
  });

  test('is what was declared, whatever the borders say', async () => {
    const { remarks } = await importInto(server, ledger(BORDER, 'bd09'), { datum: 'gcj02' });
    expect(remarks[0]).toBe('坐标按 GCJ-02（高德、腾讯） 读。');
  });

  test('is what its header names, when it names one', async () => {
    const csv = ledger(DEEP, 'bd09').replace('经度,纬度', '经度（百度）,纬度（百度）');
    await importInto(server, csv);
    for (const station of await stored()) expect(station.source?.crs).toBe('bd09');
  });

  test('a handful of strays over a border does not turn a ledger', () => {
    const [first, second, third] = BORDER;
    if (!first || !second || !third) throw new Error('no borders');
    const strays = [first, second, third].map(({ truth, county }) => ({
      point: { ...digits(truth, 'wgs84'), swapped: false, centre: false },
      named: [county],
    }));
    const vote = new DatumVote(countyOf());
    for (const { point, named } of strays) vote.count(point, named);
    expect(vote.verdict()).toEqual({ datum: 'gcj02', told: true });
    expect(asGcj02({ lng: 113.5, lat: 34.7, swapped: false, centre: false }, 'gcj02')).toEqual({
      lng: 113.5,
      lat: 34.7,
    });
  });
});

describe('the headers of a ledger', () => {
  const read = async (header: string) => {
    const ledger = await readLedger(bytesOf(Buffer.from(`${header}\n${header.replace(/[^,]+/g, '1')}\n`)), 'a.csv');
    return ledger.ok ? ledger.value.columns : null;
  };

  test.each([
    ['站点名称,地址,经度,纬度', { name: 0, address: 1, lng: 2, lat: 3 }],
    ['名称,详细地址,lng,lat', { name: 0, address: 1, lng: 2, lat: 3 }],
    ['驿站名称,站点地址,x,y', { name: 0, address: 1, lng: 2, lat: 3 }],
    ['*站点名称,具体地址（必填）,经度（度）,纬度（度）', { name: 0, address: 1, lng: 2, lat: 3 }],
    ['Name,Address,Longitude,Latitude', { name: 0, address: 1, lng: 2, lat: 3 }],
    ['序号,点位名称,所在地址,坐标', { serial: 0, name: 1, address: 2, pair: 3 }],
    [
      'no.,name,address,city,adcode,lng_gcj02,lat_gcj02,open,close',
      { name: 1, address: 2, district: 4, lng: 5, lat: 6, opens: 7, closes: 8 },
    ],
    [
      '驿站,位置,经纬度,开放时段,服务内容,座机,面积(㎡)',
      { name: 0, address: 1, pair: 2, hours: 3, facilities: 4, phone: 5, area: 6 },
    ],
    [
      '省,市,区/县,街道,站名,地点,东经,北纬',
      { province: 0, city: 1, district: 2, town: 3, name: 4, address: 5, lng: 6, lat: 7 },
    ],
    [
      '站点编码,全总编码,品牌,别名,名称,地址,经 度,纬 度',
      { code: 0, federationCode: 1, brand: 2, aliases: 3, name: 4, lng: 6, lat: 7 },
    ],
  ])('%s', async (header, expected) => {
    expect((await read(header))?.at).toMatchObject(expected);
  });

  test.each(['甲,乙,丙', '经度,纬度,地址', '名称,电话,备注'])('%s name no station and its place', async (header) => {
    expect(await read(header)).toBeNull();
  });

  test('one facility a column is read by its cells', async () => {
    const server = await openTestServer();
    const csv = '名称,地址,经度,纬度,饮水机,微波炉,空调,WIFI,充电桩\n驿站,某路,113.68,34.77,有,无,√,损坏,\n';
    await importInto(server, csv);
    const [station] = await server.store.stationsById([...(await idsOf(server))]);
    const states = Object.entries(station?.amenities ?? {}).map(([code, fact]) => `${code} ${fact?.state}`);
    expect(states).toEqual(['water yes', 'microwave no', 'cooling yes', 'wifi broken']);
    await server.close();
  });
});

async function idsOf({ store }: TestServer): Promise<readonly Station['id'][]> {
  const ids: Station['id'][] = [];
  await store.eachStation((stations) => {
    ids.push(...stations.map(({ id }) => id));
  });
  return ids;
}
