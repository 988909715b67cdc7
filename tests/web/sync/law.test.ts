import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openTable } from '../../../shared/feed/table.ts';
import { gcj02 } from '../../../shared/geo/point.ts';
import { instant } from '../../../shared/kernel/instant.ts';
import type { PublicStation } from '../../../shared/station/station.ts';
import { memoryStore } from '../../../web/local/memory.ts';
import type { Held } from '../../../web/local/store.ts';
import { makeHttp } from '../../../web/platform/http.ts';
import { utf8 } from '../../../web/platform/utf8.ts';
import { makeBoard } from '../../../web/sync/board.ts';
import { type PullWorld, pullRegion } from '../../../web/sync/pull.ts';
import { ORIGIN, sha256, timers } from '../../fixtures/web/phone.ts';
import { cut, FakeServer, problem, signIn } from '../../fixtures/web/server.ts';
import { cityAt } from './world.ts';

/** Two neighbouring cities, a dozen stations each, and as many that are not published at first. */
const [here, there] = [cityAt(60), cityAt(61)];
const pool = [...here.rows.slice(0, 18), ...there.rows.slice(0, 18)];

const KINDS = ['revise', 'rename', 'move', 'drop', 'publish'] as const;
type Step = { readonly kind: (typeof KINDS)[number]; readonly at: number; readonly mark: number };
type Whole = { readonly kind: 'build' } | { readonly kind: 'restore' };
type Pull = { readonly kind: 'pull'; readonly faults: readonly number[]; readonly pageSize: number };
type Act = Step | Whole | Pull;

const station: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom(...KINDS, 'publish' as const),
  at: fc.nat({ max: pool.length - 1 }),
  mark: fc.nat({ max: 99 }),
});
const pull: fc.Arbitrary<Act> = fc.record({
  kind: fc.constant('pull' as const),
  faults: fc.array(fc.nat({ max: 9 }), { maxLength: 6 }),
  pageSize: fc.integer({ min: 1, max: 8 }),
});
const whole: fc.Arbitrary<Act> = fc.constantFrom({ kind: 'build' }, { kind: 'build' }, { kind: 'restore' });
const story = fc.array(fc.oneof({ weight: 6, arbitrary: station }, { weight: 3, arbitrary: pull }, whole), {
  minLength: 5,
  maxLength: 30,
});

function act(server: FakeServer, one: Step | Whole): void {
  if (one.kind === 'restore') server.restore();
  if (one.kind === 'build' || one.kind === 'restore') {
    for (const { region } of [here, there]) server.build(region);
    return;
  }
  const row = pool[one.at];
  if (row === undefined) throw new Error('no such station');
  const now = server.rows.get(row.code);
  if (one.kind === 'publish') server.put(now ?? row);
  if (now === undefined) return;
  if (one.kind === 'drop') server.drop(row.code);
  else if (one.kind !== 'publish') server.put(changed(now, one.kind, one.mark));
}

function changed(row: PublicStation, kind: 'revise' | 'rename' | 'move', mark: number): PublicStation {
  if (kind === 'rename') return { ...row, name: `站 ${mark}` };
  if (kind === 'revise')
    return { ...row, status: mark % 2 === 0 ? 'active' : 'rectifying', publicPhone: `12351-${mark}` };
  const target = [here, there].find(({ rows }) => rows[0]?.region !== row.region)?.rows[mark % 3];
  if (target === undefined) throw new Error('nowhere to move to');
  return { ...row, region: target.region, point: gcj02(target.point.lng, target.point.lat), address: `迁到 ${mark}` };
}

/** What may happen to an answer on its way; between two pages the server may also commit. */
function lineOf(server: FakeServer, faults: readonly number[]): FakeServer['between'] {
  const left = [...faults];
  return async (path) => {
    const whole = () => server.answer(new URL(path, ORIGIN));
    switch (left.shift()) {
      case 0:
        return Promise.reject(new TypeError('no net'));
      case 1:
        return signIn();
      case 2:
        return problem(503);
      case 3:
        return cut(whole(), true);
      case 4:
        return cut(whole(), false);
      case 5:
        act(server, { kind: 'rename', at: server.seq % pool.length, mark: server.seq % 100 });
        return null;
      case 6:
        act(server, { kind: 'move', at: (server.seq * 7) % pool.length, mark: 1 });
        return null;
      default:
        return null;
    }
  };
}

describe('laws 1 and 2', () => {
  test('whatever happens to pages on their way, a phone that pulls to the end shows exactly what is published', async () => {
    let pulls = 0;
    await fc.assert(
      fc.asyncProperty(story, async (acts) => {
        const server = new FakeServer();
        server.put(...here.rows.slice(0, 9), ...there.rows.slice(0, 9));
        for (const { region } of [here, there]) server.build(region);
        const store = memoryStore([]);
        const http = makeHttp({ fetch: server.fetch, origin: ORIGIN, after: timers().after });
        const world: PullWorld = {
          http,
          store,
          now: () => instant(server.time),
          sha256,
          utf8,
          carry: makeBoard().carry,
          isWanted: () => true,
        };
        let held: (Held | null)[] = [null, null];
        const pullAll = async (): Promise<void> => {
          const pulled = [];
          for (const [i, { region }] of [here, there].entries())
            pulled.push(await pullRegion(region, held[i] ?? null, world));
          held = pulled.map((each) => each.held);
          pulls += 1;
        };
        server.resetOver = 6;
        for (const one of acts) {
          if (one.kind !== 'pull') {
            act(server, one);
            continue;
          }
          server.pageSize = one.pageSize;
          server.between = lineOf(server, one.faults);
          await pullAll();
          server.between = () => null;
        }
        await pullAll();
        const copies = held.flatMap((each) => (each === null ? [] : [each.city]));
        const table = openTable(copies, null, utf8);
        const query = { from: gcj02(108, 35), want: [], wantAny: [], unknownToo: false, k: 1000, passes: null };
        const shown = table.nearest(query).map(({ row }) => row.code);
        expect([...shown].sort()).toEqual([...server.rows.keys()].sort());
        const rows = [...server.rows.values()];
        expect(rows.map(({ code }) => table.station(code))).toEqual(rows);
        // What was stored is what is shown: rows and cursor are one write.
        for (const [i, { region }] of [here, there].entries()) expect(await store.load(region)).toBe(held[i]);
      }),
      { numRuns: 100 },
    );
    expect(pulls).toBeGreaterThan(200);
  }, 120_000);
});
