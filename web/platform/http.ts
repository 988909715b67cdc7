import { ok, type Result, refuse } from '../../shared/kernel/result.ts';
import type { After } from './clock.ts';
import { type Carrying, forget, resumeAt, takeIn } from './parcel.ts';

/**
 * Why a request brought no answer of ours. `offline`: nobody answered; `captive`: somebody else did, as the sign-in
 * page of a Wi-Fi does; `server`: ours, and it could not; `truncated`: an answer that broke off.
 */
export type Fault =
  | { readonly kind: 'offline' }
  | { readonly kind: 'captive' }
  | { readonly kind: 'server'; readonly status: number; readonly retryMs: number | null }
  | { readonly kind: 'truncated' };

export type Answer<T> = Result<T, Fault>;

/** Same-origin reads. Paths begin with one slash; anything else is a bug and throws. */
export type Http = {
  bytes(path: string): Promise<Answer<Uint8Array<ArrayBuffer>>>;
  json(path: string): Promise<Answer<unknown>>;
  /** A file that never changes, piece by piece; what came before a break is not fetched again where that is cheaper. */
  file(path: string, carrying: Carrying): Promise<Answer<Uint8Array<ArrayBuffer>>>;
};

export type HttpWorld = {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly origin: string;
  readonly after: After;
};

/** Long enough for a city's pack over a bad 2G line, short enough that a dead line is called dead. */
const PATIENCE_MS = 90_000;
/** The first byte must come sooner. */
const FIRST_BYTE_MS = 20_000;

export function makeHttp(world: HttpWorld): Http {
  return {
    bytes: (path) => ask(world, path, whole('application/octet-stream')),
    json: async (path) => {
      const answer = await ask(world, path, whole('application/json'));
      return answer.ok ? parseJson(answer.value) : answer;
    },
    file: (path, carrying) => askFile(world, path, carrying),
  };
}

async function askFile(world: HttpWorld, path: string, carrying: Carrying): Promise<Answer<Uint8Array<ArrayBuffer>>> {
  const { parcel, total, signal } = carrying;
  const from = resumeAt(parcel, total);
  const read: Wanted['read'] = async (response, giveUp) => {
    const whole = await takeIn(carrying, { response, after: world.after, giveUp });
    return whole === null ? refuse({ kind: 'truncated' }) : ok(whole);
  };
  const answer = await ask(world, path, { type: 'application/octet-stream', from, signal, patience: null, read });
  // What cannot be gone on from here is not asked for again.
  if (!answer.ok && answer.refusal.kind === 'captive') forget(parcel);
  return answer;
}

type Wanted = {
  readonly type: string;
  /** Of a part: its first byte. 0 for the whole. */
  readonly from: number;
  readonly signal: AbortSignal | null;
  /** For the whole body; null where the reader keeps its own. */
  readonly patience: number | null;
  readonly read: (response: Response, giveUp: () => void) => Promise<Answer<Uint8Array<ArrayBuffer>>>;
};

function whole(type: string): Wanted {
  return { type, from: 0, signal: null, patience: PATIENCE_MS, read: readBody };
}

async function ask(world: HttpWorld, path: string, wanted: Wanted): Promise<Answer<Uint8Array<ArrayBuffer>>> {
  const url = new URL(path, world.origin);
  if (!path.startsWith('/') || url.origin !== world.origin) throw new Error(`${path} leads away from ${world.origin}`);
  const stop = new AbortController();
  const giveUp = (): void => stop.abort();
  if (wanted.signal?.aborted === true) giveUp();
  wanted.signal?.addEventListener('abort', giveUp);
  let callOff = world.after(FIRST_BYTE_MS, giveUp);
  try {
    const response = await knock(world, url.href, { ...wanted, signal: stop.signal });
    callOff();
    if (response === null) return refuse({ kind: 'offline' });
    const fault = faultOf(response, { ...wanted, origin: world.origin });
    if (fault !== null) return refuse(fault);
    if (wanted.patience !== null) callOff = world.after(wanted.patience, giveUp);
    return await wanted.read(response, giveUp);
  } finally {
    callOff();
    wanted.signal?.removeEventListener('abort', giveUp);
  }
}

type Knock = { readonly type: string; readonly from: number; readonly signal: AbortSignal };

/** No cookie goes along, nothing of an answer is remembered, and a redirect is not followed: ours never redirects. */
async function knock(world: HttpWorld, url: string, { type, from, signal }: Knock): Promise<Response | null> {
  try {
    return await world.fetch(url, {
      signal,
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      headers: from === 0 ? { accept: type } : { accept: type, range: `bytes=${from}-` },
    });
  } catch {
    return null; // No net, no name, a closed line, our own patience: all are "nobody answered".
  }
}

/** Null when it is our server's good answer of the wanted type. */
function faultOf(
  response: Response,
  wanted: Pick<Wanted, 'type' | 'from'> & { readonly origin: string },
): Fault | null {
  if (isStrange(response, wanted.origin)) return { kind: 'captive' };
  const { status } = response;
  const type = typeOf(response);
  const isProblem = type === 'application/problem+json';
  if (status >= 500 || (status >= 400 && isProblem)) return { kind: 'server', status, retryMs: retryMs(response) };
  const isGood = status === 200 || (status === 206 && wanted.from > 0);
  return isGood && type === wanted.type ? null : { kind: 'captive' };
}

/** An answer of somebody else, whatever it says. 511 is the code made for sign-in pages. */
export function isStrange(response: Response, origin: string): boolean {
  if (response.type === 'opaqueredirect' || response.redirected || response.status === 511) return true;
  return response.url !== '' && new URL(response.url).origin !== origin;
}

/** Without its parameters. */
export function typeOf(response: Response): string {
  return (response.headers.get('content-type') ?? '').split(';', 1).join('').trim().toLowerCase();
}

/** `Retry-After` in seconds; its other form, a date, would need a clock that is right. */
export function retryMs(response: Response): number | null {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null;
}

export async function readBody(response: Response): Promise<Answer<Uint8Array<ArrayBuffer>>> {
  try {
    const bytes = new Uint8Array(await response.arrayBuffer());
    const promised = response.headers.get('content-length');
    const isPlain = response.headers.get('content-encoding') === null;
    const isWhole = promised === null || !isPlain || Number(promised) === bytes.length;
    return isWhole ? ok(bytes) : refuse({ kind: 'truncated' });
  } catch {
    return refuse({ kind: 'truncated' }); // The line broke while the body came.
  }
}

export function parseJson(bytes: Uint8Array): Answer<unknown> {
  try {
    return ok(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return refuse({ kind: 'truncated' }); // Our type and our status, so half of it is missing.
  }
}
