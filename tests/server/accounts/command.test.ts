import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dropFolder } from '../../fixtures/make/folder.ts';
import { isBuilt, runBuilt, startBuilt, unbuilt } from '../../fixtures/make/server-process.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xiejiao-account-'));
});
afterAll(() => dropFolder(folder));

const env = () => ({ DATA_DIR: folder, SEED_STATIONS: '0' });
const account = (...args: string[]) => runBuilt('account', args, { env: env() });
const PASSWORD = 'four-quiet-grey-herons';
const CREATE = ['create', '--username', 'first.admin', '--name', '陈安', '--union', '410000'];

describe.skipIf(!isBuilt)(`the account command${unbuilt}`, { timeout: 120_000 }, () => {
  test('makes the first security administrator by a link that is used once, and sees to them', async () => {
    const made = await account(...CREATE, '--functions', 'security-admin');
    expect([made.code, made.err]).toEqual([0, '']);
    const token = /^\/admin\/join#([\w-]{43})$/m.exec(made.out)?.[1] ?? '';
    expect(token).not.toBe('');
    const server = await startBuilt(env());
    const post = (path: string, body: unknown) =>
      fetch(`${server.origin}${path}`, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      });
    const joining = { token, password: PASSWORD, ticket: null, code: null };
    const joined = await post('/api/v1/join', joining);
    expect(joined.status).toBe(200);
    const cookie = joined.headers.get('set-cookie')?.split(';', 1).join('') ?? '';
    const me = await fetch(`${server.origin}/api/v1/me`, { headers: { cookie } });
    expect(await me.json()).toMatchObject({ username: 'first.admin', functions: ['security-admin'] });
    expect((await post('/api/v1/join', joining)).status).toBe(404);
    expect((await account('list')).out.trim().split('\t').slice(0, 6)).toEqual([
      'first.admin',
      '陈安',
      '410000',
      '安全管理员',
      '在用',
      '没有两步验证',
    ]);
    expect(await account('disable', '--username', 'FIRST.admin')).toMatchObject({ code: 0, out: '好了。\n' });
    expect((await fetch(`${server.origin}/api/v1/me`, { headers: { cookie } })).status).toBe(401);
    expect((await account('reset', '--username', 'first.admin')).out).toMatch(/\/admin\/join#[\w-]{43}/);
    await server.end();
  });

  test('says what is wrong in a sentence, and how it is used', async () => {
    const two = await account(...CREATE, '--functions', 'security-admin,auditor');
    expect([two.code, two.out]).toEqual([1, '']);
    expect(two.err).toBe('一个账号不能同时是安全管理员、审计员，分给不同的账号。\n');
    expect((await account('remove')).err).toContain('用法');
  });
});
