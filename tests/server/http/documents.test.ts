import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readAssets } from '../../../server/http/assets.ts';
import type { Station } from '../../../shared/station/station.ts';
import { dropFolder } from '../../fixtures/make/folder.ts';
import { openTestServer, revising, type TestServer } from '../../fixtures/make/server.ts';
import { HOSTILE_NAMES, handMadeStations } from '../../fixtures/world/stations.ts';

const INDEX = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>歇脚</title>
<meta name="description" content="附近能歇脚的地方"></head><body><div id="root"></div><script type="module" src="/assets/main-abc.js"></script></body></html>`;

let folder: string;
let server: TestServer;
let stations: readonly Station[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xiejiao-web-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), INDEX);
  await writeFile(join(folder, 'sw.js'), 'self.x=1');
  await writeFile(join(folder, 'assets/main-abc.js'), `console.log("${'歇'.repeat(2000)}")`);
  server = await openTestServer({ stations: handMadeStations(), deps: { assets: readAssets(folder) } });
  stations = await server.store.stationsById(handMadeStations().map(({ id }) => id));
});
afterAll(async () => {
  await server.close();
  await dropFolder(folder);
});

const named = (name: string) => stations.find((station) => station.name === name)?.code ?? '';
const LONG_HEADERS = [
  'content-security-policy',
  'cross-origin-opener-policy',
  'permissions-policy',
  'referrer-policy',
  'strict-transport-security',
];

describe('security headers', () => {
  test.each(['/', '/s/410105100000197', '/offline', '/api/docs'])(
    'document %s carries the long policies',
    async (path) => {
      const response = await server.get(path);
      expect(response.status).toBe(200);
      for (const name of [...LONG_HEADERS, 'x-content-type-options'])
        expect(response.headers.get(name), name).not.toBeNull();
      const policy = response.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/unsafe|\*|https?:/);
    },
  );

  test.each([
    '/sw.js',
    '/assets/main-abc.js',
    '/api/v1/health',
    '/api/v1/feed?region=410100',
    '/api/v1/nothing',
    '/docs.css',
  ])('%s carries none of them', async (path) => {
    const { headers } = await server.get(path);
    for (const name of LONG_HEADERS) expect(headers.get(name), name).toBeNull();
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('the documentation loads nothing from anywhere and runs no script', async () => {
    const { document } = new JSDOM(await (await server.get('/api/docs')).text()).window;
    expect(document.querySelectorAll('script, style, img, iframe, [style], [onload]')).toHaveLength(0);
    expect([...document.querySelectorAll('link')].map((link) => link.getAttribute('href'))).toEqual(['/docs.css']);
    expect((await server.get('/docs.css')).headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect(document.body.textContent).toContain('/api/v1/nearest');
  });
});

describe('what is not there', () => {
  test.each([
    '/assets/main-old.js',
    '/chunk.js',
    '/assets/deep/er.css',
    '/api',
    '/api/',
    '/api/v2/nearest',
    '/packs',
    '/packs/',
    `/packs/${'0'.repeat(64)}`,
    '/packs/../index.html.map',
    '/manifest.webmanifest',
    '/s/nowhere.js',
  ])('%s never gets a page', async (path) => {
    const response = await server.get(path);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(await response.json()).toMatchObject({ kind: 'not-found' });
  });

  test.each(['/', '/map', '/s/410105100000197/more', '/about/us'])(
    '%s, a place inside the app, gets its page',
    async (path) => {
      const response = await server.get(path);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(response.headers.get('cache-control')).toBe('no-cache');
    },
  );
});

describe('files of the app', () => {
  test('a hashed file is kept for ever and comes packed as the browser takes it', async () => {
    const path = '/assets/main-abc.js';
    for (const [accepts, encoding] of [
      ['gzip, br', 'br'],
      ['gzip', 'gzip'],
      ['identity', null],
    ] as const) {
      const response = await server.get(path, { 'accept-encoding': accepts });
      expect(response.headers.get('content-encoding')).toBe(encoding);
      expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(response.headers.get('content-length')).toBe(String((await response.arrayBuffer()).byteLength));
    }
    const etag = (await server.get(path)).headers.get('etag') ?? '';
    expect((await server.get(path, { 'if-none-match': etag })).status).toBe(304);
  });

  test('the worker and the page are asked for again each time', async () => {
    for (const path of ['/sw.js', '/']) expect((await server.get(path)).headers.get('cache-control')).toBe('no-cache');
  });
});

describe('a link to a station', () => {
  test('says in its head what it leads to', async () => {
    const { document } = await pageOf('中原驿站');
    expect(document.title).toBe('中原驿站 · 歇脚');
    expect(metas(document)).toEqual({
      description: '示例路23号，一楼大厅左手边',
      'og:title': '中原驿站 · 歇脚',
      'og:description': '示例路23号，一楼大厅左手边',
    });
  });

  test.each(HOSTILE_NAMES)('with the name %s shows the name and runs nothing', async (name) => {
    const { document } = await pageOf(name);
    expect(document.title).toBe(`${name} · 歇脚`);
    expect(metas(document)['og:title']).toBe(`${name} · 歇脚`);
    expect(metas(document).description).toBe(`${name}旁，一楼大厅左手边`);
    expect(document.querySelectorAll('script')).toHaveLength(1);
    expect(document.querySelectorAll('[onmouseover]')).toHaveLength(0);
    expect(document.querySelectorAll('title')).toHaveLength(1);
  });

  test.each(['410102100003790', '410102100003791', '1', '%3Cscript%3E', '%E0%A4%A'])(
    '/s/%s gets the page as it is',
    async (code) => {
      const response = await server.get(`/s/${code}`);
      expect(response.status).toBe(200);
      expect(await response.text()).toBe(INDEX);
    },
  );

  test('to a station that left says so, why, and whether another stands for it', async () => {
    const [model] = handMadeStations();
    if (!model) throw new Error('no world');
    const ids = ['d', 'e'].map((digit) => digit.repeat(32) as typeof model.id);
    const [old, merged] = await server.register(ids.map((id, n) => ({ ...model, id, name: `老街${n + 1}号驿站` })));
    if (!old || !merged) throw new Error('not stored');
    const heir = named('中原驿站') as typeof old.code;
    await server.apply([
      { ...revising(old, { status: 'retired' }, 'retire'), reason: 'HOST_LEFT 店关了' },
      revising(merged, { status: 'merged', successor: heir }, 'merge'),
    ]);
    const head = async (code: string | null) => {
      const { document } = new JSDOM(await (await server.get(`/s/${code}`)).text()).window;
      return { title: document.title, description: metas(document).description };
    };
    expect(await head(old.code)).toEqual({
      title: '老街1号驿站（已退出） · 歇脚',
      description: expect.stringMatching(/^\d{4}-\d{2}-\d{2} 起已退出，原因：建站单位撤了。打开看最近开着的驿站。$/),
    });
    expect(await head(merged.code)).toEqual({
      title: '老街2号驿站（已合并） · 歇脚',
      description: expect.stringMatching(/起已合并。打开看现在的站点。$/),
    });
  });

  test('to a synthetic station says that it is one', async () => {
    const [first] = handMadeStations();
    if (!first) throw new Error('no world');
    const [synthetic] = await server.register([
      { ...first, id: 'f'.repeat(32) as typeof first.id, name: '假想驿站', origin: 'synthetic' },
    ]);
    const { document } = new JSDOM(await (await server.get(`/s/${synthetic?.code}`)).text()).window;
    expect(document.title).toBe('假想驿站（示例数据） · 歇脚');
  });
});

async function pageOf(name: string): Promise<{ document: Document }> {
  const response = await server.get(`/s/${named(name)}`);
  expect(response.status).toBe(200);
  return new JSDOM(await response.text()).window;
}

function metas(document: Document): Record<string, string> {
  return Object.fromEntries(
    [...document.querySelectorAll('meta[content]')].map((meta) => [
      meta.getAttribute('name') ?? meta.getAttribute('property') ?? '',
      meta.getAttribute('content') ?? '',
    ]),
  );
}
