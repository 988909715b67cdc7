import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codeParts } from '../../../shared/station/code.ts';
import { ENTRY_KINDS } from '../../../shared/station/entry.ts';
import { NATION } from '../../../shared/station/region.ts';
import type { Station, UnionId } from '../../../shared/station/station.ts';
import { openTestServer, type TestServer } from '../../fixtures/make/server.ts';

let server: TestServer;
let stations: readonly Station[];
beforeAll(async () => {
  server = await openTestServer({ seed: 1_200 });
  const all: Station[] = [];
  await server.store.eachStation((page) => {
    all.push(...page);
  });
  stations = all;
});
afterAll(() => server.close());

describe('sowing a trial register', () => {
  test('puts every station in through the store, with its history', async () => {
    expect(stations).toHaveLength(1_200);
    expect(await server.store.verifyHistory()).toMatchObject({ brokenAt: null });
    const [first] = stations;
    expect(await server.store.historyOf(first?.id ?? '')).toMatchObject([
      { step: 'import', before: null, actor: 'system', reason: '示例数据' },
    ]);
  });

  test('gives them a past that ends as the register has them, told by history in its order', async () => {
    const left = stations.find(({ status }) => status === 'retired');
    const rows = await server.store.historyOf(left?.id ?? '');
    expect(rows.map(({ step }) => step)).toEqual(['import', 'rectify', 'propose-exit', 'open-notice', 'retire']);
    const days = rows.map(({ effectiveOn }) => effectiveOn);
    expect([...days].sort()).toEqual(days);
    expect(days[4]).toBe(left?.statusNote?.since);
    expect(rows[4]?.after.status).toBe('retired');
    const kept = stations.filter(({ status, rev }) => status === 'active' && rev > 1);
    expect(kept.length).toBeGreaterThan(50);
    expect(kept.length).toBeLessThan(200);
  });

  test('keeps a logbook for some of them, nothing in it older than the station', async () => {
    const filter = { only: null, station: null, from: null, to: null, openBefore: null, isWithdrawn: false } as const;
    const top = NATION as string as UnionId;
    const held = await server.store.entries({ ...filter, top, kind: null }, { after: null, limit: 1000 });
    expect(new Set(held.map(({ entry }) => entry.kind))).toEqual(new Set(ENTRY_KINDS));
    for (const { entry, station } of held) expect(entry.day >= (station?.openedOn ?? '')).toBe(true);
    for (const { station } of held) expect(station?.origin).toBe('synthetic');
  });

  test('gives no code that could be taken for a real one: type 9, origin synthetic, all different', () => {
    const codes = stations.flatMap(({ code }) => code ?? []);
    expect(codes).toHaveLength(1_200);
    expect(new Set(codes).size).toBe(1_200);
    for (const code of codes) expect(codeParts(code).type).toBe(9);
    for (const { origin } of stations) expect(origin).toBe('synthetic');
  });

  test('says 示例数据 wherever a station is answered', async () => {
    const { items } = await (await server.get('/api/v1/nearest?lng=113.68&lat=34.76&k=50')).json();
    expect(items).toHaveLength(50);
    for (const { station } of items) expect(station.origin).toBe('synthetic');
    expect((await (await server.get('/api/v1/config')).json()).synthetic).toBe(true);
  });

  test('sows kinds and states of every sort, and only published ones are served', async () => {
    for (const kind of ['station', 'driver-home', 'temporary-lodging', 'mobile'])
      expect(
        stations.some((each) => each.kind === kind),
        kind,
      ).toBe(true);
    for (const status of ['active', 'suspended', 'retired'])
      expect(
        stations.some((each) => each.status === status),
        status,
      ).toBe(true);
    const left = stations.filter(({ status }) => status === 'retired').length;
    expect((await (await server.get('/api/v1/health')).json()).stations).toBe(1_200 - left);
  });
});
