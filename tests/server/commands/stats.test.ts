import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { questionSaid } from '../../../server/feature/figures/question.ts';
import { fileParts } from '../../../server/feature/workbooks/file.ts';
import { gatherFile } from '../../../server/feature/workbooks/gather.ts';
import { TABLES } from '../../../shared/stats/definition.ts';
import { parsePeriod } from '../../../shared/stats/period.ts';
import { dropFolder } from '../../fixtures/make/folder.ts';
import { accepted, openTestServer, sha256, type TestServer } from '../../fixtures/make/server.ts';
import { isBuilt, runBuilt, unbuilt } from '../../fixtures/make/server-process.ts';
import { region, union } from '../../shared/station/sample.ts';
import { together } from '../workbooks/parts.ts';

let server: TestServer;
let page: Uint8Array;
let seq: number;
beforeAll(async () => {
  server = await openTestServer({ seed: 60 });
  seq = (await server.store.newestRow()).seq;
  const period = parsePeriod('2026-10');
  if (period === null) throw new Error('no period');
  const said = { period, asOf: String(seq), union: union('410000'), region: region('410100') } as const;
  const question = accepted(
    await questionSaid(server.deps, { ...said, by: 'region', divisions: 'then', stations: 'synthetic' }),
  );
  page = await together(fileParts(accepted(await gatherFile(server.deps, { question, tables: TABLES }, 'xlsx'))));
  await server.stop();
});
afterAll(() => dropFolder(server.folder));

const stats = (...args: string[]) => runBuilt('stats', args, { env: { DATA_DIR: server.folder } });
const file = (name: string) => join(server.folder, name);

describe.skipIf(!isBuilt)(`the stats command${unbuilt}`, { timeout: 120_000 }, () => {
  test('writes the very bytes the page gives, and never over a file', async () => {
    const asked = ['--period', '2026-10', '--union', '410000', '--region', '4101', '--stations', 'synthetic'];
    const done = await stats(...asked, '--as-of', String(seq), '--out', file('a.xlsx'));
    expect([done.code, done.err]).toEqual([0, '']);
    const bytes = readFileSync(file('a.xlsx'));
    expect(sha256(bytes)).toBe(sha256(page));
    expect(done.out).toContain(sha256(page));
    writeFileSync(file('mine.csv'), 'mine');
    const over = await stats(...asked, '--out', file('mine.csv'));
    expect([over.code, readFileSync(file('mine.csv'), 'utf8')]).toEqual([1, 'mine']);
  });

  test('says how it is used, and why it refuses', async () => {
    const [none, outside, early] = await Promise.all([
      stats('--period', '2026-13', '--out', file('b.xlsx')),
      stats('--period', '2026-10', '--union', '410000', '--region', '11', '--out', file('b.csv')),
      stats('--period', '2026-10', '--as-of', '2999-01-01', '--out', file('b.json')),
    ]);
    expect([none.code, none.err.slice(0, 3)]).toEqual([1, '用法：']);
    expect(outside).toMatchObject({ code: 1, err: '行政区划 110000 不在本工会的范围里，换成范围内的区划。\n' });
    expect([early.code, early.err]).toEqual([1, expect.stringContaining('2999-01-01')]);
    expect(['b.xlsx', 'b.csv', 'b.json'].some((name) => existsSync(file(name)))).toBe(false);
  });
});
