import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import readSheets from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeMonthly, monthDue } from '../../../server/feature/workbooks/monthly.ts';
import { instant } from '../../../shared/kernel/instant.ts';
import { TABLES } from '../../../shared/stats/definition.ts';
import type { Period } from '../../../shared/stats/period.ts';
import { TABLE_WORDS } from '../../../shared/wire/figures-words.ts';
import { accepted, at, envelopeOf, openTestServer, revising, type TestServer } from '../../fixtures/make/server.ts';
import { type Clerk, clerkAt } from '../../fixtures/make/signed.ts';
import { sampleStation, stationId } from '../../shared/station/sample.ts';

let server: TestServer;
let analyst: Clerk;
let asked = 0;

beforeAll(async () => {
  const stations = Array.from({ length: 6 }, (_, n) =>
    sampleStation({ id: stationId(n + 1), code: null, name: `驿站${n + 1}`, address: `路 ${n + 1} 号`, rev: 1 }),
  );
  const invented = sampleStation({ id: stationId(90), code: null, name: '示例驿站', origin: 'synthetic', rev: 1 });
  server = await openTestServer({ stations: [...stations, invented] });
  analyst = clerkAt(server.app, { union: '410100', functions: ['analyst'] });
}, 120_000);
afterAll(() => server.close());

const PLAIN = { period: '2026-11', by: 'county', format: 'xlsx', tables: ['stock', 'amenities'] };

async function ask(over: object = {}, clerk = analyst) {
  asked += 1;
  const id = `f${asked.toString(16).padStart(31, '0')}`;
  const answer = await clerk.post('/api/v1/figures/files', { ...PLAIN, id, ...over });
  return { status: answer.status, file: await answer.json() };
}

async function made(over: object = {}) {
  const { status, file } = await ask(over);
  expect(status, JSON.stringify(file)).toBe(200);
  await server.deps.figureFiles.settled(file.id);
  const download = await analyst.get(`/api/v1/figures/files/${file.id}/file`);
  expect(download.status).toBe(200);
  const listed = (await (await analyst.get('/api/v1/figures/files')).json()).items;
  const view = listed.find(({ id }: { id: string }) => id === file.id);
  return { view, download, bytes: Buffer.from(await download.arrayBuffer()) };
}

describe('a file of figures', () => {
  test('has in its cells what the page shows, and its record says bytes and hash', async () => {
    const { view, bytes, download } = await made();
    expect(view).toMatchObject({ state: 'done', under: null, bytes: bytes.length, synthetic: false });
    expect(view.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(decodeURIComponent(download.headers.get('content-disposition') ?? '')).toMatch(
      /统计-郑州市总工会-2026年11月-截至\d+-20261126-14\d\d\.xlsx$/,
    );
    const query = `period=2026-11&by=county&union=410100&asOf=${view.asOf.seq}&tables=stock,amenities`;
    const page = await (await analyst.get(`/api/v1/figures?${query}`)).json();
    const sheets = new Map((await readSheets(bytes)).map(({ sheet, data }) => [sheet, data]));
    expect(page.tables[0].total.some((value: unknown) => value === 6)).toBe(true);
    for (const { table, columns, rows, total } of page.tables) {
      const data = sheets.get(TABLE_WORDS[table as keyof typeof TABLE_WORDS]) ?? [];
      const shown = (values: readonly (number | string | null)[]) => values.map((one) => (one === 'few' ? '＊' : one));
      expect(data[1]?.slice(2)).toHaveLength(columns.length);
      expect(data[2]?.slice(2)).toEqual(shown(total));
      expect(data.slice(3).map((row) => row.slice(2))).toEqual(rows.map((row: { values: [] }) => shown(row.values)));
      expect(data.slice(3).map(([name, code]) => [name, code])).toEqual(
        rows.map(({ name, key }: { name: string; key: string }) => [name, key]),
      );
    }
    const cover = new Map((sheets.get('封面') ?? []).map(([what, said]) => [what, said]));
    expect(cover.get('校验值')).toBe(page.head.hash);
    expect(cover.get('再做一份')).toBe(view.again);
  });

  test('asked for again a year later, with more in the register, is the same bytes', async () => {
    const first = await made({ tables: [...TABLES] });
    const [station] = await server.store.stationsById([stationId(1)]);
    if (station === undefined) throw new Error('not there');
    server.clock.now = instant(server.clock.now + 365 * 86_400_000);
    await server.apply([revising(station, { name: '改了名的驿站', status: 'suspended' })]);
    await server.register([
      sampleStation({ id: stationId(50), code: null, name: '后来的驿站', address: '后街 1 号', rev: 1 }),
    ]);
    const again = await made({ tables: [...TABLES].reverse(), asOf: String(first.view.asOf.seq) });
    expect(again.view.at - first.view.at).toBeGreaterThan(364 * 86_400_000);
    expect(again.view.name).not.toBe(first.view.name);
    expect(again.bytes.equals(first.bytes)).toBe(true);
    const newest = await made({ tables: [...TABLES] });
    expect(newest.bytes.equals(first.bytes)).toBe(false);
  });

  test.each(['csv', 'json', 'geojson'])(
    'as %s is the same bytes too, and of invented stations says so',
    async (format) => {
      const seq = String((await server.deps.figures.known()).seq);
      const [one, two] = [await made({ format, asOf: seq }), await made({ format, asOf: seq })];
      expect(one.bytes.equals(two.bytes)).toBe(true);
      expect(one.bytes.toString('utf8')).not.toContain('编造');
      const demo = await made({ format, stations: 'synthetic' });
      expect(demo.view.name).toContain('示例数据');
      expect(demo.bytes.toString('utf8')).toContain('编造的站点');
    },
  );

  test('GeoJSON holds the stations that were counted, their datum stated', async () => {
    const read = JSON.parse((await made({ format: 'geojson', period: '2026-11' })).bytes.toString('utf8'));
    expect(read.datum).toBe('GCJ-02');
    expect(read.features.length).toBeGreaterThanOrEqual(6);
    for (const { properties, geometry } of read.features) {
      expect(properties.datum).toBe('GCJ-02');
      expect(properties.code).toMatch(/^\d{15}$/);
      expect(geometry.coordinates[0]).toBeGreaterThan(73);
      expect(geometry.coordinates[0]).toBeLessThan(136);
      expect(Object.keys(properties)).not.toContain('contacts');
    }
  });

  test('is refused with a sentence for another branch, a period to come and an as-of to come', async () => {
    expect((await ask({ union: '110000' })).status).toBe(404);
    expect((await ask({ region: '110101' })).status).toBe(404);
    expect((await ask({ period: '2031-01' })).file.kind).toBe('period-not-begun');
    expect((await ask({ asOf: '2031-01-01' })).file.kind).toBe('as-of-not-past');
    expect((await ask({ asOf: '99999999' })).file.detail).toMatch(/截至时刻/);
  });

  test('is its maker’s alone, and the same command again is the same file', async () => {
    const id = 'e'.repeat(32);
    const [first, second] = [await ask({ id }), await ask({ id })];
    expect(second.file.id).toBe(first.file.id);
    expect((await ask({ id, format: 'csv' })).status).toBe(409);
    await server.deps.figureFiles.settled(first.file.id);
    const other = clerkAt(server.app, { union: '410100', functions: ['analyst'] });
    expect((await other.get(`/api/v1/figures/files/${first.file.id}/file`)).status).toBe(404);
    expect((await other.post(`/api/v1/figures/files/${first.file.id}/cancel`, {})).status).toBe(404);
  });

  test('waits until the two before it are made', async () => {
    const clerk = clerkAt(server.app, { union: '410100', functions: ['analyst'] });
    const { file } = await ask({}, clerk);
    await server.deps.figureFiles.settled(file.id);
    const kept = await server.store.figureFileById(file.id);
    if (kept === null) throw new Error('not kept');
    for (const n of [1, 2]) {
      const command = { ...envelopeOf(`d${n}`.padEnd(32, '0')), actor: clerk.actor };
      accepted(await server.store.beginFigureFile(command, { ...kept, id: `c${n}`.padEnd(32, '0') }, {}));
    }
    expect((await ask({}, clerk)).file.kind).toBe('exports-busy');
    const { items } = await (await clerk.get('/api/v1/figures/files')).json();
    const going = items.filter(({ state }: { state: string }) => state === 'running');
    expect(going.map(({ under }: { under: unknown }) => under)).toEqual(
      Array(2).fill({ doing: 'waiting', done: 0, of: 0 }),
    );
  });
});

describe('files kept every month', () => {
  test('are due from a day of the next month on', () => {
    expect(monthDue(at('2026-11-05T23:59:00+08:00'), 6)).toBe('2026-09');
    expect(monthDue(at('2026-11-06T00:00:00+08:00'), 6)).toBe('2026-10');
    expect(monthDue(at('2027-01-06T00:00:00+08:00'), 6)).toBe('2026-12');
  });

  test('are made once, stopped between two files, never replaced, and read within the own branch', async () => {
    const stop = new AbortController();
    const { figureFiles } = server.deps;
    let left = 3;
    const counting = {
      ...server.deps,
      figureFiles: { ...bound(figureFiles), settled: settledThen(() => --left === 0 && stop.abort()) },
    };
    const period = '2026-11' as Period;
    expect(accepted(await makeMonthly(counting, period, stop.signal))).toBe(3);
    const folder = join(server.folder, 'figures', '2026-11');
    const before = await readdir(folder);
    expect(before).toHaveLength(3);
    left = 1;
    const more = new AbortController();
    const once = { ...counting, figureFiles: { ...bound(figureFiles), settled: settledThen(() => more.abort()) } };
    expect(accepted(await makeMonthly(once, period, more.signal))).toBe(1);
    expect(await readdir(folder)).toEqual(expect.arrayContaining(before));
    const federation = clerkAt(server.app, { union: '000000', functions: ['analyst'] });
    const { items } = await (await federation.get('/api/v1/figures/monthly')).json();
    expect(
      items.map(({ union, format }: { union: { id: string }; format: string }) => `${union.id} ${format}`),
    ).toEqual(['000000 csv', '000000 xlsx', '110000 csv', '110000 xlsx']);
    const nation = items.find(({ union }: { union: { id: string } }) => union.id === '000000');
    expect((await federation.get(`/api/v1/figures/files/${nation.id}/file`)).status).toBe(200);
    expect((await federation.post(`/api/v1/figures/files/${nation.id}/cancel`, {})).status).toBe(404);
    expect((await analyst.get(`/api/v1/figures/files/${nation.id}/file`)).status).toBe(404);
    expect((await (await analyst.get('/api/v1/figures/monthly')).json()).items).toEqual([]);
  });

  function bound(files: TestServer['deps']['figureFiles']) {
    return {
      start: files.start.bind(files),
      reading: files.reading.bind(files),
      cancel: files.cancel.bind(files),
      pathOf: files.pathOf.bind(files),
      stop: files.stop.bind(files),
    };
  }

  function settledThen(then: () => void) {
    return async (id: string) => {
      await server.deps.figureFiles.settled(id);
      then();
    };
  }
});
