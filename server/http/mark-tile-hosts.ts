import { createHash } from 'node:crypto';
import { type Assets, assetOf } from './assets.ts';

const WORKER = '/sw.js';
/** How the worker's list of files names the page. */
const PAGE = /("revision":"[0-9a-f]+)("[^{}]*"url":"index\.html")/;

/**
 * Phones keep the page with the policy it came with, which names the hosts whose pictures it may show. When the operator changes
 * them, the worker's list says that the page changed, so that phones fetch it again; otherwise they would block the tiles.
 */
export function markTileHosts(assets: Assets, hosts: readonly string[]): Assets {
  const worker = assets.get(WORKER);
  if (worker === undefined || hosts.length === 0) return assets;
  const text = Buffer.from(worker.plain).toString('utf8');
  if (!PAGE.test(text)) throw new Error('sw.js does not list index.html as it used to');
  const mark = createHash('sha256').update(hosts.join(' ')).digest('hex').slice(0, 8);
  const marked = text.replace(PAGE, (_, before, after) => `${before}${mark}${after}`);
  return new Map(assets).set(WORKER, assetOf(WORKER, Uint8Array.from(Buffer.from(marked, 'utf8'))));
}
