import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gcj02 } from '../../../shared/geo/point.ts';
import type { Station } from '../../../shared/station/station.ts';
import type { RouteReply } from '../../../shared/wire/route.ts';
import { openTestServer, revising, type TestServer } from '../../fixtures/make/server.ts';
import { type Clerk, clerkAt } from '../../fixtures/make/signed.ts';
import { date, region, sampleStation, stationId, union } from '../../shared/station/sample.ts';

type Board = RouteReply<'quality'>;
type Listing = RouteReply<'qualityStations'>;
type Pairs = RouteReply<'qualityPairs'>;

const station = (n: number, over: Partial<Station>): Station =>
  sampleStation({
    id: stationId(n),
    code: null,
    name: `第${n}驿站`,
    address: `测试路 ${n} 号`,
    hostName: `单位${n}`,
    rev: 1,
    ...over,
  });

/** In 中原区, well inside of it. */
const HERE = gcj02(113.613, 34.748);
const beside = (metres: number) => gcj02(113.613 - metres / 91_500, 34.748);
/** In 金水区. */
const THERE = gcj02(113.686, 34.776);

const FRESH = date('2026-11-01');
const fine: Partial<Station> = {
  verified: 'on-site',
  verifiedOn: FRESH,
  hours: { ...sampleStation({}).hours, base: { kind: 'always' } },
  amenities: Object.fromEntries(
    ['water', 'microwave', 'seating', 'phone-charging', 'first-aid', 'toilet'].map((code) => [
      code,
      { state: 'yes', note: null, confirmedOn: null },
    ]),
  ) as Station['amenities'],
};

let server: TestServer;
let county: Clerk;
let city: Clerk;
let stored: readonly Station[];

beforeAll(async () => {
  server = await openTestServer();
  stored = await server.register([
    station(1, {
      ...fine,
      point: HERE,
      name: '德化街爱心驿站',
      address: '德化街 18 号',
      hostName: '中国银行德化街支行',
    }),
    station(2, {
      ...fine,
      point: beside(12),
      name: '德化街爱心驿站',
      address: '德化街18号',
      hostName: '中国银行德化街支行',
    }),
    station(3, { ...fine, point: beside(40), name: '环卫三队休息点', address: '铭功路 3 号', hostName: '环卫三队' }),
    // Registered in 中原区, standing in 金水区.
    station(4, { ...fine, point: THERE }),
    station(5, { ...fine, point: beside(900), verified: 'unverified', verifiedOn: null }),
    station(6, { ...fine, point: beside(1100), verifiedOn: date('2026-05-01') }),
    station(7, { ...fine, point: beside(1300), amenities: {} }),
    station(8, { ...fine, point: beside(1500), origin: 'imported' }),
    station(9, { ...fine, point: beside(1700), hours: { ...sampleStation({}).hours, base: { kind: 'unknown' } } }),
    // Not on any list of published stations.
    station(10, { ...fine, point: beside(5), status: 'retired', verified: 'unverified' }),
    station(11, { ...fine, point: beside(15), origin: 'synthetic', verified: 'unverified', verifiedOn: null }),
    // Another county's, a door from the first of 中原区's.
    station(12, { ...fine, point: beside(945), union: union('410103'), region: region('410103') }),
  ]);
  county = clerkAt(server.app, { union: '410102', functions: ['officer'] });
  city = clerkAt(server.app, { union: '410100', functions: ['officer', 'approver'] });
});
afterAll(() => server.close());

async function json<T>(clerk: Clerk, path: string): Promise<T> {
  const response = await clerk.get(path);
  expect(response.status, path).toBe(200);
  return response.json();
}
const board = (clerk: Clerk, query = '') => json<Board>(clerk, `/api/v1/figures/quality${query}`);
const list = (clerk: Clerk, query: string) => json<Listing>(clerk, `/api/v1/figures/quality/stations?${query}`);
const pairs = (clerk: Clerk, query = '') => json<Pairs>(clerk, `/api/v1/figures/quality/pairs${query}`);
const namesIn = ({ stations }: Listing) => stations.map(({ name }) => name);

describe('what is doubtful in the register', () => {
  test('is counted over published real stations, by hand', async () => {
    const found = await board(county);
    expect(found.total).toBe(9);
    expect(found.leftOut).toBe(1);
    expect(found.counts).toEqual({
      unverified: 1,
      outside: 1,
      near: 4,
      'hours-unknown': 1,
      'hours-old': 2,
      'basics-unknown': 1,
      imported: 1,
    });
  });

  test('agrees with the table of figures as of now', async () => {
    const { counts, total, leftOut } = await board(county);
    const path = '/api/v1/figures?period=2026-11&tables=stock,quality&by=none';
    const { tables } = await json<RouteReply<'figures'>>(county, path);
    const figure = (id: string) => {
      for (const { columns, total: figures } of tables) {
        const found = columns.findIndex((column) => column.id === id);
        if (found >= 0) return figures[found];
      }
      throw new Error(id);
    };
    expect([figure('stock.closing'), figure('quality.left-out')]).toEqual([total, leftOut]);
    const told = Object.keys(counts).map((kind) => [kind, figure(`quality.${kind}`)]);
    expect(Object.fromEntries(told)).toEqual(counts);
  });

  test('is counted apart for invented stations', async () => {
    const found = await board(county, '?stations=synthetic');
    expect([found.total, found.leftOut, found.counts.unverified, found.counts.near]).toEqual([1, 9, 1, 0]);
  });

  test('each count opens exactly the stations it counted', async () => {
    const { counts } = await board(county);
    for (const [kind, count] of Object.entries(counts)) {
      const listed = await list(county, `kind=${kind}`);
      expect([listed.count, listed.stations.length], kind).toEqual([count, count]);
      expect(
        listed.stations.every(({ doubts }) => doubts.some((one) => one === kind)),
        kind,
      ).toBe(true);
    }
    expect(namesIn(await list(county, 'kind=hours-old'))).toEqual(['第5驿站', '第6驿站']);
  });

  test('says which county a point lies in that is outside of its own', async () => {
    const { stations } = await list(county, 'kind=outside');
    expect(stations.map(({ name, liesIn, regionName }) => [name, liesIn, regionName])).toEqual([
      ['第4驿站', '河南省郑州市金水区', '河南省郑州市中原区'],
    ]);
  });

  test('is told of the unions below, those with most doubts first, and they add up', async () => {
    const found = await board(city);
    expect(found.below.slice(0, 2).map(({ union: { id }, total }) => [id, total])).toEqual([
      ['410103', 1],
      ['410102', 9],
    ]);
    for (const kind of ['near', 'unverified', 'outside'] as const) {
      expect(found.below.reduce((sum, { counts }) => sum + (counts[kind] ?? 0), 0)).toBe(found.counts[kind]);
    }
  });

  test('is what it is now, right after somebody put it right', async () => {
    const [, , , , fifth] = stored;
    if (!fifth) throw new Error('not registered');
    await server.apply([revising(fifth, { verified: 'desk', verifiedOn: FRESH }, 'confirm')]);
    const { counts } = await board(county);
    expect([counts.unverified, counts['hours-old']]).toEqual([0, 1]);
  });
});

describe('pairs that may be one station', () => {
  test('come with the likeliest first, and say why', async () => {
    const found = await pairs(county);
    const [first] = found.pairs;
    expect(first).toMatchObject({
      first: { name: '德化街爱心驿站', id: stationId(1) },
      second: { name: '德化街爱心驿站', id: stationId(2) },
      metres: 12,
      likelihood: 'likely',
      because: ['near', 'same-name', 'same-host', 'same-address'],
      mayAnswer: true,
    });
    expect(found.pairs.map(({ score }) => score)).toEqual(
      [...found.pairs.map(({ score }) => score)].sort((a, b) => b - a),
    );
    expect(found.likelihoods.likely).toBe(1);
    expect((await pairs(county, '?likelihood=likely')).count).toBe(1);
  });

  test('a twin of another branch is named without its id, and nobody here answers for it', async () => {
    const across = (await pairs(county)).pairs.find(({ first, second }) =>
      [first.name, second.name].includes('第12驿站'),
    );
    const stranger = [across?.first, across?.second].find((one) => one?.name === '第12驿站');
    expect(stranger).toMatchObject({ id: null, hostName: null });
    expect(across?.mayAnswer).toBe(false);
  });

  test('are not asked about again once somebody said that they are two', async () => {
    const before = await board(county);
    const answer = (id: string, [first, second]: readonly [number, number], clerk = county) =>
      clerk.post('/api/v1/figures/quality/pairs', {
        id: id.repeat(32),
        first: stationId(first),
        second: stationId(second),
        reason: '一个在一楼大厅，一个在路口',
      });
    const done = await answer('a', [3, 1]);
    expect(done.status).toBe(200);
    expect(await (await answer('a', [3, 1])).json()).toEqual(await done.json());
    const after = await board(county);
    expect(after.pairs).toEqual({ open: before.pairs.open - 1, answered: 1 });
    expect(after.counts.near).toBe(before.counts.near);
    const left = await pairs(county);
    expect(left.pairs.some(({ first, second }) => first.id === stationId(1) && second.id === stationId(3))).toBe(false);
    // Half of it in another branch, and an account that only reads.
    expect((await answer('b', [5, 12])).status).toBe(404);
    const analyst = clerkAt(server.app, { union: '410102', functions: ['analyst'] });
    expect((await answer('c', [1, 2], analyst)).status).toBe(404);
    const [told] = await server.store.historyOf(`${stationId(1)}/${stationId(3)}`);
    expect([told?.step, told?.reason]).toEqual(['not-same', '一个在一楼大厅，一个在路口']);
  });
});
