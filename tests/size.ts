import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

/** The built worker's app. */
export const WEB = resolve(import.meta.dirname, '..', process.env.BUILT ?? 'dist', 'web');
export const isBuilt = existsSync(join(WEB, 'index.html'));

export type Sized = { readonly path: string; readonly plain: number; readonly gzip: number };

/** Scripts and styles the page loads before it can show a list: what `index.html` names and everything those import at once. */
export function firstLoad(web: string = WEB): readonly Sized[] {
  const html = readFileSync(join(web, 'index.html'), 'utf8');
  const wanted = [...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(([, path]) => path ?? '');
  const seen = new Set<string>();
  for (let path = wanted.pop(); path !== undefined; path = wanted.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    if (path.endsWith('.js')) wanted.push(...importsOf(readFileSync(join(web, path), 'utf8')));
  }
  return [...seen].sort().map((path) => sizeOf(web, path));
}

/** Chunks that a chunk imports before it runs; `import(…)` is not one of them. */
function importsOf(script: string): string[] {
  return [...script.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)].map(([, name]) => `assets/${name}`);
}

/** What the service worker fetches once, so that the app opens without a net; outlines are counted apart. */
export function precached(web: string = WEB): { readonly app: readonly Sized[]; readonly outlines: readonly Sized[] } {
  const worker = readFileSync(join(web, 'sw.js'), 'utf8');
  const paths = [...worker.matchAll(/"?url"?:\s*"([^"]+)"/g)].map(([, path]) => path ?? '');
  const sized = [...new Set(paths)].sort().map((path) => sizeOf(web, path));
  const isOutline = ({ path }: Sized) => /outline|china-|counties/.test(path);
  return { app: sized.filter((one) => !isOutline(one)), outlines: sized.filter(isOutline) };
}

export function scripts(web: string = WEB): readonly string[] {
  return readdirSync(join(web, 'assets')).filter((name) => name.endsWith('.js'));
}

export function textOf(path: string, web: string = WEB): string {
  return readFileSync(join(web, path), 'utf8');
}

export function total(sizes: readonly Sized[], form: 'plain' | 'gzip'): number {
  return sizes.reduce((sum, size) => sum + size[form], 0);
}

function sizeOf(web: string, path: string): Sized {
  const bytes = readFileSync(join(web, path));
  return { path, plain: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length };
}
