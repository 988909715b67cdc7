import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};
const SMALLEST_WORTH_PACKING = 1024;

export type Asset = {
  readonly type: string;
  readonly etag: string;
  /** Named by content, so it never changes. */
  readonly immutable: boolean;
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly br: Uint8Array<ArrayBuffer> | null;
  readonly gzip: Uint8Array<ArrayBuffer> | null;
};
export type Assets = ReadonlyMap<string, Asset>;

/** The built app, read once at start: a few megabytes in memory, no disk on the way of a request. Packed when first asked for. */
export function readAssets(folder: string): Assets {
  const assets = new Map<string, Asset>();
  for (const path of filesOf(folder)) {
    const name = `/${relative(folder, path).split(sep).join('/')}`;
    assets.set(name, assetOf(name, Uint8Array.from(readFileSync(path))));
  }
  return assets;
}

export function assetOf(name: string, plain: Uint8Array<ArrayBuffer>): Asset {
  const pack = plain.length >= SMALLEST_WORTH_PACKING && !/\.(png|webp)$/.test(name);
  const br = once(() => brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
  const gzip = once(() => gzipSync(plain, { level: 9 }));
  return {
    type: typeOf(name),
    etag: etagOf(plain),
    immutable: name.startsWith('/assets/'),
    plain,
    get br() {
      return pack ? br() : null;
    },
    get gzip() {
      return pack ? gzip() : null;
    },
  };
}

/** All at the start took seconds, most of them for the workspace, which a phone never asks for. */
function once(pack: () => Buffer): () => Uint8Array<ArrayBuffer> {
  let packed: Uint8Array<ArrayBuffer> | null = null;
  return () => {
    packed ??= Uint8Array.from(pack());
    return packed;
  };
}

export function typeOf(name: string): string {
  return TYPES[extname(name)] ?? 'application/octet-stream';
}

export function etagOf(plain: Uint8Array): string {
  return `"${createHash('sha256').update(plain).digest('hex').slice(0, 20)}"`;
}

function filesOf(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesOf(path) : [path];
  });
}

/** The asset in the best encoding the browser takes, or 304. */
export function serveAsset(asset: Asset, request: Headers): Response {
  const headers = new Headers({
    'content-type': asset.type,
    etag: asset.etag,
    'cache-control': asset.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    vary: 'accept-encoding',
  });
  if (request.get('if-none-match') === asset.etag) return new Response(null, { status: 304, headers });
  const { body, encoding } = encodingFor(asset, request.get('accept-encoding') ?? '');
  if (encoding) headers.set('content-encoding', encoding);
  headers.set('content-length', String(body.length));
  return new Response(body, { headers });
}

export function encodingFor(
  forms: Pick<Asset, 'plain' | 'br' | 'gzip'>,
  accepts: string,
): { readonly body: Uint8Array<ArrayBuffer>; readonly encoding: 'br' | 'gzip' | null } {
  const br = /\bbr\b/.test(accepts) ? forms.br : null;
  if (br) return { body: br, encoding: 'br' };
  const gzip = /\bgzip\b/.test(accepts) ? forms.gzip : null;
  if (gzip) return { body: gzip, encoding: 'gzip' };
  return { body: forms.plain, encoding: null };
}
