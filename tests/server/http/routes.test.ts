import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROUTES, type RouteName } from '../../../shared/wire/route.ts';
import { openTestServer, type TestServer } from '../../fixtures/make/server.ts';
import { handMadeStations } from '../../fixtures/world/stations.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer({ stations: handMadeStations(), seed: 300 });
});
afterAll(() => server.close());

const code = async (name: string) =>
  (await json(`/api/v1/search?q=${encodeURIComponent(name)}&limit=1`)).items[0].station.code;

/** JSON of an answer that must be one; what is in it is for the test to say. */
// biome-ignore lint/suspicious/noExplicitAny: an answer is looked into freely before its schema is proven
async function json(path: string): Promise<any> {
  const response = await server.get(path);
  expect(response.status, path).toBe(200);
  expect(response.headers.get('content-type')).toMatch(/^application\/json/);
  return response.json();
}

/** Answered after a write: tests/server/reports, plaques and notices ask these. */
type Written = 'report' | 'reportAnswer' | 'visit' | 'objection' | 'objectionAnswer';
/** Signing in, which writes: tests/server/accounts asks these. */
type SigningIn = 'signIn' | 'signInCode' | 'signInPassword' | 'signInSetUp' | 'openInvite' | 'join';
/** Asked with a partner's key: tests/server/open-data asks these. */
type Keyed = 'openStations' | 'openFigures' | 'openDefinitions';
/** Asked with a session: tests/law/branch.test.ts asks these. */
type Signed = { [N in RouteName]: (typeof ROUTES)[N]['who'] extends 'account' ? N : never }[RouteName];

/** At least one question for every route of the table; a route missing here fails. */
const QUESTIONS: { readonly [N in Exclude<RouteName, Written | SigningIn | Keyed | Signed>]: readonly string[] } = {
  nearest: [
    '/api/v1/nearest?lng=113.6869&lat=34.7665',
    '/api/v1/nearest?lng=113.6869&lat=34.7665&k=50&datum=wgs84&open=1&amenities=water,toilet&at=2026-11-26T03:00:00Z',
    '/api/v1/nearest?lng=87&lat=43&k=50&at=2026-10-01T10:00:00%2B08:00',
  ],
  station: ['/api/v1/stations/{code}', '/api/v1/stations/{code}?at=2026-02-17T01:30:00%2B08:00'],
  search: ['/api/v1/search?q=驿站&limit=100', '/api/v1/search?q=zyyz&region=410102', '/api/v1/search?q=没有这样的站'],
  regions: ['/api/v1/regions', '/api/v1/regions?parent=410100', '/api/v1/regions?level=city'],
  feed: ['/api/v1/feed?region=410100'],
  packs: ['/api/v1/packs'],
  calendar: ['/api/v1/calendar'],
  config: ['/api/v1/config'],
  notices: ['/api/v1/notices', '/api/v1/notices?region=410100', '/api/v1/notices?region=110000'],
  session: ['/api/v1/session'],
  health: ['/api/v1/health'],
  metrics: ['/api/v1/metrics'],
};

describe('every route of the table', () => {
  test.each(Object.entries(QUESTIONS))('%s answers what its schema says', async (name, paths) => {
    const { reply } = ROUTES[name as RouteName];
    for (const path of paths) {
      const asked = path.includes('{code}') ? path.replace('{code}', await code('中原驿站')) : path;
      if (typeof reply === 'string') expect((await server.get(asked)).status).toBe(200);
      else {
        const issues = v.safeParse(strict(reply), await json(asked)).issues;
        expect(issues?.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`) ?? []).toEqual([]);
      }
    }
  });

  test('whatever is answered about now is not to be kept', async () => {
    for (const path of Object.values(QUESTIONS).flat()) {
      if (path.includes('{code}')) continue;
      expect((await server.get(path)).headers.get('cache-control'), path).toBe('no-store');
    }
  });

  test('a station carries what partners were promised', async () => {
    const station = await json(`/api/v1/stations/${await code('中原驿站')}?at=2026-11-26T14:20:00%2B08:00`);
    expect(station).toMatchObject({
      name: '中原驿站',
      kind: 'station',
      status: 'active',
      region: '410102',
      point: { lng: 113.6131, lat: 34.7481, datum: 'gcj02' },
      hours: { raw: '8:00-20:00' },
      openState: { state: 'open', until: '2026-11-26T20:00:00+08:00' },
      access: { free: true },
      origin: 'registered',
      verified: 'desk',
      verifiedOn: '2026-11-01',
    });
    for (const secret of ['id', 'source', 'uscc', 'contractFrom', 'contractTo', 'rev'])
      expect(station).not.toHaveProperty(secret);
  });

  test('opening is judged at the asked instant, with its holidays', async () => {
    const path = `/api/v1/stations/${await code('国贸驿站')}`;
    const state = async (at: string) => (await json(`${path}?at=${encodeURIComponent(at)}`)).openState;
    expect(await state('2026-11-26T12:30:00+08:00')).toEqual({ state: 'closed', opensAt: '2026-11-26T13:30:00+08:00' });
    expect(await state('2026-11-26T04:00:00Z')).toEqual({ state: 'closed', opensAt: '2026-11-26T13:30:00+08:00' });
    expect(await state('2026-11-26T09:00:00+08:00')).toEqual({ state: 'open', until: '2026-11-26T12:00:00+08:00' });
    // A Saturday.
    expect(await state('2026-11-28T09:00:00+08:00')).toEqual({ state: 'closed', opensAt: '2026-11-30T08:30:00+08:00' });
  });

  test('a retired station keeps its page and is on no list; a submitted one has neither', async () => {
    const stored = await server.store.stationsById(handMadeStations().map(({ id }) => id));
    const retired = stored.find(({ status }) => status === 'retired');
    const station = await json(`/api/v1/stations/${retired?.code}`);
    expect(station).toMatchObject({
      gone: true,
      status: 'retired',
      name: retired?.name,
      successor: null,
      current: null,
    });
    // What was true of it once is told to nobody any more.
    expect(station).not.toHaveProperty('hours');
    const names = (await json('/api/v1/nearest?lng=113.6869&lat=34.7665&k=50')).items.map(
      (item: { station: { name: string } }) => item.station.name,
    );
    expect(names).toContain('示例1号驿站');
    for (const gone of ['示例11号驿站', '示例12号驿站', '未入册驿站', '草稿驿站']) expect(names).not.toContain(gone);
    expect((await json('/api/v1/search?q=未入册')).items).toEqual([]);
  });
});

describe('what is asked wrongly', () => {
  const N = '/api/v1/nearest?lng=113&lat=34';
  test.each([
    ['/api/v1/nearest?lat=34', 400, 'field-required', 'lng'],
    ['/api/v1/nearest?lng=113', 400, 'field-required', 'lat'],
    ['/api/v1/nearest?lng=东经113&lat=34', 400, 'field-format', 'lng'],
    ['/api/v1/nearest?lng=1e2&lat=34', 400, 'field-format', 'lng'],
    ['/api/v1/nearest?lng=34&lat=113', 400, 'field-range', 'lng'],
    ['/api/v1/nearest?lng=113&lat=55', 400, 'field-range', 'lat'],
    [`${N}&datum=gps`, 400, 'field-choice', 'datum'],
    [`${N}&k=0`, 400, 'field-range', 'k'],
    [`${N}&k=51`, 400, 'field-range', 'k'],
    [`${N}&k=-1`, 400, 'field-format', 'k'],
    [`${N}&amenities=water,coffee`, 400, 'field-choice', 'amenities.1'],
    [`${N}&open=yes`, 400, 'field-choice', 'open'],
    [`${N}&at=2026-11-26`, 400, 'field-format', 'at'],
    [`${N}&at=2026-02-30T08:00:00Z`, 400, 'field-format', 'at'],
    ['/api/v1/stations/123', 400, 'code-shape', undefined],
    ['/api/v1/stations/410102100003790', 400, 'code-check', undefined],
    ['/api/v1/stations/410102100003791', 404, 'station-unknown', undefined],
    [`/api/v1/stations/${'4'.repeat(41)}`, 400, 'field-length', 'code'],
    ['/api/v1/search', 400, 'field-required', 'q'],
    ['/api/v1/search?q=%20%20', 400, 'field-required', 'q'],
    [`/api/v1/search?q=${'长'.repeat(61)}`, 400, 'field-length', 'q'],
    ['/api/v1/search?q=a&region=zz', 400, 'field-format', 'region'],
    ['/api/v1/search?q=a&region=999999', 404, 'region-unknown', undefined],
    ['/api/v1/search?q=a&limit=101', 400, 'field-range', 'limit'],
    ['/api/v1/regions?parent=41', 400, 'field-format', 'parent'],
    ['/api/v1/regions?parent=999999', 404, 'region-unknown', undefined],
    ['/api/v1/regions?level=town', 400, 'field-choice', 'level'],
    ['/api/v1/feed', 400, 'field-required', 'region'],
    ['/api/v1/feed?region=cn', 400, 'field-format', 'region'],
    ['/api/v1/feed?region=410105', 404, 'region-unknown', undefined],
    ['/api/v1/feed?region=999999', 404, 'region-unknown', undefined],
    ['/api/v1/feed?region=CN&epoch=zz', 400, 'field-format', 'epoch'],
    ['/api/v1/feed?region=CN&after=-1', 400, 'field-format', 'after'],
    ['/api/v1/nothing', 404, 'not-found', undefined],
    ['/packs/nothing', 404, 'not-found', undefined],
  ])('%s → %i %s', async (path, ...[status, kind, field]) => {
    const response = await server.get(path);
    const problem = await response.json();
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect({ status: response.status, ...problem }).toMatchObject({ status, kind, title: kind });
    expect(problem.field).toBe(field);
    // One sentence for a person, no machine's word in it.
    expect(problem.detail).toMatch(/\p{Script=Han}.*[。？]$/u);
    expect(problem.detail).not.toMatch(/undefined|null|NaN|Infinity|\[object/);
  });

  test('a plus sign left as it is in a link is read as the plus it was', async () => {
    const [plain, escaped] = await Promise.all(
      ['+', '%2B'].map((plus) => json(`${N}&at=2026-11-26T14:20:00${plus}08:00`)),
    );
    expect(plain).toEqual(escaped);
  });

  test('another method is refused by name, and says which one there is', async () => {
    const response = await server.app.request(N, { method: 'POST', body: '{}' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD');
    expect(await response.json()).toMatchObject({ kind: 'method-not-allowed' });
  });

  test('a bug is answered without a word of its inside', async () => {
    const broken = await openTestServer({ stations: [] });
    await broken.stop();
    broken.clock.now = (broken.clock.now + 60_000) as typeof broken.clock.now;
    const response = await broken.get('/api/v1/packs');
    expect(response.status).toBe(500);
    expect(await response.json()).toMatchObject({
      kind: 'internal',
      detail: expect.stringMatching(/^\p{Script=Han}/u),
    });
    await broken.close().catch(() => undefined);
  });
});

/** The schema, with keys it does not name refused wherever it is an object. */
function strict(schema: v.GenericSchema): v.GenericSchema {
  return v.pipe(
    v.unknown(),
    v.rawCheck(({ dataset, addIssue }) => {
      const parsed = v.safeParse(schema, dataset.value);
      for (const issue of parsed.issues ?? []) addIssue({ message: `${v.getDotPath(issue)}: ${issue.message}` });
      if (parsed.success && JSON.stringify(sorted(parsed.output)) !== JSON.stringify(sorted(dataset.value)))
        addIssue({ message: 'says more than its schema' });
    }),
  );
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
