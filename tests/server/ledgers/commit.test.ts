import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Station } from '../../../shared/station/station.ts';
import { accepted, openTestServer, revising, type TestServer } from '../../fixtures/make/server.ts';
import { csvOf } from '../../fixtures/make/server-import.ts';
import { clerkAt } from '../../fixtures/make/signed.ts';
import { type Desk, deskAt, jsonOf, ledgerOfRows, newId, soundRows } from './desk.ts';

let server: TestServer;
let desk: Desk;
beforeEach(async () => {
  server = await openTestServer();
  desk = deskAt(server);
});
afterEach(() => server.close());

async function stations(): Promise<readonly Station[]> {
  const all: Station[] = [];
  await server.store.eachStation((page) => {
    all.push(...page);
  });
  return all.sort((a, b) => (a.name < b.name ? -1 : 1));
}

const one = (over: object = {}) =>
  csvOf([
    { 站点名称: '甲站', 区县: '金水区', 地址: '甲路1号', 经度: '113.685', 纬度: '34.779', 联系电话: '0371-1', ...over },
  ]);

describe('a commit', () => {
  test('writes every row once in the clerk’s name and keeps a receipt of each', async () => {
    const { id } = await desk.upload(ledgerOfRows(soundRows(250)));
    const done = await desk.commit(id);
    expect(done).toMatchObject({ state: 'done', counts: { new: 250, refused: 0 }, progress: 250 });
    const all = await stations();
    expect(all).toHaveLength(250);
    expect(new Set(all.map(({ code }) => code)).size).toBe(250);
    expect((await desk.rows(id)).every(({ code }) => code !== null)).toBe(true);
    const [history] = await server.store.historyOf(id);
    expect(history).toMatchObject({ subject: 'ledger', step: 'import', actor: desk.clerk.actor.id, union: '410100' });
    expect(await server.store.verifyHistory()).toMatchObject({ brokenAt: null });
  });

  test('asked again under its id is the same receipt; under another it is refused', async () => {
    const { id, version } = await desk.upload(one());
    const ask = (commandId: string) => desk.clerk.post(`/api/v1/ledgers/${id}/commit`, { id: commandId, version });
    const first = newId();
    const receipt = await jsonOf(await ask(first));
    await server.deps.ledgers.commit(id);
    expect(await jsonOf(await ask(first))).toEqual(receipt);
    const second = await ask(newId());
    expect([second.status, (await second.json()).kind]).toEqual([409, 'ledger-state']);
    expect(await stations()).toHaveLength(1);
  });

  test('cannot be called off any more, nor edited', async () => {
    const { id } = await desk.upload(one());
    const { version } = await desk.commit(id);
    expect((await desk.clerk.post(`/api/v1/ledgers/${id}/discard`, {})).status).toBe(409);
    const edit = await desk.clerk.post(`/api/v1/ledgers/${id}/rows`, { version, row: 2, cells: [], answer: null });
    expect(edit.status).toBe(409);
  });

  test('of two ledgers at once does one after the other, and the second sees the first', async () => {
    const [first, second] = [await desk.upload(one()), await desk.upload(one({ 联系电话: '0371-2' }))];
    await Promise.all([desk.commit(first.id), desk.commit(second.id)]);
    expect(await stations()).toHaveLength(1);
    // The second was shown as new: somebody has registered it since, so nothing is written over.
    expect((await desk.ledger(second.id)).counts).toMatchObject({ new: 0, flagged: 1 });
    const [row] = await desk.rows(second.id);
    expect(row?.reason).toMatch(/^核对之后有人登记了“甲站”，这一行没有写入。/);
  });
});

describe('what somebody changed between the preview and the commit', () => {
  test('is told and not written over', async () => {
    await desk.commit((await desk.upload(one())).id);
    const [station] = await stations();
    if (!station) throw new Error('nothing registered');
    const { id } = await desk.upload(one({ 联系电话: '0371-9' }));
    await server.apply([revising(station, { publicPhone: '0371-5' })]);
    const done = await desk.commit(id);
    expect(done.counts).toMatchObject({ changed: 0, flagged: 1 });
    const [row] = await desk.rows(id);
    expect(row?.reason).toBe('核对之后有人改过公开电话，这一行没有写入。重新核对一次再导入。');
    expect((await stations())[0]).toMatchObject({ publicPhone: '0371-5', rev: 2 });
  });

  test('elsewhere in the record does not keep what was shown from being written', async () => {
    await desk.commit((await desk.upload(one())).id);
    const [station] = await stations();
    if (!station) throw new Error('nothing registered');
    const { id } = await desk.upload(one({ 联系电话: '0371-9' }));
    await server.apply([revising(station, { entrance: '后门' })]);
    expect((await desk.commit(id)).counts).toMatchObject({ changed: 1 });
    expect((await stations())[0]).toMatchObject({ publicPhone: '0371-9', entrance: '后门', rev: 3 });
  });

  test('a name waits for an approver, the rest of the row is written', async () => {
    await desk.commit((await desk.upload(one())).id);
    const [station] = await stations();
    const { id } = await desk.upload(one({ 站点编码: station?.code, 站点名称: '乙站', 联系电话: '0371-9' }));
    const [row] = await desk.rows(id);
    expect(row).toMatchObject({ kind: 'changed', reason: '站点名称要审核人同意才能改，这次没改；其他内容照改。' });
    await desk.commit(id);
    expect((await stations())[0]).toMatchObject({ name: '甲站', publicPhone: '0371-9' });
  });
});

describe('a branch', () => {
  test('takes no row of another, by point or by code, and tells nothing of it', async () => {
    await desk.commit((await desk.upload(one())).id);
    const [station] = await stations();
    const other = deskAt(server, '410300');
    const { counts, id } = await other.upload(one({ 站点编码: station?.code, 联系电话: '0371-9' }));
    expect(counts).toMatchObject({ refused: 1 });
    expect((await other.rows(id))[0]?.reason).toContain('不归本工会管');
    const here = one({ 站点编码: station?.code, 区县: '洛阳市涧西区', 经度: '112.395', 纬度: '34.658' });
    const byCode = await other.upload(here);
    expect((await other.rows(byCode.id))[0]?.reason).toMatch(/^没有编码是/);
  });

  test('below sees its own ledgers, above sees them too, others see none', async () => {
    const { id } = await deskAt(server, '410105').upload(one());
    const asked = async (union: string, functions: readonly ('officer' | 'analyst')[] = ['officer']) =>
      (await clerkAt(server.app, { union, functions }).get(`/api/v1/ledgers/${id}`)).status;
    expect(await asked('410105')).toBe(200);
    expect(await asked('410100')).toBe(200);
    expect(await asked('410102')).toBe(404);
    expect(await asked('410300')).toBe(404);
    expect(await asked('410105', ['analyst'])).toBe(404);
    expect((await server.get(`/api/v1/ledgers/${id}`)).status).toBe(401);
    const listed = await jsonOf<{ items: unknown[] }>(
      await clerkAt(server.app, { union: '410102', functions: ['officer'] }).get('/api/v1/ledgers'),
    );
    expect(listed.items).toEqual([]);
  });

  test('of a federation code that another branch carries refuses that row alone', async () => {
    await deskAt(server, '410300').commit(
      (
        await deskAt(server, '410300').upload(
          csvOf([
            { 站点名称: '洛阳站', 区县: '涧西区', 地址: '某路', 经度: '112.395', 纬度: '34.658', 全总编码: 'QZ-1' },
          ]),
        )
      ).id,
    );
    const rows = csvOf([
      { 站点名称: '甲站', 区县: '金水区', 地址: '甲路1号', 经度: '113.685', 纬度: '34.779', 全总编码: 'QZ-1' },
      { 站点名称: '丙站', 区县: '金水区', 地址: '丙路1号', 经度: '113.695', 纬度: '34.779', 全总编码: 'QZ-2' },
    ]);
    const { id } = await desk.upload(rows);
    expect((await desk.commit(id)).counts).toMatchObject({ new: 1, refused: 1 });
    expect((await desk.rows(id))[0]?.reason).toContain('QZ-1');
  });
});

test('a server that was ended in the middle of a commit goes on where it stood', async () => {
  const { id, version } = await desk.upload(ledgerOfRows(soundRows(30)));
  const commandId = newId();
  await jsonOf(await desk.clerk.post(`/api/v1/ledgers/${id}/commit`, { id: commandId, version }));
  // Another server finds it `committing` and does all of it once; the first one then has nothing left to do.
  const second = await openTestServer({ folder: server.folder });
  await Promise.all([second.deps.ledgers.commit(id), server.deps.ledgers.commit(id)]);
  expect(accepted(await server.store.changeLedger(id, (ledger) => ({ ok: true, value: ledger }))).state).toBe('done');
  expect(await stations()).toHaveLength(30);
  await second.stop();
});
