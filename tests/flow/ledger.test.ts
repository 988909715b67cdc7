import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTable } from '../../shared/feed/table.ts';
import { gcj02 } from '../../shared/geo/point.ts';
import { opensText, untilText } from '../../shared/station/hours-words.ts';
import { stationOpen } from '../../shared/station/open.ts';
import { SETTING_DEFAULTS } from '../../shared/station/settings.ts';
import { OPENABLE } from '../../shared/station/station.ts';
import { pullRegion } from '../../web/sync/pull.ts';
import { messyCsv, messyWorkbook } from '../fixtures/make/ledger.ts';
import { at, openTestServer, type TestServer } from '../fixtures/make/server.ts';
import { importInto, ledgerOf } from '../fixtures/make/server-import.ts';
import { listening, pullWorld } from '../fixtures/make/server-pull.ts';
import { utf8 } from '../fixtures/packs/utf8.ts';
import { region } from '../shared/station/sample.ts';

const ZHENGZHOU = region('410100');
let server: TestServer;
let wire: Awaited<ReturnType<typeof listening>>;
beforeEach(async () => {
  server = await openTestServer();
  wire = await listening(server);
});
afterEach(async () => {
  await wire.close();
  await server.close();
});

describe('from a clerk’s ledger to a worker’s list', () => {
  test('a worker in the street, without a net, reads what the ledger said', async () => {
    await importInto(server, await ledgerOf(await messyWorkbook(), '台账.xlsx'));
    const world = pullWorld(wire.origin, server.deps.now);
    const { held, fault } = await pullRegion(ZHENGZHOU, null, world);
    expect(fault).toBeNull();
    expect(held?.pack.checked).toBe('sha256');
    await wire.close();

    // From here on nobody answers: all there is is what the phone holds.
    const kept = await world.store.load(ZHENGZHOU);
    if (!kept) throw new Error('nothing was kept');
    const table = openTable([kept.city], null, utf8);
    const { calendar } = server.deps.model.peek();
    const lines = (when: string) => {
      const now = at(when);
      const found = table.nearest({
        from: gcj02(113.687, 34.767),
        want: ['water'],
        wantAny: [],
        unknownToo: false,
        k: 10,
        passes: null,
      });
      return found.map(({ row, distance }) => {
        const open = stationOpen(row, now, { calendar, settings: SETTING_DEFAULTS });
        const words = { open: '开门', closed: '关门', unknown: '不详' }[open.state];
        const until =
          open.state === 'open'
            ? untilText(open.until, now)
            : open.state === 'closed'
              ? opensText(open.opensAt, now)
              : '时间不详';
        return `${row.name} ${Math.round(distance)} 米 ${words} ${until}`;
      });
    };
    expect(lines('2026-11-26T14:20:00+08:00')).toEqual([
      '示例金水路驿站 56 米 开门 开到 17:30',
      '示例经三路驿站 985 米 开门 开到 17:30',
      '示例花园路驿站 1344 米 开门 24 小时',
      '示例高新驿站 12618 米 不详 时间不详',
    ]);
    expect(lines('2026-11-28T07:00:00+08:00').slice(0, 2)).toEqual([
      '示例金水路驿站 56 米 关门 今天 8:00 开门',
      '示例经三路驿站 985 米 关门 周一 8:30 开门',
    ]);
    const open = table.nearest({
      from: gcj02(113.687, 34.767),
      want: [],
      wantAny: [],
      unknownToo: false,
      k: 10,
      passes: (hours, status) => OPENABLE.includes(status) && hours.base.kind === 'always',
    });
    expect(open.map(({ row }) => row.name)).toEqual(['示例花园路驿站']);
  });

  test('a row answered later reaches the phone with its next pull, by a delta and no pack', async () => {
    await importInto(server, messyCsv());
    const world = pullWorld(wire.origin, server.deps.now);
    const first = await pullRegion(ZHENGZHOU, null, world);
    await importInto(server, messyCsv(), { acceptFlagged: true });
    const second = await pullRegion(ZHENGZHOU, first.held, world);
    expect(second.held?.pack).toEqual(first.held?.pack);
    const names = (held: typeof first.held) =>
      held
        ? openTable([held.city], null, utf8)
            .search('经三路', null, 9)
            .map(({ row }) => row.name)
            .sort()
        : [];
    expect(names(first.held)).toEqual(['示例经三路驿站']);
    expect(names(second.held)).toEqual(['示例经三路服务驿站', '示例经三路驿站']);
  });

  test('synthetic stations purged are off the phone with its next pull, and the register says it holds none', async () => {
    await importInto(server, messyCsv());
    const [real] = await server.store.stationsById((await ids()).slice(0, 1));
    if (!real) throw new Error('nothing imported');
    await server.register([
      { ...real, id: 'e'.repeat(32) as typeof real.id, name: '假想驿站', origin: 'synthetic', code: null, rev: 1 },
    ]);
    const config = async () => (await (await server.get('/api/v1/config')).json()).synthetic;
    const world = pullWorld(wire.origin, server.deps.now);
    const before = await pullRegion(ZHENGZHOU, null, world);
    expect(await config()).toBe(true);
    expect(await server.store.purgeSynthetic()).toBe(1);
    server.clock.now = (server.clock.now + 1000) as typeof server.clock.now;
    const after = await pullRegion(ZHENGZHOU, before.held, world);
    const table = after.held && openTable([after.held.city], null, utf8);
    expect(table?.size).toBe(4);
    expect(table?.search('假想', null, 5)).toEqual([]);
    expect(await config()).toBe(false);
  });
});

async function ids() {
  const all: Parameters<TestServer['store']['stationsById']>[0][number][] = [];
  await server.store.eachStation((stations) => {
    all.push(...stations.map(({ id }) => id));
  });
  return all;
}

test('what a phone asks for names no place but its city', async () => {
  const asked: string[] = [];
  const world = pullWorld(wire.origin, server.deps.now);
  const bytes = (path: string) => {
    asked.push(path);
    return world.http.bytes(path);
  };
  const file: typeof world.http.file = (path, carrying) => {
    asked.push(path);
    return world.http.file(path, carrying);
  };
  const http = { ...world.http, bytes, file };
  const first = await pullRegion(ZHENGZHOU, null, { ...world, http });
  await pullRegion(ZHENGZHOU, first.held, { ...world, http });
  expect(asked.length).toBeGreaterThanOrEqual(4);
  for (const path of asked)
    expect(path).toMatch(
      /^\/packs\/[0-9a-f]{64}$|^\/api\/v1\/feed\?region=410100(&epoch=[0-9a-f]{16}&after=\d+&since=\d+)?(&protocol=2)?$/,
    );
});
