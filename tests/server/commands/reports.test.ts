import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeLookup } from '../../../shared/report/lookup.ts';
import { dropFolder } from '../../fixtures/make/folder.ts';
import { placeReport } from '../../fixtures/make/report.ts';
import { type BuiltServer, isBuilt, runBuilt, startBuilt, unbuilt } from '../../fixtures/make/server-process.ts';

/** A code that no report was given. */
const NOBODYS = makeLookup('48210937556');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xiejiao-reports-'));
});
afterAll(() => dropFolder(folder));

const env = () => ({ DATA_DIR: folder, SEED_STATIONS: '0' });
const reports = (...args: string[]) => runBuilt('reports', args, { env: env() });

async function send(server: BuiltServer, body: object): Promise<{ readonly lookup: string }> {
  const response = await fetch(`${server.origin}/api/v1/reports`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });
  expect(response.status).toBe(200);
  return response.json();
}

describe.skipIf(!isBuilt)(`the reports command${unbuilt}`, { timeout: 120_000 }, () => {
  test('lists what workers sent, beside a serving server, and answers it in public', async () => {
    const server = await startBuilt(env());
    const body = placeReport({ text: '这儿骑手多' });
    const { lookup } = await send(server, body);
    const spaced = `${lookup.slice(0, 4)} ${lookup.slice(4, 8)} ${lookup.slice(8)}`;
    const listed = await reports('list');
    expect([listed.code, listed.err]).toEqual([0, '1 条。\n']);
    expect(listed.out.trim().split('\t')).toMatchObject({
      0: spaced,
      2: '待受理',
      3: '推荐一个新地点',
      4: '东门口，金水路1号东门',
      5: '这儿骑手多',
    });
    expect(await reports('resolve', spaced, '--answer', '好了')).toMatchObject({
      code: 1,
      err: '这条反馈现在是“待受理”，不能再办结。\n',
    });
    expect(await reports('dismiss', lookup)).toMatchObject({ code: 1, err: '答复还没填，补上再提交。\n' });
    expect(await reports('accept', spaced)).toMatchObject({ code: 0, out: `${spaced} 已受理\n` });
    expect(await reports('dismiss', lookup, '--answer', '那儿已经有一个了。')).toMatchObject({ code: 0 });
    expect(await (await server.get(`/api/v1/reports/${lookup}`)).json()).toMatchObject({
      state: 'dismissed',
      answer: '那儿已经有一个了。',
    });
    expect((await reports('list')).err).toBe('没有待办的反馈。\n');
    expect((await reports('list', '--all')).out).toContain('那儿已经有一个了。');
    await server.end('SIGKILL');
    // What was answered before the server died is answered the same after it.
    const again = await startBuilt(env());
    expect((await send(again, body)).lookup).toBe(lookup);
    await again.end();
  });

  test.each([[], ['list', '482109375566'], ['accept'], ['burn', '482109375566'], ['list', '--none']])(
    'says how it is used when asked %s %s',
    async (...args) => {
      expect(await reports(...args)).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/^用法：/) });
    },
  );

  test.each([
    ['12', '查询码是 12 位数字，照着再输一遍。\n'],
    [`${NOBODYS.slice(0, 11)}${(Number(NOBODYS.slice(11)) + 1) % 10}`, '查询码有一位不对，照着再核对一遍。\n'],
    [NOBODYS, `没有查询码是 ${NOBODYS} 的反馈，对照那 12 位数字再输一遍。\n`],
  ])('%s is refused with a sentence', async (code, err) => {
    expect(await reports('accept', code)).toMatchObject({ code: 1, err });
  });
});
