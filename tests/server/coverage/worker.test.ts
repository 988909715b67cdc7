import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dropFolder } from '../../fixtures/make/folder.ts';
import { ROOT } from '../../law/modules.ts';

// Inside the project, so that the bundle finds the packages it leaves outside.
const built = resolve(ROOT, `node_modules/.cache/cover-worker-${process.pid}`);

beforeAll(async () => {
  const input = {
    cover: resolve(ROOT, 'server/jobs/workers/cover.ts'),
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

test('a job is done in a thread of its own, tells how far it is, and ends at once when given up', () => {
  const said = execFileSync(process.execPath, [join(built, 'probe.js')], { encoding: 'utf8' });
  // Within a kilometre of the door, to the east alone, lie 109 points.
  expect(said.trim().split('\n')).toEqual(['1 109 20 true', 'null']);
}, 120_000);
