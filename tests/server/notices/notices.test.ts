import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { may } from '../../../shared/actor/may.ts';
import { instant } from '../../../shared/kernel/instant.ts';
import { makeLookup } from '../../../shared/report/lookup.ts';
import type { Command } from '../../../shared/station/command.ts';
import { decide } from '../../../shared/station/decide.ts';
import type { Station } from '../../../shared/station/station.ts';
import { trailOf } from '../../../shared/station/trail.ts';
import { envelopeOf, openTestServer, type TestServer } from '../../fixtures/make/server.ts';
import { type Clerk, clerkAt } from '../../fixtures/make/signed.ts';
import { HOSTILE_NAMES, handMadeStations } from '../../fixtures/world/stations.ts';
import { stationId } from '../../shared/station/sample.ts';

let server: TestServer;
let officer: Clerk;
let city: Clerk;
let made = 0;
const newId = () => `e${(++made).toString(16).padStart(31, '0')}`;

beforeAll(async () => {
  server = await openTestServer({ stations: handMadeStations(), deps: { trustProxy: true } });
  officer = clerkAt(server.app, { union: '410105', functions: ['officer'] });
  city = clerkAt(server.app, { union: '410100', functions: ['approver'] });
});
afterAll(() => server.close());

async function record(n: number): Promise<Station> {
  const [found] = await server.store.stationsById([stationId(n)]);
  if (!found) throw new Error(`no station ${n}`);
  return found;
}

/** Each command of the union without its id. */
type Unnamed<C> = C extends Command ? Omit<C, 'id'> : never;

/** A step as a desk takes it: asked of `may`, decided by the life cycle, committed. */
async function take(who: Clerk, n: number, command: Unnamed<Command>): Promise<{ ok: boolean; kind: string | null }> {
  const station = await record(n);
  const book = await server.deps.unions.current();
  const settings = book.settingsOf(station.union, server.clock.now);
  const whole = { id: newId(), ...command } as Command;
  const permitted = may(who.actor, whole.kind, { ...station, tree: book.tree, settings });
  if (!permitted.ok) return { ok: false, kind: permitted.refusal.kind };
  const trail = trailOf((await server.store.historyOf(station.id)).filter(({ subject }) => subject === 'station'));
  const context = { actor: who.actor, at: server.clock.now, settings, trail };
  const done = await server.store.commit(
    {
      ...envelopeOf(whole.id),
      at: server.clock.now,
      actor: { id: who.actor.id, union: who.actor.union },
      load: [station.id],
    },
    ([now]) => decide(now ?? null, whole, { ...context, similar: [], successor: null, proposedBy: null }),
  );
  server.clock.now = instant(server.clock.now + 1000);
  return { ok: done.ok, kind: done.ok ? null : done.refusal.kind };
}

async function putUnderNotice(n: number, reason = '建站单位搬走了'): Promise<string> {
  const proposal = { kind: 'propose-exit', reasonCode: 'HOST_LEFT', reason, evidence: '机密的走访记录' } as const;
  expect(await take(officer, n, proposal)).toMatchObject({ ok: true });
  expect(await take(city, n, { kind: 'open-notice' })).toMatchObject({ ok: true });
  return (await record(n)).code ?? '';
}

let addresses = 0;
async function object(code: string, body: object, from = `203.0.113.${++addresses}`) {
  const response = await server.app.request(`/api/v1/notices/${code}/objections`, {
    method: 'POST',
    body: JSON.stringify({ id: newId(), text: '我们天天在这儿接水热饭，别撤', contact: null, ...body }),
    headers: { 'content-type': 'application/json', 'x-forwarded-for': from },
  });
  return { status: response.status, body: await response.json() };
}

const answerOf = async (lookup: string) => (await server.get(`/api/v1/objections/${lookup}`)).json();

describe('the public notices', () => {
  test('name where, why and until when, and neither evidence nor people', async () => {
    const code = await putUnderNotice(1);
    const board = await (await server.get('/api/v1/notices')).json();
    const found = board.items.find((one: { code: string }) => one.code === code);
    expect(found).toEqual({
      code,
      name: '示例1号驿站',
      city: '河南省郑州市',
      county: '金水区',
      address: '示例路1号',
      reasonCode: 'HOST_LEFT',
      reason: '建站单位搬走了',
      from: '2026-11-26',
      until: '2026-12-03',
      isSynthetic: false,
    });
    expect(JSON.stringify(board)).not.toMatch(/机密|clerk/);
  });

  test('are asked of a region and what lies in it', async () => {
    const codes = async (region: string) =>
      (await (await server.get(`/api/v1/notices?region=${region}`)).json()).items.map(
        (one: { code: string }) => one.code,
      );
    const [all, city] = [await codes('410000'), await codes('410100')];
    expect(city.length).toBeGreaterThan(0);
    expect(all).toEqual(expect.arrayContaining(city));
    expect(await codes('410202')).toEqual([]);
    expect((await server.get('/api/v1/notices?region=abc')).status).toBe(400);
  });

  test('say at once when one is opened or over', async () => {
    const has = async (code: string) =>
      (await (await server.get('/api/v1/notices')).json()).items.some((one: { code: string }) => one.code === code);
    const code = await putUnderNotice(2);
    expect(await has(code)).toBe(true);
    await take(city, 2, { kind: 'withdraw-notice', reason: '材料不全' });
    expect(await has(code)).toBe(false);
  });
});

describe('an objection', () => {
  test('keeps the station from being retired until the city has answered, and the answer is read by its code', async () => {
    const code = await putUnderNotice(3);
    const { status, body } = await object(code, { contact: '张三 13800000000' });
    expect(status).toBe(200);
    expect(Object.keys(body).sort()).toEqual(['at', 'id', 'lookup']);
    expect(await answerOf(body.lookup)).toMatchObject({ code, name: '示例3号驿站', state: 'open', answer: null });
    const over = instant(server.clock.now + 9 * 86_400_000);
    const today = server.clock.now;
    server.clock.now = over;
    expect(await take(city, 3, { kind: 'retire' })).toEqual({ ok: false, kind: 'objection-open' });
    await take(city, 3, { kind: 'dismiss-objection', reason: '东边 200 米的新站下月开，老站按期撤。' });
    const told = await answerOf(body.lookup);
    expect(told).toMatchObject({ state: 'dismissed', answer: '东边 200 米的新站下月开，老站按期撤。' });
    expect(told.answeredAt).toMatch(/^2026-12-05/);
    expect(JSON.stringify(told)).not.toMatch(/接水|张三|1380/);
    expect(await take(city, 3, { kind: 'retire' })).toMatchObject({ ok: true });
    // What is left of the station still answers whoever objected.
    expect(await answerOf(body.lookup)).toMatchObject({ state: 'dismissed' });
    server.clock.now = today;
  });

  test('that is upheld answers all that are open; dismissals answer the oldest first', async () => {
    const code = await putUnderNotice(4);
    const [first, second, third] = [await object(code, {}), await object(code, {}), await object(code, {})];
    await take(city, 4, { kind: 'dismiss-objection', reason: '第一条的答复' });
    const states = async () =>
      Promise.all([first, second, third].map(async ({ body }) => (await answerOf(body.lookup)).state));
    expect(await states()).toEqual(['dismissed', 'open', 'open']);
    await take(city, 4, {
      kind: 'uphold-objection',
      restoresTo: 'active',
      reason: '确实有人用，不撤了',
      deadline: null,
    });
    expect(await states()).toEqual(['dismissed', 'upheld', 'upheld']);
    expect((await record(4)).status).toBe('active');
    expect((await server.store.objectionsOf(stationId(4))).map(({ answer }) => answer)).toEqual([
      '第一条的答复',
      '确实有人用，不撤了',
      '确实有人用，不撤了',
    ]);
  });

  test('said again under its id is the same one, also after the notice; another text under it is refused', async () => {
    const code = await putUnderNotice(15);
    const id = newId();
    const first = await object(code, { id });
    expect((await object(code, { id })).body).toEqual(first.body);
    expect(await object(code, { id, text: '换了一段话，也有十个字了吧' })).toMatchObject({
      status: 409,
      body: { kind: 'receipt-conflict' },
    });
    await take(city, 15, { kind: 'withdraw-notice', reason: '先不撤' });
    expect((await object(code, { id })).body).toEqual(first.body);
    expect(await answerOf(first.body.lookup)).toMatchObject({ state: 'lapsed', answer: '先不撤' });
    expect(await server.store.objectionsOf(stationId(15))).toHaveLength(1);
  });

  test('to a station that is not under notice, or whose notice is over, is refused with what to do', async () => {
    const active = (await record(22)).code ?? '';
    expect(await object(active, {})).toMatchObject({
      status: 409,
      body: { kind: 'notice-closed', detail: expect.stringContaining('12351') },
    });
    const code = await putUnderNotice(5);
    const today = server.clock.now;
    server.clock.now = instant(today + 7 * 86_400_000);
    expect((await object(code, {})).status).toBe(200);
    server.clock.now = instant(today + 8 * 86_400_000);
    expect((await object(code, {})).status).toBe(409);
    server.clock.now = today;
    expect(await object('410102100003791', {})).toMatchObject({ status: 404, body: { kind: 'station-unknown' } });
  });

  test.each([
    [{ text: '不行' }, 'text'],
    [{ text: '          x          ' }, 'text'],
    [{ text: '长'.repeat(501) }, 'text'],
    [{ text: 7 }, 'text'],
    [{ contact: '长'.repeat(61) }, 'contact'],
    [{ id: 'x' }, 'id'],
  ])('%j is refused at its field', async (over, field) => {
    const code = (await record(1)).code ?? '';
    const { status, body } = await object(code, over);
    expect([status, body.field]).toEqual([400, field]);
    expect(body.detail).toMatch(/。$/);
  });

  test('takes whatever people write, and shows it to the union as it was written', async () => {
    const code = (await record(1)).code ?? '';
    const texts = [
      ...HOSTILE_NAMES.map((name) => `${name}${name}`),
      "'; drop table objection; --",
      '👍👍👍👍👍👍👍',
      '\u202e倒过来写的一句长长的话',
    ];
    for (const text of texts) expect((await object(code, { text })).status, text).toBe(200);
    const kept = await server.store.objectionsOf(stationId(1));
    expect(kept.map(({ text }) => text)).toEqual(texts);
    const half = await object(code, { text: '半个字\ud800留在这句话里\u0000面' });
    expect(half.status).toBe(200);
    expect((await server.store.verifyHistory()).brokenAt).toBeNull();
    expect(JSON.stringify(await server.store.historyOf(stationId(1)))).not.toContain('drop table');
  });

  test('comes at a pace from one address', async () => {
    const code = await putUnderNotice(6);
    const from = '198.51.100.77';
    for (let n = 0; n < 5; n++) expect((await object(code, {}, from)).status).toBe(200);
    expect(await object(code, {}, from)).toMatchObject({ status: 429, body: { kind: 'rate-limited' } });
    expect((await object(code, {})).status).toBe(200);
  });

  test('has a code that nobody finds by trying', async () => {
    expect((await server.get('/api/v1/objections/12')).status).toBe(400);
    expect((await server.get(`/api/v1/objections/${makeLookup('48210937556')}`)).status).toBe(404);
  });
});

describe('the way to reach an objector', () => {
  test('is for whoever answers for the station, each reading is written down, and it can be erased', async () => {
    const code = await putUnderNotice(8, '场地收回');
    const { body } = await object(code, { contact: '李四 微信 lisi' });
    const path = `/api/v1/notices/${code}/objections/${body.id}`;
    for (const who of [
      clerkAt(server.app, { union: '410102', functions: ['officer'] }),
      clerkAt(server.app, { union: '410105', functions: ['keeper'] }, { stations: [stationId(8)] }),
      clerkAt(server.app, { union: '410105', functions: ['analyst'] }),
    ]) {
      expect((await who.post(`${path}/contact`, { id: newId() })).status).toBe(404);
      expect((await who.post(`${path}/erasure`, { id: newId() })).status).toBe(404);
    }
    const told = await (await officer.get(`/api/v1/notices/${code}/said`)).json();
    expect(told.items).toMatchObject([
      { id: body.id, text: '我们天天在这儿接水热饭，别撤', hasContact: true, state: 'open' },
    ]);
    expect(JSON.stringify(told)).not.toContain('lisi');
    const read = async () => (await (await officer.post(`${path}/contact`, { id: newId() })).json()).contact;
    expect(await read()).toBe('李四 微信 lisi');
    expect((await officer.post(`${path}/erasure`, { id: newId() })).status).toBe(200);
    expect(await read()).toBeNull();
    const history = await server.store.historyOf(`${stationId(8)}/${body.id}`);
    expect(history.map(({ step, actor }) => [step, actor])).toEqual([
      ['reveal-contact', officer.actor.id],
      ['erase-contact', officer.actor.id],
      ['reveal-contact', officer.actor.id],
    ]);
    expect((await officer.post(`/api/v1/notices/${code}/objections/${newId()}/contact`, { id: newId() })).status).toBe(
      404,
    );
  });
});
