import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';
import { gcj02 } from '../../../shared/geo/point.ts';
import { instant } from '../../../shared/kernel/instant.ts';
import { type Lookup, makeLookup } from '../../../shared/report/lookup.ts';
import { parseCode, type StationCode } from '../../../shared/station/code.ts';
import type { Draft, Extras } from '../../../web/sync/reports-state.ts';
import { type Handset, newHandset, openTab, pass, still } from '../../fixtures/web/reporter.ts';
import { problem, signIn } from '../../fixtures/web/server.ts';

const PARSED = parseCode('410102100003791');
const CODE = (PARSED.ok ? PARSED.value : '') as StationCode;
const DRAFT: Draft = { kind: 'door-shut', station: CODE, amenity: null, text: null, photo: null, title: '德化街驿站' };
const NOTHING: Extras = { amenity: null, text: null, photo: null };
const HOLD = 11_000;

type Said = { readonly id: string; readonly text: string | null; readonly kind: string };

/** Answers as the server does; `refuse` and `between` may say otherwise. */
function fakeServer() {
  const got: Said[] = [];
  const asked: string[] = [];
  const server = {
    got,
    asked,
    refuse: (_: Said): object | null => null,
    /** Answers in the server's stead; told the id of what is sent. */
    between: (_: string | null): Response | null => null,
    answers: new Map<string, object>(),
    fetch: async (url: string, init: RequestInit): Promise<Response> => {
      const path = new URL(url).pathname;
      asked.push(`${init.method ?? 'GET'} ${path}`);
      const other = server.between(new Headers(init.headers).get('idempotency-key'));
      if (other !== null) return other;
      if (init.method !== 'POST') {
        const told = server.answers.get(path.split('/').pop() ?? '');
        return told === undefined ? problem(404) : Response.json(told);
      }
      const said = JSON.parse(String(init.body)) as Said;
      const refused = server.refuse(said);
      if (refused !== null) {
        return new Response(JSON.stringify({ status: 422, id: said.id, ...refused }), {
          status: 422,
          headers: { 'content-type': 'application/problem+json' },
        });
      }
      got.push(said);
      const lookup = lookupOf(got.length);
      return Response.json({ id: said.id, lookup, at: '2026-11-26T14:20:00+08:00', state: 'received' });
    },
  };
  return server;
}
const lookupOf = (n: number): Lookup => makeLookup(String(n).padStart(11, '0'));

async function opened(part: Partial<Handset> = {}) {
  const server = fakeServer();
  const handset = newHandset({ factory: new IDBFactory(), fetch: server.fetch, ...part });
  const tab = await openTab(handset);
  await still(tab);
  return { server, handset, tab, reports: tab.reports };
}

describe('a report in hand', () => {
  test('is kept at once, goes when its moment is over, and is then the server’s', async () => {
    const { server, handset, tab, reports } = await opened();
    const id = await reports.say({ ...DRAFT, photo: 'AAAA' });
    expect(reports.get().items).toMatchObject([
      { id, title: '德化街驿站', stage: { kind: 'held' }, body: { photo: 'AAAA' } },
    ]);
    await pass(handset, tab, 3000);
    expect(server.got).toEqual([]);
    const { items } = await pass(handset, tab, HOLD);
    expect(server.got).toMatchObject([{ id, kind: 'door-shut', photo: 'AAAA', seenAt: '2026-11-26T14:20:00+08:00' }]);
    // The photo is the server's now.
    expect(items).toMatchObject([
      { id, stage: { kind: 'sent', lookup: lookupOf(1) }, body: null, told: { state: 'received', answer: null } },
    ]);
  });

  test('can be taken back, and leaves nothing', async () => {
    const { server, handset, tab, reports } = await opened();
    expect(await reports.takeBack(await reports.say(DRAFT))).toBe(true);
    expect((await pass(handset, tab, HOLD)).items).toEqual([]);
    expect(server.got).toEqual([]);
  });

  test('waits for somebody who writes, and goes with the words as soon as they are done', async () => {
    const { server, handset, tab, reports } = await opened();
    const id = await reports.say(DRAFT);
    expect(await reports.hold(id)).toBe(true);
    await pass(handset, tab, 60_000);
    expect(server.got).toEqual([]);
    expect(await reports.finish(id, { amenity: 'water', text: '锁着', photo: null })).toBe(true);
    await still(tab);
    expect(server.got).toMatchObject([{ id, text: '锁着', amenity: 'water' }]);
    expect(await reports.takeBack(id)).toBe(false);
    expect(await reports.finish(id, NOTHING)).toBe(false);
    expect(server.got).toHaveLength(1);
  });

  test('left by a page that died in the middle of writing goes by itself at the next opening', async () => {
    const { server, handset, tab, reports } = await opened();
    const id = await reports.say(DRAFT);
    await reports.hold(id);
    tab.kill();
    handset.time = instant(handset.time + 6 * 60_000);
    await still(await openTab(handset));
    expect(server.got).toMatchObject([{ id }]);
  });

  test('is not held up for days by a clock that was set back', async () => {
    const { server, handset, tab, reports } = await opened();
    await reports.say(DRAFT);
    await pass(handset, tab, -3 * 86_400_000);
    expect(server.got).toHaveLength(1);
  });

  test('about a place carries the point only if one was chosen', async () => {
    const { server, handset, tab, reports } = await opened();
    const place = {
      kind: 'new-place',
      name: '东门',
      address: '金水路',
      region: null,
      title: '东门',
      ...NOTHING,
    } as const;
    await reports.say({ ...place, point: null });
    await reports.say({ ...place, point: gcj02(113.7, 34.76) });
    await pass(handset, tab, HOLD);
    const points = server.got.map((said) => Reflect.get(Reflect.get(said, 'place') as object, 'point'));
    expect(points).toEqual([null, { lng: 113.7, lat: 34.76 }]);
  });
});

describe('a report on its way', () => {
  test('that is refused stays with the reason, the next goes on, and sent anew it has a new id', async () => {
    const { server, handset, tab, reports } = await opened();
    server.refuse = ({ text }) => (text === null ? { kind: 'picture-unreadable', detail: '照片打不开。' } : null);
    const first = await reports.say(DRAFT);
    await reports.say({ ...DRAFT, text: '有字的' });
    const { items } = await pass(handset, tab, HOLD);
    expect(items.map(({ stage }) => stage.kind)).toEqual(['refused', 'sent']);
    expect(items[0]).toMatchObject({
      stage: { why: 'picture-unreadable', sentence: '照片打不开。' },
      body: { id: first },
    });
    const anew = await reports.again(first, { ...NOTHING, text: '改了' });
    expect(anew).not.toBe(first);
    await still(tab);
    expect(reports.get().items.map(({ stage }) => stage.kind)).toEqual(['sent', 'sent']);
    expect(server.got.map(({ id, text }) => [id, text])).toContainEqual([anew, '改了']);
    expect(await reports.again(first, NOTHING)).toBeNull();
  });

  test('over which the server stumbles does not stop the others', async () => {
    const { server, handset, tab, reports } = await opened();
    const first = await reports.say(DRAFT);
    server.between = (id) => (id === first ? problem(500) : null);
    await reports.say({ ...DRAFT, text: '第二个' });
    const { items, problem: said } = await pass(handset, tab, HOLD);
    expect(items.map(({ stage }) => stage.kind)).toEqual(['waiting', 'sent']);
    expect(said).toBe('server');
    server.between = () => null;
    await pass(handset, tab, 60_000);
    expect(reports.get()).toMatchObject({
      problem: null,
      items: [{ stage: { kind: 'sent' } }, { stage: { kind: 'sent' } }],
    });
  });

  test.each<[string, () => Response | null, string]>([
    ['a sign-in page', signIn, 'captive'],
    ['somebody’s JSON', () => Response.json({ ok: true }), 'captive'],
    ['a server too busy', () => problem(503, { 'retry-after': '5' }), 'server'],
  ])('met by %s is kept, told so, and asked no more than once before it is tried again', async (_, answer, kind) => {
    const { server, handset, tab, reports } = await opened();
    server.between = answer;
    await reports.say(DRAFT);
    await reports.say(DRAFT);
    const { items, problem: said } = await pass(handset, tab, HOLD);
    expect(items.map(({ stage }) => stage.kind)).toEqual(['waiting', 'held']);
    expect(said).toBe(kind);
    server.between = () => null;
    tab.wake('online');
    await still(tab);
    expect(reports.get().items.map(({ stage }) => stage.kind)).toEqual(['sent', 'sent']);
  });

  test('without a database goes all the same, and the screen is told that it is not kept', async () => {
    const { server, handset, tab, reports } = await opened({ factory: undefined });
    await reports.say(DRAFT);
    expect(reports.get().isKept).toBe(false);
    await pass(handset, tab, HOLD);
    expect(server.got).toHaveLength(1);
  });
});

describe('what became of it', () => {
  const told = (over: object) => ({
    lookup: lookupOf(1),
    kind: 'door-shut',
    station: { code: CODE, name: '德化街驿站' },
    at: '2026-11-26T14:20:00+08:00',
    state: 'accepted',
    answer: null,
    answeredAt: null,
    ...over,
  });

  test('is asked when the page is opened, until the union has said its last word', async () => {
    const { server, handset, tab, reports } = await opened();
    await reports.say(DRAFT);
    await pass(handset, tab, HOLD);
    const look = async () => {
      server.asked.length = 0;
      reports.refresh();
      await still(tab);
      return server.asked;
    };
    server.answers.set(lookupOf(1), told({}));
    expect(await look()).toEqual([`GET /api/v1/reports/${lookupOf(1)}`]);
    expect(reports.get().items).toMatchObject([{ told: { state: 'accepted' } }]);
    const last = { state: 'resolved', answer: '好了', answeredAt: '2026-11-27T09:00:00+08:00' };
    server.answers.set(lookupOf(1), told(last));
    await look();
    expect(reports.get().items).toMatchObject([{ told: { state: 'resolved', answer: '好了' } }]);
    expect(await look()).toEqual([]);
  });

  test('is found by its code on another phone, once, and can be taken off it again', async () => {
    const { server, reports } = await opened();
    server.answers.set(lookupOf(1), told({ state: 'dismissed', answer: '不归我们管' }));
    expect(await reports.follow(lookupOf(1))).toBe('found');
    expect(await reports.follow(lookupOf(1))).toBe('found');
    expect(reports.get().items).toMatchObject([{ title: '德化街驿站', station: CODE, told: { answer: '不归我们管' } }]);
    await reports.discard(lookupOf(1));
    expect(reports.get().items).toEqual([]);
    expect(await reports.follow(lookupOf(2))).toBe('unknown');
    server.between = signIn;
    expect(await reports.follow(lookupOf(1))).toBe('later');
  });

  test('that is not an answer to the code asked for is not believed', async () => {
    const { server, reports } = await opened();
    server.answers.set(lookupOf(1), told({ lookup: lookupOf(2) }));
    expect(await reports.follow(lookupOf(1))).toBe('later');
    server.answers.set(lookupOf(1), told({ state: 'great' }));
    expect(await reports.follow(lookupOf(1))).toBe('later');
  });
});
