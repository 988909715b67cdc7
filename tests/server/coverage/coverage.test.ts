import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gcj02 } from '../../../shared/geo/point.ts';
import { parseHours } from '../../../shared/station/hours-parse.ts';
import type { Station } from '../../../shared/station/station.ts';
import type { Reply } from '../../../web/platform/ask.ts';
import { openTestServer, type TestServer } from '../../fixtures/make/server.ts';
import { type Clerk, clerkAt } from '../../fixtures/make/signed.ts';
import { date, region, sampleStation, stationId, union } from '../../shared/station/sample.ts';

function station(n: number, over: Partial<Station>): Station {
  const home = { region: region('410102'), union: union('410102'), openedOn: date('2026-01-05') };
  return { ...sampleStation({ ...home, name: `驿站${n}`, ...over }), id: stationId(n), code: null, rev: 1 };
}
const hours = (text: string) => parseHours(text).hours;

/** One always open, one in office hours a kilometre to the east, one nobody knows, one suspended, one of Beijing, one invented. */
const STATIONS = [
  station(1, { point: gcj02(113.6, 34.75), hours: hours('24小时') }),
  station(2, { point: gcj02(113.62, 34.75), hours: hours('周一至周五 9:00-17:00') }),
  station(3, { point: gcj02(113.64, 34.75) }),
  station(4, {
    point: gcj02(113.66, 34.75),
    hours: hours('24小时'),
    status: 'suspended',
    statusNote: { reason: '水管改造', since: date('2026-11-01'), until: null },
  }),
  station(5, { region: region('110105'), union: union('110105'), point: gcj02(113.68, 34.75), hours: hours('24小时') }),
  station(6, { origin: 'synthetic', point: gcj02(113.7, 34.75), hours: hours('24小时') }),
];
const FILE = [
  '名称,经度,纬度,坐标系,权重',
  '一号路口,113.601,34.75,GCJ-02,10',
  '二号路口,113.621,34.75,高德,5',
  '三号路口,113.641,34.75,,2',
  '四号路口,113.661,34.75,,1',
  '五号路口,113.681,34.75,,1',
  '六号路口,113.701,34.75,,1',
].join('\n');

let server: TestServer;
let officer: Clerk;
let county: Clerk;
beforeAll(async () => {
  server = await openTestServer({ stations: STATIONS });
  officer = clerkAt(server.app, { union: '410100', functions: ['officer'] });
  county = clerkAt(server.app, { union: '410102', functions: ['officer'] });
});
afterAll(() => server.close());

type Found = Extract<Reply<'coverage'>, { readonly state: 'done' }>['found'];

let ids = 0;
function upload(clerk: Clerk, text: string, more: Record<string, string> = {}): Promise<Response> {
  const id = (++ids).toString(16).padStart(32, 'c');
  const query = new URLSearchParams({ id, name: '需求点.csv', title: '路口', ...more });
  return clerk.upload(`/api/v1/coverage/sets?${query}`, Buffer.from(text));
}

async function found(clerk: Clerk, query: Record<string, string>): Promise<Found> {
  for (;;) {
    const answer = await clerk.get(`/api/v1/coverage?${new URLSearchParams({ period: '2026-11', ...query })}`);
    const body = await answer.json();
    if (answer.status !== 200) throw new Error(JSON.stringify(body));
    if (body.state === 'done') return body.found;
  }
}

describe('coverage of an uploaded set', () => {
  let set: string;
  beforeAll(async () => {
    const answer = await (await upload(officer, FILE)).json();
    set = answer.set.id;
    expect(answer).toMatchObject({ rows: 6, refusedCount: 0, set: { points: 6, weight: 20, title: '路口' } });
  });

  test('hour by hour: open, not known and none apart, as reckoned by hand', async () => {
    const { head, covered, unknown, weight, near, people, next } = await found(officer, { set });
    const [mondayTen, mondayNight, sundayTen] = [10, 3, 6 * 24 + 10];
    expect(weight).toBe(20);
    // Of suspended, of other provinces and of invented stations nobody has anything.
    expect(near).toBe(17);
    expect([covered[mondayTen], covered[mondayNight], covered[sundayTen]]).toEqual([15, 10, 10]);
    expect([unknown[mondayTen], unknown[mondayNight]]).toEqual([2, 2]);
    expect(people).toEqual({ stations: 3, peopleHours: 10 * 168 + 5 * 40, allPeopleHours: 20 * 168 });
    expect(head).toMatchObject({
      monday: '2026-11-16',
      metres: 1000,
      within: '河南省',
      stationCount: 3,
      set: { title: '路口', synthetic: false, points: 6 },
    });
    expect(next.places.map(({ name, gain }) => [name, gain])).toEqual([
      ['二号路口', 5 * 128],
      ['三号路口', 2 * 168],
      ['四号路口', 168],
      ['五号路口', 168],
      ['六号路口', 168],
    ]);
    expect(next.open).toBe(next.atMost);
  });

  test('what was known then is reckoned again to the same figures and the same hash', async () => {
    const first = await found(officer, { set });
    server.clock.now = (server.clock.now + 60_000) as typeof server.clock.now;
    await server.register([station(7, { point: gcj02(113.661, 34.75), hours: hours('24小时') })]);
    const again = await found(officer, { set, asOf: String(first.head.asOf.seq) });
    expect(again).toEqual(first);
    const now = await found(officer, { set });
    expect(now.people.peopleHours).toBe(first.people.peopleHours + 168);
    expect(now.head.hash).not.toBe(first.head.hash);
  });

  test('farther reach, invented stations and a smaller scope are other questions', async () => {
    expect((await found(officer, { set, reach: '500m' })).head.metres).toBe(500);
    expect((await found(officer, { set, stations: 'synthetic' })).near).toBe(1);
    const day = await found(officer, { set, open: 'day' });
    expect(day.next.places[0]).toMatchObject({ name: '二号路口', gain: 5 * (84 - 40) });
    const part = await found(officer, { set, region: '410102' });
    expect(part.head).toMatchObject({ region: { id: '410102' }, set: { points: 2, weight: 15 } });
    expect((await found(officer, { set, region: '410181' })).head.set.points).toBe(0);
  });

  test('withdrawn it is listed no more, and its figures can still be had', async () => {
    const id = 'd'.repeat(32);
    const gone = await officer.post(`/api/v1/coverage/sets/${set}/withdrawal`, { id, reason: '换了一份' });
    expect(gone.status).toBe(200);
    const { items } = await (await officer.get('/api/v1/coverage/sets')).json();
    expect(items.map((one: { id: string }) => one.id)).toEqual(['centres', 'example']);
    expect((await found(officer, { set })).weight).toBe(20);
    const history = await server.store.historyOf(set);
    expect(history.map(({ subject, step, reason }) => [subject, step, reason])).toEqual([
      ['demand', 'upload', null],
      ['demand', 'withdraw', '换了一份'],
    ]);
  });
});

describe('sets that come with the register', () => {
  test('one point a county, and invented ones that say so', async () => {
    const { items } = await (await county.get('/api/v1/coverage/sets')).json();
    expect(items.slice(0, 2)).toMatchObject([
      { id: 'centres', points: 1, synthetic: false },
      { id: 'example', points: 16, synthetic: true },
    ]);
    expect((await found(county, {})).head.set).toMatchObject({ id: 'example', synthetic: true, points: 16 });
  });
});

describe('a file with faults', () => {
  const BAD = [
    '名称,经度,纬度,坐标系,权重',
    '好的,113.61,34.75,,3',
    ',113.61,34.75,,3',
    '没坐标,,34.75,,3',
    '坐标系不对,113.61,34.75,北京54,3',
    '权重不对,113.61,34.75,,-3',
    '在海上,123.5,31,,3',
    '公式,=1+1,34.75,,3',
  ].join('\n');

  test('is told row by row, and nothing of it is kept', async () => {
    const answer = await (await upload(officer, BAD)).json();
    expect(answer.set).toBe(null);
    expect([answer.rows, answer.refusedCount]).toEqual([7, 6]);
    expect(answer.refused).toEqual([
      { row: 3, name: '', why: '没有名称，或者超过 80 个字，补上或缩短。' },
      { row: 4, name: '没坐标', why: '经度还没填，补上再提交。' },
      {
        row: 5,
        name: '坐标系不对',
        why: '坐标系看不懂，写 GCJ-02（高德、腾讯）、BD-09（百度）或 WGS-84（GPS、天地图）。',
      },
      { row: 6, name: '权重不对', why: '权重要写大于 0、不超过 1000000 的数；没写就当作 1。' },
      { row: 7, name: '在海上', why: '这个点不在任何一个县里，看看经度、纬度和坐标系。' },
      { row: 8, name: '公式', why: '这一行有公式，粘贴成数值再传。' },
    ]);
    const { items } = await (await officer.get('/api/v1/coverage/sets')).json();
    expect(items).toHaveLength(2);
  });

  test('keeps the others when told to leave those out', async () => {
    const answer = await (await upload(officer, BAD, { bad: 'skip' })).json();
    expect(answer).toMatchObject({ set: { points: 1, weight: 3 }, refusedCount: 6 });
  });

  test('that is no table at all is refused with its sentence', async () => {
    const answer = await upload(officer, 'hello');
    expect(answer.status).toBe(422);
    expect((await answer.json()).kind).toBe('file-no-header');
  });
});

describe('who may not', () => {
  test('a region outside, a period to come, a set of another branch', async () => {
    const outside = await county.get('/api/v1/coverage?period=2026-11&region=410103');
    expect([outside.status, (await outside.json()).kind]).toEqual([404, 'region-outside']);
    const early = await county.get('/api/v1/coverage?period=2027-03');
    expect([early.status, (await early.json()).kind]).toEqual([400, 'period-not-begun']);
    const other = clerkAt(server.app, { union: '110105', functions: ['officer'] });
    const { set } = await (await upload(other, FILE, { title: '别处的' })).json();
    const foreign = await county.get(`/api/v1/coverage?period=2026-11&set=${set.id}`);
    expect([foreign.status, (await foreign.json()).kind]).toEqual([404, 'demand-unknown']);
    const approver = clerkAt(server.app, { union: '410102', functions: ['approver'] });
    expect((await upload(approver, FILE)).status).toBe(404);
  });
});
