import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Assets, readAssets } from '../../../server/http/assets.ts';
import { keepAssets } from '../../../server/http/old-assets.ts';
import { dropFolder } from '../../fixtures/make/folder.ts';
import { openTestServer } from '../../fixtures/make/server.ts';

const DAY = 86_400_000;
const START = Date.parse('2026-11-22T10:00:00+08:00');
const LONG = `export const words = "${'歇脚'.repeat(2000)}";`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xiejiao-old-'));
});
afterEach(() => dropFolder(folder));

/** What a build left: one page and these parts. */
function built(build: string, parts: Readonly<Record<string, string>>): Assets {
  const web = join(folder, build);
  mkdirSync(join(web, 'assets'), { recursive: true });
  writeFileSync(join(web, 'index.html'), '<!doctype html><title>歇脚</title>');
  for (const [name, body] of Object.entries(parts)) writeFileSync(join(web, 'assets', name), body);
  return readAssets(web);
}

const first = () => built('first', { 'list-aaa.js': LONG, 'same-111.css': 'a{}' });
const second = () => built('second', { 'list-bbb.js': 'new', 'same-111.css': 'a{}' });
const kept = () => join(folder, 'old');
const textOf = async (old: ReturnType<typeof keepAssets>, path: string) => {
  const asset = await old(path);
  return asset && Buffer.from(asset.plain).toString();
};

test('a part of the build before is served packed, under its own name, for ever cacheable', async () => {
  keepAssets(kept(), first(), START);
  const assets = second();
  const oldAssets = keepAssets(kept(), assets, START + DAY);
  const server = await openTestServer({ deps: { assets, oldAssets } });
  try {
    const response = await server.get('/assets/list-aaa.js', { 'accept-encoding': 'gzip' });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(gunzipSync(await response.arrayBuffer()).toString()).toBe(LONG);
    const etag = response.headers.get('etag') ?? '';
    expect((await server.get('/assets/list-aaa.js', { 'if-none-match': etag })).status).toBe(304);
    expect(await (await server.get('/assets/list-bbb.js')).text()).toBe('new');
    for (const never of [
      '/assets/never-ccc.js',
      '/assets/last.json',
      '/assets/list-aaa.js.gz',
      '/assets/..%2f..%2fx.js',
    ])
      expect((await server.get(never)).status, never).toBe(404);
  } finally {
    await server.close();
  }
});

test('the thirty days count from when it was last served, however long ago it was built', async () => {
  keepAssets(kept(), first(), START);
  const replaced = START + 90 * DAY;
  expect(await textOf(keepAssets(kept(), second(), replaced), '/assets/list-aaa.js')).toBe(LONG);
  expect(await textOf(keepAssets(kept(), second(), replaced + 29 * DAY), '/assets/list-aaa.js')).toBe(LONG);
  const late = keepAssets(kept(), second(), replaced + 31 * DAY);
  expect(await textOf(late, '/assets/list-aaa.js')).toBeNull();
  expect(readdirSync(kept()).sort()).toEqual(['last.json', 'list-bbb.js', 'same-111.css']);
});

test('a build rolled back to has its parts again, and they count anew when it goes', async () => {
  keepAssets(kept(), first(), START);
  keepAssets(kept(), second(), START + DAY);
  keepAssets(kept(), first(), START + 29 * DAY);
  const after = keepAssets(kept(), second(), START + 40 * DAY);
  expect(await textOf(after, '/assets/list-aaa.js')).toBe(LONG);
  expect(await textOf(keepAssets(kept(), second(), START + 69 * DAY), '/assets/list-aaa.js')).toBe(LONG);
});

test('a list of names that was cut short loses nothing before its time', async () => {
  keepAssets(kept(), first(), Date.now());
  writeFileSync(join(kept(), 'last.json'), '["list-a');
  expect(await textOf(keepAssets(kept(), second(), Date.now() + DAY), '/assets/list-aaa.js')).toBe(LONG);
});
