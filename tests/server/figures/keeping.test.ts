import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { KeptHistory } from '../../../server/feature/figures/keeping.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import type { StationId } from '../../../shared/station/station.ts';
import { PIECE_VERSION } from '../../../shared/stats/chronicle-bytes.ts';
import { TABLES } from '../../../shared/stats/definition.ts';
import { parsePeriod } from '../../../shared/stats/period.ts';
import type { AsOf, Question } from '../../../shared/stats/question.ts';
import { tally } from '../../../shared/stats/tally.ts';
import { dropFolder } from '../../fixtures/make/folder.ts';
import { accepted, at, openTestServer, realRegions, revising, type TestServer } from '../../fixtures/make/server.ts';
import { date, sampleStation, stationId, union } from '../../shared/station/sample.ts';

let server: TestServer;
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'xiejiao-keeping-'));
  server = await openTestServer({ folder, seed: 25 });
  const own = Array.from({ length: 6 }, (_, n) => sampleStation({ id: stationId(n + 1), code: null, rev: 1 }));
  const [first] = await server.register(own);
  if (first !== undefined) await server.apply([revising(first, { area: 3, tier: 'benchmark' })]);
});
afterAll(async () => {
  await server.close();
  await dropFolder(server.folder);
});

function questionAt(asOf: AsOf, over: Partial<Question> = {}): Question {
  const period = parsePeriod('2026-11');
  if (period === null) throw new Error('no period');
  return {
    period,
    asOf,
    union: union('000000'),
    region: null,
    by: 'province',
    divisions: 'then',
    stations: 'real',
    openingAsOf: null,
    ...over,
  };
}

/** Every table of real stations and of examples. */
async function figuresOf(history: KeptHistory, asOf?: AsOf): Promise<unknown> {
  const chronicle = await history.current();
  const regions = realRegions();
  const ground = { regions: regions.all, aliases: new Map(), unions: await server.store.unions(), isOutside: null };
  return (['real', 'synthetic'] as const).map((stations) =>
    tally({ chronicle, ground }, questionAt(asOf ?? chronicle.known, { stations }), TABLES),
  );
}

async function pieces(): Promise<readonly number[]> {
  const ends: number[] = [];
  await server.store.eachFactChunk(PIECE_VERSION, ({ toSeq }) => void ends.push(toSeq));
  return ends;
}

describe('history kept in pieces', () => {
  test('adds up to what the rows themselves do, also where it goes on behind the pieces', async () => {
    const { store } = server;
    const whole = await figuresOf(new KeptHistory(store));
    expect(await pieces()).toEqual([]);
    expect(await figuresOf(new KeptHistory(store, 10))).toEqual(whole);
    const kept = await pieces();
    expect(kept.length).toBeGreaterThan(0);
    // Another process finds the pieces and reads no row of what they hold.
    expect(await figuresOf(new KeptHistory(store))).toEqual(whole);
    const [more] = await server.register([sampleStation({ id: stationId(50), code: null, rev: 1 })]);
    expect(more?.code).not.toBeNull();
    const fresh = await figuresOf(new KeptHistory(store));
    expect(fresh).not.toEqual(whole);
    expect(await figuresOf(new KeptHistory(store, 1))).toEqual(fresh);
    expect((await pieces()).length).toBeGreaterThan(kept.length);
  });

  test('that is broken is thrown away and read again', async () => {
    const { store } = server;
    const whole = await figuresOf(new KeptHistory(store));
    const [end = 0] = await pieces();
    await store.dropFactChunks();
    await store.keepFactChunk(PIECE_VERSION, { fromSeq: 1, toSeq: end, bytes: new Uint8Array(40) });
    const history = new KeptHistory(store, 10);
    expect(await figuresOf(history)).toEqual(whole);
    expect((await pieces()).at(-1)).toBe((await history.current()).known.seq);
  });
});

describe('visits', () => {
  test('that are told later change nothing about a moment before', async () => {
    const { store, clock } = server;
    const scan = (n: number) =>
      store.countVisit({
        id: n.toString(16).padStart(32, 'e'),
        bodyHash: 'a'.repeat(64),
        station: stationId(2) as StationId,
        day: date('2026-11-26'),
        keepFrom: date('2026-11-01'),
      });
    const onDay = async (when: Instant) => {
      clock.now = when;
      await server.register([sampleStation({ id: stationId(60 + (when % 97)), code: null, rev: 1 })]);
      return (await new KeptHistory(store).current()).known;
    };
    for (let n = 0; n < 7; n++) accepted(await scan(n));
    const sameDay = await onDay(at('2026-11-26T20:00:00+08:00'));
    const nextDay = await onDay(at('2026-11-27T09:00:00+08:00'));
    const measured = async (asOf: AsOf) => {
      const history = new KeptHistory(store);
      const chronicle = await history.current();
      const ground = { regions: realRegions().all, aliases: new Map(), unions: await store.unions(), isOutside: null };
      const [table] = tally({ chronicle, ground }, questionAt(asOf, { by: 'none' }), ['visits']);
      return table?.total[table.columns.map(String).indexOf('visits.measured')];
    };
    expect([await measured(sameDay), await measured(nextDay)]).toEqual([0, 7]);
    accepted(await scan(100));
    const dayAfter = await onDay(at('2026-11-28T09:00:00+08:00'));
    expect([await measured(sameDay), await measured(nextDay), await measured(dayAfter)]).toEqual([0, 7, 8]);
  });
});
