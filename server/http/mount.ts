import type { Context, Hono } from 'hono';
import type { Refusal } from '../../shared/kernel/refusal.ts';
import { ok, type Result } from '../../shared/kernel/result.ts';
import { parse } from '../../shared/wire/parse.ts';
import {
  BODY_MOST,
  ROUTES,
  type RouteBody,
  type RouteName,
  type RouteParams,
  type RouteQuery,
  type RouteReply,
} from '../../shared/wire/route.ts';
import { originFault, readJson } from './guard.ts';
import type { AddressOf } from './limit.ts';
import { problemResponse } from './problem.ts';

/** What a handler is given: already parsed, so it may trust it. `headers` are the request's. */
export type Ask<N extends RouteName> = {
  readonly query: RouteQuery<N>;
  readonly params: RouteParams<N>;
  /** Null on routes that only read. */
  readonly body: RouteBody<N>;
  readonly headers: Headers;
  /** Who asks, for limits alone; never stored or logged. */
  address(): string;
};

/** A handler answers its route's reply, a ready Response (bytes encoded once, binary), or a refusal. */
export type Act<N extends RouteName> = (
  ask: Ask<N>,
) => Promise<Result<RouteReply<N> | Response>> | Result<RouteReply<N> | Response>;

/** Where routes are hung up, and what of the deployment a request is judged by. */
export type Door = {
  readonly app: Hono;
  readonly addressOf: AddressOf;
  /** The app's own address, or null where only the request can tell. */
  readonly ownOrigin: string | null;
};

/** One line of the route table and its handler: guard → parse → act → encode. */
export function mount<N extends RouteName>(door: Door, name: N, act: Act<N>): void {
  const { method, path } = ROUTES[name];
  const pattern = path.replace(/\{(\w+)\}/g, ':$1');
  if (method === 'GET') door.app.get(pattern, (context) => read(door, context, { name, act }));
  else door.app.post(pattern, (context) => write(door, context, { name, act }));
}

/** After all routes: whatever else is asked of their paths is refused by name, with what there is. */
export function refuseOtherMethods(app: Hono): void {
  const all = Object.values(ROUTES);
  for (const path of new Set(all.map((route) => route.path))) {
    const methods = all.filter((route) => route.path === path).map(({ method }) => method);
    const allow = methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])).join(', ');
    app.all(path.replace(/\{(\w+)\}/g, ':$1'), ({ req }) => {
      const refused = problemResponse({ kind: 'method-not-allowed', method: req.method });
      refused.headers.set('allow', allow);
      return refused;
    });
  }
}

type Handler<N extends RouteName> = { readonly name: N; readonly act: Act<N> };

async function read<N extends RouteName>(door: Door, context: Context, handler: Handler<N>): Promise<Response> {
  const reply = await answer(door, context, { ...handler, body: null as RouteBody<N> });
  return reply.ok ? encode(context, reply.value) : problemResponse(reply.refusal);
}

/**
 * The refusal of a write repeats the id it was sent under, as its answer does: on a phone behind a sign-in page whatever
 * does not is no answer of ours. The id stands in a header too, for a body that cannot be read.
 */
async function write<N extends RouteName>(door: Door, context: Context, handler: Handler<N>): Promise<Response> {
  const request = context.req.raw;
  const id = request.headers.get('idempotency-key');
  const refused = (refusal: Refusal) => problemResponse(refusal, id !== null && ID.test(id) ? id : null);
  const fault = originFault(request.headers, door.ownOrigin);
  if (fault) return refused(fault);
  const json = await readJson(request, BODY_MOST);
  if (!json.ok) return refused(json.refusal);
  const body = bodyOf(handler.name, json.value);
  if (!body.ok) return refused(body.refusal);
  const reply = await answer(door, context, { ...handler, body: body.value });
  return reply.ok ? encode(context, reply.value) : refused(reply.refusal);
}

const ID = /^[0-9a-f]{32}$/;

function bodyOf<N extends RouteName>(name: N, json: unknown): Result<RouteBody<N>> {
  const route = ROUTES[name];
  if (!('body' in route)) return ok(null as RouteBody<N>);
  const parsed = parse(route.body, json);
  return parsed.ok ? ok(parsed.value as RouteBody<N>) : parsed;
}

type Whole<N extends RouteName> = Handler<N> & { readonly body: RouteBody<N> };

async function answer<N extends RouteName>(
  door: Door,
  context: Context,
  { name, act, body }: Whole<N>,
): Promise<Result<RouteReply<N> | Response>> {
  const query = parse(ROUTES[name].query, context.req.query());
  if (!query.ok) return query;
  const params = parse(ROUTES[name].params, context.req.param());
  if (!params.ok) return params;
  return act({
    query: query.value as RouteQuery<N>,
    params: params.value as RouteParams<N>,
    body,
    headers: context.req.raw.headers,
    address: () => door.addressOf(context),
  });
}

function encode(context: Context, reply: unknown): Response {
  if (reply instanceof Response) return reply;
  return context.json(reply as object, 200, { 'cache-control': 'no-store' });
}
