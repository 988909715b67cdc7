import { ok, type Result, refuse } from '../../shared/kernel/result.ts';
import { parse } from '../../shared/wire/parse.ts';
import type { Problem } from '../../shared/wire/problem.ts';
import { ROUTES, type RouteBody, type RouteName, type RouteParams, type RouteReply } from '../../shared/wire/route.ts';

/** Why a question to our server brought no answer: it said no (`problem`), or nobody of ours spoke (`fault`). */
export type Unanswered =
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'fault'; readonly fault: 'offline' | 'captive' | 'server' };

type Query = { readonly [name: string]: string | undefined };

export type Question<N extends RouteName> = {
  readonly query?: Query;
  readonly params?: RouteParams<N>;
  readonly body?: RouteBody<N>;
  readonly upload?: Blob;
  readonly signal?: AbortSignal;
};

export type Reply<N extends RouteName> = RouteReply<N> extends string ? Blob : RouteReply<N>;

/** Asks a route of the table with the session's cookie; the answer is parsed, so it may be trusted. */
export type Ask = <N extends RouteName>(name: N, question?: Question<N>) => Promise<Result<Reply<N>, Unanswered>>;

export type AskWorld = { readonly fetch: (url: string, init: RequestInit) => Promise<Response> };

export function makeAsk(world: AskWorld): Ask {
  return async (name, question = {}) => {
    const response = await send(world, name, question);
    if (response === null) return refuse({ kind: 'fault', fault: 'offline' });
    return response.ok ? replyOf(name, response) : refuse(await unanswered(response));
  };
}

/** The address of a route with its parameters filled in, for links that download. */
export function pathOf<N extends RouteName>(name: N, { params, query }: Question<N> = {}): string {
  const path = Object.entries(params ?? {}).reduce(
    (text, [key, value]) => text.replace(`{${key}}`, encodeURIComponent(String(value))),
    ROUTES[name].path as string,
  );
  const asked = new URLSearchParams();
  for (const [key, value] of Object.entries(query ?? {})) if (value !== undefined) asked.set(key, value);
  const text = asked.toString();
  return text === '' ? path : `${path}?${text}`;
}

async function send<N extends RouteName>(world: AskWorld, name: N, question: Question<N>): Promise<Response | null> {
  const { method } = ROUTES[name];
  const { body, upload, signal } = question;
  const headers: Record<string, string> = { accept: 'application/json' };
  if (method === 'POST') headers['content-type'] = upload ? 'application/octet-stream' : 'application/json';
  const sent = upload ?? JSON.stringify(body ?? null);
  try {
    return await world.fetch(pathOf(name, question), {
      method,
      headers,
      cache: 'no-store',
      credentials: 'same-origin',
      redirect: 'manual',
      ...(method === 'POST' && { body: sent }),
      ...(signal && { signal }),
    });
  } catch {
    return null; // No net, no name, a closed line, called off: all are "nobody answered".
  }
}

async function replyOf<N extends RouteName>(name: N, response: Response): Promise<Result<Reply<N>, Unanswered>> {
  const { reply } = ROUTES[name];
  if (typeof reply === 'string') return ok((await response.blob()) as Reply<N>);
  const parsed = parse(reply, await jsonOf(response));
  return parsed.ok ? ok(parsed.value as Reply<N>) : refuse({ kind: 'fault', fault: 'captive' });
}

async function unanswered(response: Response): Promise<Unanswered> {
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json') ?? false;
  const problem = isProblem ? await jsonOf(response) : null;
  if (isRecord(problem) && typeof problem.detail === 'string') return { kind: 'refused', problem: problem as Problem };
  return { kind: 'fault', fault: response.status >= 500 ? 'server' : 'captive' };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Null when it is no JSON, or broke off. */
async function jsonOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return null;
  }
}
