import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gcj02 } from '../../../shared/geo/point.ts';
import type { Station } from '../../../shared/station/station.ts';
import { openTestServer, revising, type TestServer } from '../../fixtures/make/server.ts';
import { type Clerk, clerkAt } from '../../fixtures/make/signed.ts';
import { region, sampleStation, stationId, union } from '../../shared/station/sample.ts';
import { allFor, pageFor } from './world.ts';

let ids = 0x5000;
/** Many of one name, so that equals have to be kept apart. */
function another(over: Partial<Station> = {}): Station {
  const n = ++ids;
  const name = ['同名驿站', '甲站', '乙站', '安阳路站', 'Z 站'][n % 5] ?? '';
  return sampleStation({ id: stationId(n), code: null, rev: 1, name, point: gcj02(113 + n / 5000, 34.5), ...over });
}

let server: TestServer;
let clerk: Clerk;
beforeAll(async () => {
  const foreign = { union: union('110105'), region: region('110105') };
  server = await openTestServer({
    stations: [...Array.from({ length: 130 }, () => another()), ...Array.from({ length: 30 }, () => another(foreign))],
  });
  clerk = clerkAt(server.app, { union: '410000', functions: ['analyst'] });
});
afterAll(() => server.close());

describe('the pages of the list', () => {
  test('show every row exactly once, forwards and backwards, while rows are put in between', async () => {
    const orders = fc.record({
      sort: fc.constantFrom('code', 'name', 'changed', 'due'),
      down: fc.constantFrom('0', '1'),
      size: fc.integer({ min: 20, max: 60 }),
    });
    await fc.assert(
      fc.asyncProperty(orders, async ({ sort, down, size }) => {
        const query = { sort, down, size: String(size) };
        const before = (await allFor(clerk, query)).map(({ id }) => id);
        const seen: string[] = [];
        let page = await pageFor(clerk, query);
        for (;;) {
          // Rows put in before this page were never shown, and still count.
          expect(page.first).toBeGreaterThan(seen.length);
          seen.push(...page.items.map(({ id }) => id));
          if (page.next === null) break;
          await server.register([another()]);
          page = await pageFor(clerk, { ...query, after: page.next });
        }
        expect(seen.filter((id) => before.includes(id))).toEqual(before);
        expect(new Set(seen).size).toBe(seen.length);
        const back = await walkBack(query);
        expect(back).toEqual((await allFor(clerk, query)).map(({ id }) => id));
      }),
      { numRuns: 5, seed: 77 },
    );
  });

  async function walkBack(query: { readonly [name: string]: string }): Promise<readonly string[]> {
    let page = await pageFor(clerk, query);
    while (page.next !== null) page = await pageFor(clerk, { ...query, after: page.next });
    const rows = page.items.map(({ id }) => id);
    while (page.previous !== null) {
      page = await pageFor(clerk, { ...query, before: page.previous });
      rows.unshift(...page.items.map(({ id }) => id));
    }
    return rows;
  }

  test('follow the order that is asked for', async () => {
    const names = (await allFor(clerk, { sort: 'name' })).map(({ name }) => name);
    expect([...new Set(names)]).toEqual(['安阳路站', '甲站', '同名驿站', '乙站', 'Z 站']);
    const codes = (await allFor(clerk, { sort: 'code', down: '1' })).map(({ code }) => code ?? '');
    expect(codes).toEqual([...codes].sort().reverse());
    const [first] = (await pageFor(clerk, {})).items;
    const [stored] = await server.store.stationsById([stationId(Number.parseInt(first?.id ?? '0', 16))]);
    if (!stored) throw new Error('lost');
    await server.apply([revising(stored, { entrance: '北门' })]);
    expect((await pageFor(clerk, { sort: 'changed' })).items[0]?.id).toBe(stored.id);
  });

  test('refuse a place that was tampered with, or belongs to another order', async () => {
    const { next } = await pageFor(clerk, {});
    const cursor = next ?? '';
    const flipped = `${cursor.slice(0, 4)}${cursor[4] === 'A' ? 'B' : 'A'}${cursor.slice(5)}`;
    for (const after of [flipped, `${cursor}A`, cursor.split('.')[0], 'x.y.z', '']) {
      const response = await clerk.get(`/api/v1/list/stations?after=${encodeURIComponent(after ?? '')}`);
      expect([response.status, await response.json()]).toMatchObject([400, { kind: 'cursor-unknown' }]);
    }
    expect((await clerk.get(`/api/v1/list/stations?sort=name&after=${cursor}`)).status).toBe(400);
  });

  test('belong to one branch: nobody sees, counts or finds what another branch has', async () => {
    const beijing = clerkAt(server.app, { union: '110000', functions: ['officer'] });
    const theirs = await allFor(beijing, {});
    expect([theirs.length, theirs.every(({ union: { id } }) => id === '110105')]).toEqual([30, true]);
    expect((await allFor(clerk, {})).some(({ union: { id } }) => id.startsWith('11'))).toBe(false);
    expect((await pageFor(clerk, { union: '110105' })).total).toBe(0);
    expect((await pageFor(clerk, { q: theirs[0]?.code ?? '' })).total).toBe(0);
    const counts = await (await beijing.get('/api/v1/list/counts')).json();
    expect(counts.total).toBe(30);
    const { items } = await (await beijing.get('/api/v1/list/map')).json();
    expect(items).toHaveLength(30);
    const after = (await pageFor(clerk, {})).next ?? '';
    expect((await pageFor(beijing, { after })).items.every(({ union: { id } }) => id === '110105')).toBe(true);
  });

  test('are for a keeper the stations kept, and for whoever has no business with stations nothing', async () => {
    const [own, ...others] = await allFor(clerk, {});
    const stations = [stationId(Number.parseInt(own?.id ?? '0', 16))];
    const keeper = clerkAt(server.app, { union: '410102', functions: ['keeper'] }, { stations });
    expect((await allFor(keeper, {})).map(({ id }) => id)).toEqual([own?.id]);
    expect(others.length).toBeGreaterThan(100);
    const admin = clerkAt(server.app, { union: '410000', functions: ['system-admin'] });
    for (const path of ['stations', 'counts', 'map', 'views', 'exports']) {
      expect((await admin.get(`/api/v1/list/${path}`)).status).toBe(404);
      expect((await server.get(`/api/v1/list/${path}`)).status).toBe(401);
    }
  });
});

describe('views of the list', () => {
  const id = (n: number) => n.toString(16).padStart(32, 'f');
  const view = (n: number, over = {}) => ({
    id: id(n),
    name: `视图${n}`,
    query: { status: 'active', sort: 'name' },
    columns: ['status', 'hours'],
    shared: false,
    ...over,
  });

  test('are the account’s own, changed under their id, shared with the own union and nobody else', async () => {
    const [mine, colleague, above] = ['410100', '410100', '410000'].map((at) =>
      clerkAt(server.app, { union: at, functions: ['officer'] }),
    ) as [Clerk, Clerk, Clerk];
    const save = (body: object) => mine.post('/api/v1/list/views', body);
    const seenBy = async (who: Clerk) => (await (await who.get('/api/v1/list/views')).json()).views;
    expect((await save(view(1))).status).toBe(200);
    expect((await save(view(2, { shared: true }))).status).toBe(200);
    expect((await save(view(3, { name: '视图1' }))).status).toBe(409);
    expect((await save(view(1, { name: '改过名' }))).status).toBe(200);
    expect(await seenBy(mine)).toEqual([
      { ...view(1, { name: '改过名' }), own: true },
      { ...view(2, { shared: true }), own: true },
    ]);
    expect(await seenBy(colleague)).toEqual([{ ...view(2, { shared: true }), own: false }]);
    expect(await seenBy(above)).toEqual([]);
    expect((await colleague.post('/api/v1/list/views', view(2, { name: '抢来的' }))).status).toBe(404);
    expect((await colleague.post('/api/v1/list/views/drop', { id: id(2) })).status).toBe(404);
    expect((await mine.post('/api/v1/list/views/drop', { id: id(2) })).status).toBe(200);
    expect(await seenBy(colleague)).toEqual([]);
  });

  test('keep no place and no unknown condition, and are forty at most', async () => {
    const mine = clerkAt(server.app, { union: '410100', functions: ['officer'] });
    expect((await mine.post('/api/v1/list/views', view(9, { query: { after: 'x' } }))).status).toBe(400);
    for (let n = 100; n < 140; n++) expect((await mine.post('/api/v1/list/views', view(n))).status).toBe(200);
    const full = await mine.post('/api/v1/list/views', view(140));
    expect(await full.json()).toMatchObject({ kind: 'views-full' });
  });

  test('columns are remembered with the account', async () => {
    const mine = clerkAt(server.app, { union: '410100', functions: ['officer'] });
    expect((await (await mine.get('/api/v1/list/views')).json()).columns).toBeNull();
    await mine.post('/api/v1/list/columns', { columns: ['status', 'union'] });
    await mine.post('/api/v1/list/columns', { columns: ['union'] });
    expect((await (await mine.get('/api/v1/list/views')).json()).columns).toEqual(['union']);
  });
});
