import { problemResponse } from '../../http/problem.ts';
import type { PhotoShelf } from './shelf.ts';

const FILE = /^([0-9a-f]{32})\.webp$/;

/** A picture of a station by its name. What it shows never changes, so anybody may keep it for ever. */
export async function photoResponse(shelf: PhotoShelf, file: string, request: Headers): Promise<Response> {
  const name = FILE.exec(file)?.[1];
  const body = name === undefined ? null : await shelf.read(name);
  if (body === null) return problemResponse({ kind: 'not-found', path: `/photos/${file}` });
  const etag = `"${name}"`;
  const headers = new Headers({
    'content-type': 'image/webp',
    'cache-control': 'public, max-age=31536000, immutable',
    etag,
  });
  if (request.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
  headers.set('content-length', String(body.length));
  return new Response(body, { headers });
}
