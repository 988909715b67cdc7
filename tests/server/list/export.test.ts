import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import readWorkbook from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gcj02 } from '../../../shared/geo/point.ts';
import { instant } from '../../../shared/kernel/instant.ts';
import type { Station } from '../../../shared/station/station.ts';
import { EXPORT_COLUMNS } from '../../../shared/wire/list-columns.ts';
import { accepted, envelopeOf, openTestServer, type TestServer } from '../../fixtures/make/server.ts';
import { type Clerk, clerkAt } from '../../fixtures/make/signed.ts';
import { date, region, sampleStation, stationId, union } from '../../shared/station/sample.ts';

const HOSTILE = ['=1+1', '+cmd|calc', '-2+3+cmd|calc', '@SUM(A1)', ' =HYPERLINK("x")', '＝1', '换\n行"引号",逗号'];

function stations(): readonly Station[] {
  const over = (n: number, more: Partial<Station> = {}): Station =>
    sampleStation({
      ...{ id: stationId(0x7000 + n), code: null, rev: 1, name: `导出站${n}`, point: gcj02(113.6 + n / 100, 34.7) },
      ...more,
    });
  return [
    ...HOSTILE.map((name, n) => over(n, { name, entrance: name })),
    over(20, { origin: 'synthetic' }),
    over(21, { status: 'draft' }),
    over(30, { union: union('110105'), region: region('110105') }),
  ];
}

let server: TestServer;
let clerk: Clerk;
beforeAll(async () => {
  server = await openTestServer({ stations: stations() });
  clerk = clerkAt(server.app, { union: '410100', functions: ['officer'] });
});
afterAll(() => server.close());

let ids = 0;
const nextId = () => (++ids).toString(16).padStart(32, 'b');
const wish = (over: object = {}) => ({
  id: nextId(),
  format: 'csv',
  query: {},
  stations: [],
  columns: [...EXPORT_COLUMNS],
  datum: 'gcj02',
  personal: false,
  ...over,
});
type Made = { readonly id: string; readonly name: string; readonly state: string; readonly total: number };

const begin = async (who: Clerk, body: object): Promise<Made> => {
  const response = await who.post('/api/v1/list/exports', body);
  if (response.status !== 200) throw new Error(await response.text());
  return response.json();
};
/** Resolves when the file is there: nothing else is under way. */
const made = async (who: Clerk, body: object): Promise<{ file: Made; bytes: Buffer; response: Response }> => {
  const { id } = await begin(who, body);
  for (;;) {
    const { items } = await (await who.get('/api/v1/list/exports')).json();
    const file = items.find((one: Made) => one.id === id);
    if (file.state === 'failed') throw new Error('failed');
    if (file.state === 'running') continue;
    const response = await who.get(`/api/v1/list/exports/${id}/file`);
    return { file, response, bytes: Buffer.from(await response.clone().arrayBuffer()) };
  }
};

describe('a file of the list', () => {
  test('as CSV: says who, when, which and where, holds every row once, runs nothing', async () => {
    const { bytes, file, response } = await made(clerk, wish({ query: { region: '410000' } }));
    const text = bytes.toString();
    expect(text.charCodeAt(0)).toBe(0xfeff);
    const rows: string[][] = parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true });
    const at = rows.findIndex((row) => row[0] === '站点编码');
    const head = Object.fromEntries(rows.slice(0, at).map(([what, value]) => [what, value]));
    expect(head).toMatchObject({
      导出人: expect.stringMatching(/^clerk\d+（郑州市总工会）$/),
      截至: expect.stringMatching(/^2026-11-26 14:2\d，登记册变更序号 \d+/),
      条件: '区划：河南省',
      站点数: '9',
      坐标: expect.stringContaining('GCJ-02'),
      示例数据: expect.stringContaining('1 个是示例站点'),
      联系人: '不含',
      列的含义: expect.stringContaining('站点编码＝15 位'),
    });
    const titles = rows[at] ?? [];
    const table = rows.slice(at + 1).map((row) => Object.fromEntries(titles.map((title, n) => [title, row[n]])));
    expect(table).toHaveLength(9);
    expect(table.map((row) => row.站点名称)).toEqual(
      expect.arrayContaining(["'=1+1", "'+cmd|calc", "'-2+3+cmd|calc", "'@SUM(A1)", "'＝1", '换\n行"引号",逗号']),
    );
    expect(
      text
        .split('\n')
        .flatMap((line) => line.split(','))
        .filter((cell) => /^"?[=@]/.test(cell)),
    ).toEqual([]);
    expect(table.filter((row) => row.数据来源 === '示例数据')).toHaveLength(1);
    expect(table.find((row) => row.状态 === '草稿')).toMatchObject({ 站点编码: '', '经度（GCJ-02）': '113.81' });
    expect(file.name).toMatch(/^站点名单-郑州市总工会-20261126-142\d-GCJ-02-示例数据\.csv$/);
    expect(response.headers.get('content-disposition')).toContain(encodeURIComponent('示例数据'));
  });

  test('as a workbook: two sheets that a reader of ours reads back, text as text', async () => {
    const { bytes } = await made(
      clerk,
      wish({ format: 'xlsx', columns: ['code', 'name', 'lng', 'lat'], datum: 'bd09' }),
    );
    const [sheet, about] = await readWorkbook(bytes);
    expect([sheet?.sheet, about?.sheet]).toEqual(['站点', '说明']);
    const [titles, ...rows] = sheet?.data ?? [];
    expect(titles).toEqual(['站点编码', '站点名称', '经度（BD-09）', '纬度（BD-09）', '数据来源']);
    expect(rows).toHaveLength(9);
    expect(rows.map((row) => row[1])).toContain('=1+1');
    const [first] = rows.filter((row) => row[1] === '=1+1');
    expect([Number(first?.[2]) - 113.6, Number(first?.[3]) - 34.7].every((gap) => gap > 0.004 && gap < 0.009)).toBe(
      true,
    );
    expect(about?.data.map((row) => row[0])).toEqual(expect.arrayContaining(['导出人', '条件', '列：站点编码']));
  });

  test('as GeoJSON: points with their datum said beside them', async () => {
    const { bytes, file } = await made(clerk, wish({ format: 'geojson', query: { q: '导出站' } }));
    const json = JSON.parse(bytes.toString());
    expect(json).toMatchObject({ type: 'FeatureCollection', datum: 'GCJ-02', about: { 条件: '搜索：导出站' } });
    expect(json.features).toHaveLength(2);
    for (const { type, geometry, properties } of json.features) {
      expect([type, geometry.type, geometry.coordinates.length]).toEqual(['Feature', 'Point', 2]);
      expect(Object.keys(json.columns)).toEqual(Object.keys(properties));
    }
    expect(file.name).toContain('GCJ-02');
    const none = await clerk.post('/api/v1/list/exports', wish({ datum: 'wgs84' }));
    expect([none.status, (await none.json()).kind]).toEqual([400, 'field-choice']);
  });

  test('holds what was chosen alone, and never a station of another branch', async () => {
    const chosen = [stationId(0x7000 + 20), stationId(0x7000 + 30)];
    const { file } = await made(clerk, wish({ stations: chosen }));
    expect(file.total).toBe(1);
    const foreign = await clerk.post('/api/v1/list/exports', wish({ stations: [chosen[1]] }));
    expect([foreign.status, (await foreign.json()).kind]).toEqual([404, 'not-permitted']);
    const none = await clerk.post('/api/v1/list/exports', wish({ query: { brand: '没有这个品牌' } }));
    expect((await none.json()).kind).toBe('nothing-to-export');
  });

  test('is for whoever made it alone, once per command, and until its time is over', async () => {
    const body = wish();
    const { file } = await made(clerk, body);
    expect((await begin(clerk, body)).id).toBe(file.id);
    expect((await clerk.post('/api/v1/list/exports', { ...body, datum: 'bd09' })).status).toBe(409);
    const colleague = clerkAt(server.app, { union: '410100', functions: ['officer'] });
    for (const path of [`${file.id}/file`]) {
      expect((await colleague.get(`/api/v1/list/exports/${path}`)).status).toBe(404);
    }
    expect((await colleague.post(`/api/v1/list/exports/${file.id}/cancel`, {})).status).toBe(404);
    expect((await (await colleague.get('/api/v1/list/exports')).json()).items).toEqual([]);
    expect(await readdir(join(server.folder, 'exports'))).toContain(`${file.id}.csv`);
    await server.deps.exports.sweep(instant(server.clock.now + 8 * 86_400_000));
    expect(await readdir(join(server.folder, 'exports'))).toEqual([]);
    expect((await clerk.get(`/api/v1/list/exports/${file.id}/file`)).status).toBe(404);
  });

  test('can be called off: then there is no file', async () => {
    const { id } = await begin(clerk, wish({ format: 'xlsx' }));
    const stopped = await (await clerk.post(`/api/v1/list/exports/${id}/cancel`, {})).json();
    expect(['cancelled', 'done']).toContain(stopped.state);
    const path = await clerk.get(`/api/v1/list/exports/${id}/file`);
    expect(path.status).toBe(stopped.state === 'done' ? 200 : 404);
  });

  test('leaves a row of history with its conditions, and no names of persons', async () => {
    const body = wish({ personal: true, query: { status: 'active' } });
    await made(clerk, body);
    const [row] = await server.store.historyOf(body.id);
    expect(row).toMatchObject({
      subject: 'export',
      step: 'export',
      actor: clerk.actor.id,
      union: '410100',
      after: { format: 'csv', personal: true, conditions: '状态：正常', total: 8 },
    });
    expect(await server.store.verifyHistory()).toMatchObject({ brokenAt: null });
  });

  test('holds contacts only for those who may read them', async () => {
    const analyst = clerkAt(server.app, { union: '410100', functions: ['analyst'] });
    expect((await analyst.post('/api/v1/list/exports', wish({ personal: true }))).status).toBe(404);
    const station = stationId(0x7000);
    const contact = 'c0'.repeat(16);
    const person = { id: contact, station, role: 'keeper', name: '张三', mobile: '13912345678' } as const;
    const shown = { before: null, after: { role: 'keeper' } };
    accepted(
      await server.store.changeContact(envelopeOf('c1'.repeat(16)), { contact, station }, () => ({
        ok: true,
        value: {
          step: 'add',
          write: { ...person, purpose: '开门', consentOn: date('2026-11-01') },
          reason: null,
          shown,
        },
      })),
    );
    const { bytes } = await made(analyst, wish());
    expect(bytes.toString()).not.toContain('张三');
    const personal = wish({ personal: true });
    const whole = await made(clerk, personal);
    expect(whole.bytes.toString()).toContain('张三 13912345678');
    expect(JSON.stringify(await server.store.historyOf(personal.id))).not.toMatch(/张三|1391234/);
    const keeper = clerkAt(server.app, { union: '410102', functions: ['keeper'] }, { stations: [stationId(0x7000)] });
    expect((await keeper.post('/api/v1/list/exports', wish())).status).toBe(404);
  });
});
