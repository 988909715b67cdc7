import { problemResponse } from '../../http/problem.ts';
import type { PackFiles } from './files.ts';

/** A pack by its hash. What it is never changes, so anybody may keep it for ever; its plain length is in the manifest. */
export async function packResponse(files: PackFiles, hash: string, request: Headers): Promise<Response> {
  const etag = `"${hash}"`;
  const headers = new Headers({
    'content-type': 'application/octet-stream',
    'cache-control': 'public, max-age=31536000, immutable',
    etag,
    vary: 'accept-encoding',
  });
  if (request.get('if-none-match') === etag && (await files.has(hash)))
    return new Response(null, { status: 304, headers });
  const pack = await files.read(hash, request.get('accept-encoding') ?? '');
  if (!pack) return problemResponse({ kind: 'not-found', path: `/packs/${hash}` });
  if (pack.encoding) headers.set('content-encoding', pack.encoding);
  headers.set('content-length', String(pack.body.length));
  return new Response(pack.body, { headers });
}
