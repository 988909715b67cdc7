import { afterEach, beforeEach, expect, test } from 'vitest';
import { atlasOf } from '../../../server/feature/import/atlas.ts';
import { rollForward } from '../../../server/feature/import/forward.ts';
import type { Outcome } from '../../../server/feature/import/run.ts';
import type { Ledger } from '../../../server/store/port/ledgers.ts';
import type { Station } from '../../../shared/station/station.ts';
import { accepted, openTestServer, sha256, type TestServer } from '../../fixtures/make/server.ts';
import { countyOf, csvOf, importInto } from '../../fixtures/make/server-import.ts';
import { soundRows } from '../ledgers/desk.ts';

let server: TestServer;
beforeEach(async () => {
  server = await openTestServer();
});
afterEach(() => server.close());

/** The last row stands beside the first, under nearly its name: a question of this file's own. */
function ledger(): string {
  const [first, ...others] = soundRows(450);
  if (first === undefined) throw new Error('no rows');
  return csvOf([first, ...others.slice(0, -1), { ...first, 地址: '别处9号', 经度: Number(first.经度) + 0.0002 }]);
}

class Killed extends Error {}

async function importedInPart(): Promise<Ledger> {
  let pieces = 0;
  const became = () => {
    if (++pieces === 2) throw new Killed();
  };
  await expect(importInto(server, ledger(), { became })).rejects.toThrow(Killed);
  const [begun] = await server.store.ledgers({ unions: null, states: ['committing'], limit: 2 });
  if (begun === undefined) throw new Error('nothing was begun');
  return begun;
}

async function forward(begun: Ledger) {
  const outcomes: Outcome[] = [];
  const { store, deps } = server;
  let made = 0;
  const done = await rollForward(begun, {
    store,
    atlas: atlasOf(deps.regions, countyOf()),
    now: deps.now,
    randomId: () => `f${String(++made).padStart(31, '0')}`,
    hashOf: sha256,
    chunk: 100,
    became: (more) => {
      outcomes.push(...more);
    },
  });
  return { ledger: accepted(done), outcomes };
}

async function registered(): Promise<readonly Station[]> {
  const all: Station[] = [];
  await server.store.eachStation((page) => {
    all.push(...page);
  });
  return all;
}

test('an import that was ended in the middle is written to its end: every row once, nothing asked anew', async () => {
  const begun = await importedInPart();
  expect((await registered()).length).toBe(400);
  // Of rows that are written it keeps what became of them and no more.
  const lines = await server.store.linesAfter(begun.id, { after: 0, limit: 9, pending: false });
  expect(lines.map(({ cells, outcome }) => [cells === '', outcome !== null])).toEqual([
    [true, true],
    [true, true],
    [false, false],
  ]);
  const { ledger: done, outcomes } = await forward(begun);
  expect(outcomes.map(({ number }) => number)).toEqual(Array.from({ length: 50 }, (_, at) => 402 + at));
  // What was written before it was ended is its own: the last row asks about the first as a row of the file, and about nothing else.
  expect(outcomes.at(-1)).toMatchObject({ kind: 'flagged', flags: [{ kind: 'near-duplicate', of: { row: 2 } }] });
  expect(outcomes.filter(({ kind }) => kind === 'flagged')).toHaveLength(1);
  expect(done).toMatchObject({ state: 'done', rows: 450, counts: { new: 449, flagged: 1, refused: 0 } });
  expect(new Set((await registered()).map(({ name, address }) => `${name} ${address}`)).size).toBe(450);
  const { seq } = await server.store.counter();
  expect(await server.store.verifyHistory()).toEqual({ rows: seq, brokenAt: null });
});
