import { describe, expect, test } from 'vitest';
import { wgs84 } from '../../../shared/geo/point.ts';
import { instant } from '../../../shared/kernel/instant.ts';
import { memoryStore } from '../../../web/local/memory.ts';
import { openStore } from '../../../web/local/open.ts';
import { CALENDAR } from '../../fixtures/calendar.ts';
import {
  afterDoing,
  calm,
  keyRange,
  newFactory,
  oneByOne,
  openPhone,
  type PhoneSetting,
  timers,
  when,
} from '../../fixtures/web/phone.ts';
import { problem, signIn } from '../../fixtures/web/server.ts';
import { boxOf, cityAt, codes, codesOf, serverOf } from './world.ts';

const [near, far] = [cityAt(60), cityAt(61)];
const boxes = [boxOf(near.region, near.rows), boxOf(far.region, far.rows)];
const [someone] = near.rows;
if (someone === undefined) throw new Error('the city is empty');
const at = [someone.point.lng, someone.point.lat] as const;

function phoneOf(setting: Partial<PhoneSetting> = {}) {
  const server = setting.server ?? serverOf(60, 61);
  return { server, phone: openPhone({ server, boxes, ...setting }) };
}

describe('the first visit', () => {
  test('waits for a place, then brings the city round it and the calendar', async () => {
    const { server, phone } = phoneOf();
    expect(phone.engine.get().phase).toBe('reading');
    const before = await calm(phone.engine);
    expect(before).toMatchObject({ phase: 'empty', table: null, problem: null, calendar: CALENDAR });
    const state = await afterDoing(phone.engine, () => phone.fix.put(wgs84(...at)));
    expect(state.phase).toBe('ready');
    expect(codesOf(state.table)).toEqual(codes(near.rows));
    expect(state.cities).toEqual([
      {
        region: near.region,
        asOf: server.time,
        checkedAt: phone.time,
        bytes: server.build(near.region).bytes,
        rows: near.rows.length,
      },
    ]);
    expect(state.serverTime).toBe(server.time);
  });

  test('sends no place: what is asked names cities and places in the feed, nothing else', async () => {
    const { server, phone } = phoneOf({ at });
    await calm(phone.engine);
    expect(server.asked.length).toBeGreaterThan(2);
    for (const path of server.asked) {
      expect(path).toMatch(
        /^\/(packs\/[0-9a-f]{64}|api\/v1\/calendar|api\/v1\/feed\?region=(CN|\d{6})(&epoch=[0-9a-f]{16}&after=\d+&since=\d+)?&protocol=2)$/,
      );
    }
  });

  test('shows a list before the database’s code is there, and stores it after', async () => {
    const factory = newFactory();
    const opened: string[] = [];
    const { phone } = phoneOf({
      at,
      factory,
      openStore: () => {
        opened.push(phone.engine.get().phase);
        return openStore({ factory, keyRange, after: timers().after });
      },
    });
    await calm(phone.engine);
    expect(opened).toEqual(['ready']);
    const later = phoneOf({ factory, hasStored: true, server: serverOf(60) });
    later.server.between = () => Promise.reject(new TypeError('flight mode'));
    const state = await calm(later.phone.engine);
    expect(codesOf(state.table)).toEqual(codes(near.rows));
    expect(state).toMatchObject({ phase: 'ready', problem: 'offline', calendar: CALENDAR });
  });

  test('finds by name once the code that searches is there, which the first list does not wait for', async () => {
    let paint: () => void = () => undefined;
    const isPainted = new Promise<void>((done) => {
      paint = done;
    });
    const { phone } = phoneOf({ at, painted: () => isPainted });
    const first = await calm(phone.engine);
    expect(first.table?.search(someone.name, null, 50)).toEqual([]);
    paint();
    const { table } = await when(phone.engine, (state) => state.table !== first.table);
    expect(table?.search(someone.name, null, 50).map(({ row }) => row.code)).toContain(someone.code);
  });

  test('without a net is empty and says why, and the list comes when the net does', async () => {
    const { server, phone } = phoneOf({ at });
    server.between = () => Promise.reject(new TypeError('no net'));
    expect(await calm(phone.engine)).toMatchObject({ phase: 'empty', problem: 'offline' });
    server.between = () => null;
    const state = await afterDoing(phone.engine, () => phone.wake('online'));
    expect(state).toMatchObject({ phase: 'ready', problem: null });
  });
});

describe('later visits', () => {
  test('a picked city comes and stays', async () => {
    const factory = newFactory();
    const { phone } = phoneOf({ factory });
    await calm(phone.engine);
    await afterDoing(phone.engine, () => phone.engine.ensureCity(far.region));
    const next = phoneOf({ factory, hasStored: true });
    const state = await calm(next.phone.engine);
    expect(state.cities.map(({ region }) => region)).toEqual([far.region]);
  });

  test('a retired station leaves the list at the next pull and says why when opened', async () => {
    const { server, phone } = phoneOf({ at });
    await calm(phone.engine);
    server.drop(someone.code);
    const state = await afterDoing(phone.engine, () => phone.engine.refresh());
    expect(codesOf(state.table)).not.toContain(someone.code);
    expect(state.table?.station(someone.code)).toMatchObject({ op: 'drop', reason: 'retired' });
  });

  test('a pull that brings nothing leaves the very same table', async () => {
    const { phone } = phoneOf({ at });
    const before = await calm(phone.engine);
    const after = await afterDoing(phone.engine, () => phone.engine.refresh());
    expect(after.table).toBe(before.table);
  });

  test('coming back into view asks again, but not within seconds', async () => {
    const { server, phone } = phoneOf({ at });
    await calm(phone.engine);
    server.asked.length = 0;
    await afterDoing(phone.engine, () => phone.wake('visible'));
    expect(server.asked).toEqual([]);
    phone.time = instant(phone.time + 60_000);
    await afterDoing(phone.engine, () => phone.wake('visible'));
    expect(server.asked.map((path) => path.split('&')[0])).toEqual([`/api/v1/feed?region=${near.region}`]);
  });

  test('the highest server time seen is kept, also when a later answer says less', async () => {
    const { server, phone } = phoneOf({ at });
    await calm(phone.engine);
    const high = server.time;
    server.time = instant(high - 3_600_000);
    const state = await afterDoing(phone.engine, () => phone.engine.refresh());
    expect(state.serverTime).toBe(high);
  });
});

describe('trouble', () => {
  test.each([
    ['captive', () => signIn()],
    ['server', () => problem(503)],
    ['offline', () => Promise.reject(new TypeError('failed'))],
  ] as const)('%s: the list stays, the problem is told and gone with the next good answer', async (kind, answer) => {
    const { server, phone } = phoneOf({ at });
    const before = await calm(phone.engine);
    server.between = answer;
    const during = await afterDoing(phone.engine, () => phone.engine.refresh());
    expect(during).toMatchObject({ problem: kind, phase: 'ready' });
    expect(during.table).toBe(before.table);
    server.between = () => null;
    expect((await afterDoing(phone.engine, () => phone.engine.refresh())).problem).toBeNull();
  });

  test('a server that is starting is asked again by itself, not sooner than it said', async () => {
    const { server, phone } = phoneOf({ at });
    server.between = (path) => (path.includes('feed') ? problem(503, { 'retry-after': '30' }) : null);
    expect(await calm(phone.engine)).toMatchObject({ phase: 'empty', problem: 'server' });
    expect(Math.min(...phone.timers.waits())).toBeGreaterThanOrEqual(30_000);
    server.between = () => null;
    const state = await afterDoing(phone.engine, () => phone.timers.fire());
    expect(state).toMatchObject({ phase: 'ready', problem: null });
  });

  test('plain http: the list comes, and what it means is said', async () => {
    const { phone } = phoneOf({ at, secure: false });
    expect(await calm(phone.engine)).toMatchObject({ phase: 'ready', problem: 'insecure' });
  });

  test('a sign-in page is met once a round, not once for every city', async () => {
    const { server, phone } = phoneOf({ at });
    await calm(phone.engine);
    await afterDoing(phone.engine, () => phone.engine.ensureCity(far.region));
    server.between = () => signIn();
    server.asked.length = 0;
    await afterDoing(phone.engine, () => phone.engine.refresh());
    expect(server.asked).toHaveLength(1);
  });

  test('a database that hangs: the list is shown, and that it will not be kept is said', async () => {
    const factory = newFactory();
    factory.open = () => new (class extends EventTarget {})() as IDBOpenDBRequest;
    const { phone } = phoneOf({ at, factory });
    await when(phone.engine, ({ phase }) => phase === 'ready');
    while (!phone.timers.waits().includes(3000)) await new Promise((done) => setImmediate(done));
    phone.timers.fire();
    const state = await calm(phone.engine);
    expect(codesOf(state.table)).toEqual(codes(near.rows));
    expect(state.problem).toBe('storage-refused');
  });

  test('a full disk: the new list is shown, the old one stays stored, and it is said', async () => {
    const store = { ...memoryStore([]), isKept: true };
    const { server, phone } = phoneOf({ at, openStore: async () => store });
    await calm(phone.engine);
    const stored = await store.load(near.region);
    const save = store.save;
    store.save = async () => ({ kind: 'full' });
    server.drop(someone.code);
    const full = await afterDoing(phone.engine, () => phone.engine.refresh());
    expect(full.problem).toBe('storage-full');
    expect(codesOf(full.table)).toEqual(codes(server.published(near.region)));
    expect(await store.load(near.region)).toBe(stored);
    store.save = save;
    const after = await afterDoing(phone.engine, () => phone.engine.refresh());
    expect(after.problem).toBeNull();
    expect((await store.load(near.region))?.city.drops.get(someone.code)?.reason).toBe('retired');
  });
});

describe('two tabs', () => {
  test('fetch a pack once, and the second shows what the first brought', async () => {
    const server = serverOf(60);
    const shared = { server, boxes, factory: newFactory(), lock: oneByOne(), hasStored: true };
    const one = openPhone({ ...shared, at });
    const two = openPhone({ ...shared, at });
    const states = [await calm(one.engine), await calm(two.engine)];
    expect(states.map(({ table }) => codesOf(table))).toEqual([codes(near.rows), codes(near.rows)]);
    expect(server.asked.filter((path) => path.startsWith('/packs/'))).toHaveLength(1);
  });

  test('without any lock still end at the same copy', async () => {
    const server = serverOf(60);
    const factory = newFactory();
    const free = { server, boxes, factory, lock: <T>(_: string, work: () => Promise<T>) => work(), hasStored: true };
    const tabs = [openPhone({ ...free, at }), openPhone({ ...free, at })] as const;
    for (const { engine } of tabs) await calm(engine);
    server.drop(someone.code);
    const states = await Promise.all(tabs.map(({ engine }) => afterDoing(engine, () => engine.refresh())));
    for (const state of states) {
      expect(codesOf(state.table)).toEqual(codes(server.published(near.region)));
      expect(state.problem).toBeNull();
    }
    const store = await openStore({ factory, keyRange, after: timers().after });
    expect((await store.load(near.region))?.city.cursor).toBe(server.seq);
  });
});

describe('the national core', () => {
  test('comes behind the cities once they are kept, and shows every city', async () => {
    const server = serverOf(60, 61);
    server.build('CN');
    const { phone } = phoneOf({ at, server, sparing: false });
    const state = await calm(phone.engine);
    expect(codesOf(state.table)).toEqual(codes(server.published('CN')));
    expect(state.cities.map(({ region }) => region)).toEqual([near.region]);
    const asked = server.asked.map((path) => path.split('&')[0]);
    expect(asked.indexOf('/api/v1/feed?region=CN')).toBeGreaterThan(
      asked.indexOf(`/api/v1/feed?region=${near.region}`),
    );
  });

  test('does not come by itself where data is to be saved, but does when asked for', async () => {
    const server = serverOf(60, 61);
    server.build('CN');
    const { phone } = phoneOf({ at, server, sparing: true });
    await calm(phone.engine);
    expect(server.asked.filter((path) => path.includes('region=CN'))).toEqual([]);
    const state = await afterDoing(phone.engine, () => phone.engine.stock.add('CN'));
    expect(codesOf(state.table)).toEqual(codes(server.published('CN')));
  });
});
