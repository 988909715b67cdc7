import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Station } from '../../../shared/station/station.ts';
import { messyWorkbook } from '../../fixtures/make/ledger.ts';
import { openTestServer, type TestServer } from '../../fixtures/make/server.ts';
import { csvOf } from '../../fixtures/make/server-import.ts';
import { type Desk, deskAt, ledgerOfRows, newId, soundRows } from './desk.ts';

let server: TestServer;
let desk: Desk;
beforeEach(async () => {
  server = await openTestServer();
  desk = deskAt(server);
});
afterEach(() => server.close());

async function registered(): Promise<ReadonlyMap<string, Station>> {
  const all = new Map<string, Station>();
  await server.store.eachStation((stations) => {
    for (const station of stations) all.set(station.name, station);
  });
  return all;
}

describe('a messy ledger on a clerk’s screen', () => {
  test('every row is there once with what is wrong and where, problems first, and nothing is written', async () => {
    const before = await server.store.counter();
    const ledger = await desk.upload(await messyWorkbook(), '台账.xlsx');
    expect(ledger).toMatchObject({ state: 'ready', rows: 8, skipped: 2, name: '台账.xlsx' });
    expect(ledger.counts).toEqual({ new: 4, changed: 0, same: 0, flagged: 2, refused: 2 });
    expect(ledger.datum).toEqual({ said: null, read: 'gcj02', told: true });
    const rows = await desk.rows(ledger.id);
    expect(rows.map(({ number, kind }) => `${number} ${kind}`)).toEqual([
      '9 refused',
      '12 refused',
      '8 flagged',
      '10 flagged',
      '4 new',
      '5 new',
      '6 new',
      '11 new',
    ]);
    const asked = (number: number) =>
      rows.find((row) => row.number === number)?.cells.flatMap(({ title, isAsked }) => (isAsked ? [title] : []));
    expect(asked(9)).toEqual(['经度（高德）', '纬度（高德）']);
    expect(asked(12)).toEqual(['驿站名称*']);
    expect(asked(11)).toEqual(['开放时间', '服务设施']);
    for (const { reason } of rows.slice(0, 4)) expect(reason).toMatch(/\p{Script=Han}.*。$/u);
    expect(await server.store.counter()).toEqual(before);
    expect((await registered()).size).toBe(0);
  });

  test('a cell put right in place is planned again on the server', async () => {
    const { id } = await desk.upload(await messyWorkbook(), '台账.xlsx');
    const after = await desk.edit(id, 9, { '经度（高德）': '113.70', '纬度（高德）': '34.78' });
    expect(after.state).toBe('ready');
    expect(after.counts).toEqual({ new: 5, changed: 0, same: 0, flagged: 2, refused: 1 });
    const named = await desk.edit(id, 12, { '驿站名称*': '补名驿站' });
    expect(named.counts?.refused).toBe(0);
  });

  test('an edit of a preview that is no longer the newest is refused, and kept out', async () => {
    const { id, version } = await desk.upload(await messyWorkbook(), '台账.xlsx');
    await desk.edit(id, 12, { '驿站名称*': '补名驿站' });
    const old = await desk.clerk.post(`/api/v1/ledgers/${id}/rows`, { version, row: 12, cells: [], answer: null });
    expect([old.status, (await old.json()).kind]).toEqual([409, 'ledger-changed']);
  });

  test('another reading of the coordinates plans all rows again', async () => {
    const { id, version } = await desk.upload(await messyWorkbook(), '台账.xlsx');
    const read = await desk.clerk.post(`/api/v1/ledgers/${id}/datum`, { version, datum: 'bd09' });
    expect(await read.json()).toMatchObject({ state: 'ready', datum: { said: 'bd09', read: 'bd09' } });
    await desk.commit(id);
    expect((await registered()).get('示例金水路驿站')?.source?.crs).toBe('bd09');
  });

  test('given up it leaves nothing behind', async () => {
    const { id } = await desk.upload(await messyWorkbook(), '台账.xlsx');
    expect((await desk.clerk.post(`/api/v1/ledgers/${id}/discard`, {})).status).toBe(200);
    expect((await desk.clerk.get(`/api/v1/ledgers/${id}`)).status).toBe(404);
    expect(await server.store.linesAfter(id, { after: 0, limit: 10, pending: false })).toEqual([]);
  });

  test('sent twice under one id it is one ledger; another file under that id is refused', async () => {
    const id = newId();
    const file = ledgerOfRows(soundRows(3));
    const first = await desk.upload(file, 'a.csv', id);
    expect(await desk.upload(file, 'a.csv', id)).toEqual(first);
    const other = await desk.clerk.upload(`/api/v1/ledgers?id=${id}&name=a.csv`, Buffer.from(`${file}\n`));
    expect([other.status, (await other.json()).kind]).toEqual([409, 'receipt-conflict']);
  });
});

describe('what a clerk answers', () => {
  const twins = csvOf([
    { 站点名称: '花园路爱心驿站', 区县: '金水区', 地址: '花园路1号', 经度: '113.685000', 纬度: '34.779000' },
    { 站点名称: '花园路爱心驿站东', 区县: '金水区', 地址: '花园路3号', 经度: '113.685100', 纬度: '34.779000' },
    { 站点名称: '没坐标驿站', 区县: '金水区', 地址: '纬五路8号', 经度: '', 纬度: '' },
  ]);

  test('two of one place are two when somebody says so, and history knows', async () => {
    const { id, counts } = await desk.upload(twins);
    expect(counts).toMatchObject({ new: 1, flagged: 1, refused: 1 });
    const said = await desk.answer(id, 3, { kind: 'separate' });
    expect(said.counts).toMatchObject({ new: 2, flagged: 0 });
    const done = await desk.commit(id);
    expect(done).toMatchObject({ state: 'done', counts: { new: 2, refused: 1 } });
    const station = (await registered()).get('花园路爱心驿站东');
    expect(station).toMatchObject({ status: 'active', origin: 'imported', union: '410105' });
    const [first] = await server.store.historyOf(station?.id ?? '');
    expect(first).toMatchObject({ actor: desk.clerk.actor.id, union: '410100', step: 'import' });
    expect(first?.reason).toMatch(/^核对过，照此入册：\d+ 米外有名称相近的/);
  });

  test('a row without a place stands in its county’s middle, out of sight until somebody has been there', async () => {
    const { id } = await desk.upload(twins);
    const [refused] = await desk.rows(id);
    expect(refused).toMatchObject({ kind: 'refused', answers: ['centre', 'skip'] });
    await desk.answer(id, 4, { kind: 'centre' });
    await desk.commit(id);
    expect((await registered()).get('没坐标驿站')).toMatchObject({
      status: 'submitted',
      code: null,
      pointMethod: 'geocoded',
      source: null,
      region: '410105',
    });
  });

  test('a row left out is not written', async () => {
    const { id } = await desk.upload(twins);
    await desk.answer(id, 2, { kind: 'skip' });
    await desk.commit(id);
    expect([...(await registered()).keys()]).toEqual(['花园路爱心驿站东']);
  });

  test('it is the one that is registered: its record is changed, field by field as shown, but for what stays', async () => {
    const first = await desk.upload(
      csvOf([
        { 站点名称: '甲站', 区县: '金水区', 地址: '甲路1号', 经度: '113.685', 纬度: '34.779', 公开电话: '0371-1' },
      ]),
    );
    await desk.commit(first.id);
    const code = (await registered()).get('甲站')?.code ?? '';
    const again = csvOf([
      {
        站点编码: code,
        站点名称: '甲站',
        区县: '金水区',
        地址: '甲路2号',
        经度: '113.685',
        纬度: '34.779',
        公开电话: '0371-2',
        开放时间: '24小时',
      },
    ]);
    const { id, counts } = await desk.upload(again);
    expect(counts).toMatchObject({ changed: 1 });
    const [row] = await desk.rows(id);
    expect(row?.changes.map(({ name, before, after }) => `${name} ${before} → ${after}`)).toEqual(
      expect.arrayContaining(['地址 甲路1号 → 甲路2号', '公开电话 0371-1 → 0371-2']),
    );
    await desk.answer(id, 2, { kind: 'keep', fields: ['address'] });
    await desk.commit(id);
    expect((await registered()).get('甲站')).toMatchObject({ address: '甲路1号', publicPhone: '0371-2', rev: 2, code });
  });

  test('flagged and not answered it is submitted, unpublished', async () => {
    const { id } = await desk.upload(twins);
    const done = await desk.commit(id);
    expect(done.counts).toMatchObject({ new: 1, flagged: 1, refused: 1 });
    expect((await registered()).get('花园路爱心驿站东')).toMatchObject({ status: 'submitted', code: null });
  });
});
