import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Ledger } from '../../../server/store/port/ledgers.ts';
import { type Instant, instant } from '../../../shared/kernel/instant.ts';
import type { Station } from '../../../shared/station/station.ts';
import { dropFolder } from '../../fixtures/make/folder.ts';
import { accepted, openTestServer, type TestServer } from '../../fixtures/make/server.ts';
import { type BuiltServer, isBuilt, runBuilt, startBuilt, unbuilt } from '../../fixtures/make/server-process.ts';
import { ROOT } from '../../law/modules.ts';
import { deskAt, ledgerOfRows, newId, soundRows } from './desk.ts';

const ROWS = 600;
let folder: string;
let env: Record<string, string>;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xiejiao-killed-'));
  // The key of the tests' own servers: they read the same history.
  env = { DATA_DIR: folder, SEED_STATIONS: '0', NODE_ENV: 'development', SECRET: 'a key for tests, kept nowhere else' };
});
afterEach(() => dropFolder(folder));

/** The register as it lies there, while nobody else has it open. */
async function looking<T>(look: (server: TestServer) => Promise<T>): Promise<T> {
  const server = await openTestServer({ folder });
  try {
    return await look(server);
  } finally {
    await server.stop();
  }
}

async function whole({ store }: TestServer): Promise<readonly Station[]> {
  const all: Station[] = [];
  await store.eachStation((page) => {
    all.push(...page);
  });
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
  const { seq } = await store.counter();
  expect(await store.verifyHistory()).toEqual({ rows: seq, brokenAt: null });
  return all;
}

/** By its own word, looked at every few milliseconds. */
async function stationsAtLeast(server: BuiltServer, count: number): Promise<void> {
  for (;;) {
    const { stations } = await (await server.get('/api/v1/health')).json();
    if (stations >= count) return;
    await sleep(20);
  }
}

async function sleep(ms: number): Promise<void> {
  await new Promise((wake) => setTimeout(wake, ms));
}

describe.skipIf(!isBuilt)(`a server killed over and over${unbuilt}`, () => {
  test('while it commits a ledger has at last written all of it, once', async () => {
    const id = await looking(async (server) => {
      const desk = deskAt(server);
      const { id: uploaded, version } = await desk.upload(ledgerOfRows(soundRows(ROWS)));
      const hand = { id: desk.clerk.actor.id, union: desk.clerk.actor.union, functions: ['officer'] as const };
      const command = { commandId: newId(), actor: hand, bodyHash: 'f'.repeat(64), at: server.clock.now };
      const commit = { commandId: command.commandId, at: server.clock.now, hand, acceptFlagged: false };
      // As the answer to the clerk's click; the server is killed before it does anything about it.
      const begin = (ledger: Ledger) => ({
        ok: true as const,
        value: { ...ledger, state: 'committing' as const, commit },
      });
      accepted(await server.store.beginLedger(command, uploaded, begin));
      expect(version).toBe(1);
      return uploaded;
    });
    const seen: number[] = [];
    for (const some of [1, 200]) {
      const killed = await startBuilt(env);
      await stationsAtLeast(killed, some);
      await killed.end('SIGKILL');
      seen.push((await looking(whole)).length);
    }
    const [first = 0, second = 0] = seen;
    expect(first).toBeGreaterThan(0);
    expect(second).toBeGreaterThanOrEqual(first);
    const last = await startBuilt(env);
    await stationsAtLeast(last, ROWS);
    await last.end();
    expect((await looking(whole)).length).toBe(ROWS);
    await looking(async ({ store, deps }) => {
      // Ended right after its last row it may not have said so: whoever comes next does.
      await deps.ledgers.commit(id);
      const ledger = await store.ledger(id);
      expect(ledger).toMatchObject({ state: 'done', counts: { new: ROWS, flagged: 0, refused: 0 } });
    });
  }, 180_000);

  test('while it plans forgets no row that was taken in', async () => {
    const id = await looking(async (server) => {
      const uploaded = await deskAt(server).upload(ledgerOfRows(soundRows(ROWS)));
      accepted(
        await server.store.changeLedger(uploaded.id, (ledger) => ({
          ok: true,
          value: { ...ledger, state: 'planning' },
        })),
      );
      return uploaded.id;
    });
    const killed = await startBuilt(env);
    await killed.end('SIGKILL');
    const built = await startBuilt(env);
    await sleep(2000);
    // Told to end it finishes what it is at.
    await built.end();
    await looking(async (server) => {
      const ledger = await server.store.ledger(id);
      expect(ledger).toMatchObject({ rows: ROWS });
      await server.deps.ledgers.plan(id);
      expect(await server.store.ledger(id)).toMatchObject({ state: 'ready', counts: { new: ROWS } });
      expect(await whole(server)).toEqual([]);
    });
  }, 120_000);
});

describe.skipIf(!isBuilt)(`an import command that is killed${unbuilt}`, () => {
  const command = (path: string) =>
    spawn(process.execPath, [join(ROOT, process.env.BUILT ?? 'dist', 'server/import.js'), path], {
      cwd: folder,
      env: { PATH: process.env.PATH ?? '', ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    });

  async function killedAtFirst(words: RegExp): Promise<void> {
    const path = join(folder, 'ledger.csv');
    writeFileSync(path, ledgerOfRows(soundRows(2000)));
    const child = command(path);
    const gone = new Promise((done) => child.once('exit', done));
    let said = '';
    child.stderr.on('data', (text: Buffer) => {
      said += text;
      if (words.test(said)) child.kill('SIGKILL');
    });
    await gone;
  }

  test('in the middle of its writing is finished by the next one', async () => {
    await killedAtFirst(/已处理 \d+ 行/);
    const begun = await looking(async (server) => {
      const count = (await whole(server)).length;
      const [ledger] = await server.store.ledgers({ unions: null, states: ['committing'], limit: 5 });
      // Silent for longer than anybody at work is.
      if (ledger) accepted(await server.store.changeLedger(ledger.id, old));
      return count;
    });
    expect(begun).toBeGreaterThan(0);
    expect(begun).toBeLessThan(2000);
    writeFileSync(join(folder, 'small.csv'), ledgerOfRows(soundRows(1)));
    const next = await runBuilt('import', [join(folder, 'small.csv')], { env, cwd: folder });
    expect(next.err).toContain('上次中断的台账接着写完了，共 2000 行。');
    expect(JSON.parse(next.out)).toMatchObject({ read: 1, same: 1 });
    expect((await looking(whole)).length).toBe(2000);
  }, 180_000);
});

function old(ledger: Ledger) {
  return { ok: true as const, value: { ...ledger, changedAt: instant(0) as Instant } };
}
