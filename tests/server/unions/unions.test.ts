import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestServer, type TestServer } from '../../fixtures/make/server.ts';
import { type Clerk, clerkAt } from '../../fixtures/make/signed.ts';
import { sampleStation, stationId, union } from '../../shared/station/sample.ts';

let server: TestServer;
let city: Clerk;
beforeAll(async () => {
  server = await openTestServer();
  city = clerkAt(server.app, { union: '410100', functions: ['system-admin'] }, { id: 'xitong' });
});
afterAll(() => server.close());

let commands = 0;
const nextId = () => `e${(++commands).toString(16).padStart(31, '0')}`;

async function edit(
  clerk: Clerk,
  change: object,
  { reason = null, id = nextId() }: { reason?: string | null; id?: string } = {},
) {
  const response = await clerk.post('/api/v1/unions/edits', { id, edit: change, reason });
  return { status: response.status, body: await response.json() };
}

async function namesBelow(clerk: Clerk, of: string, closed = '0'): Promise<string[]> {
  const { items } = await (await clerk.get(`/api/v1/unions?of=${of}&closed=${closed}`)).json();
  return items.map(({ name }: { name: string }) => name);
}

async function put(clerk: Clerk, of: string, over: object) {
  const response = await clerk.post(`/api/v1/unions/${of}/settings`, {
    id: nextId(),
    from: '2026-11-26',
    reason: null,
    ...over,
  });
  return { status: response.status, body: await response.json() };
}

type Item = {
  key: string;
  value: unknown;
  source: { union: string; unionName: string; from: string } | null;
  above: unknown;
  coming: unknown[];
};
async function setting(clerk: Clerk, of: string, key: string): Promise<Item> {
  const { items } = await (await clerk.get(`/api/v1/unions/${of}/settings`)).json();
  return items.find((item: Item) => item.key === key);
}

describe('the tree of unions', () => {
  test('begins at the own union and opens level by level', async () => {
    const { items } = await (await city.get('/api/v1/unions')).json();
    expect(items).toMatchObject([{ id: '410100', name: '郑州市总工会', kind: 'region', level: 'city', parent: null }]);
    expect(await namesBelow(city, '410100')).toContain('二七区总工会');
    const found = await (await city.get('/api/v1/unions?q=二七')).json();
    expect(found.items).toMatchObject([{ id: '410103', path: [] }]);
    expect((await (await city.get('/api/v1/unions?q=410103')).json()).items).toEqual(found.items);
    expect((await (await city.get('/api/v1/unions?q=朝阳')).json()).items).toEqual([]);
    expect((await (await city.get('/api/v1/unions?q=110105')).json()).items).toEqual([]);
  });

  test('an industry union is added, renamed, moved, closed and opened again, each with its row of history', async () => {
    const added = await edit(
      city,
      { kind: 'add', as: 'industry', parent: '410100', name: '快递行业工会' },
      { reason: '行业成立' },
    );
    expect(added.status).toBe(200);
    const id: string = added.body.union;
    expect(id).toMatch(/^i-[0-9a-f]{12}$/);
    expect((await edit(city, { kind: 'rename', union: id, name: '快递物流行业工会' })).status).toBe(200);
    expect((await edit(city, { kind: 'move', union: id, parent: '410103' }, { reason: '归二七区' })).status).toBe(200);
    expect(await namesBelow(city, '410103')).toContain('快递物流行业工会');
    expect((await edit(city, { kind: 'close', union: id }, { reason: '撤了' })).status).toBe(200);
    expect(await namesBelow(city, '410103')).not.toContain('快递物流行业工会');
    expect(await namesBelow(city, '410103', '1')).toContain('快递物流行业工会');
    expect((await edit(city, { kind: 'reopen', union: id })).status).toBe(200);
    const rows = await server.store.historyOf(id);
    expect(
      rows.map(({ step, actor, reason, before, after, subject }) => ({ step, actor, reason, before, after, subject })),
    ).toEqual([
      {
        subject: 'union',
        step: 'add',
        actor: 'xitong',
        reason: '行业成立',
        before: null,
        after: { parent: '410100', name: '快递行业工会', region: null, closedOn: null },
      },
      {
        subject: 'union',
        step: 'rename',
        actor: 'xitong',
        reason: null,
        before: { name: '快递行业工会' },
        after: { name: '快递物流行业工会' },
      },
      {
        subject: 'union',
        step: 'move',
        actor: 'xitong',
        reason: '归二七区',
        before: { parent: '410100' },
        after: { parent: '410103' },
      },
      {
        subject: 'union',
        step: 'close',
        actor: 'xitong',
        reason: '撤了',
        before: { closedOn: null },
        after: { closedOn: '2026-11-26' },
      },
      {
        subject: 'union',
        step: 'reopen',
        actor: 'xitong',
        reason: null,
        before: { closedOn: '2026-11-26' },
        after: { closedOn: null },
      },
    ]);
    expect((await server.store.verifyHistory()).brokenAt).toBeNull();
  });

  test('asked twice under one id is done once; under the same id something else is refused', async () => {
    const id = nextId();
    const change = { kind: 'add', as: 'town', parent: '410103', name: '德化街街道总工会' };
    const first = await edit(city, change, { id });
    const again = await edit(city, change, { id });
    expect(again.body).toEqual(first.body);
    expect((await namesBelow(city, '410103')).filter((name) => name === '德化街街道总工会').length).toBe(1);
    expect((await edit(city, { ...change, name: '别的' }, { id })).body.kind).toBe('receipt-conflict');
  });

  test('what becomes of the own union is not one’s own to decide, and other branches are not there', async () => {
    const added = await edit(city, { kind: 'add', as: 'industry', parent: '410100', name: '出租车行业工会' });
    const own = clerkAt(server.app, { union: added.body.union, functions: ['system-admin'] });
    expect((await edit(own, { kind: 'close', union: added.body.union })).status).toBe(404);
    expect((await edit(city, { kind: 'rename', union: '110105', name: '甲' })).status).toBe(404);
    expect((await edit(city, { kind: 'move', union: added.body.union, parent: '110105' })).status).toBe(404);
  });

  test('a station is not put under a closed union, and one with stations is not closed', async () => {
    const { body } = await edit(city, { kind: 'add', as: 'industry', parent: '410100', name: '环卫行业工会' });
    const station = sampleStation({ id: stationId(77), code: null, union: union(body.union), rev: 1 });
    await server.register([station]);
    expect((await edit(city, { kind: 'close', union: body.union })).body).toMatchObject({
      kind: 'union-in-use',
      data: { stations: 1, unions: 0 },
    });
    const other = await edit(city, { kind: 'add', as: 'industry', parent: '410100', name: '园林行业工会' });
    await edit(city, { kind: 'close', union: other.body.union });
    const into = sampleStation({ id: stationId(78), code: null, union: union(other.body.union), rev: 1 });
    await expect(server.register([into])).rejects.toThrow('union-unknown');
  });

  test('two moves at once that would make a loop together are decided one after the other', async () => {
    const a = await edit(city, { kind: 'add', as: 'industry', parent: '410100', name: '甲行业' });
    const b = await edit(city, { kind: 'add', as: 'industry', parent: '410100', name: '乙行业' });
    const answers = await Promise.all([
      edit(city, { kind: 'move', union: a.body.union, parent: b.body.union }),
      edit(city, { kind: 'move', union: b.body.union, parent: a.body.union }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.kind).toBe('union-loop');
  });
});

describe('settings', () => {
  test('hold for the union and below, whoever is nearest, and say whose they are', async () => {
    expect(await setting(city, '410103', 'notice-days')).toMatchObject({ value: 7, source: null, above: 7 });
    expect((await put(city, '410100', { key: 'notice-days', value: 10 })).status).toBe(200);
    expect(await setting(city, '410103', 'notice-days')).toMatchObject({
      value: 10,
      source: { union: '410100', unionName: '郑州市总工会', from: '2026-11-26' },
    });
    await put(city, '410103', { key: 'notice-days', value: 12 });
    expect(await setting(city, '410103', 'notice-days')).toMatchObject({
      value: 12,
      above: 10,
      source: { union: '410103' },
    });
    expect(await setting(city, '410102', 'notice-days')).toMatchObject({ value: 10 });
    const book = await server.deps.unions.current();
    expect(book.settingsOf(union('410103'), server.clock.now)['notice-days']).toBe(12);
  });

  test('begin on their day, never before today, and are taken back the same way', async () => {
    await put(city, '410105', { key: 'rectify-days', value: 20, from: '2026-12-01' });
    expect(await setting(city, '410105', 'rectify-days')).toMatchObject({
      value: 15,
      coming: [{ value: 20, from: '2026-12-01' }],
    });
    expect((await put(city, '410105', { key: 'rectify-days', value: 20, from: '2026-11-25' })).body).toMatchObject({
      kind: 'field-date-early',
      field: 'from',
    });
    await put(city, '410105', { key: 'rectify-days', value: 30 });
    expect((await setting(city, '410105', 'rectify-days')).value).toBe(30);
    expect((await put(city, '410105', { key: 'rectify-days', value: null })).status).toBe(200);
    expect(await setting(city, '410105', 'rectify-days')).toMatchObject({ value: 15, source: null });
  });

  test('are checked: numbers in their range, patterns that can be read, an own standard with items', async () => {
    const wrong: readonly [object, string][] = [
      [{ key: 'notice-days', value: 0 }, 'field-range'],
      [{ key: 'notice-days', value: '7' }, 'field-type'],
      [{ key: 'notice-days', value: 2.5 }, 'field-type'],
      [{ key: 'county-approves', value: 1 }, 'field-type'],
      [{ key: 'federation-code-pattern', value: '[' }, 'field-format'],
      [{ key: 'federation-code-pattern', value: '(a+)+$' }, 'field-format'],
      [{ key: 'acceptance-standard', value: 'nine' }, 'field-choice'],
      [{ key: 'acceptance-standard', value: 'own' }, 'field-choice'],
      [{ key: 'nothing', value: 1 }, 'field-choice'],
    ];
    for (const [over, kind] of wrong) {
      const { status, body } = await put(city, '410106', over);
      expect([over, status, body.kind]).toEqual([over, 400, kind]);
    }
    expect((await put(city, '410106', { key: 'acceptance-items', value: '有热水\n有座椅\n\n有座椅' })).status).toBe(
      200,
    );
    expect((await put(city, '410106', { key: 'acceptance-standard', value: 'own' })).status).toBe(200);
  });

  test('leave a row of history each, with what was before', async () => {
    await put(city, '410108', { key: 'hours-old-days', value: 90, reason: '半年太长' });
    await put(city, '410108', { key: 'hours-old-days', value: null, from: '2026-12-31' });
    const rows = await server.store.historyOf('410108/hours-old-days');
    expect(
      rows.map(({ subject, step, effectiveOn, reason, before, after }) => ({
        subject,
        step,
        effectiveOn,
        reason,
        before,
        after,
      })),
    ).toEqual([
      {
        subject: 'setting',
        step: 'put',
        effectiveOn: '2026-11-26',
        reason: '半年太长',
        before: null,
        after: { value: 90, from: '2026-11-26' },
      },
      {
        subject: 'setting',
        step: 'remove',
        effectiveOn: '2026-12-31',
        reason: null,
        before: { value: 90, from: '2026-11-26' },
        after: { value: null, from: '2026-12-31' },
      },
    ]);
  });
});
