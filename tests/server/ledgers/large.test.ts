import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestServer, type TestServer } from '../../fixtures/make/server.ts';
import { type Desk, deskAt, jsonOf, ledgerOfRows, newId, soundRows } from './desk.ts';

let server: TestServer;
let desk: Desk;
beforeAll(async () => {
  server = await openTestServer();
  desk = deskAt(server);
});
afterAll(() => server.close());

const ROWS = 2_000;

test('thousands of rows leave the others their turn, while they are planned and while they are written', async () => {
  const file = ledgerOfRows(soundRows(ROWS));
  const { id } = await desk.upload(ledgerOfRows(soundRows(1)));
  await desk.commit(id);
  const ledger = await desk.upload(file);
  expect(ledger.counts).toMatchObject({ new: ROWS - 1, same: 1 });
  const edit = await desk.edit(ledger.id, 3, { 开放时间: '24小时' });
  const { version } = edit;
  await jsonOf(await desk.clerk.post(`/api/v1/ledgers/${ledger.id}/commit`, { id: newId(), version }));
  // Somebody else works meanwhile, and is answered long before the end.
  const asked = await desk.clerk.get('/api/v1/ledgers');
  expect(asked.status).toBe(200);
  expect((await desk.ledger(ledger.id)).state).toBe('committing');
  await server.deps.ledgers.commit(ledger.id);
  expect(await desk.ledger(ledger.id)).toMatchObject({ state: 'done', counts: { new: ROWS - 1 } });
}, 180_000);
