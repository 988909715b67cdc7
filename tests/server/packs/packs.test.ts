import { readdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packDue } from '../../../server/feature/packs/due.ts';
import { rangeOf } from '../../../server/feature/packs/range.ts';
import type { PackRef } from '../../../shared/feed/feed.ts';
import { decodePack } from '../../../shared/feed/pack-decode.ts';
import { openTestServer, sha256, type TestServer } from '../../fixtures/make/server.ts';
import { utf8 } from '../../fixtures/packs/utf8.ts';
import { handMadeStations } from '../../fixtures/world/stations.ts';
import { region } from '../../shared/station/sample.ts';

const ZHENGZHOU = region('410100');
let server: TestServer;
let pack: PackRef;
beforeAll(async () => {
  server = await openTestServer({ stations: handMadeStations() });
  pack = await server.pack(ZHENGZHOU);
});
afterAll(() => server.close());

const ask = (headers: Record<string, string>) => server.get(`/packs/${pack.hash}`, headers);
const bodyOf = async (response: Response) => new Uint8Array(await response.arrayBuffer());

describe('a pack over HTTP', () => {
  test.each([
    ['br, gzip', 'br', brotliDecompressSync],
    ['gzip, deflate', 'gzip', gunzipSync],
    ['identity', null, (bytes: Uint8Array) => bytes],
    ['', null, (bytes: Uint8Array) => bytes],
  ])('asked for with "%s" comes as %s, whole, with its length', async (accepts, encoding, unpack) => {
    const response = await ask({ 'accept-encoding': accepts });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-encoding')).toBe(encoding);
    expect(response.headers.get('vary')).toBe('accept-encoding');
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    const body = await bodyOf(response);
    expect(response.headers.get('content-length')).toBe(String(body.length));
    const plain = unpack(body);
    expect(plain.length).toBe(pack.bytes);
    expect(sha256(plain)).toBe(pack.hash);
  });

  test('may be kept for ever, and answers 304 to who has it', async () => {
    expect((await ask({})).headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const again = await ask({ 'if-none-match': `"${pack.hash}"` });
    expect(again.status).toBe(304);
    expect(again.headers.get('etag')).toBe(`"${pack.hash}"`);
    expect(await again.text()).toBe('');
  });

  test.each(['0'.repeat(64), 'F'.repeat(64), '..%2f..%2fxiejiao.db', 'x'])(
    'of an unknown hash %s is not found and never kept',
    async (hash) => {
      const response = await server.get(`/packs/${hash}`, { 'if-none-match': `"${hash}"` });
      expect(response.status).toBe(404);
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(await response.json()).toMatchObject({ kind: 'not-found' });
    },
  );

  test('stands in the manifest with its length and the place it is exact at', async () => {
    const { epoch, packs } = await (await server.get('/api/v1/packs')).json();
    const [body, sent] = [await bodyOf(await ask({})), await bodyOf(await ask({ 'accept-encoding': 'br' }))];
    const decoded = decodePack(body, utf8);
    const stations = decoded.ok ? decoded.value.core.n : 0;
    expect(stations).toBeGreaterThan(1);
    expect(packs['410100']).toEqual({ ...pack, sent: sent.length, stations });
    expect(decoded.ok && decoded.value).toMatchObject({ region: '410100', epoch, seq: pack.seq, asOf: pack.asOf });
  });

  test('a part is one of the plain bytes, so that whoever unpacked the beginning can go on', async () => {
    const whole = await bodyOf(await ask({}));
    const half = whole.length >> 1;
    for (const accepts of ['br, gzip', 'identity']) {
      const rest = await ask({ range: `bytes=${half}-`, 'accept-encoding': accepts });
      expect(rest.status).toBe(206);
      expect(rest.headers.get('content-encoding')).toBeNull();
      expect(rest.headers.get('content-range')).toBe(`bytes ${half}-${whole.length - 1}/${whole.length}`);
      expect(rest.headers.get('content-length')).toBe(String(whole.length - half));
      expect(await bodyOf(rest)).toEqual(whole.slice(half));
    }
    const middle = await ask({ range: 'bytes=10-19', 'if-range': `"${pack.hash}"` });
    expect(await bodyOf(middle)).toEqual(whole.slice(10, 20));
    expect(await bodyOf(await ask({ range: 'bytes=-7' }))).toEqual(whole.slice(-7));
  });

  test('a part beyond the end, or of another pack, or several parts, is answered as the rules say', async () => {
    const beyond = await ask({ range: `bytes=${pack.bytes}-` });
    expect(beyond.status).toBe(416);
    expect(beyond.headers.get('content-range')).toBe(`bytes */${pack.bytes}`);
    expect(beyond.headers.get('cache-control')).toBe('no-store');
    const wholes = [{ 'if-range': '"other"', range: 'bytes=5-' }, { range: 'bytes=0-1,4-5' }, { range: 'rows=1-2' }];
    for (const headers of wholes) {
      const response = await ask(headers);
      expect(response.status).toBe(200);
      expect((await bodyOf(response)).length).toBe(pack.bytes);
    }
  });

  test('of a city holds its published stations alone; the core all of them without a text', async () => {
    const city = decodePack(await bodyOf(await ask({})), utf8);
    const core = decodePack(await bodyOf(await server.get(`/packs/${(await server.pack('CN')).hash}`)), utf8);
    if (!city.ok || !core.ok) throw new Error('a pack is refused');
    const published = handMadeStations().filter(
      ({ status }) => !['retired', 'merged', 'submitted', 'draft'].includes(status),
    );
    expect(core.value.core.n).toBe(published.length);
    expect(city.value.core.n).toBe(published.filter((station) => station.region.startsWith('4101')).length);
    expect(core.value.list).toBeNull();
    expect(city.value.list).not.toBeNull();
  });

  test('built again with nothing changed but the hour is a new file; the old one stays to be fetched', async () => {
    server.clock.now = (server.clock.now + 3_600_000) as typeof server.clock.now;
    const next = await server.pack(ZHENGZHOU);
    expect(next.hash).not.toBe(pack.hash);
    for (const { hash } of [pack, next]) expect((await server.get(`/packs/${hash}`)).status).toBe(200);
  });
});

describe('old packs', () => {
  test('are swept a week after nothing names them, with all their forms; named ones never', async () => {
    const { packs } = server.deps;
    const folder = join(server.folder, 'packs');
    const named = new Set([...(await server.store.packs()).values()].map(({ hash }) => hash));
    const now = Date.now();
    const aged = async (days: number) => {
      const when = new Date(now - days * 86_400_000);
      for (const name of await readdir(folder)) await utimes(join(folder, name), when, when);
    };
    await aged(6);
    expect(await packs.sweep(named, now)).toBe(0);
    await aged(8);
    const before = await readdir(folder);
    const left = before.filter((name) => named.has(name.slice(0, 64)));
    expect(await packs.sweep(named, now)).toBe(before.length - left.length);
    expect(before.length - left.length).toBeGreaterThan(0);
    expect((await readdir(folder)).sort()).toEqual(left.sort());
  });
});

describe('a Range header', () => {
  test.each([
    ['bytes=0-', { from: 0, to: 100 }],
    ['bytes=99-', { from: 99, to: 100 }],
    ['bytes=10-19', { from: 10, to: 20 }],
    ['bytes=10-999', { from: 10, to: 100 }],
    ['bytes=-30', { from: 70, to: 100 }],
    ['bytes=-300', { from: 0, to: 100 }],
    ['bytes=100-', 'beyond'],
    ['bytes=-0', 'beyond'],
    ['bytes=20-10', null],
    ['bytes=-', null],
    ['bytes=1-2,3-4', null],
    ['bytes=a-', null],
    ['lines=1-2', null],
  ])('%s of 100 bytes', (header, range) => {
    expect(rangeOf(header, 100)).toEqual(range);
  });
});

describe('when a pack is built again', () => {
  test.each([
    { what: 'there is none, or its file is lost', rows: 100, changes: 0, usable: false, due: 'now' },
    { what: 'nothing changed', rows: 100, changes: 0, usable: true, due: null },
    { what: 'a few changes', rows: 100, changes: 1, usable: true, due: 'nightly' },
    { what: 'a small city has changed much', rows: 100, changes: 256, usable: true, due: 'nightly' },
    { what: 'a small city has changed more', rows: 100, changes: 257, usable: true, due: 'now' },
    { what: 'two parts in a hundred of a large one', rows: 20_000, changes: 400, usable: true, due: 'nightly' },
    { what: 'more than that', rows: 20_000, changes: 401, usable: true, due: 'now' },
  ])('$what', ({ rows, changes, usable, due }) => {
    expect(packDue({ feed: ZHENGZHOU, rows, changes }, usable)).toBe(due);
  });
});
