import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Browser } from 'playwright-core';
import { build, preview } from 'vite';
import { leaveChromium, sharedChromium } from '../../fixtures/make/chromium.ts';

export type Gallery = { readonly url: string; readonly browser: Browser; close(): Promise<void> };

const ROOT = resolve(import.meta.dirname);
const CACHE = resolve(ROOT, '../../../node_modules/.cache');
const COMMON = {
  configFile: false,
  root: ROOT,
  publicDir: resolve(ROOT, '../../../web/public'),
  logLevel: 'warn',
} as const;

const served = new Map<string, Promise<string>>();

/** The gallery built as the app is built, on a free loopback port, with a browser beside it. */
export async function openGallery(page = 'index.html'): Promise<Gallery> {
  const serving = served.get(page) ?? buildAndServe(page);
  served.set(page, serving);
  const [url, browser] = await Promise.all([serving, sharedChromium()]);
  return { url, browser, close: () => leaveChromium(browser) };
}

/** Once for all files that this process tests; answers the address. */
async function buildAndServe(page: string): Promise<string> {
  // A folder of its own: other processes build it too.
  mkdirSync(CACHE, { recursive: true });
  const outDir = mkdtempSync(resolve(CACHE, 'gallery-'));
  process.once('exit', () => rmSync(outDir, { recursive: true, force: true }));
  // The test runner's own NODE_ENV would bring React's development build.
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = 'production';
  await build({
    ...COMMON,
    plugins: [react()],
    // As in vite.config.ts: react-leaflet needs the map alone.
    resolve: { alias: [{ find: /^leaflet$/, replacement: resolve(ROOT, '../../../web/map/leaflet-parts.ts') }] },
    build: {
      outDir,
      emptyOutDir: true,
      rollupOptions: { input: resolve(ROOT, page) },
      target: ['chrome87', 'safari15'],
      cssTarget: ['chrome87', 'safari15'],
    },
  });
  process.env.NODE_ENV = NODE_ENV;
  const server = await preview({ ...COMMON, build: { outDir }, preview: { port: 0, host: '127.0.0.1' } });
  return server.resolvedUrls?.local[0] ?? '';
}
