import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dumpOpen } from '../../../server/feature/open-data/dump.ts';
import { addToIndex } from '../../../server/feature/open-data/files.ts';
import { instant } from '../../../shared/kernel/instant.ts';
import { ROUTES } from '../../../shared/wire/route.ts';
import { openTestServer, type TestServer } from '../../fixtures/make/server.ts';
import { type Clerk, clerkAt } from '../../fixtures/make/signed.ts';
import { sampleStation, stationId } from '../../shared/station/sample.ts';

const DAY_MS = 86_400_000;
let server: TestServer;
let admin: Clerk;
beforeAll(async () => {
  const real = Array.from({ length: 205 }, (_, n) =>
    sampleStation({
      id: stationId(n + 1),
      code: null,
      name: n === 0 ? '=驿站' : `驿站${n}`,
      address: `路 ${n} 号`,
      rev: 1,
    }),
  );
  const others = [
    sampleStation({ id: stationId(900), code: null, name: '停了的驿站', status: 'retired', rev: 1 }),
    sampleStation({ id: stationId(901), code: null, name: '编造的驿站', origin: 'synthetic', rev: 1 }),
  ];
  server = await openTestServer({ stations: [...real, ...others], deps: { rateLimit: 60 } });
  admin = clerkAt(server.app, { union: '410000', functions: ['system-admin'] });
}, 120_000);
afterAll(() => server.close());

const dump = async () => {
  const { folder, terms } = server.deps.openData;
  const files = await dumpOpen({ store: server.store, regions: server.deps.regions, folder }, server.clock.now);
  await addToIndex(folder, terms, files);
  return files;
};

describe('open data by the day', () => {
  test('holds every published real station once, its datum said, nothing that runs and nobody’s name', async () => {
    const files = await dump();
    expect(files.map(({ name, rows }) => [name, rows])).toEqual([
      ['stations-2026-11-26.csv', 205],
      ['stations-2026-11-26.geojson', 205],
    ]);
    expect((await readdir(server.deps.openData.folder)).sort()).toEqual([
      'index.json',
      'stations-2026-11-26.csv.gz',
      'stations-2026-11-26.geojson.gz',
    ]);
    const csv = await server.get('/open/stations-2026-11-26.csv');
    const text = await csv.text();
    expect(text.split('\n')).toHaveLength(205 + 2);
    expect(text).toContain('经度（GCJ-02）');
    expect(text).toContain("'=驿站");
    expect(text).not.toMatch(/编造|停了的/);
    const packed = await server.get('/open/stations-2026-11-26.geojson', { 'accept-encoding': 'gzip' });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    const bytes = gunzipSync(Buffer.from(await packed.arrayBuffer()));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(files[1]?.sha256);
    expect(bytes.length).toBe(files[1]?.bytes);
    const geojson = JSON.parse(bytes.toString('utf8'));
    expect(geojson.datum).toBe('GCJ-02');
    expect(geojson.features).toHaveLength(205);
    expect(geojson.features[0].properties.datum).toBe('GCJ-02');
  });

  test('is served for ever: whoever has it is told so, and another day adds to the list', async () => {
    const first = await server.get('/open/stations-2026-11-26.csv');
    expect(first.headers.get('cache-control')).toContain('immutable');
    const etag = first.headers.get('etag') ?? '';
    expect((await server.get('/open/stations-2026-11-26.csv', { 'if-none-match': etag })).status).toBe(304);
    server.clock.now = instant(server.clock.now + DAY_MS);
    await dump();
    const index = await (await server.get('/open/index.json')).json();
    expect(index.files.map(({ day }: { day: string }) => day)).toEqual([
      '2026-11-27',
      '2026-11-27',
      '2026-11-26',
      '2026-11-26',
    ]);
    const again = await server.get('/open/stations-2026-11-26.csv');
    expect(again.headers.get('etag')).toBe(etag);
    for (const name of ['index.json.part', 'nothing.csv', '..%2Fxiejiao.db', 'stations-2026-11-26.csv.gz']) {
      expect((await server.get(`/open/${name}`)).status, name).toBe(404);
    }
  });

  test('has a page without a script that leads to the files', async () => {
    const page = await server.get('/open');
    const html = await page.text();
    expect(html).toContain('lang="zh-CN"');
    expect(html).toContain('href="/open/stations-2026-11-27.geojson"');
    expect(html).toContain('注明来源');
    expect(html).not.toContain('<script');
  });

  test('of invented stations alone has another name and says so everywhere', async () => {
    const demo = await openTestServer({
      stations: [sampleStation({ id: stationId(1), code: null, origin: 'synthetic', rev: 1 })],
    });
    const { folder, terms } = demo.deps.openData;
    const files = await dumpOpen({ store: demo.store, regions: demo.deps.regions, folder }, demo.clock.now);
    await addToIndex(folder, terms, files);
    expect(files.map(({ name }) => name)).toEqual(['demo-stations-2026-11-26.csv', 'demo-stations-2026-11-26.geojson']);
    for (const { name } of files)
      expect(await (await demo.get(`/open/${name}`)).text()).toContain('示例数据，不是真实站点');
    expect(await (await demo.get('/open')).text()).toContain('示例数据：');
    await demo.close();
  });
});

const command = (n: number) => `7${n.toString(16).padStart(31, '0')}`;

async function keyMade(n: number, endsOn = '2027-11-26') {
  const answer = await admin.post('/api/v1/open-data/partners', { id: command(n), name: '某地图公司', endsOn });
  expect(answer.status).toBe(200);
  return answer.json();
}
const withKey = (path: string, key: string) => server.get(path, { authorization: `Bearer ${key}` });

describe('the interface for partners', () => {
  test('answers whoever has a key, page by page, what its schemas say', async () => {
    const { key } = await keyMade(1);
    const first = await (await withKey('/api/v1/open/stations?region=410000', key)).json();
    expect(v.is(ROUTES.openStations.reply, first)).toBe(true);
    expect(first.stations).toHaveLength(200);
    const rest = await (await withKey(`/api/v1/open/stations?region=410000&after=${first.next}`, key)).json();
    const codes = [...first.stations, ...rest.stations].map(({ code }) => code);
    expect([codes.length, new Set(codes).size, rest.next]).toEqual([205, 205, null]);
    expect(codes).toEqual([...codes].sort());
    expect((await (await withKey('/api/v1/open/stations?region=110000', key)).json()).stations).toEqual([]);
    const demo = await (await withKey('/api/v1/open/stations?stations=synthetic', key)).json();
    expect(demo.stations.map(({ origin }: { origin: string }) => origin)).toEqual(['示例数据，不是真实站点']);
    const figures = await (await withKey('/api/v1/open/figures?period=2026-11&tables=stock,visits', key)).json();
    expect(v.is(ROUTES.openFigures.reply, figures)).toBe(true);
    expect(figures.tables[0].total).toContain(205);
    expect((await withKey('/api/v1/open/figures?period=2026-11&tables=stock&region=410100', key)).status).toBe(404);
    const definitions = await (await withKey('/api/v1/open/definitions', key)).json();
    expect(v.is(ROUTES.openDefinitions.reply, definitions)).toBe(true);
    expect(definitions.indicators.length).toBeGreaterThan(50);
  });

  test('answers nobody else: without a key, with a wrong, ended or expired one', async () => {
    const path = '/api/v1/open/definitions';
    const { key, partner } = await keyMade(2, '2026-11-28');
    expect((await server.get(path)).status).toBe(401);
    expect((await withKey(path, `${key}x`)).status).toBe(401);
    expect((await withKey(path, key)).status).toBe(200);
    server.clock.now = instant(server.clock.now + 2 * DAY_MS);
    expect((await withKey(path, key)).status).toBe(401);
    const { key: other, partner: otherPartner } = await keyMade(3);
    await admin.post(`/api/v1/open-data/partners/${otherPartner.id}/end`, { id: command(4), reason: '合同到期' });
    const refused = await withKey(path, other);
    expect([refused.status, (await refused.json()).kind]).toEqual([401, 'partner-key']);
    expect(partner.id).not.toBe(otherPartner.id);
    const keyed = Object.values(ROUTES).filter((route) => 'key' in route);
    expect(keyed).toHaveLength(3);
    for (const route of keyed) {
      const query = route.path.endsWith('figures') ? '?period=2026-10&tables=stock' : '';
      expect((await server.get(`${route.path}${query}`)).status, route.path).toBe(401);
    }
  });

  test('lets each partner ask at a pace of its own', async () => {
    const [one, two] = [await keyMade(5), await keyMade(6)];
    const path = '/api/v1/open/stations?region=110000';
    const answers = await Promise.all(Array.from({ length: 61 }, () => withKey(path, one.key)));
    const late = answers.filter(({ status }) => status === 429);
    expect(late).toHaveLength(1);
    expect(Number(late[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await withKey(path, two.key)).status).toBe(200);
  });

  test('keys are shown once, kept as a hash, made once per command, and history says who', async () => {
    const [made, again] = [await keyMade(7), await keyMade(7)];
    expect(again).toEqual(made);
    const list = await (await admin.get('/api/v1/open-data/partners')).text();
    expect(list).toContain(made.partner.id);
    expect(list).not.toContain(made.key);
    const history = await server.store.historyOf(made.partner.id);
    expect(history.map(({ subject, step, actor }) => [subject, step, actor])).toEqual([
      ['partner', 'open-key', admin.actor.id],
    ]);
    expect(JSON.stringify(history)).not.toContain(made.key);
    const tooLong = await admin.post('/api/v1/open-data/partners', {
      id: command(8),
      name: '甲',
      endsOn: '2036-01-01',
    });
    expect((await tooLong.json()).detail).toMatch(/之间/);
    const stale = clerkAt(server.app, { union: '410000', functions: ['system-admin'] }, { isFresh: false });
    const refused = await stale.post('/api/v1/open-data/partners', {
      id: command(9),
      name: '甲',
      endsOn: '2027-11-26',
    });
    expect((await refused.json()).kind).toBe('fresh-sign-needed');
  });

  test('is written down in the interface’s own description', async () => {
    const described = await (await server.get('/api/openapi.json')).json();
    expect(described.paths['/api/v1/open/figures'].get.security).toEqual([{ partnerKey: [] }]);
    expect(described.components.securitySchemes.partnerKey.scheme).toBe('bearer');
  });
});
