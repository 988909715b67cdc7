import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { BUILT } from './stage.ts';

/** Files by path, as `door.deploy` takes them: another release than the one the server was built with. */
export type Release = ReadonlyMap<string, string>;

const PAGE = () => readFileSync(join(BUILT, 'web/index.html'), 'utf8');
const WORKER = () => readFileSync(join(BUILT, 'web/sw.js'), 'utf8');

/** The same app under another number: its page differs, and the worker's list of files says so. */
export function releaseOf(build: number): Release {
  const page = PAGE();
  const next = page.replace('<head>', `<head><meta name="build" content="${build}">`);
  return served(next, resealed(WORKER(), [[page, next]]));
}

/** The same release with a first script that throws: its page, worker and lists of files are whole and fit together. */
export function brokenRelease(): Release {
  const page = PAGE();
  const entry = /src="(\/assets\/index-[^"]+\.js)"/.exec(page)?.[1];
  if (entry === undefined) throw new Error('the page names no first script');
  const script = readFileSync(join(BUILT, 'web', entry), 'utf8');
  const broken = 'throw new Error("a broken release");';
  // Another name, as every build gives what it changed.
  const named = entry.replace('/index-', '/index-broken-');
  const next = page.replaceAll(entry, named);
  const worker = resealed(WORKER().replaceAll(entry.slice(1), named.slice(1)), [
    [page, next],
    [script, broken],
  ]);
  return new Map([...served(next, worker), [named, broken]]);
}

/** The build the page is of; 1 is the one the server was built with. */
export async function buildOf(page: Page): Promise<number> {
  const meta = page.locator('meta[name=build]');
  return (await meta.count()) === 0 ? 1 : Number(await meta.getAttribute('content'));
}

function served(page: string, worker: string): Release {
  return new Map([
    ['/', page],
    ['/index.html', page],
    ['/sw.js', worker],
  ]);
}

/** The worker's list of files with the digests of the new texts in place of the old ones'. */
function resealed(worker: string, texts: readonly (readonly [was: string, is: string])[]): string {
  const next = texts.reduce(
    (list, [was, is]) =>
      list.replace(digest('md5', was), digest('md5', is)).replace(digest('sha256', was), digest('sha256', is)),
    worker,
  );
  if (next === worker) throw new Error('the worker names none of the files');
  return next;
}

/** As the list of files writes them: the revision in hex, the integrity in base64. */
function digest(kind: 'md5' | 'sha256', text: string): string {
  return createHash(kind)
    .update(text)
    .digest(kind === 'md5' ? 'hex' : 'base64');
}
