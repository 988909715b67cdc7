import { connect } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { decodeReply } from '../../../shared/feed/delta-decode.ts';
import { PROTOCOL } from '../../../shared/feed/feed.ts';
import type { ReplyPatch } from '../../../shared/feed/patch.ts';
import { UNKNOWN_HOURS } from '../../../shared/station/hours.ts';
import type { Station, StationId } from '../../../shared/station/station.ts';
import { openTestServer, revising, type TestServer } from '../../fixtures/make/server.ts';
import { FeedPhone } from '../../fixtures/make/server-phone.ts';
import { utf8 } from '../../fixtures/packs/utf8.ts';
import { handMadeStations } from '../../fixtures/world/stations.ts';
import { region } from '../../shared/station/sample.ts';

const ZHENGZHOU = region('410100');
let server: TestServer;
let stations: readonly Station[];
beforeEach(async () => {
  server = await openTestServer({ stations: handMadeStations() });
  stations = await server.store.stationsById(handMadeStations().map(({ id }) => id));
});
afterEach(() => server.close());

async function feed(query: string): Promise<ReplyPatch> {
  const response = await server.get(`/api/v1/feed?${query}`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/octet-stream');
  const reply = decodeReply(new Uint8Array(await response.arrayBuffer()), utf8);
  if (!reply.ok) throw new Error(JSON.stringify(reply.refusal));
  return reply.value;
}

function named(name: string): Station {
  const station = stations.find((each) => each.name === name);
  if (!station) throw new Error(name);
  return station;
}

describe('the feed', () => {
  test('answers a phone without a cursor with the pack to begin from, built when there is none', async () => {
    const reply = await feed('region=410100');
    if (reply.kind !== 'reset') throw new Error(reply.kind);
    expect((await server.store.packs()).get(ZHENGZHOU)).toEqual(reply.pack);
    expect((await server.get(`/packs/${reply.pack.hash}`)).status).toBe(200);
  });

  test('answers a cursor of another epoch, and one ahead of the register, with a reset', async () => {
    const { epoch, seq } = await server.store.counter();
    const kind = async (query: string) => (await feed(`region=410100&${query}`)).kind;
    expect(await kind(`epoch=${epoch}&after=${seq}`)).toBe('delta');
    expect(await kind(`epoch=${epoch}&after=${seq + 1}`)).toBe('reset');
    expect(await kind(`epoch=${'f'.repeat(16)}&after=${seq}`)).toBe('reset');
    expect(await kind(`epoch=${epoch}`)).toBe('reset');
    expect(await kind(`after=${seq}`)).toBe('reset');
  });

  test('says the server’s time, where to go on from, and that this is all', async () => {
    const { epoch, seq } = await server.store.counter();
    expect(await feed(`region=410100&epoch=${epoch}&after=${seq}`)).toEqual({
      kind: 'delta',
      epoch,
      next: seq,
      done: true,
      serverTime: server.clock.now,
      changes: [],
    });
  });

  test('says why a station was given up to who reads that, and to an app of the first protocol nothing new', async () => {
    const { epoch, seq } = await server.store.counter();
    const gone = { ...revising(named('中原驿站'), { status: 'retired' }, 'retire'), reason: 'SAFETY 墙裂了' };
    await server.apply([gone]);
    const ask = async (protocol: string) => {
      const response = await server.get(`/api/v1/feed?region=410100&epoch=${epoch}&after=${seq}${protocol}`);
      const bytes = new Uint8Array(await response.arrayBuffer());
      const reply = decodeReply(bytes, utf8);
      if (!reply.ok || reply.value.kind !== 'delta') throw new Error('no delta');
      return { version: bytes[2], drop: reply.value.changes[0] };
    };
    const drop = { op: 'drop', reason: 'retired' };
    expect(await ask('')).toMatchObject({ version: 1, drop: { ...drop, exit: null } });
    expect(await ask('&protocol=1')).toMatchObject({ version: 1, drop: { ...drop, exit: null } });
    expect(await ask('&protocol=2')).toMatchObject({ version: 2, drop: { ...drop, exit: 'SAFETY' } });
    // An app of tomorrow is told what this server can say.
    expect(await ask('&protocol=9')).toMatchObject({ version: PROTOCOL, drop: { ...drop, exit: 'SAFETY' } });
    expect((await server.get('/api/v1/feed?region=410100&protocol=0')).status).toBe(400);
  });

  test('names to each city its own changes alone, to the nation all', async () => {
    const { epoch, seq } = await server.store.counter();
    const zhongyuan = named('中原驿站');
    await server.apply([revising(zhongyuan, { publicPhone: '0371-1' })]);
    await server.apply([revising(named('朝阳驿站'), { status: 'suspended' }, 'suspend')]);
    // The core has no telephone: what only a city shows is not worth a byte there.
    const codes = async (name: string) => {
      const reply = await feed(`region=${name}&epoch=${epoch}&after=${seq}&since=${seq}`);
      return reply.kind === 'delta' ? reply.changes.map(({ code }) => code) : [];
    };
    expect(await codes('410100')).toEqual([zhongyuan.code]);
    expect(await codes('410200')).toEqual([]);
    expect(await codes('CN')).toEqual([named('朝阳驿站').code]);
  });

  test('a whole province, a county and a place nobody knows have no feed, and none is made for them', async () => {
    for (const name of ['410000', '410105', '123456', '000000'])
      expect((await server.get(`/api/v1/feed?region=${name}`)).ok, name).toBe(false);
    expect([...(await server.store.packs()).keys()]).toEqual([]);
  });

  test('a region that stands as its own city has one: 东莞, 济源, 香港', async () => {
    for (const name of ['441900', '419001', '810000']) expect((await feed(`region=${name}`)).kind, name).toBe('reset');
  });

  test('is packed only where that is shorter', async () => {
    const { epoch, seq } = await server.store.counter();
    const ask = async (after: number) =>
      server.get(`/api/v1/feed?region=410100&epoch=${epoch}&after=${after}`, { 'accept-encoding': 'br' });
    expect((await ask(seq)).headers.get('content-encoding')).toBeNull();
    const all = await ask(0);
    expect(all.headers.get('content-encoding')).toBe('br');
    expect(all.headers.get('content-length')).toBe(String((await all.arrayBuffer()).byteLength));
  });

  test('a delta of many pages is pulled to its end; dearer than half a newer pack, it is a pack', async () => {
    const phone = new FeedPhone(server.get, [ZHENGZHOU]);
    await phone.pullToTheEnd();
    const behind = new FeedPhone(server.get, [ZHENGZHOU]);
    await behind.pullToTheEnd();
    const model = named('中原驿站');
    const many = (from: number) =>
      Array.from({ length: 600 }, (_, n) => ({
        ...model,
        id: (from + n).toString(16).padStart(32, '0d') as StationId,
        code: null,
        rev: 1,
        name: `新${from + n}号`,
      }));
    await server.register(many(0));
    await server.register(many(600));
    expect(await phone.ask(ZHENGZHOU)).toBe('delta');
    expect(phone.inFlight[0]?.delta).toMatchObject({ done: false, changes: { length: 1000 } });
    await phone.pullToTheEnd();
    expect(phone.packs).toBe(1);
    await server.pack(ZHENGZHOU);
    expect(await behind.ask(ZHENGZHOU)).toBe('reset');
    await behind.pullToTheEnd();
    expect(behind.table().size).toBe(phone.table().size);
    expect(behind.table().size).toBe(
      1200 + stations.filter((each) => each.code && each.region.startsWith('4101')).length - 2,
    );
  });
});

const fact = { state: 'yes', note: null, confirmedOn: null } as const;

describe('one station changed', () => {
  /** Everything a socket receives for one question, and what of it is the body. */
  async function overSocket(path: string): Promise<{ readonly whole: Buffer; readonly body: Buffer }> {
    const listener = createAdaptorServer({ fetch: server.app.fetch });
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
    const address = listener.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    try {
      const whole = await new Promise<Buffer>((resolve, reject) => {
        const parts: Buffer[] = [];
        const socket = connect(address.port, '127.0.0.1', () =>
          socket.write(
            `GET ${path} HTTP/1.1\r\nHost: a\r\nAccept-Encoding: gzip, deflate, br\r\nConnection: close\r\n\r\n`,
          ),
        );
        socket.on('data', (part) => parts.push(part));
        socket.on('end', () => resolve(Buffer.concat(parts)));
        socket.on('error', reject);
      });
      return { whole, body: whole.subarray(whole.indexOf('\r\n\r\n') + 4) };
    } finally {
      listener.close();
    }
  }

  test.each([
    [
      'its door is shut for a while',
      { status: 'suspended', statusNote: { reason: '停电', since: '2026-11-26', until: '2026-11-28' } },
    ],
    ['its water is broken', { amenities: { water: { state: 'broken', note: null, confirmedOn: null }, aed: fact } }],
    ['it was confirmed', { verified: 'on-site', verifiedOn: '2026-11-26' }],
    ['it opens at other hours', { hours: { ...UNKNOWN_HOURS, base: { kind: 'always' }, raw: '24小时' } }],
  ] as const)('%s: a phone that has its city gets it in 120 bytes, 400 with all headers', async (_, over) => {
    const phone = new FeedPhone(server.get, [ZHENGZHOU]);
    await phone.pullToTheEnd();
    await server.apply([revising(named('中原驿站'), over as Partial<Station>)]);
    const city = phone.held.get(ZHENGZHOU);
    const query = `region=410100&epoch=${city?.columns.epoch}&after=${city?.cursor}&since=${city?.whole}`;
    const { whole, body } = await overSocket(`/api/v1/feed?${query}`);
    expect(whole.toString('latin1')).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(body.length).toBeGreaterThan(20);
    expect(body.length).toBeLessThanOrEqual(120);
    expect(whole.length).toBeLessThanOrEqual(400);
    await phone.pullToTheEnd();
    const code = named('中原驿站').code;
    expect(code && phone.table().station(code)).toMatchObject(over);
  });
});
