import { writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readTiles, tileHosts } from '../../../server/feature/ground/tiles.ts';
import { openTiles } from '../../../server/tiles-file.ts';
import { tileProvidersIn } from '../../../shared/wire/tiles.ts';
import { sentence } from '../../../shared/words/sentence.ts';
import { dropFolder } from '../../fixtures/make/folder.ts';
import { openTestServer, type TestServer } from '../../fixtures/make/server.ts';

const TIANDITU = {
  id: 'tianditu',
  name: '天地图',
  kind: 'wmts',
  url: 'https://t{s}.tianditu.gov.cn/vec_w/wmts?TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk={key}',
  overlays: ['https://t{s}.tianditu.gov.cn/cva_w/wmts?TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk={key}'],
  subdomains: ['0', '1'],
  crs: 'wgs84',
  attribution: '天地图',
  reviewNumber: '审图号：GS（2024）0000号',
  key: 'abc123',
};
const OWN = {
  id: 'own',
  name: '本市地图',
  kind: 'xyz',
  url: '/tiles/{z}/{x}/{y}.png',
  crs: 'gcj02',
  attribution: '某市规划局',
  reviewNumber: '审图号：某S（2025）1号',
};
const read = (...entries: readonly object[]) => readTiles(JSON.stringify(entries));

describe("the operator's street tiles", () => {
  test('are read, with the key in its place and the usual zooms', () => {
    const tiles = read(TIANDITU, OWN);
    expect(tiles.ok && tiles.value[0]).toMatchObject({ id: 'tianditu', crs: 'wgs84', minZoom: 1, maxZoom: 18 });
    expect(tiles.ok && tiles.value[0]?.urls).toEqual([
      'https://t{s}.tianditu.gov.cn/vec_w/wmts?TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=abc123',
      'https://t{s}.tianditu.gov.cn/cva_w/wmts?TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=abc123',
    ]);
    expect(tiles.ok && 'key' in (tiles.value[0] ?? {})).toBe(false);
  });

  test.each([
    ['attribution', { ...OWN, attribution: undefined }],
    ['attribution', { ...OWN, attribution: '  ' }],
    ['reviewNumber', { ...OWN, reviewNumber: undefined }],
    ['reviewNumber', { ...OWN, reviewNumber: '' }],
    ['crs', { ...OWN, crs: 'bd09' }],
    ['kind', { ...OWN, kind: 'wms' }],
    ['url', { ...OWN, url: 'javascript:alert({z}{x}{y})' }],
    ['url', { ...OWN, url: '//elsewhere.example/{z}/{x}/{y}' }],
    ['url', { ...OWN, url: "https://a.example;script-src 'unsafe-inline'/{z}/{x}/{y}" }],
    ['url', { ...OWN, url: 'https://a.example/{z}/{x}.png' }],
    ['subdomains', { ...TIANDITU, subdomains: undefined }],
    ['key', { ...TIANDITU, key: undefined }],
    ['maxZoom', { ...OWN, minZoom: 9, maxZoom: 8 }],
    ['maxZoom', { ...OWN, maxZoom: 40 }],
    ['id', { ...OWN, id: 'Own map' }],
    ['review', { ...OWN, review: 'GS' }],
  ])('are refused for their %s, in a sentence that names it', (field, entry) => {
    const tiles = read(entry);
    expect(tiles.ok === false && tiles.refusal).toMatchObject({ kind: 'tiles-invalid', field });
    expect(tiles.ok === false && sentence(tiles.refusal)).toContain(field);
  });

  test('are refused when two bear one id', () => {
    expect(read(OWN, OWN)).toMatchObject({ ok: false, refusal: { kind: 'tiles-invalid', field: 'id' } });
  });

  test.each(['{}', 'not json', ''])('are refused when the file holds %j', (text) => {
    expect(readTiles(text)).toMatchObject({ ok: false, refusal: { kind: 'config-invalid', name: 'TILES_FILE' } });
  });

  test('name their hosts one by one, and no host for tiles of our own', () => {
    const tiles = read(TIANDITU, OWN);
    expect(tiles.ok && tileHosts(tiles.value)).toEqual(['https://t0.tianditu.gov.cn', 'https://t1.tianditu.gov.cn']);
  });

  test('come from the file that is named; none is named: none; a file that is not there is refused', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tiles-'));
    const path = join(folder, 'tiles.json');
    writeFileSync(path, JSON.stringify([OWN]));
    expect(openTiles(path)).toMatchObject({ ok: true, value: [{ id: 'own' }] });
    expect(openTiles(null)).toEqual({ ok: true, value: [] });
    expect(openTiles(join(folder, 'gone.json'))).toMatchObject({ ok: false, refusal: { name: 'TILES_FILE' } });
    await dropFolder(folder);
  });
});

describe('a server that offers them', () => {
  const tiles = read(TIANDITU, OWN);
  let server: TestServer;
  beforeAll(async () => {
    server = await openTestServer({ deps: { tiles: tiles.ok ? tiles.value : [] } });
  });
  afterAll(() => server.close());

  test('says so in its config, in the shape a phone reads', async () => {
    const config: unknown = await (await server.get('/api/v1/config')).json();
    expect(tileProvidersIn(config)).toEqual(tiles.ok && tiles.value);
  });

  test('lets pages show pictures of exactly those hosts, and says so on pages only', async () => {
    const page = await server.get('/api/docs');
    const images = /img-src ([^;]*)/.exec(page.headers.get('content-security-policy') ?? '')?.[1];
    expect(images).toBe("'self' data: blob: https://t0.tianditu.gov.cn https://t1.tianditu.gov.cn");
    expect((await server.get('/api/v1/config')).headers.get('content-security-policy')).toBe(null);
  });
});

test('a phone leaves out what bears no source or review number, or is no offer at all', () => {
  const [own] = (() => {
    const all = read(OWN);
    return all.ok ? all.value : [];
  })();
  expect(tileProvidersIn({ tiles: [own, { ...own, reviewNumber: '' }, { ...own, crs: 'bd09' }, 7] })).toEqual([own]);
  expect(tileProvidersIn({})).toEqual([]);
  expect(tileProvidersIn(null)).toEqual([]);
});
