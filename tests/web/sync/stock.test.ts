import { describe, expect, test } from 'vitest';
import { memoryStore } from '../../../web/local/memory.ts';
import { openStore } from '../../../web/local/open.ts';
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
import { boxOf, cityAt, codes, codesOf, serverOf } from './world.ts';

const [near, far, third] = [cityAt(60), cityAt(61), cityAt(62)];
const boxes = [boxOf(near.region, near.rows), boxOf(far.region, far.rows)];
const [someone] = near.rows;
if (someone === undefined) throw new Error('the city is empty');
const at = [someone.point.lng, someone.point.lat] as const;

/** A phone that keeps what it stores, with its parts in the test's hand. */
function kept(setting: Partial<PhoneSetting> = {}) {
  const server = setting.server ?? serverOf(60, 61, 62);
  const shared = { server, boxes, factory: newFactory(), notes: { text: null }, ...setting };
  return { ...shared, open: (more: Partial<PhoneSetting> = {}) => openPhone({ ...shared, ...more }) };
}

/** Answers packs in two halves: the second comes when it is let go. */
function slow(server: ReturnType<typeof serverOf>) {
  const held: (() => void)[] = [];
  const ranges: (string | null)[] = [];
  const state = { isSlow: true, takesParts: true };
  const whole = server.fetch;
  const fetch = async (address: string, init: RequestInit = {}): Promise<Response> => {
    const answer = await whole(address, init);
    if (!address.includes('/packs/') || !answer.ok) return answer;
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const range = new Headers(init.headers).get('range');
    ranges.push(range);
    const from = range === null || !state.takesParts ? 0 : Number(/\d+/.exec(range)?.[0]);
    const rest = bytes.slice(from);
    const headers = new Headers({ 'content-type': 'application/octet-stream', 'content-length': String(rest.length) });
    if (from > 0) headers.set('content-range', `bytes ${from}-${bytes.length - 1}/${bytes.length}`);
    const body = new ReadableStream<Uint8Array>({
      start: async (to) => {
        init.signal?.addEventListener('abort', () => to.error(new DOMException('aborted', 'AbortError')));
        const half = rest.length >> 1;
        to.enqueue(rest.slice(0, half));
        if (state.isSlow) await new Promise<void>((go) => held.push(go));
        if (init.signal?.aborted === true) return;
        to.enqueue(rest.slice(half));
        to.close();
      },
    });
    return new Response(body, { status: from > 0 ? 206 : 200, headers });
  };
  return { fetch, ranges, state, letGo: () => held.splice(0).forEach((go) => void go()) };
}

const stockOf = (phone: ReturnType<typeof openPhone>) => phone.engine.stock.get();

/** Until what a person sees of the stock is so. */
function whenStock(phone: ReturnType<typeof openPhone>, is: (stock: ReturnType<typeof stockOf>) => boolean) {
  return new Promise<ReturnType<typeof stockOf>>((done) => {
    const look = () => {
      if (!is(stockOf(phone))) return;
      stop();
      done(stockOf(phone));
    };
    const stop = phone.engine.stock.subscribe(look);
    look();
  });
}

const running = (phone: ReturnType<typeof openPhone>) =>
  whenStock(phone, ({ downloads }) => downloads.some(({ state, got }) => state === 'running' && got > 0));

describe('cities that a person adds', () => {
  test('are fetched one after the other, each with its bytes counted, and are there when the net is gone', async () => {
    const { server, open } = kept();
    const line = slow(server);
    const phone = open({ fetch: line.fetch });
    await calm(phone.engine);
    phone.engine.stock.add(far.region);
    phone.engine.stock.add(third.region);
    const { downloads } = await running(phone);
    const { bytes } = server.build(far.region);
    expect(downloads).toEqual([
      { region: far.region, state: 'running', got: bytes >> 1, total: bytes, isAnew: false },
      { region: third.region, state: 'waiting', got: 0, total: 0, isAnew: false },
    ]);
    line.state.isSlow = false;
    line.letGo();
    await whenStock(phone, (stock) => stock.downloads.length === 0);
    await calm(phone.engine);
    server.between = () => Promise.reject(new TypeError('flight mode'));
    const later = await calm(open({ hasStored: true }).engine);
    expect(later.cities.map(({ region }) => region).sort()).toEqual([far.region, third.region].sort());
  });

  test('paused keep what came, and resumed go on from there', async () => {
    const { server, open } = kept();
    const line = slow(server);
    const phone = open({ fetch: line.fetch });
    await calm(phone.engine);
    phone.engine.stock.add(far.region);
    await running(phone);
    phone.engine.stock.pause(far.region);
    const { bytes } = server.build(far.region);
    const paused = await whenStock(phone, ({ downloads }) => downloads[0]?.state === 'paused');
    expect(paused.downloads[0]).toMatchObject({ got: bytes >> 1, total: bytes });
    expect((await calm(phone.engine)).problem).toBeNull();
    line.state.isSlow = false;
    await afterDoing(phone.engine, () => phone.engine.stock.add(far.region));
    expect(line.ranges).toEqual([null, `bytes=${bytes >> 1}-`]);
    expect(codesOf(phone.engine.get().table)).toEqual(codes(far.rows));
    expect(stockOf(phone).downloads).toEqual([]);
  });

  test('begin anew where the server gives no parts, and that is said', async () => {
    const { server, open } = kept();
    const line = slow(server);
    const phone = open({ fetch: line.fetch });
    await calm(phone.engine);
    phone.engine.stock.add(far.region);
    await running(phone);
    phone.engine.stock.pause(far.region);
    await calm(phone.engine);
    line.state.takesParts = false;
    phone.engine.stock.add(far.region);
    const { downloads } = await whenStock(phone, (stock) => stock.downloads[0]?.isAnew === true);
    expect(downloads[0]?.state).toBe('running');
    line.state.isSlow = false;
    line.letGo();
    expect(codesOf((await calm(phone.engine)).table)).toEqual(codes(far.rows));
  });

  test('paused stay so over visits, and are not fetched meanwhile', async () => {
    const { server, open } = kept();
    const line = slow(server);
    const phone = open({ fetch: line.fetch, at });
    await running(phone);
    phone.engine.stock.pause(near.region);
    await calm(phone.engine);
    server.asked.length = 0;
    const next = open({ at });
    await calm(next.engine);
    expect(server.asked.filter((path) => path.startsWith('/packs/'))).toEqual([]);
    expect(next.engine.get().table).toBeNull();
    expect(stockOf(next).downloads).toMatchObject([{ region: near.region, state: 'paused' }]);
    await afterDoing(next.engine, () => next.engine.stock.add(near.region));
    expect(codesOf(next.engine.get().table)).toEqual(codes(near.rows));
  });

  test('called off while they come leave nothing behind', async () => {
    const { server, open } = kept();
    const line = slow(server);
    const phone = open({ fetch: line.fetch });
    await calm(phone.engine);
    phone.engine.stock.add(far.region);
    await running(phone);
    expect(await phone.engine.stock.remove(far.region)).toBe(true);
    line.letGo();
    const state = await calm(phone.engine);
    expect([state.table, stockOf(phone).downloads]).toEqual([null, []]);
    expect((await calm(open({ hasStored: true }).engine)).cities).toEqual([]);
  });

  test('that a line broke off come again from where it broke, by themselves', async () => {
    const { server, open } = kept();
    const line = slow(server);
    let breaks = true;
    const phone = open({
      fetch: async (address, init) => {
        const answer = await line.fetch(address, init);
        if (!address.includes('/packs/') || !breaks) return answer;
        breaks = false;
        const half = new Uint8Array(await answer.clone().arrayBuffer()).slice(0, 40);
        const body = new ReadableStream({
          start: (to) => {
            to.enqueue(half);
          },
          pull: (to) => to.error(new TypeError('network error')),
        });
        return new Response(body, { headers: answer.headers });
      },
    });
    line.state.isSlow = false;
    await calm(phone.engine);
    await afterDoing(phone.engine, () => phone.engine.stock.add(far.region));
    expect(phone.engine.get().problem).toBe('server');
    expect(stockOf(phone).downloads).toMatchObject([{ region: far.region, state: 'waiting', got: 40 }]);
    await afterDoing(phone.engine, () => phone.timers.fire());
    expect(line.ranges).toEqual([null, 'bytes=40-']);
    expect(codesOf(phone.engine.get().table)).toEqual(codes(far.rows));
  });
});

describe('a city that a person deletes', () => {
  test('goes with all its rows, and does not come back by itself though the phone stands in it', async () => {
    const { server, open, factory } = kept();
    const phone = open({ at });
    await calm(phone.engine);
    server.drop(someone.code);
    await afterDoing(phone.engine, () => phone.engine.refresh());
    expect(await phone.engine.stock.remove(near.region)).toBe(true);
    expect(phone.engine.get().table).toBeNull();
    await afterDoing(phone.engine, () => phone.engine.refresh());
    expect(phone.engine.get().table).toBeNull();
    expect(stockOf(phone).refusedHere).toEqual([near.region]);
    const store = await openStore({ factory, keyRange, after: timers().after });
    expect([await store.regions(), await store.load(near.region), await store.revOf(near.region)]).toEqual([
      [],
      null,
      0,
    ]);
    const next = open({ at, hasStored: true });
    expect((await calm(next.engine)).table).toBeNull();
    const again = await afterDoing(next.engine, () => next.engine.ensureCity(near.region));
    expect(codesOf(again.table)).toEqual(codes(server.published(near.region)));
    expect(stockOf(next).refusedHere).toEqual([]);
  });

  test('is gone in the other tab as well, and that tab does not bring it back', async () => {
    const { open } = kept();
    const shared = { lock: oneByOne(), hasStored: true };
    const [one, two] = [open({ ...shared, at }), open({ ...shared, at })];
    await calm(one.engine);
    await calm(two.engine);
    await one.engine.stock.remove(near.region);
    const there = await afterDoing(two.engine, () => two.engine.refresh());
    expect(there.table).toBeNull();
    expect((await calm(open({ hasStored: true }).engine)).cities).toEqual([]);
  });

  test('that the store would not let go is deleted at the next visit, and never shown', async () => {
    const memory = memoryStore([]);
    let letsGo = false;
    const remove: typeof memory.remove = async (region) => (letsGo ? memory.remove(region) : 'refused');
    const store = { ...memory, isKept: true, remove };
    const { open } = kept({ openStore: async () => store, peek: async () => null });
    const phone = open({ at });
    await calm(phone.engine);
    expect(await phone.engine.stock.remove(near.region)).toBe(false);
    expect(await store.regions()).toEqual([near.region]);
    letsGo = true;
    expect((await calm(open({ hasStored: true }).engine)).cities).toEqual([]);
    expect(await store.regions()).toEqual([]);
  });
});

describe('what the browser does', () => {
  test('a database cleared behind our back is noticed and said, and the city comes again', async () => {
    const before = kept();
    await calm(before.open({ at }).engine);
    const { server, notes } = before;
    const away = kept({ server, notes });
    server.between = () => Promise.reject(new TypeError('no net'));
    const phone = away.open({ hasStored: true });
    await calm(phone.engine);
    expect(stockOf(phone).cleared).toEqual([near.region]);
    server.between = () => null;
    const state = await afterDoing(phone.engine, () => phone.wake('online'));
    expect(codesOf(state.table)).toEqual(codes(near.rows));
    expect(stockOf(phone).cleared).toEqual([]);
  });

  test('a full disk: the city is shown, told as not kept, and the next one is still tried', async () => {
    const store = { ...memoryStore([]), isKept: true };
    const { open } = kept({ openStore: async () => store, peek: async () => null });
    const phone = open({ at });
    await calm(phone.engine);
    const { save } = store;
    store.save = async (next) => (next.city.columns.region === far.region ? { kind: 'full' } : save(next));
    await afterDoing(phone.engine, () => {
      phone.engine.stock.add(far.region);
      phone.engine.stock.add(third.region);
    });
    const state = await calm(phone.engine);
    expect(state.cities.map(({ region }) => region).sort()).toEqual(
      [near, far, third].map(({ region }) => region).sort(),
    );
    expect(stockOf(phone).unkept).toEqual([far.region]);
    expect((await store.regions()).includes(third.region)).toBe(true);
  });
});

describe('the first list of a later visit', () => {
  test('is there before the code that writes is asked for', async () => {
    const { server, open, factory } = kept();
    await calm(open({ at }).engine);
    server.between = () => Promise.reject(new TypeError('flight mode'));
    let paint: () => void = () => undefined;
    const isPainted = new Promise<void>((done) => {
      paint = done;
    });
    let isOpened = false;
    const phone = open({
      hasStored: true,
      painted: () => isPainted,
      openStore: () => {
        isOpened = true;
        return openStore({ factory, keyRange, after: timers().after });
      },
    });
    const state = await when(phone.engine, ({ phase }) => phase === 'ready');
    expect(codesOf(state.table)).toEqual(codes(near.rows));
    expect(isOpened).toBe(false);
    paint();
    await calm(phone.engine);
    expect(isOpened).toBe(true);
  });

  test('changes pulled after a peek are stored over what was peeked', async () => {
    const { server, open } = kept();
    await calm(open({ at }).engine);
    server.drop(someone.code);
    await calm(open({ hasStored: true, at }).engine);
    server.between = () => Promise.reject(new TypeError('flight mode'));
    const state = await calm(open({ hasStored: true }).engine);
    expect(codesOf(state.table)).toEqual(codes(server.published(near.region)));
    expect(server.asked.filter((path) => path.startsWith('/packs/'))).toHaveLength(1);
  });
});

describe('a part of the app that does not come', () => {
  test('leaves the stored list, says so, and is tried again', async () => {
    const { server, open } = kept();
    await calm(open({ at }).engine);
    let comes = false;
    const { runRound } = await import('../../../web/sync/round.ts');
    const loadRound = async () => {
      if (!comes) throw new TypeError('no such file');
      return runRound;
    };
    const phone = open({ hasStored: true, loadRound });
    const state = await calm(phone.engine);
    expect(codesOf(state.table)).toEqual(codes(server.published(near.region)));
    expect(state.problem).toBe('offline');
    comes = true;
    expect((await afterDoing(phone.engine, () => phone.timers.fire())).problem).toBeNull();
  });
});

describe('two tabs of a first visit', () => {
  test('fetch the pack once: the second takes what the first stored', async () => {
    const server = serverOf(60);
    const stored = { is: false };
    const shared = { server, boxes, factory: newFactory(), notes: { text: null }, lock: oneByOne(), at, stored };
    const [one, two] = [openPhone(shared), openPhone(shared)];
    const states = [await calm(one.engine), await calm(two.engine)];
    expect(states.map(({ table }) => codesOf(table))).toEqual([codes(near.rows), codes(near.rows)]);
    expect(server.asked.filter((path) => path.startsWith('/packs/'))).toHaveLength(1);
  });
});

describe('the national core and its three wishes', () => {
  const all = () => {
    const server = serverOf(60, 61);
    server.build('CN');
    return server;
  };
  const asksForCore = async (setting: Partial<PhoneSetting>): Promise<boolean> => {
    const server = all();
    const { open } = kept({ server });
    await calm(open({ at, ...setting }).engine);
    return server.asked.some((path) => path.includes('region=CN'));
  };

  test.each([
    ['ask', false, true],
    ['ask', true, false],
    ['on', true, true],
    ['off', false, false],
  ] as const)('%s, on a line paid for by the byte: %s → comes by itself: %s', async (coreWish, sparing, comes) => {
    expect(await asksForCore({ coreWish, sparing })).toBe(comes);
  });

  test('once deleted stays away, and shows its size while it is here', async () => {
    const server = all();
    const { open } = kept({ server });
    const phone = open({ at, sparing: false });
    await calm(phone.engine);
    expect(stockOf(phone).core).toMatchObject({ rows: server.published('CN').length });
    expect(await phone.engine.stock.remove('CN')).toBe(true);
    expect(stockOf(phone).core).toBeNull();
    const state = await afterDoing(phone.engine, () => phone.engine.refresh());
    expect(codesOf(state.table)).toEqual(codes(near.rows));
  });

  test('what there is to be had is told with its size; without a server nothing is', async () => {
    const { server, open } = kept();
    const phone = open();
    await calm(phone.engine);
    const offer = { hash: '0', bytes: 70, sent: 30, seq: 1, asOf: 1, stations: 5 };
    server.between = (path) =>
      path === '/api/v1/packs'
        ? new Response(
            JSON.stringify({ epoch: server.epoch, packs: { [far.region]: offer, nonsense: offer, CN: 1 } }),
            {
              headers: { 'content-type': 'application/json' },
            },
          )
        : null;
    expect([...((await phone.engine.stock.offers()) ?? [])].map(([region, { sent }]) => [region, sent])).toEqual([
      [far.region, 30],
    ]);
    server.between = () => Promise.reject(new TypeError('no net'));
    expect(await phone.engine.stock.offers()).toBeNull();
  });
});
