import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { gcj02 } from '../../../shared/geo/point.ts';
import { instant } from '../../../shared/kernel/instant.ts';
import { toPublic } from '../../../shared/station/public.ts';
import type { PublicStation, Station } from '../../../shared/station/station.ts';
import { REGIONS } from '../../contract/world.ts';
import { openTestServer, revising, type TestServer } from '../../fixtures/make/server.ts';
import { ANYWHERE } from '../../fixtures/make/server-phone.ts';
import { region, sampleStation, stationId, union } from '../../shared/station/sample.ts';

const COUNTIES = ['410105', '410102', '410202', '110105'].map(region);
let server: TestServer;
beforeEach(async () => {
  server = await openTestServer({ regions: REGIONS, stations: many(0, 200) });
});
afterEach(() => server.close());

function many(from: number, count: number, over: Partial<Station> = {}): readonly Station[] {
  return Array.from({ length: count }, (_, at): Station => {
    const n = from + at + 1;
    const home = COUNTIES[n % 4] ?? region('410105');
    const point = gcj02(113 + (n % 100) / 100, 34 + Math.floor(n / 100) / 100);
    return {
      ...sampleStation({ name: `${n}号驿站` }),
      id: stationId(n),
      code: null,
      rev: 1,
      region: home,
      union: union(home),
      point,
      ...over,
    };
  });
}

async function stored(count: number): Promise<readonly Station[]> {
  return server.store.stationsById(Array.from({ length: count }, (_, n) => stationId(n + 1)));
}

/** The model, asked, holds exactly what the register publishes, in every field. */
async function expectExact(): Promise<void> {
  const published = new Map<string, PublicStation>();
  await server.store.eachPublished('CN', (rows) => {
    for (const { row } of rows) published.set(row.code, row);
  });
  const { table, seq } = await server.deps.model.current();
  expect(seq).toBe((await server.store.counter()).seq);
  expect(table.size).toBe(published.size);
  expect(
    table
      .nearest(ANYWHERE)
      .map(({ row }) => row.code)
      .sort(),
  ).toEqual([...published.keys()].sort());
  const rows = [...published.values()];
  expect(rows.map(({ code }) => table.station(code))).toEqual(rows);
}

/** Whoever looks later and later, until what is shown is what is stored. */
async function caughtUp(): Promise<void> {
  const { seq } = await server.store.counter();
  const look = async () => {
    server.clock.now = instant(server.clock.now + 1000);
    return (await server.deps.model.current()).seq;
  };
  await expect.poll(look).toBe(seq);
}

describe('the model that answers partners', () => {
  test('holds what was there when it was opened', expectExact);

  test('follows every kind of change, also of what only the full record shows', async () => {
    const [a, b, c, d, e] = await stored(5);
    if (!(a && b && c && d && e)) throw new Error('no stations');
    await server.apply([
      revising(a, { publicPhone: '0371-1', hostName: '某行', tier: 'smart-24h', stars: 4 }),
      revising(b, { status: 'retired' }, 'retire'),
      revising(c, { region: region('110105'), union: union('110105') }),
      revising(d, { point: gcj02(113.5, 34.9), aliases: ['别名'], name: '新名' }),
      revising(e, { amenities: { aed: { state: 'broken', note: '没电了', confirmedOn: null } } }),
    ]);
    await expectExact();
    const { table } = await server.deps.model.current();
    expect(d.code && table.station(d.code)).toEqual(
      toPublic({ ...d, point: gcj02(113.5, 34.9), aliases: ['别名'], name: '新名' }),
    );
  });

  test('is read anew beside when thousands of changes came at once; nobody waits, and all of them are in it then', async () => {
    const { seq: shown } = await server.deps.model.current();
    for (let from = 200; from < 1700; from += 500) await server.register(many(from, 500));
    const behind = await server.deps.model.current();
    expect([behind.seq, behind.table.size]).toEqual([shown, 200]);
    await caughtUp();
    await expectExact();
    const stations = await stored(1700);
    for (let from = 0; from < 1700; from += 850) {
      await server.apply(
        stations
          .slice(from, from + 850)
          .map((each) => revising(each, { publicPhone: `0371-${from}`, name: `${each.name}乙` })),
      );
      await expectExact();
    }
    await caughtUp();
    await expectExact();
  });

  test('does not look again within half a second, so that a crowd costs one question', async () => {
    await server.deps.model.current();
    const [a] = await stored(1);
    if (!a) throw new Error('no stations');
    const before = server.clock.now;
    await server.apply([revising(a, { name: '刚改的' })]);
    server.clock.now = instant(before + 400);
    const name = async () => {
      const held = a.code && (await server.deps.model.current()).table.station(a.code);
      return held && 'name' in held ? held.name : null;
    };
    expect(await name()).toBe(a.name);
    server.clock.now = instant(before + 1400);
    expect(await name()).toBe('刚改的');
  });

  test('says whether synthetic stations are among those shown, as they come and go', async () => {
    const synthetic = async () => (await server.deps.model.current()).synthetic;
    expect(await synthetic()).toBe(false);
    const [made] = await server.register(many(300, 1, { origin: 'synthetic' }));
    expect(await synthetic()).toBe(true);
    if (made) await server.apply([revising(made, { status: 'retired' }, 'retire')]);
    expect(await synthetic()).toBe(false);
  });

  test('a hundred askers at once cost one look: each is answered from one whole state, before it or after', async () => {
    const [a] = await stored(1);
    const { seq } = await server.deps.model.current();
    if (!a) throw new Error('no stations');
    await server.apply([revising(a, { name: '新名' })]);
    const states = await Promise.all(Array.from({ length: 100 }, () => server.deps.model.current()));
    for (const state of new Set(states)) {
      const held = a.code && state.table.station(a.code);
      expect(held && 'name' in held && held.name).toBe(state.seq === seq ? a.name : '新名');
    }
    expect(new Set(states).size).toBeLessThanOrEqual(2);
    await expectExact();
  });
});
