import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestServer, type TestServer } from '../../fixtures/make/server.ts';
import { type Desk, deskAt, newId } from './desk.ts';
import { type Hostile, hostileFiles } from './hostile.ts';

/** What an upload may be refused for, and nothing else. */
const DOCUMENTED: readonly string[] = [
  'file-too-large',
  'file-unpacks-too-large',
  'file-kind',
  'file-broken',
  'file-has-macros',
  'file-encoding',
  'file-no-header',
  'file-too-many-rows',
  'file-too-wide',
  'file-empty',
];

let server: TestServer;
let desk: Desk;
beforeAll(async () => {
  server = await openTestServer();
  desk = deskAt(server);
});
afterAll(() => server.close());

async function verdict({ name, bytes }: Hostile): Promise<string> {
  const id = newId();
  const response = await desk.clerk.upload(`/api/v1/ledgers?id=${id}&name=${encodeURIComponent(name)}`, bytes);
  const body = await response.json();
  if (response.status !== 200) return `${response.status < 500} ${body.kind}`;
  await server.deps.ledgers.plan(id);
  const ledger = await desk.ledger(id);
  const rows = await desk.rows(id);
  // It was a ledger after all: then every row has a verdict, and what is committed of it leaves the register sound.
  expect(ledger.state).toBe('ready');
  expect(rows.length).toBeGreaterThan(0);
  const done = await desk.commit(id);
  expect(done.state).toBe('done');
  return 'taken';
}

describe('files nobody would fill in', () => {
  test('are taken for what they are or refused in words, and nothing is left of those refused', async () => {
    const files = await hostileFiles();
    expect(files.length).toBeGreaterThanOrEqual(100);
    const verdicts: string[] = [];
    for (const file of files) verdicts.push(`${file.title}: ${await verdict(file)}`);
    const bad = verdicts.filter((text) => {
      const [, said = ''] = text.split(/: (?=[^:]*$)/);
      return said !== 'taken' && !DOCUMENTED.some((kind) => said === `true ${kind}`);
    });
    expect(bad).toEqual([]);
    expect(verdicts.filter((text) => text.endsWith('taken')).length).toBeGreaterThan(10);
    const open = await server.store.ledgers({ unions: null, states: ['staging', 'planning', 'committing'], limit: 9 });
    expect(open).toEqual([]);
    // Nothing anybody wrote became something else: no half characters, no control signs, no text of a file on this machine.
    await server.store.eachStation((stations) => {
      for (const { name } of stations) {
        expect(name).not.toMatch(/\p{Cc}|\p{Cs}/u);
        expect(name).not.toContain('root:');
      }
    });
    expect((await server.store.verifyHistory()).brokenAt).toBeNull();
  }, 300_000);
});
