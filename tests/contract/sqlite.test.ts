import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openConnection, sqliteEngine } from '../../server/store/sqlite.ts';
import { dropFolder } from '../fixtures/make/folder.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sqlite-'));
});
afterEach(() => dropFolder(folder));

describe('a SQLite connection', () => {
  test('writes ahead, waits for the disk, checks references and is not patient inside the engine', () => {
    const connection = openConnection(join(folder, 'a.db'));
    const found = ['journal_mode', 'synchronous', 'foreign_keys', 'busy_timeout'].map((name) =>
      connection.pragma(name, { simple: true }),
    );
    connection.close();
    expect(found).toEqual(['wal', 2, 1, 20]);
  });

  test('is not opened at all where the engine will not write ahead', () => {
    expect(() => openConnection(':memory:')).toThrow('journal_mode is memory, not wal');
  });

  test('does not hold the event loop while another process holds the writer', async () => {
    const path = join(folder, 'a.db');
    const other = openConnection(path);
    other.exec('create table t (n integer)');
    const engine = sqliteEngine(path);
    other.exec('begin immediate; insert into t values (1)');
    let turns = 0;
    const turning = setInterval(() => turns++, 5);
    const write = engine.write(async () => turns);
    // Released only after the loop has turned ten times: a wait inside the engine would never let it.
    while (turns < 10) await new Promise((wake) => setImmediate(wake));
    other.exec('commit');
    expect(await write).toBeGreaterThanOrEqual(10);
    clearInterval(turning);
    await engine.close();
    other.close();
  });
});
