import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyRegister } from '../../../server/store/audit/verify.ts';
import { dropFolder } from '../../fixtures/make/folder.ts';
import { stationReport } from '../../fixtures/make/report.ts';
import { openTestServer, revising } from '../../fixtures/make/server.ts';
import { handMadeStations } from '../../fixtures/world/stations.ts';

const KEY = 'a key for tests, kept nowhere else';
const COLUMNS = [
  'seq',
  'at',
  'effective_on',
  'command_id',
  'actor',
  'union_id',
  'subject',
  'subject_id',
  'step',
  'reason',
  'before',
  'after',
  'schema',
  'prev_mac',
  'mac',
];

let whole: string;
let rows = 0;
beforeAll(async () => {
  const server = await openTestServer({ stations: handMadeStations() });
  const [first] = await server.store.stationsById(handMadeStations().map(({ id }) => id));
  if (!first) throw new Error('nobody');
  await server.apply([revising(first, { name: '改过的名字' })]);
  await server.app.request('/api/v1/reports', {
    method: 'POST',
    body: JSON.stringify(stationReport(first.code ?? '')),
    headers: { 'content-type': 'application/json' },
  });
  rows = (await server.store.counter()).seq;
  await server.stop();
  whole = server.folder;
});
afterAll(() => dropFolder(whole));

/** Looks at a copy on which somebody with the database's password ran these statements. */
async function tampered(tamper: (database: Database.Database) => void, since = 1) {
  const folder = await mkdtemp(join(tmpdir(), 'xiejiao-verify-'));
  try {
    const url = join(folder, 'xiejiao.db');
    await cp(join(whole, 'xiejiao.db'), url);
    await cp(join(whole, 'high-water.json'), join(folder, 'high-water.json'));
    const database = new Database(url);
    tamper(database);
    database.close();
    return await verifyRegister({ url, historyKey: KEY, highWater: join(folder, 'high-water.json'), since });
  } finally {
    await dropFolder(folder);
  }
}

describe('the chain of history', () => {
  test('is whole as it was written, from the first row or from a later one', async () => {
    const found = await tampered(() => {});
    expect(found).toMatchObject({ rows, brokenAt: null, last: { seq: rows }, restores: [], hasMark: true });
    expect(found.last?.mac).toMatch(/^[0-9a-f]{64}$/);
    expect(await tampered(() => {}, 4)).toMatchObject({ rows: rows - 3, brokenAt: null });
  });

  test('is not under another key', async () => {
    const url = join(whole, 'xiejiao.db');
    const highWater = join(whole, 'high-water.json');
    expect(await verifyRegister({ url, historyKey: 'another', highWater, since: 1 })).toMatchObject({ brokenAt: 1 });
  });

  test('gives away any one column of any row, at that row', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: rows }), fc.constantFrom(...COLUMNS), async (seq, column) => {
        const { brokenAt } = await tampered((database) => {
          const { value } = database.prepare(`select "${column}" as value from history where seq = ?`).get(seq) as {
            value: unknown;
          };
          const other = typeof value === 'number' ? value + 100_000 : value === null ? '' : `${value} `;
          database.prepare(`update history set "${column}" = ? where seq = ?`).run(other, seq);
        });
        expect(brokenAt).toBe(seq);
      }),
      { numRuns: 60 },
    );
  });

  test('gives away rows taken out, rows changed about, and an end cut off with the counter set back', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: rows - 1 }),
        fc.constantFrom('take out', 'change about', 'cut off'),
        async (seq, how) => {
          const { brokenAt } = await tampered((database) => {
            if (how === 'take out') database.prepare('delete from history where seq = ?').run(seq);
            else if (how === 'cut off') {
              database.prepare('delete from history where seq > ?').run(seq);
              database.prepare('update counter set seq = ?').run(seq);
            } else {
              const move = database.prepare('update history set seq = ? where seq = ?');
              for (const [to, from] of [
                [-1, seq],
                [seq, seq + 1],
                [seq + 1, -1],
              ])
                move.run(to, from);
            }
          });
          expect(brokenAt).toBe(how === 'cut off' ? seq + 1 : seq);
        },
      ),
      { numRuns: 30 },
    );
  });

  test('cannot tell a cut end once the file that remembers it is gone, and says so', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'xiejiao-verify-'));
    const highWater = join(folder, 'none.json');
    const found = await verifyRegister({ url: join(whole, 'xiejiao.db'), historyKey: KEY, highWater, since: 1 });
    expect(found).toMatchObject({ brokenAt: null, hasMark: false });
    await dropFolder(folder);
  });

  test('stays whole when a contact, or what a worker said, is erased', async () => {
    const { brokenAt } = await tampered((database) => {
      database.exec('update report set said = null, photo = null, place = null; delete from contact');
    });
    expect(brokenAt).toBeNull();
  });
});
