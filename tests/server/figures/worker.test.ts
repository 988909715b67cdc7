import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { UnionId } from '../../../shared/station/station.ts';
import { parsePeriod } from '../../../shared/stats/period.ts';
import { dropFolder } from '../../fixtures/make/folder.ts';
import { accepted, openTestServer } from '../../fixtures/make/server.ts';
import { ROOT } from '../../law/modules.ts';

// Inside the project, so that the bundle finds the packages it leaves outside.
const built = resolve(ROOT, `node_modules/.cache/figures-worker-${process.pid}`);

beforeAll(async () => {
  const input = {
    'fold-figures': resolve(ROOT, 'server/jobs/workers/fold-figures.ts'),
    'pack-entry': resolve(ROOT, 'server/jobs/workers/pack-entry.ts'),
    probe: resolve(import.meta.dirname, 'worker-probe.ts'),
  };
  const output = { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' };
  await build({
    configFile: false,
    logLevel: 'error',
    root: ROOT,
    build: { ssr: true, target: 'node20', outDir: built, emptyOutDir: true, rollupOptions: { input, output } },
  });
}, 120_000);
afterAll(() => dropFolder(built));

test('figures come of a thread begun at the first question, again when it died over them, until it is let go or ended', async () => {
  const server = await openTestServer({ seed: 150 });
  const period = parsePeriod('2026-11');
  if (period === null) throw new Error('no period');
  const { figures } = server.deps;
  const question = {
    period,
    asOf: await figures.known(),
    union: '000000' as UnionId,
    region: null,
    by: 'province',
    divisions: 'then',
    stations: 'synthetic',
    openingAsOf: null,
  } as const;
  const here = JSON.parse(JSON.stringify(await figures.tables(question, ['stock', 'amenities'])));
  const stands = accepted(await figures.stands(question));
  await server.stop();

  const env = { ...process.env, DATA_DIR: server.folder, DATABASE_URL: '', SECRET: '', NODE_ENV: 'development' };
  const said = execFileSync(process.execPath, [join(built, 'probe.js')], { encoding: 'utf8', env });
  const [before, tables, count, again, hours, threads, given, ended, late, beside] = said
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
  expect(before).toBe(0);
  expect(tables).toEqual(here);
  expect(count).toBe(stands.length);
  expect(stands.length).toBeGreaterThan(100);
  expect([again, hours]).toEqual([here, ['hours']]);
  expect(threads).toBe(2);
  expect([given, ended, late]).toEqual(['nobody waits', 'the server is ending', 'the server is ending']);
  expect(beside).toEqual([true, true, true]);
  await dropFolder(server.folder);
}, 120_000);
