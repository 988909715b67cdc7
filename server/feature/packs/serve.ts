import { problemResponse } from '../../http/problem.ts';
import type { PackFiles } from './files.ts';
import { rangeOf } from './range.ts';

/**
 * A pack by its hash. What it is never changes, so anybody may keep it for ever; its plain length is in the manifest.
 * Who asks for a part gets it of the plain bytes, whatever encodings are taken: a phone whose line broke has unpacked
 * what came so far, and can go on from nothing else.
 */
export async function packResponse(files: PackFiles, hash: string, request: Headers): Promise<Response> {
  const etag = `"${hash}"`;
  const headers = new Headers({
    'content-type': 'application/octet-stream',
    'cache-control': 'public, max-age=31536000, immutable',
    'accept-ranges': 'bytes',
    etag,
    vary: 'accept-encoding',
  });
  if (request.get('if-none-match') === etag && (await files.has(hash)))
    return new Response(null, { status: 304, headers });
  const range = isStill(request, etag) ? request.get('range') : null;
  const pack = await files.read(hash, range === null ? (request.get('accept-encoding') ?? '') : '');
  if (!pack) return problemResponse({ kind: 'not-found', path: `/packs/${hash}` });
  if (range !== null) return partOf(pack.body, range, headers);
  if (pack.encoding) headers.set('content-encoding', pack.encoding);
  headers.set('content-length', String(pack.body.length));
  return new Response(pack.body, { headers });
}

/** `If-Range` with another name means: the whole of what there is now. */
function isStill(request: Headers, etag: string): boolean {
  const still = request.get('if-range');
  return still === null || still === etag;
}

function partOf(plain: Uint8Array<ArrayBuffer>, asked: string, headers: Headers): Response {
  const range = rangeOf(asked, plain.length);
  if (range === 'beyond') {
    headers.set('content-range', `bytes */${plain.length}`);
    headers.set('cache-control', 'no-store');
    return new Response(null, { status: 416, headers });
  }
  const part = range === null ? plain : plain.subarray(range.from, range.to);
  if (range !== null) headers.set('content-range', `bytes ${range.from}-${range.to - 1}/${plain.length}`);
  headers.set('content-length', String(part.length));
  return new Response(part, { status: range === null ? 200 : 206, headers });
}
