import type { Context, Hono } from 'hono';
import type { Result } from '../../shared/kernel/result.ts';
import { parse } from '../../shared/wire/parse.ts';
import { ROUTES, type RouteName, type RouteParams, type RouteQuery, type RouteReply } from '../../shared/wire/route.ts';
import { problemResponse } from './problem.ts';

/** What a handler is given: already parsed, so it may trust it. `headers` are the request's. */
export type Ask<N extends RouteName> = {
  readonly query: RouteQuery<N>;
  readonly params: RouteParams<N>;
  readonly headers: Headers;
};

/** A handler answers its route's reply, a ready Response (bytes encoded once, binary), or a refusal. */
export type Act<N extends RouteName> = (
  ask: Ask<N>,
) => Promise<Result<RouteReply<N> | Response>> | Result<RouteReply<N> | Response>;

/** One line of the route table and its handler: parse → act → encode. */
export function mount<N extends RouteName>(app: Hono, name: N, act: Act<N>): void {
  const route = ROUTES[name];
  const path = route.path.replace(/\{(\w+)\}/g, ':$1');
  app.get(path, (context) => answer(context, name, act));
  app.all(path, ({ req }) => otherMethod(req.method));
}

/** The interface is read-only: `allow` says what there is. */
function otherMethod(method: string): Response {
  const refused = problemResponse({ kind: 'method-not-allowed', method });
  refused.headers.set('allow', 'GET, HEAD');
  return refused;
}

async function answer<N extends RouteName>(context: Context, name: N, act: Act<N>): Promise<Response> {
  const query = parse(ROUTES[name].query, context.req.query());
  if (!query.ok) return problemResponse(query.refusal);
  const params = parse(ROUTES[name].params, context.req.param());
  if (!params.ok) return problemResponse(params.refusal);
  const reply = await act({
    query: query.value as RouteQuery<N>,
    params: params.value as RouteParams<N>,
    headers: context.req.raw.headers,
  });
  if (!reply.ok) return problemResponse(reply.refusal);
  if (reply.value instanceof Response) return reply.value;
  return context.json(reply.value as object, 200, { 'cache-control': 'no-store' });
}
