import { describe, expect, test } from 'vitest';
import { makePost } from '../../../web/platform/post.ts';
import { ORIGIN, timers } from '../../fixtures/web/phone.ts';
import { cut, signIn } from '../../fixtures/web/server.ts';

type Said = { readonly status?: number; readonly type?: string; readonly retry?: string };
const json = (body: unknown, { status = 200, type = 'application/json; charset=utf-8', retry }: Said = {}) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': type, ...(retry !== undefined && { 'retry-after': retry }) },
  });
const PROBLEM = 'application/problem+json; charset=utf-8';

function posting(answer: () => Response | Promise<Response>) {
  const asked: { url: string; init: RequestInit }[] = [];
  const clock = timers();
  const post = makePost({
    origin: ORIGIN,
    after: clock.after,
    fetch: async (url, init) => {
      asked.push({ url, init });
      return answer();
    },
  });
  return { asked, clock, send: () => post('/api/v1/reports', '{"id":"a"}', 'a') };
}

describe('sending', () => {
  test('asks our own server alone, without a cookie, under the id', async () => {
    const { asked, send } = posting(() => json({}));
    await send();
    expect(asked).toMatchObject([
      {
        url: `${ORIGIN}/api/v1/reports`,
        init: {
          method: 'POST',
          body: '{"id":"a"}',
          credentials: 'omit',
          redirect: 'manual',
          cache: 'no-store',
          headers: { 'content-type': 'application/json', 'idempotency-key': 'a' },
        },
      },
    ]);
    const post = makePost({ origin: ORIGIN, after: timers().after, fetch: async () => json({}) });
    await expect(post('//evil.example/x', '', 'a')).rejects.toThrow('leads away');
  });

  test('is answered by what our server says it did, or will not do', async () => {
    expect(await posting(() => json({ id: 'a' })).send()).toEqual({
      ok: true,
      value: { isDone: true, body: { id: 'a' } },
    });
    for (const status of [400, 403, 404, 409, 413, 422])
      expect(await posting(() => json({ id: 'a' }, { status, type: PROBLEM })).send()).toEqual({
        ok: true,
        value: { isDone: false, body: { id: 'a' } },
      });
  });

  test.each<[string, () => Response | Promise<Response>, object]>([
    ['no net', () => Promise.reject(new TypeError('no net')), { kind: 'offline' }],
    ['a sign-in page', signIn, { kind: 'captive' }],
    ['a page with a status of its own', () => json({}, { status: 404, type: 'text/html' }), { kind: 'captive' }],
    ['JSON of somebody who refuses', () => json({ kind: 'x' }, { status: 400 }), { kind: 'captive' }],
    ['the code for sign-in pages', () => json({}, { status: 511, type: PROBLEM }), { kind: 'captive' }],
    [
      'a server that cannot',
      () => json({}, { status: 500, type: PROBLEM }),
      { kind: 'server', status: 500, retryMs: null },
    ],
    [
      'whoever stands before it',
      () => new Response('', { status: 503 }),
      { kind: 'server', status: 503, retryMs: null },
    ],
    [
      'too often',
      () => json({}, { status: 429, type: PROBLEM, retry: '30' }),
      { kind: 'server', status: 429, retryMs: 30_000 },
    ],
    ['half an answer', async () => cut(json({ id: 'a'.repeat(99) }), false), { kind: 'truncated' }],
    ['an answer that breaks off', async () => cut(json({ id: 'a'.repeat(99) }), true), { kind: 'truncated' }],
  ])('%s is no answer', async (_, answer, refusal) => {
    expect(await posting(answer).send()).toEqual({ ok: false, refusal });
  });

  test('gives up on a line that says nothing, and leaves no timer behind', async () => {
    const clock = timers();
    const post = makePost({
      origin: ORIGIN,
      after: clock.after,
      fetch: (_, { signal }) =>
        new Promise((_done, fail) => {
          signal?.addEventListener('abort', () => fail(new DOMException('aborted', 'AbortError')));
        }),
    });
    const answer = post('/api/v1/reports', '{}', 'a');
    clock.fire();
    expect(await answer).toEqual({ ok: false, refusal: { kind: 'offline' } });
    expect(clock.waits()).toEqual([]);
  });
});
