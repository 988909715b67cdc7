import type { Hono } from 'hono';
import { type Assets, serveAsset } from './assets.ts';
import { pagePolicy } from './headers.ts';
import { problemResponse } from './problem.ts';

/** Where the build puts the number that allows the page its own styles. */
const NONCE = /__NONCE__/g;
const FILE = /\.[a-z0-9]{1,12}$/i;

/** `tiles`: origins of the operator's street tiles; `randomId`: 128 bit as 32 hex digits. */
type Served = { readonly tiles: readonly string[]; readonly randomId: () => string };

/**
 * The unions' workspace: its files, and its page for every other path below `/admin`. The page is another one each time:
 * Ant Design writes styles into it, and only those that carry this answer's number are allowed.
 */
export function mountWorkspace(app: Hono, assets: Assets, { tiles, randomId }: Served): void {
  const shell = assets.get('/workspace.html');
  if (!shell) throw new Error('the built workspace has no workspace.html');
  const html = Buffer.from(shell.plain).toString('utf8');
  const page = () => {
    const nonce = randomId();
    return new Response(html.replace(NONCE, nonce), {
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'content-security-policy': pagePolicy(tiles, nonce),
      },
    });
  };
  app.get('/admin', page);
  app.get('/admin/*', ({ req }) => {
    const path = req.path.slice('/admin'.length);
    const asset = path === '/workspace.html' ? undefined : assets.get(path);
    if (asset) return serveAsset(asset, req.raw.headers);
    return FILE.test(path) ? problemResponse({ kind: 'not-found', path: req.path }) : page();
  });
}
