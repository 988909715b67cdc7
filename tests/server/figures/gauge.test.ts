import { afterAll, beforeAll, expect, test } from 'vitest';
import { Gauge, LetGo } from '../../../server/feature/figures/gauge.ts';
import { PlaceTable } from '../../../server/feature/figures/place-table.ts';
import { parsePeriod } from '../../../shared/stats/period.ts';
import type { Question } from '../../../shared/stats/question.ts';
import { accepted, openTestServer, type TestServer } from '../../fixtures/make/server.ts';
import { union } from '../../shared/station/sample.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer({ seed: 60 });
});
afterAll(() => server.close());

async function question(): Promise<Question> {
  const period = parsePeriod('2026-11');
  if (period === null) throw new Error('no period');
  const asOf = await server.deps.figures.known();
  const scope = { union: union('000000'), region: null, by: 'city', divisions: 'then', stations: 'synthetic' } as const;
  return { ...scope, period, asOf, openingAsOf: null };
}

test('a gauge tells how many stations were counted, and a fold nobody waits for ends where it is', async () => {
  const { figures } = server.deps;
  const asked = await question();
  const before = accepted(await figures.shown(asked, ['stock', 'visits']));
  const gauge = new Gauge();
  // The signal stays still: a thread that folds hears of nothing but the gauge.
  const waiting = figures.within({ letGo: new AbortController().signal, gauge });
  expect(gauge.read()).toEqual({ doing: 'waiting', done: 0, of: 0 });
  expect(accepted(await waiting.shown(asked, ['stock', 'visits']))).toEqual(before);
  const { doing, done, of } = gauge.read();
  expect([doing, done]).toEqual(['counting', of]);
  expect(of).toBeGreaterThanOrEqual(60);
  // As seen from another thread: the cells are what they share.
  new Gauge(gauge.cells).letGo();
  await expect(waiting.shown(asked, ['stock', 'visits'])).rejects.toThrow(LetGo);
  await expect(waiting.stands(asked)).rejects.toThrow(LetGo);
  expect(accepted(await figures.shown(asked, ['stock', 'visits']))).toEqual(before);
});

test('a table of places knows what it was told of each, however many they are', () => {
  const [table, map] = [new PlaceTable(), new Map<number, number>()];
  const placeOf = (n: number) => ((n * 7919) % 5000) * 60_000_000 * 27 + n * 31;
  for (let n = 0; n < 5000; n++) {
    table.set(placeOf(n), n * 2);
    map.set(placeOf(n), n * 2);
  }
  for (let n = 0; n < 5000; n += 3) {
    table.set(placeOf(n), n);
    map.set(placeOf(n), n);
  }
  expect([...map].filter(([place, value]) => table.get(place) !== value)).toEqual([]);
  expect([table.get(1), table.get(placeOf(5001))]).toEqual([-1, -1]);
});
