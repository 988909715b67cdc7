import { ok, refuse } from '../../shared/kernel/result.ts';
import { type Answer, type Fault, type HttpWorld, isStrange, parseJson, readBody, retryMs, typeOf } from './http.ts';

/** What our server said to a write: that it is done, or why it will not be. What is in `body` is for the asker to prove. */
export type Posted = { readonly isDone: boolean; readonly body: unknown };

/**
 * Sends a JSON text to a path of ours. `key`: the id of what is sent; the server repeats it whatever it answers. Anything
 * that may be different when asked again (nobody there, a sign-in page, too busy, too often) is a fault, never an answer.
 */
export type Post = (path: string, text: string, key: string) => Promise<Answer<Posted>>;

/** A report with its photo is 400 KB: five minutes are enough at 12 kbit/s. */
const PATIENCE_MS = 5 * 60_000;
/** Refusals that say "not now": the same may be taken later. */
const NOT_NOW: readonly number[] = [408, 425, 429];

export function makePost(world: HttpWorld): Post {
  return async (path, text, key) => {
    if (!path.startsWith('/') || path.startsWith('//')) throw new Error(`${path} leads away from ${world.origin}`);
    const stop = new AbortController();
    const callOff = world.after(PATIENCE_MS, () => stop.abort());
    try {
      const response = await send(world, { url: world.origin + path, text, key }, stop.signal);
      return response === null ? refuse({ kind: 'offline' }) : await readAnswer(response, world.origin);
    } finally {
      callOff();
    }
  };
}

type Letter = { readonly url: string; readonly text: string; readonly key: string };

async function send(world: HttpWorld, { url, text, key }: Letter, signal: AbortSignal): Promise<Response | null> {
  try {
    return await world.fetch(url, {
      signal,
      method: 'POST',
      body: text,
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      headers: { accept: 'application/json', 'content-type': 'application/json', 'idempotency-key': key },
    });
  } catch {
    return null; // No net, no name, a closed line, our own patience: all are "nobody answered".
  }
}

async function readAnswer(response: Response, origin: string): Promise<Answer<Posted>> {
  const fault = faultOf(response, origin);
  if (fault !== null) return refuse(fault);
  const bytes = await readBody(response);
  const body = bytes.ok ? parseJson(bytes.value) : bytes;
  return body.ok ? ok({ isDone: response.status === 200, body: body.value }) : body;
}

function faultOf(response: Response, origin: string): Fault | null {
  if (isStrange(response, origin)) return { kind: 'captive' };
  const { status } = response;
  if (status >= 500 || NOT_NOW.includes(status)) return { kind: 'server', status, retryMs: retryMs(response) };
  const type = typeOf(response);
  const isOurs =
    (status === 200 && type === 'application/json') || (status >= 400 && type === 'application/problem+json');
  return isOurs ? null : { kind: 'captive' };
}
