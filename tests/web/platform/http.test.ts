import { describe, expect, test } from 'vitest';
import { makeHttp } from '../../../web/platform/http.ts';
import { ORIGIN, timers } from '../../fixtures/web/phone.ts';
import { problem, signIn } from '../../fixtures/web/server.ts';

const JSON_TYPE = { 'content-type': 'application/json' };

function httpOver(answer: (url: string, init: RequestInit) => Promise<Response>) {
  const clockwork = timers();
  return { clockwork, http: makeHttp({ fetch: answer, origin: ORIGIN, after: clockwork.after }) };
}

describe('asking our server', () => {
  test('sends no cookie, no referrer, remembers nothing and follows no redirect', async () => {
    const seen: RequestInit[] = [];
    const { http } = httpOver(async (_, init) => {
      seen.push(init);
      return new Response('{}', { headers: JSON_TYPE });
    });
    expect(await http.json('/api/v1/calendar')).toEqual({ ok: true, value: {} });
    expect(seen[0]).toMatchObject({
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      redirect: 'manual',
    });
  });

  test.each(['https://elsewhere.example/x', '//elsewhere.example/x', 'api/v1/calendar'])(
    'never asks anybody else: %s is a bug',
    async (path) => {
      const { http } = httpOver(async () => new Response('{}', { headers: JSON_TYPE }));
      await expect(http.json(path)).rejects.toThrow('leads away');
    },
  );

  test('gives up on a line that is dead, and arms nothing after an answer', async () => {
    const { http, clockwork } = httpOver(
      (_, { signal }) =>
        new Promise((_done, fail) => {
          signal?.addEventListener('abort', () => fail(new DOMException('aborted', 'AbortError')));
        }),
    );
    const answer = http.bytes('/packs/00');
    expect(clockwork.waits()).toEqual([20_000]);
    clockwork.fire();
    expect(await answer).toEqual({ ok: false, refusal: { kind: 'offline' } });
    expect(clockwork.waits()).toEqual([]);
  });

  test.each([
    ['a sign-in page', () => signIn(), { kind: 'captive' }],
    [
      'text in place of JSON',
      () => new Response('{}', { headers: { 'content-type': 'text/plain' } }),
      { kind: 'captive' },
    ],
    ['no content', () => new Response(null, { status: 204 }), { kind: 'captive' }],
    ['a page not found by somebody else', () => new Response('<p>', { status: 404 }), { kind: 'captive' }],
    ['the sign-in status', () => problem(511), { kind: 'captive' }],
    ['ours, refusing', () => problem(404), { kind: 'server', status: 404, retryMs: null }],
    ['ours, overloaded', () => problem(503, { 'retry-after': '3' }), { kind: 'server', status: 503, retryMs: 3000 }],
    [
      'a date for when to retry',
      () => problem(503, { 'retry-after': 'Mon, 1 Jan' }),
      { kind: 'server', status: 503, retryMs: null },
    ],
    ['half of the JSON', () => new Response('{"a":', { headers: JSON_TYPE }), { kind: 'truncated' }],
    [
      'fewer bytes than told',
      () => new Response('{}', { headers: { ...JSON_TYPE, 'content-length': '9' } }),
      { kind: 'truncated' },
    ],
  ])('%s', async (_, answer, refusal) => {
    const { http } = httpOver(async () => answer());
    expect(await http.json('/api/v1/calendar')).toEqual({ ok: false, refusal });
  });

  test('the length of a packed body is not that of the plain one', async () => {
    const headers = { ...JSON_TYPE, 'content-length': '9', 'content-encoding': 'br' };
    const { http } = httpOver(async () => new Response('{}', { headers }));
    expect(await http.json('/api/v1/calendar')).toEqual({ ok: true, value: {} });
  });
});
