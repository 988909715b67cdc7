import { describe, expect, test } from 'vitest';
import { openTable } from '../../../shared/feed/table.ts';
import { instant } from '../../../shared/kernel/instant.ts';
import { memoryStore } from '../../../web/local/memory.ts';
import type { LocalStore } from '../../../web/local/store.ts';
import { makeHttp } from '../../../web/platform/http.ts';
import { utf8 } from '../../../web/platform/utf8.ts';
import { makeBoard } from '../../../web/sync/board.ts';
import { type PullWorld, pullRegion } from '../../../web/sync/pull.ts';
import { ORIGIN, sha256, timers } from '../../fixtures/web/phone.ts';
import { cut, type FakeServer, problem, signIn } from '../../fixtures/web/server.ts';
import { cityAt, codes, codesOf, serverOf } from './world.ts';

const { region, rows } = cityAt(60);
const [first, second, third, fourth] = rows;
if (first === undefined || second === undefined || third === undefined || fourth === undefined)
  throw new Error('the city is too small');

function worldOf(server: FakeServer, store: LocalStore = memoryStore([]), secure = true): PullWorld {
  const http = makeHttp({ fetch: server.fetch, origin: ORIGIN, after: timers().after });
  return {
    http,
    store,
    now: () => instant(server.time + 5),
    sha256: secure ? sha256 : null,
    utf8,
    carry: makeBoard().carry,
    isWanted: () => true,
  };
}

describe('pulling a city', () => {
  test('begins with its pack and ends at the server’s last seq, and asks for nothing twice', async () => {
    const server = serverOf(60);
    server.put({ ...first, name: '换了名字的站' });
    const { held, fault, unstored } = await pullRegion(region, null, worldOf(server));
    expect([fault, unstored]).toEqual([null, null]);
    expect(held?.city.cursor).toBe(server.seq);
    expect(held?.pack.checked).toBe('sha256');
    expect(held?.serverTime).toBe(server.time);
    expect(held?.checkedAt).toBe(server.time + 5);
    const table = held === null ? null : openTable([held.city], null, utf8);
    expect(codesOf(table)).toEqual(codes(server.published(region)));
    expect(table?.station(first.code)).toEqual({ ...first, name: '换了名字的站' });
    expect(server.asked.map((path) => path.split('?')[0])).toEqual([
      '/api/v1/feed',
      expect.stringMatching(/^\/packs\/[0-9a-f]{64}$/),
      '/api/v1/feed',
    ]);
  });

  test('then brings only what changed, and a station that left says why', async () => {
    const server = serverOf(60);
    const world = worldOf(server);
    const before = await pullRegion(region, null, world);
    server.put({ ...second, address: '新址路 1 号' });
    server.drop(third.code, 'merged', first.code);
    server.asked.length = 0;
    const { held } = await pullRegion(region, before.held, world);
    expect(server.asked).toHaveLength(1);
    expect(held?.city.columns).toBe(before.held?.city.columns);
    const table = held === null ? null : openTable([held.city], null, utf8);
    expect(table?.station(second.code)).toMatchObject({ address: '新址路 1 号' });
    expect(table?.station(third.code)).toMatchObject({ op: 'drop', reason: 'merged', successor: first.code });
    expect(codesOf(table)).toEqual(codes(server.published(region)));
  });

  test('page by page comes to the same, also for a change that was stepped over because its mark moved on', async () => {
    const server = serverOf(60);
    const world = worldOf(server);
    const before = await pullRegion(region, null, world);
    server.pageSize = 2;
    server.put({ ...third, publicPhone: '0371-00000000' });
    server.put({ ...first, name: '甲' }, { ...second, name: '乙' }, { ...fourth, name: '丁' });
    // Its telephone changed before the first page ends, its mark stands behind it.
    server.put({ ...third, publicPhone: '0371-00000000', name: '丙' });
    server.asked.length = 0;
    const { held } = await pullRegion(region, before.held, world);
    expect(server.asked).toHaveLength(2);
    const table = held === null ? null : openTable([held.city], null, utf8);
    expect(table?.station(third.code)).toEqual({ ...third, publicPhone: '0371-00000000', name: '丙' });
    expect(table?.station(first.code)).toMatchObject({ name: '甲' });
  });

  test('after a restored backup starts over, and numbers of before hide nothing', async () => {
    const server = serverOf(60);
    const world = worldOf(server);
    const whole = await pullRegion(region, null, world);
    server.drop(first.code);
    const before = await pullRegion(region, whole.held, world);
    const [dropped] = before.held?.city.drops.values() ?? [];
    server.restore();
    server.build(region);
    server.put(first);
    // The number it comes back under is lower than the one it left under, in another epoch.
    expect(server.seq).toBeLessThan(dropped?.seq ?? 0);
    const { held, fault } = await pullRegion(region, before.held, world);
    expect(fault).toBeNull();
    expect(held?.city.columns.epoch).toBe(server.epoch);
    expect(codesOf(held === null ? null : openTable([held.city], null, utf8))).toEqual(codes(server.published(region)));
  });

  test('takes a pack in place of a delta that grew too long', async () => {
    const server = serverOf(60);
    const world = worldOf(server);
    const before = await pullRegion(region, null, world);
    server.resetOver = 3;
    server.put(...rows.slice(0, 10).map((row) => ({ ...row, name: `${row.name}新` })));
    const pack = server.build(region);
    const { held } = await pullRegion(region, before.held, world);
    expect(held?.pack.hash).toBe(pack.hash);
    expect(held?.city.overlay.size).toBe(0);
  });
});

describe('an answer that is none writes nothing', () => {
  const faults: readonly [string, () => Promise<Response> | Response, string][] = [
    ['a sign-in page', () => signIn(), 'captive'],
    ['a redirect to one', () => Response.redirect('https://portal.example/login', 302), 'captive'],
    ['nothing at all', () => Promise.reject(new TypeError('failed to fetch')), 'offline'],
    ['503 while the server starts', () => problem(503, { 'retry-after': '7' }), 'server'],
    ['502 of what stands before it', () => new Response('<html>bad gateway</html>', { status: 502 }), 'server'],
    ['the right type and other bytes', () => new Response('ok', { headers: OCTETS }), 'captive'],
    ['an empty body', () => new Response('', { headers: OCTETS }), 'truncated'],
  ];
  const OCTETS = { 'content-type': 'application/octet-stream' };

  test.each(faults)('%s', async (_, answer, kind) => {
    const server = serverOf(60);
    const world = worldOf(server);
    const before = await pullRegion(region, null, world);
    server.put({ ...first, name: '没传到' });
    server.between = answer;
    const after = await pullRegion(region, before.held, world);
    expect(after.fault?.kind).toBe(kind);
    expect(after.held).toBe(before.held);
    expect(await world.store.load(region)).toEqual(before.held);
  });

  test('a 503 says when to come again', async () => {
    const server = serverOf(60);
    server.between = () => problem(503, { 'retry-after': '7' });
    const { fault } = await pullRegion(region, null, worldOf(server));
    expect(fault).toEqual({ kind: 'server', status: 503, retryMs: 7000 });
  });

  test('a city that the server does not know is no fault, and nothing is stored', async () => {
    const server = serverOf(60);
    server.between = () => problem(404);
    const world = worldOf(server);
    expect(await pullRegion(cityAt(61).region, null, world)).toEqual({ held: null, fault: null, unstored: null });
    expect(await world.store.regions()).toEqual([]);
  });

  test('a pack that is gone from the server is a fault', async () => {
    const server = serverOf(60);
    server.between = (path) => (path.startsWith('/packs/') ? problem(404) : null);
    const { fault } = await pullRegion(region, null, worldOf(server));
    expect(fault).toEqual({ kind: 'server', status: 404, retryMs: null });
  });

  test.each([true, false])('a body that breaks off, its length told: %s', async (told) => {
    for (const part of ['/api/v1/feed', '/packs/']) {
      const server = serverOf(60);
      server.between = (path) => (path.startsWith(part) ? cut(server.answer(new URL(path, ORIGIN)), told) : null);
      const world = worldOf(server);
      const pulled = await pullRegion(region, null, world);
      expect(pulled).toMatchObject({ held: null, fault: { kind: 'truncated' } });
      expect(await world.store.regions()).toEqual([]);
    }
  });

  test('a pack that is sound in itself, but not the one the feed named', async () => {
    const phone = (digits: string) => ({ ...first, publicPhone: `0371-${digits}` });
    const packed = (row: typeof first) => {
      const server = serverOf();
      server.put(row, second);
      return { server, pack: server.build(region) };
    };
    const { server, pack } = packed(phone('11111111'));
    const forged = packed(phone('22222222'));
    expect([forged.pack.bytes, forged.pack.seq]).toEqual([pack.bytes, pack.seq]);
    server.between = (path) =>
      path === `/packs/${pack.hash}` ? forged.server.answer(new URL(`/packs/${forged.pack.hash}`, ORIGIN)) : null;
    const { held, fault } = await pullRegion(region, null, worldOf(server));
    expect([held, fault?.kind]).toEqual([null, 'truncated']);
  });

  test('the pack of another city under the right hash', async () => {
    const server = serverOf(60, 61);
    const other = server.build(cityAt(61).region);
    server.between = (path) =>
      path.startsWith('/api/v1/feed') ? server.answer(new URL(path.replace(region, cityAt(61).region), ORIGIN)) : null;
    expect(other.hash).toHaveLength(64);
    const { held, fault } = await pullRegion(region, null, worldOf(server));
    expect([held, fault]).toEqual([null, { kind: 'server', status: 200, retryMs: null }]);
  });

  test('without crypto.subtle a pack is taken by length and checksums, and marked so', async () => {
    const server = serverOf(60);
    const { held } = await pullRegion(region, null, worldOf(server, memoryStore([]), false));
    expect(held?.pack.checked).toBe('length');
    server.between = async (path) => {
      if (!path.startsWith('/packs/')) return null;
      const bytes = new Uint8Array(await server.answer(new URL(path, ORIGIN)).arrayBuffer());
      bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
      return new Response(bytes, { headers: { 'content-type': 'application/octet-stream' } });
    };
    const flipped = await pullRegion(region, null, worldOf(server, memoryStore([]), false));
    expect([flipped.held, flipped.fault?.kind]).toEqual([null, 'truncated']);
  });
});

describe('answers lost, late or twice', () => {
  test('a lost answer is asked for again from the same place', async () => {
    const server = serverOf(60);
    const world = worldOf(server);
    const before = await pullRegion(region, null, world);
    server.put({ ...first, name: '丢过一次' });
    let lost = 0;
    server.between = (path) => {
      server.answer(new URL(path, ORIGIN));
      lost += 1;
      return lost === 1 ? Promise.reject(new TypeError('lost')) : null;
    };
    const failed = await pullRegion(region, before.held, world);
    const again = await pullRegion(region, failed.held, world);
    expect(again.held?.city.overlay.get(first.code)?.pieces.text?.name).toBe('丢过一次');
    expect(server.asked.slice(-2)).toEqual([server.asked.slice(-2)[0], server.asked.slice(-2)[0]]);
  });

  test('a page answered twice, or an old one late, changes nothing', async () => {
    const server = serverOf(60);
    const world = worldOf(server);
    const before = await pullRegion(region, null, world);
    server.put({ ...first, name: '一' });
    const recorded: Response[] = [];
    server.between = (path) => {
      recorded.push(server.answer(new URL(path, ORIGIN)));
      return null;
    };
    const one = await pullRegion(region, before.held, world);
    server.put({ ...first, name: '二' });
    const two = await pullRegion(region, one.held, world);
    // The answer to the first question comes to the third: a proxy that served what it remembered.
    server.between = () => recorded[0]?.clone() ?? null;
    const late = await pullRegion(region, two.held, world);
    expect(late.fault).toBeNull();
    expect(late.held?.city.cursor).toBe(two.held?.city.cursor);
    expect(late.held?.city.overlay.get(first.code)?.pieces.text?.name).toBe('二');
  });
});
