import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Instant, instant } from '../../../shared/kernel/instant.ts';
import { ok, refuse } from '../../../shared/kernel/result.ts';
import type { StationCode } from '../../../shared/station/code.ts';
import type { Lock } from '../../../web/platform/lock.ts';
import type { Wake } from '../../../web/platform/network.ts';
import type { Post } from '../../../web/platform/post.ts';
import { openVisits, type Visits } from '../../../web/sync/visits.ts';

const CODE = '410102100003791' as StationCode;
const OTHER = '410102100003888' as StationCode;
const DAY_MS = 86_400_000;

type Way = 'yes' | 'no' | 'gone' | 'lost' | 'captive';

/** One phone and the server beyond its line; its tabs share what is written down and one lock. */
function world() {
  const kept: { text: string | null } = { text: null };
  const phone = { time: instant(Date.parse('2026-11-26T14:20:00+08:00')) as Instant, way: 'yes' as Way, ids: 0 };
  const counted = new Map<string, string>();
  const woken: ((why: Wake) => void)[] = [];
  let queue: Promise<unknown> = Promise.resolve();
  const lock: Lock = (_, work) => {
    const mine = queue.then(work);
    queue = mine.catch(() => undefined);
    return mine;
  };
  const post: Post = async (path, text, key) => {
    expect(path).toBe('/api/v1/visits');
    const { id, ...said } = JSON.parse(text);
    expect(id).toBe(key);
    if (phone.way === 'gone') return refuse({ kind: 'offline' });
    if (phone.way === 'captive') return ok({ isDone: true, body: { hello: 'sign in' } });
    if (phone.way === 'no') return ok({ isDone: false, body: { id, kind: 'visit-tag' } });
    counted.set(id, `${said.code} ${said.day}`);
    return phone.way === 'lost' ? refuse({ kind: 'offline' }) : ok({ isDone: true, body: { id } });
  };
  const tab = (): Visits =>
    openVisits({
      notes: {
        get: () => kept.text,
        put: (text) => {
          kept.text = text;
        },
      },
      post,
      lock,
      network: {
        subscribe: (changed) => {
          woken.push(changed);
          return () => undefined;
        },
      },
      now: () => phone.time,
      newId: () => (++phone.ids).toString(16).padStart(32, '0'),
    });
  const quiet = () => lock('', async () => undefined);
  const wake = async () => {
    for (const each of woken) each('online');
    await quiet();
  };
  return { kept, phone, counted, tab, wake, quiet };
}

describe('a scan of a plaque', () => {
  test('is counted once a day for a station, and the phone keeps no more of it than that', async () => {
    const { tab, counted, kept, phone } = world();
    const visits = tab();
    expect(await visits.note(CODE, '1ABCDEFGHJKMN')).toBe(true);
    expect(await visits.note(CODE, '1ABCDEFGHJKMN')).toBe(true);
    expect(await visits.note(OTHER, '1ABCDEFGHJKMN')).toBe(true);
    expect([...counted.values()]).toEqual([`${CODE} 2026-11-26`, `${OTHER} 2026-11-26`]);
    expect(kept.text).not.toContain('ABCDEFGHJKMN');
    phone.time = instant(phone.time + DAY_MS);
    await visits.note(CODE, '1ABCDEFGHJKMN');
    expect(counted.size).toBe(3);
    expect(kept.text).not.toContain('2026-11-26');
  });

  test('waits through a dead line, a lost answer and somebody else’s page, and counts under one id', async () => {
    for (const way of ['gone', 'lost', 'captive'] as const) {
      const { tab, counted, phone, wake } = world();
      phone.way = way;
      expect(await tab().note(CODE, '1ABCDEFGHJKMN')).toBe(true);
      phone.way = 'yes';
      await wake();
      await wake();
      expect([...counted.entries()]).toEqual([['1'.padStart(32, '0'), `${CODE} 2026-11-26`]]);
    }
  });

  test('that is refused is not counted, and not asked about again that day', async () => {
    const { tab, counted, phone, wake } = world();
    phone.way = 'no';
    const visits = tab();
    expect(await visits.note(CODE, '1ABCDEFGHJKMN')).toBe(false);
    phone.way = 'yes';
    await wake();
    await visits.note(CODE, '1ABCDEFGHJKMN');
    expect(counted.size).toBe(0);
  });

  test('older than the server takes it is forgotten; what is written by another hand counts as nothing', async () => {
    const { tab, counted, kept, phone, quiet } = world();
    phone.way = 'gone';
    await tab().note(CODE, '1ABCDEFGHJKMN');
    phone.time = instant(phone.time + 15 * DAY_MS);
    await tab().note(OTHER, '1ABCDEFGHJKMN');
    expect(kept.text).not.toContain(CODE);
    for (const text of ['', '{', '7', '[7, null, {"id": 1}]', '{"id":"x"}']) {
      kept.text = text;
      tab();
      await quiet();
    }
    expect(counted.size).toBe(0);
  });

  test('counts once a day and station for any scans, tabs and lines', async () => {
    const act = fc.record({
      tab: fc.nat(1),
      code: fc.constantFrom(CODE, OTHER),
      way: fc.constantFrom<Way>('yes', 'gone', 'lost', 'captive'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 12 }), async (acts) => {
        const { tab, counted, phone, wake } = world();
        const tabs = [tab(), tab()];
        for (const { tab: n, code, way } of acts) {
          phone.way = way;
          await tabs[n]?.note(code, '1ABCDEFGHJKMN');
        }
        phone.way = 'yes';
        await wake();
        expect(counted.size).toBe(new Set(acts.map(({ code }) => code)).size);
        expect(new Set(counted.values()).size).toBe(counted.size);
      }),
    );
  });
});
