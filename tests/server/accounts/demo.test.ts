import { chmod, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { demoAccounts } from '../../../server/demo.ts';
import { readEnvironment } from '../../../server/environment.ts';
import type { World } from '../../../server/open.ts';
import type { AccountId } from '../../../shared/actor/account.ts';
import { FUNCTIONS } from '../../../shared/station/lifecycle.ts';
import { openTestServer, type TestServer } from '../../fixtures/make/server.ts';
import { region, sampleStation, stationId, union } from '../../shared/station/sample.ts';
import { browserOf, signIn } from './people.ts';

const PLACE = { region: region('410102'), union: union('410102'), code: null, rev: 1 };
const SYNTHETIC = { ...sampleStation(PLACE), id: stationId(1), name: '示例1号驿站', origin: 'synthetic' as const };

let server: TestServer;
let said: string[];
beforeEach(async () => {
  said = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => {
    said.push(line);
  });
  server = await openTestServer({ stations: [SYNTHETIC], deps: { trustProxy: true } });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await server.close();
});

const PRODUCTION = { NODE_ENV: 'production', PUBLIC_ORIGIN: 'https://xiejiao.example.cn', SECRET: 'x'.repeat(32) };

function worldOf(env: Record<string, string> = {}): World {
  const read = readEnvironment({ DATA_DIR: server.folder, ...env });
  if (!read.ok) throw new Error(read.refusal.kind);
  const { store, regions, photos, secret } = server.deps;
  return { env: read.value, store, regions, photos, secret, close: async () => {} };
}

const passwordSaid = () => /密码都是 (\S+)/.exec(said.join('\n'))?.[1] ?? '';

describe('demo accounts', () => {
  test('stand for every function, labelled, and their password is said at every start', async () => {
    const demo = await demoAccounts(worldOf());
    expect(demo.every(({ name }) => name.startsWith('示例·'))).toBe(true);
    const password = passwordSaid();
    expect(password).toMatch(/^[0-9a-f]{4}(-[0-9a-f]{4}){3}$/);
    const held = new Set<string>();
    for (const { username } of demo) {
      const account = await server.store.accountByUsername(username);
      for (const name of account?.functions ?? []) held.add(name);
      if (account?.functions.includes('keeper')) expect(account.stations).toEqual([SYNTHETIC.id]);
    }
    expect([...held].sort()).toEqual([...FUNCTIONS].sort());
    expect(await signIn(browserOf(server), 'demo-officer', password)).toMatchObject({ next: 'in' });
    const rows = (await server.store.counter()).seq;
    said = [];
    await demoAccounts(worldOf());
    expect(passwordSaid()).toBe(password);
    expect((await server.store.counter()).seq).toBe(rows);
  });

  test('keep their password in a file of its owner alone; without it there is a new one', async () => {
    await demoAccounts(worldOf());
    const first = passwordSaid();
    const file = join(server.folder, 'demo-accounts.txt');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    await rm(file);
    said = [];
    await demoAccounts(worldOf());
    const second = passwordSaid();
    expect(second).not.toBe(first);
    expect(await signIn(browserOf(server), 'demo-officer', first)).toMatchObject({ kind: 'sign-in-failed' });
    expect(await signIn(browserOf(server), 'demo-officer', second)).toMatchObject({ next: 'in' });
  });

  test('are not there where somebody else wrote a file of that name that names no password', async () => {
    const file = join(server.folder, 'demo-accounts.txt');
    await writeFile(file, '别的内容');
    await chmod(file, 0o644);
    await demoAccounts(worldOf());
    expect(await signIn(browserOf(server), 'demo-officer', passwordSaid())).toMatchObject({ next: 'in' });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  test('are refused in production, and whatever came along with the database is disabled', async () => {
    expect(await demoAccounts(worldOf(PRODUCTION))).toEqual([]);
    expect(await server.store.accountByUsername('demo-officer')).toBeNull();
    await demoAccounts(worldOf());
    const password = passwordSaid();
    const browser = browserOf(server);
    await signIn(browser, 'demo-officer', password);
    said = [];
    expect(await demoAccounts(worldOf(PRODUCTION))).toEqual([]);
    expect(said).toEqual([]);
    expect((await browser.get('/api/v1/me')).status).toBe(401);
    expect(await signIn(browserOf(server), 'demo-officer', password)).toMatchObject({ kind: 'sign-in-failed' });
    const { id } = (await server.store.accountByUsername('demo-officer')) ?? { id: '' as AccountId };
    expect((await server.store.historyOf(id)).map(({ step }) => step)).toEqual(['invite', 'sign-in', 'disable']);
  });

  test('are there in production where the operator asks for them by name, and nowhere where they are declined', async () => {
    expect((await demoAccounts(worldOf({ ...PRODUCTION, DEMO_ACCOUNTS: '1' }))).length).toBeGreaterThan(7);
    expect(await demoAccounts(worldOf({ DEMO_ACCOUNTS: '0' }))).toEqual([]);
    expect((await server.store.accountByUsername('demo-officer'))?.disabled).toBe(true);
  });

  test('are not made beside a register of real stations', async () => {
    const real = await openTestServer({ stations: [{ ...SYNTHETIC, origin: 'registered' }] });
    try {
      const { store } = real.deps;
      expect(await demoAccounts({ ...worldOf(), store })).toEqual([]);
      expect(await store.accountByUsername('demo-officer')).toBeNull();
    } finally {
      await real.close();
    }
  });
});
