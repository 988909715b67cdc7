import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HistoryRow } from '../../server/store/port.ts';
import { dropFolder } from '../fixtures/make/folder.ts';
import type { Engine } from './place.ts';
import { stageOn } from './stage.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const SIZE = 40;
const HEARD = 6;

export function killedContract(engine: Engine): void {
  const stage = stageOn(engine);
  // Inside the project, so that the bundle finds the packages it leaves outside.
  const folder = resolve(ROOT, `node_modules/.cache/writer-${engine.kind}-${process.pid}`);

  describe('a writer that is killed', () => {
    beforeAll(async () => {
      const entry = resolve(import.meta.dirname, 'writer.ts');
      const output = { rollupOptions: { input: { writer: entry }, output: { entryFileNames: '[name].mjs' } } };
      await build({
        configFile: false,
        logLevel: 'error',
        root: ROOT,
        build: { ssr: true, target: 'node20', outDir: folder, emptyOutDir: true, ...output },
      });
    }, 60_000);
    afterAll(() => dropFolder(folder));

    test('leaves each of its commits whole or not at all, and all it had answered', async () => {
      const place = stage.place();
      await (await stage.open()).counter();
      const answered = new Set<string>();
      for (let round = 0; round < 3; round++) {
        const child = spawn(
          process.execPath,
          [resolve(folder, 'writer.mjs'), place.url, place.highWater, String(SIZE)],
          {
            stdio: ['ignore', 'pipe', 'inherit'],
          },
        );
        const gone = once(child, 'exit');
        const lines = createInterface({ input: child.stdout });
        let heard = 0;
        for await (const line of lines) {
          answered.add(line);
          // Kill wherever it happens to be: it goes on to its next commit while we read this line.
          if (++heard >= HEARD + round) child.kill('SIGKILL');
        }
        await gone;
      }
      const store = await stage.open();
      const commits = new Map<string, HistoryRow[]>();
      await store.eachHistory((rows) => {
        for (const row of rows) {
          if (row.subject === 'station') commits.set(row.commandId, [...(commits.get(row.commandId) ?? []), row]);
        }
      });
      expect(answered.size).toBeGreaterThanOrEqual(3 * HEARD);
      expect([...answered].filter((id) => !commits.has(id))).toEqual([]);
      expect([...commits.values()].map((rows) => rows.length)).toEqual([...commits].map(() => SIZE));
      const { seq } = await store.counter();
      expect(await store.verifyHistory()).toEqual({ rows: seq, brokenAt: null });
      const ids = [...commits.values()].flatMap((rows) => rows.map((row) => row.subjectId));
      const [stations, published]: [string[], string[]] = [[], []];
      await store.eachStation((page) => void stations.push(...page.map((station) => station.id)));
      await store.eachPublished('CN', (rows) => void published.push(...rows.map(({ row }) => row.code)));
      expect(stations.sort()).toEqual(ids.sort());
      expect(new Set(published).size).toBe(ids.length);
      // Nobody mistakes the crash for a restored backup.
      const epochs = await place.run('select epoch from epoch');
      expect(epochs).toHaveLength(1);
    }, 60_000);
  });
}
