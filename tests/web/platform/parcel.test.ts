import { describe, expect, test } from 'vitest';
import { makeHttp } from '../../../web/platform/http.ts';
import { emptyParcel, resumeAt } from '../../../web/platform/parcel.ts';
import { ORIGIN, timers } from '../../fixtures/web/phone.ts';

const BYTES = Uint8Array.from({ length: 100 }, (_, at) => at);
const TYPE = { 'content-type': 'application/octet-stream' };

/** Answers in turn; what is asked for is noted. */
function fileFrom(...answers: readonly (() => Response)[]) {
  const ranges: (string | null)[] = [];
  const clockwork = timers();
  const fetch = async (_: string, init: RequestInit): Promise<Response> => {
    ranges.push(new Headers(init.headers).get('range'));
    const answer = answers[Math.min(ranges.length, answers.length) - 1];
    if (answer === undefined) throw new TypeError('no answer');
    return answer();
  };
  const http = makeHttp({ fetch, origin: ORIGIN, after: clockwork.after });
  const parcel = emptyParcel();
  const counts: number[] = [];
  const stop = new AbortController();
  const take = () =>
    http.file('/packs/00', {
      parcel,
      total: BYTES.length,
      signal: stop.signal,
      came: () => counts.push(parcel.length),
    });
  return { take, parcel, ranges, counts, stop, clockwork };
}

/** Gives these bytes and then breaks. */
function broken(to: number, headers: Record<string, string> = {}): () => Response {
  return () => {
    const body = new ReadableStream<Uint8Array>({
      start: (into) => into.enqueue(BYTES.slice(0, to)),
      pull: (into) => into.error(new TypeError('network error')),
    });
    return new Response(body, { headers: { ...TYPE, ...headers } });
  };
}

const part =
  (from: number, bytes = BYTES) =>
  () =>
    new Response(bytes.slice(from), {
      status: 206,
      headers: { ...TYPE, 'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` },
    });
const whole = () => new Response(BYTES, { headers: { ...TYPE, 'content-length': '100' } });

describe('a file that never changes', () => {
  test('goes on where it broke off', async () => {
    const { take, parcel, ranges, counts } = fileFrom(broken(60, { 'content-length': '100' }), part(60));
    expect(await take()).toEqual({ ok: false, refusal: { kind: 'truncated' } });
    expect(parcel.length).toBe(60);
    expect(await take()).toEqual({ ok: true, value: BYTES });
    expect(ranges).toEqual([null, 'bytes=60-']);
    expect(counts).toEqual([0, 60, 60, 100]);
    expect(parcel.length).toBe(0);
  });

  test('comes whole again where the whole costs less than the plain rest', async () => {
    const { take, ranges } = fileFrom(broken(60, { 'content-length': '35', 'content-encoding': 'br' }), whole);
    await take();
    expect(await take()).toEqual({ ok: true, value: BYTES });
    expect(ranges).toEqual([null, null]);
  });

  test.each([
    ['the whole, because parts are not served', whole],
    ['a part that begins elsewhere', part(50)],
  ])('given %s, does not join what does not fit', async (_, answer) => {
    const { take, counts } = fileFrom(broken(60, { 'content-length': '100' }), answer, whole);
    await take();
    const second = await take();
    expect(counts.slice(2)[0]).toBe(0);
    if (second.ok) expect(second.value).toEqual(BYTES);
    else expect(await take()).toEqual({ ok: true, value: BYTES });
  });

  test('with more bytes than it has is not ours, and is not gone on from', async () => {
    const { take, parcel } = fileFrom(() => new Response(new Uint8Array(101), { headers: TYPE }));
    expect(await take()).toEqual({ ok: false, refusal: { kind: 'truncated' } });
    expect(parcel.length).toBe(0);
  });

  test('refused from where we stopped is begun again', async () => {
    const beyond = () => new Response(null, { status: 416, headers: TYPE });
    const { take, ranges } = fileFrom(broken(60, { 'content-length': '100' }), beyond, whole);
    await take();
    await take();
    expect(await take()).toEqual({ ok: true, value: BYTES });
    expect(ranges).toEqual([null, 'bytes=60-', null]);
  });

  test('a line that falls silent is given up, and arms nothing after', async () => {
    const clockwork = timers();
    const fetch = async (_: string, { signal }: RequestInit): Promise<Response> => {
      const body = new ReadableStream<Uint8Array>({
        start: (into) => {
          into.enqueue(BYTES.slice(0, 10));
          signal?.addEventListener('abort', () => into.error(new DOMException('aborted', 'AbortError')));
        },
      });
      return new Response(body, { headers: TYPE });
    };
    const http = makeHttp({ fetch, origin: ORIGIN, after: clockwork.after });
    const parcel = emptyParcel();
    let came = 0;
    const taking = http.file('/packs/00', {
      parcel,
      total: 100,
      signal: new AbortController().signal,
      came: () => {
        came += 1;
      },
    });
    while (came < 2 || clockwork.waits().length === 0) await new Promise((done) => setImmediate(done));
    expect(clockwork.waits()).toEqual([30_000]);
    clockwork.fire();
    expect(await taking).toEqual({ ok: false, refusal: { kind: 'truncated' } });
    expect([parcel.length, clockwork.waits()]).toEqual([10, []]);
  });
});

describe('where to go on from', () => {
  test.each([
    { when: 'nothing came', length: 0, sent: 40, from: 0 },
    { when: 'less is missing than the whole costs', length: 70, sent: 40, from: 70 },
    { when: 'more is missing than the whole costs', length: 50, sent: 40, from: 0 },
    { when: 'nobody said what the whole costs', length: 10, sent: null, from: 10 },
  ])('$when', ({ length, sent, from }) => {
    expect(resumeAt({ pieces: [], length, sent }, 100)).toBe(from);
  });
});
