import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Deps } from '../../deps.ts';
import { etagOf } from '../../http/assets.ts';
import { problemResponse } from '../../http/problem.ts';
import { readIndex } from './files.ts';

const TYPES = { csv: 'text/csv; charset=utf-8', geojson: 'application/geo+json' } as const;

/** A file of a day never changes: whoever has it need not ask again. Kept packed, and unpacked for those who cannot. */
export async function openFileResponse(
  { folder, terms }: Deps['openData'],
  name: string,
  request: Headers,
): Promise<Response> {
  // Only what stands in the list: a name is never a path.
  const file = (await readIndex(folder, terms)).files.find((one) => one.name === name);
  const path = join(folder, `${file?.name ?? ''}.gz`);
  const packed = file === undefined ? null : await stat(path).catch(() => null); // Cleared away: not found either.
  if (file === undefined || packed === null) return problemResponse({ kind: 'not-found', path: `/open/${name}` });
  const headers = new Headers({
    'content-type': TYPES[file.format],
    etag: `"${file.sha256.slice(0, 20)}"`,
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'accept-encoding',
    'content-disposition': `attachment; filename="${file.name}"`,
  });
  if (request.get('if-none-match') === headers.get('etag')) return new Response(null, { status: 304, headers });
  const isPacked = /\bgzip\b/.test(request.get('accept-encoding') ?? '');
  if (isPacked) headers.set('content-encoding', 'gzip');
  headers.set('content-length', String(isPacked ? packed.size : file.bytes));
  const stored = createReadStream(path);
  const body = isPacked ? stored : stored.pipe(createGunzip());
  return new Response(Readable.toWeb(body) as ReadableStream, { headers });
}

/** The list for machines; it grows every day. */
export async function openIndexResponse({ folder, terms }: Deps['openData'], request: Headers): Promise<Response> {
  const body = JSON.stringify(await readIndex(folder, terms));
  const etag = etagOf(Buffer.from(body));
  const headers = { 'content-type': 'application/json; charset=utf-8', etag, 'cache-control': 'no-cache' };
  if (request.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
  return new Response(body, { headers });
}
