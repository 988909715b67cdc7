import { mkdirSync, mkdtempSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Browser } from 'playwright-core';
import { build, preview } from 'vite';
import { launchChromium } from '../../fixtures/make/chromium.ts';
import { dropFolder } from '../../fixtures/make/folder.ts';

export type Gallery = { readonly url: string; readonly browser: Browser; close(): Promise<void> };

/** Builds the gallery as the app is built and serves it on a free loopback port, with a browser beside it. */
export async function openGallery(page = 'index.html'): Promise<Gallery> {
  const root = resolve(import.meta.dirname);
  // A folder of its own: several files of tests open the gallery at once.
  const cache = resolve(root, '../../../node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const outDir = mkdtempSync(resolve(cache, 'gallery-'));
  const common = {
    configFile: false,
    root,
    publicDir: resolve(root, '../../../web/public'),
    logLevel: 'warn',
  } as const;
  // The test runner's own NODE_ENV would bring React's development build.
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = 'production';
  await build({
    ...common,
    plugins: [react()],
    // As in vite.config.ts: react-leaflet needs the map alone.
    resolve: { alias: [{ find: /^leaflet$/, replacement: resolve(root, '../../../web/map/leaflet-parts.ts') }] },
    build: {
      outDir,
      emptyOutDir: true,
      rollupOptions: { input: resolve(root, page) },
      target: ['chrome87', 'safari15'],
      cssTarget: ['chrome87', 'safari15'],
    },
  });
  process.env.NODE_ENV = NODE_ENV;
  const server = await preview({ ...common, build: { outDir }, preview: { port: 0, host: '127.0.0.1' } });
  const browser = await launchChromium();
  const url = server.resolvedUrls?.local[0] ?? '';
  return {
    url,
    browser,
    close: async () => {
      await browser.close();
      await server.close();
      await dropFolder(outDir);
    },
  };
}
