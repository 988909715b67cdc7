import { existsSync } from 'node:fs';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dropFolder } from '../../fixtures/make/folder.ts';
import { placeReport } from '../../fixtures/make/report.ts';
import { type BuiltServer, isBuilt, runBuilt, startBuilt, unbuilt } from '../../fixtures/make/server-process.ts';

let folder: string;
let env: Record<string, string>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xiejiao-backup-'));
  env = { DATA_DIR: join(folder, 'data'), SEED_STATIONS: '30' };
});
afterAll(() => dropFolder(folder));

const run = (name: string, ...args: string[]) => runBuilt(name, args, { env });
const epochOf = async (server: BuiltServer) => (await (await server.get('/api/v1/config')).json()).epoch;

/** Files a report; its look-up code once the server has answered for it, null when nobody answered. */
async function file({ origin }: BuiltServer, body = placeReport()): Promise<string | null> {
  const headers = { 'content-type': 'application/json', 'idempotency-key': body.id };
  const answer = fetch(`${origin}/api/v1/reports`, { method: 'POST', body: JSON.stringify(body), headers });
  return answer.then(
    async (response) => (response.ok ? (await response.json()).lookup : null),
    () => null,
  );
}

describe.skipIf(!isBuilt)(`the register of a built server${unbuilt}`, { timeout: 120_000 }, () => {
  test('is backed up while it runs, put back while it does not, and its log says so', async () => {
    const backup = join(folder, 'register.tar');
    const before = await startBuilt(env);
    const epoch = await epochOf(before);
    const kept = await file(before);
    const made = await run('backup', backup);
    expect([made.code, made.err]).toEqual([0, '']);
    expect(made.out).toMatch(/站点 30 个.*反馈 1 条/);
    expect(await run('backup', backup)).toMatchObject({ code: 1, err: expect.stringContaining('没有覆盖') });
    const lost = await file(before);
    for (const how of [backup, '--after-external']) {
      expect(await run('restore', how)).toMatchObject({ code: 1, err: expect.stringContaining('停掉服务') });
    }
    await before.end();
    const restored = await run('restore', backup);
    expect([restored.code, restored.err]).toEqual([0, '']);
    expect(restored.out).toMatch(/已恢复到 \d{4}-.*的样子[\s\S]*重新下载名单[\s\S]*从 10001 开始[\s\S]*before-restore/);
    const verified = await run('audit', 'verify');
    expect(verified.code).toBe(0);
    expect(verified.out).toMatch(
      /第 \d+ 条：.*从备份恢复过。\n日志完整：从第 1 条起核对了 \d+ 条，最后是第 \d+ 条.*[0-9a-f]{64}/,
    );
    const after = await startBuilt(env);
    expect(await epochOf(after)).not.toBe(epoch);
    expect((await after.get(`/api/v1/reports/${kept}`)).status).toBe(200);
    expect((await after.get(`/api/v1/reports/${lost}`)).status).toBe(404);
    await after.end();
  });

  test('killed in the middle of its work, has all it had answered for, once each, and a whole log', async () => {
    const answered: string[] = [];
    const server = await startBuilt(env);
    const sending = Array.from({ length: 4 }, async () => {
      for (;;) {
        const lookup = await file(server);
        if (lookup === null) return;
        answered.push(lookup);
      }
    });
    // As soon as it is well under way, wherever it happens to be.
    while (answered.length < 60) await new Promise((turn) => setImmediate(turn));
    await server.end('SIGKILL');
    await Promise.all(sending);
    expect(await run('audit', 'verify')).toMatchObject({ code: 0, err: '' });
    const { out } = await run('reports', 'list', '--all');
    const held = out.split('\n').flatMap((line) => line.split('\t')[0]?.replace(/ /g, '') || []);
    expect(new Set(held).size).toBe(held.length);
    expect(answered.filter((lookup) => !held.includes(lookup))).toEqual([]);
    expect(answered.length).toBeGreaterThanOrEqual(60);
  });

  test('hands out its log as a file, names what is wrong with it, and says how each command is used', async () => {
    const out = join(folder, 'log.csv');
    const exported = await run('audit', 'export', '--out', out, '--from', '2020-01-01');
    expect([exported.code, exported.err]).toEqual([0, '']);
    const text = await readFile(out, 'utf8');
    expect(text.startsWith('\ufeff序号,')).toBe(true);
    expect(text).toContain('导出操作日志');
    expect(text).toMatch(/数据库,,,backup,备份,,文件：register\.tar/);
    expect(await run('audit', 'verify', '--since', '2020-01-01')).toMatchObject({ code: 0 });
    const other = await runBuilt('audit', ['verify'], { env: { ...env, SECRET: 'k'.repeat(40) } });
    expect(other).toMatchObject({ code: 1, err: expect.stringContaining('从第 1 条起对不上') });
    expect(await run('audit', 'verify', '--since', 'x')).toMatchObject({
      code: 1,
      err: expect.stringContaining('--since'),
    });
    for (const name of ['audit', 'restore']) {
      expect(await run(name)).toMatchObject({ code: 1, err: expect.stringContaining('用法') });
    }
    const served = { ...env, DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' };
    expect((await runBuilt('backup', [join(folder, 'x.tar')], { env: served })).err).toContain('pg_dump');
    expect(existsSync(join(folder, 'x.tar'))).toBe(false);
  });
});
