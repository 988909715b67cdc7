import type { Context, Hono } from 'hono';
import type * as v from 'valibot';
import type { Refusal } from '../../shared/kernel/refusal.ts';
import { ok, type Result, refuse } from '../../shared/kernel/result.ts';
import { parse } from '../../shared/wire/parse.ts';
import {
  BODY_MOST,
  ROUTES,
  type RouteBody,
  type RouteName,
  type RouteParams,
  type RouteQuery,
  type RouteReply,
  type RouteWho,
} from '../../shared/wire/route.ts';
import { originFault, readBytes, readJson } from './guard.ts';
import type { AddressOf } from './limit.ts';
import { problemResponse } from './problem.ts';
import type { Signed, SignedBy } from './signed.ts';

/** What a handler is given: already parsed, so it may trust it. `headers` are the request's. */
export type Ask<N extends RouteName> = {
  readonly query: RouteQuery<N>;
  readonly params: RouteParams<N>;
  /** Null on routes that only read. */
  readonly body: RouteBody<N>;
  /** The file that was sent, on routes that take one; empty on all others. */
  readonly upload: Uint8Array;
  /** Whose session it is; null on routes that anyone may ask. */
  readonly who: RouteWho<N> extends 'account' ? Signed : null;
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
  readonly signedBy: SignedBy;
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
  const who = await whoAsks(door, context, handler.name);
  const reply = who.ok ? await answer(door, context, { ...handler, ...NOTHING_SENT, who: who.value }) : who;
  return reply.ok ? encode(context, reply.value) : problemResponse(reply.refusal);
}

const NOTHING_SENT = { body: null, upload: new Uint8Array(0) } as const;

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
  // Nobody's bytes are taken in before it is known whose they are.
  const who = await whoAsks(door, context, handler.name);
  if (!who.ok) return refused(who.refusal);
  const sent = await sentTo(handler.name, request);
  if (!sent.ok) return refused(sent.refusal);
  const reply = await answer(door, context, { ...handler, ...sent.value, who: who.value });
  return reply.ok ? encode(context, reply.value) : refused(reply.refusal);
}

const ID = /^[0-9a-f]{32}$/;

async function whoAsks(door: Door, context: Context, name: RouteName): Promise<Result<Signed | null>> {
  const asksForAccount: string = ROUTES[name].who;
  if (asksForAccount !== 'account') return ok(null);
  const signed = await door.signedBy(context.req.raw.headers);
  return signed === null ? refuse({ kind: 'not-signed-in' }) : ok(signed);
}

/** What a route says about what it is sent. */
type Taking = { readonly path: string; readonly body?: v.GenericSchema; readonly upload?: number };
type Sent = { readonly body: unknown; readonly upload: Uint8Array };

async function sentTo(name: RouteName, request: Request): Promise<Result<Sent>> {
  const route: Taking = ROUTES[name];
  if (route.upload !== undefined) {
    const bytes = await readBytes(request, route.upload);
    return bytes.ok ? ok({ body: null, upload: bytes.value }) : bytes;
  }
  const json = await readJson(request, BODY_MOST);
  if (!json.ok) return json;
  const body = route.body === undefined ? ok(null) : parse(route.body, json.value);
  return body.ok ? ok({ ...NOTHING_SENT, body: body.value }) : body;
}

type Whole<N extends RouteName> = Handler<N> & Sent & { readonly who: Signed | null };

async function answer<N extends RouteName>(
  door: Door,
  context: Context,
  { name, act, body, upload, who }: Whole<N>,
): Promise<Result<RouteReply<N> | Response>> {
  const query = parse(ROUTES[name].query, context.req.query());
  if (!query.ok) return query;
  const params = parse(ROUTES[name].params, context.req.param());
  if (!params.ok) return params;
  return act({
    query: query.value as RouteQuery<N>,
    params: params.value as RouteParams<N>,
    body: body as RouteBody<N>,
    upload,
    who: who as Ask<N>['who'],
    headers: context.req.raw.headers,
    address: () => door.addressOf(context),
  });
}

function encode(context: Context, reply: unknown): Response {
  if (reply instanceof Response) return reply;
  return context.json(reply as object, 200, { 'cache-control': 'no-store' });
}
