import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';

/** `BUILT` names another folder than `dist`, so that a build can be tested while the next one is made. */
const BUILT = process.env.BUILT ?? 'dist';

/** Commands, jobs and make scripts: each is its own bundle, because Node 20 runs no TypeScript and workers need a file. */
function entries(folder: string): Record<string, string> {
  const path = resolve(import.meta.dirname, folder);
  if (!existsSync(path)) return {};
  const files = readdirSync(path).filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'));
  return Object.fromEntries(files.map((name) => [name.slice(0, -3), resolve(path, name)]));
}

/**
 * Made of many small files that Node would read one by one at every start of a process and of a thread: a third of it. The
 * others are built for the machine, or find their own files beside them.
 */
const BUNDLED = [
  'kysely',
  'hono',
  '@hono/node-server',
  'valibot',
  'pinyin-pro',
  'gcoord',
  'rate-limiter-flexible',
  'otpauth',
];

const nodeBundle = (input: Record<string, string>, outDir: string) => ({
  ssr: { noExternal: BUNDLED },
  build: {
    ssr: true,
    target: 'node20',
    outDir: resolve(import.meta.dirname, outDir),
    emptyOutDir: true,
    rollupOptions: { input, output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' } },
  },
});

type PrecacheEntry = { readonly url: string; readonly revision: string | null; readonly size: number };

/** A body cut or changed on its way never becomes part of an installed version: the worker knows each file's hash. */
async function sealed(entries: readonly PrecacheEntry[]) {
  const manifest = entries.map((entry) => {
    const bytes = readFileSync(resolve(import.meta.dirname, BUILT, 'web', entry.url));
    return { ...entry, integrity: `sha256-${createHash('sha256').update(bytes).digest('base64')}` };
  });
  return { manifest, warnings: [] };
}

/** Short names for classes, the same in every build of the same sheets: the n-th class of the m-th sheet. */
function shortClasses(): (name: string, sheet: string) => string {
  const web = resolve(import.meta.dirname, 'web');
  const sheets = readdirSync(web, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.module.css'));
  // The workspace's come last: phones get the shortest names.
  const ofDesk = (sheet: string) => Number(/^(admin|desk|stats)/.test(sheet));
  const inOrder = sheets.sort().sort((a, b) => ofDesk(a) - ofDesk(b));
  const known = new Map(inOrder.map((path) => [resolve(web, path), new Map<string, number>()]));
  return (name, sheet) => {
    const at = [...known.keys()].indexOf(sheet);
    const names = known.get(sheet);
    if (names === undefined) throw new Error(`${sheet} is no sheet of the app`);
    const index = names.get(name) ?? names.size;
    names.set(name, index);
    return `${String.fromCharCode(97 + (at % 26))}${at < 26 ? '' : Math.floor(at / 26)}_${index.toString(36)}`;
  };
}

const web = {
  root: resolve(import.meta.dirname, 'web'),
  css: { modules: { generateScopedName: shortClasses() } },
  // react-leaflet asks for all of Leaflet where the map itself is enough: 64 KB less.
  resolve: {
    alias: [
      { find: /^leaflet$/, replacement: resolve(import.meta.dirname, 'web/map/leaflet-parts.ts') },
      // Making a code is enough: the app draws it itself.
      { find: /^qrcode$/, replacement: resolve(import.meta.dirname, 'node_modules/qrcode/lib/core/qrcode.js') },
      // Written for the browsers the app is for, not for those without classes and promises.
      { find: /^dexie$/, replacement: resolve(import.meta.dirname, 'node_modules/dexie/dist/modern/dexie.mjs') },
    ],
  },
  build: {
    // The floor is Chrome 87. Named as 91, `?.` stays as it is: before 91 it fails only with a spread argument or a private
    // name behind it, and tests/floor.test.ts sees that the built scripts have neither, nor anything else newer than 87.
    target: ['chrome91', 'safari15'],
    cssTarget: ['chrome87', 'safari15'],
    outDir: resolve(import.meta.dirname, BUILT, 'web'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: {
        index: resolve(import.meta.dirname, 'web/index.html'),
        boot: resolve(import.meta.dirname, 'web/platform/boot.ts'),
      },
      // The script that helps when all else fails is found by its name, also by a page of another version.
      output: {
        entryFileNames: ({ name }: { name: string }) => (name === 'boot' ? 'boot.js' : 'assets/[name]-[hash].js'),
        codeSplitting: {
          groups: [{ name: 'first', tags: ['$initial'], test: (id: string) => !id.endsWith('boot.ts') }],
        },
      },
    },
  },
  plugins: [
    react(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'sw',
      filename: 'sw.ts',
      injectRegister: false,
      manifest: false,
      injectManifest: {
        globPatterns: ['**/*.{js,css,html,svg,png,webmanifest,json,bin}'],
        // Asked for by the phone's own screen when the app is put there, with a net at hand. Public notices change by the
        // day and are read with a net only.
        globIgnores: ['*.png', 'assets/{NoticesPage,notices}-*'],
        maximumFileSizeToCacheInBytes: 1_500_000,
        manifestTransforms: [sealed],
      },
    }),
  ],
};

/**
 * The unions' workspace is an app of its own beside the workers': its parts are large, never kept on a phone, and the first
 * list of a worker owes nothing to them.
 */
const workspace = {
  root: web.root,
  base: '/admin/',
  publicDir: false as const,
  css: web.css,
  resolve: web.resolve,
  // The server puts another number here for every answer: Ant Design writes its styles into the page.
  html: { cspNonce: '__NONCE__' },
  build: {
    target: ['chrome91', 'safari15'],
    outDir: resolve(import.meta.dirname, BUILT, 'workspace'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
    rollupOptions: { input: { workspace: resolve(import.meta.dirname, 'web/workspace.html') } },
  },
  plugins: [react()],
};

export default defineConfig(({ mode }) => {
  if (mode === 'workspace') return workspace;
  if (mode === 'server') {
    return nodeBundle(
      {
        main: resolve(import.meta.dirname, 'server/main.ts'),
        ...entries('server/commands'),
        ...entries('server/jobs/workers'),
        ...entries('data/make'),
      },
      `${BUILT}/server`,
    );
  }
  if (mode === 'bench') return nodeBundle(entries('tests/bench'), `${BUILT}/bench`);
  if (mode === 'test') {
    return {
      plugins: [react()],
      test: {
        include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
        globalSetup: existsSync(resolve(import.meta.dirname, 'tests/fixtures/make/setup.ts'))
          ? ['tests/fixtures/make/setup.ts']
          : [],
        // One more than there are cores in the smallest machine: pages wait for their server, and phones for their clock.
        maxWorkers: 3,
        // Read anew for every file, the server and the screens took a fifth of the whole run. So no file may leave anything
        // behind in what it shares with the next: globals put back, clocks real again.
        isolate: false,
        // What is waited for comes when it comes: a busy machine is no fault. Only what never comes takes this long.
        testTimeout: 120_000,
        expect: { poll: { timeout: 30_000 } },
        hookTimeout: 120_000,
        reporters: ['default', ['json', { outputFile: 'dist/test-report.json' }]],
      },
    };
  }
  return web;
});
