import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Instant } from '../shared/kernel/instant.ts';
import type { Deps } from './deps.ts';
import type { Environment } from './environment.ts';
import { tileHosts } from './feature/ground/tiles.ts';
import { readAssets } from './http/assets.ts';
import { markTileHosts } from './http/mark-tile-hosts.ts';
import { keepAssets } from './http/old-assets.ts';

/** What else of the deployment the app is made of: the built pages, and what the operator says about the address. */
export function deployed(
  env: Environment,
  tiles: Deps['tiles'],
  at: Instant,
): Pick<
  Deps,
  'assets' | 'oldAssets' | 'workspace' | 'publicOrigin' | 'tiles' | 'secure' | 'trustProxy' | 'rateLimit' | 'version'
> {
  return {
    ...builtPages(env, tiles, at),
    publicOrigin: env.PUBLIC_ORIGIN,
    tiles,
    secure: env.PUBLIC_ORIGIN?.startsWith('https://') ?? false,
    trustProxy: env.TRUST_PROXY,
    rateLimit: env.RATE_LIMIT,
    version: '0.1.0',
  };
}

/** The built apps lie beside the built server; what earlier builds left, beside the data. */
function builtPages(env: Environment, tiles: Deps['tiles'], at: Instant) {
  const built = dirname(dirname(fileURLToPath(import.meta.url)));
  const [workers, unions] = [join(built, 'web'), join(built, 'workspace')];
  const workspace = existsSync(join(unions, 'workspace.html')) ? readAssets(unions) : null;
  if (!existsSync(join(workers, 'index.html'))) return { assets: null, oldAssets: null, workspace };
  const assets = markTileHosts(readAssets(workers), tileHosts(tiles));
  return { assets, oldAssets: keepAssets(join(env.DATA_DIR, 'old-assets'), assets, at), workspace };
}
