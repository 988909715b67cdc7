import type { Refusal } from '../../shared/kernel/refusal.ts';
import { ok, type Result, refuse } from '../../shared/kernel/result.ts';

/**
 * Whether a write comes from a page of ours, or from no page at all; null when it does. Browsers that say so are taken at
 * their word (`Sec-Fetch-Site`); older ones name the page's origin, which must be the app's own address or, where that was
 * not configured, the host that was asked. Who sends neither is no browser, and has no cookie of somebody else's.
 */
export function originFault(headers: Headers, ownOrigin: string | null): Refusal | null {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin' ? null : { kind: 'foreign-origin' };
  const origin = headers.get('origin');
  if (origin === null || origin === ownOrigin) return null;
  const host = hostOf(origin);
  const isOwnHost = ownOrigin === null && host !== null && host === headers.get('host');
  return isOwnHost ? null : { kind: 'foreign-origin' };
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null; // `null`, as a sandboxed page says, or nothing that is an origin.
  }
}

/**
 * The JSON of a body of at most `most` bytes; a longer one is not read to its end. Only under the type of JSON: a page of
 * somebody else's may send any other type without asking first. Refuses `body-not-json` and `body-too-large`.
 */
export async function readJson(request: Request, most: number): Promise<Result<unknown>> {
  const type = (request.headers.get('content-type') ?? '').split(';', 1).join('').trim().toLowerCase();
  if (type !== 'application/json') return refuse({ kind: 'body-not-json' });
  if (Number(request.headers.get('content-length') ?? 0) > most) return refuse({ kind: 'body-too-large', max: most });
  const bytes = await readAtMost(request.body, most);
  if (bytes === null) return refuse({ kind: 'body-too-large', max: most });
  try {
    return ok(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    return refuse({ kind: 'body-not-json' });
  }
}

/**
 * A file sent as it is, of at most `most` bytes. A page of somebody else's cannot send this type without asking first.
 * Refuses `body-not-file` and `body-too-large`.
 */
export async function readBytes(request: Request, most: number): Promise<Result<Uint8Array>> {
  const type = (request.headers.get('content-type') ?? '').split(';', 1).join('').trim().toLowerCase();
  if (type !== 'application/octet-stream') return refuse({ kind: 'body-not-file' });
  if (Number(request.headers.get('content-length') ?? 0) > most) return refuse({ kind: 'body-too-large', max: most });
  const bytes = await readAtMost(request.body, most);
  return bytes === null ? refuse({ kind: 'body-too-large', max: most }) : ok(bytes);
}

/** Null when there is more. */
async function readAtMost(body: ReadableStream<Uint8Array> | null, most: number): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body ?? []) {
    length += part.length;
    if (length > most) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}
