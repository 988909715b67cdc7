import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FeedRegion } from '../../shared/feed/feed.ts';
import { gcj02 } from '../../shared/geo/point.ts';
import type { Refusal } from '../../shared/kernel/refusal.ts';
import { UNKNOWN_HOURS } from '../../shared/station/hours.ts';
import { toPublic } from '../../shared/station/public.ts';
import type { RegionCode } from '../../shared/station/region.ts';
import { PUBLISHED, type Station, type StationId } from '../../shared/station/station.ts';
import { REGIONS } from '../contract/world.ts';
import { openTestServer, revising, type TestServer } from '../fixtures/make/server.ts';
import { ask, type Intent } from '../fixtures/make/server-clerk.ts';
import { FeedPhone, listed } from '../fixtures/make/server-phone.ts';
import { region, sampleStation, stationId, union } from '../shared/station/sample.ts';

const COUNTIES = ['410105', '410102', '410202', '110105'].map(region);
const CITIES = ['410100', '410200'].map(region);
const cityOf = (county: RegionCode) => region(`${county.slice(0, 4)}00`);

/** One register for all runs: every run adds to what the runs before it left behind, as in life. */
let server: TestServer;
let ids = 0;
/** Whom a step may happen to. */
const known: StationId[] = [];
beforeAll(async () => {
  server = await openTestServer({ regions: REGIONS, stations: Array.from({ length: 24 }, (_, n) => station(n % 4)) });
  known.push(...(await all()).map(({ id }) => id));
});
afterAll(() => server.close());

function station(county: number): Station {
  ids++;
  const home = COUNTIES[county] ?? COUNTIES[0] ?? region('410105');
  const point = gcj02(113 + (ids % 97) / 100, 34 + (ids % 89) / 100);
  return {
    ...sampleStation({ name: `${ids}号驿站`, address: `某路${ids}号` }),
    id: stationId(ids),
    code: null,
    rev: 1,
    region: home,
    union: union(home),
    point,
  };
}

async function all(): Promise<readonly Station[]> {
  const stations: Station[] = [];
  await server.store.eachStation((page) => {
    stations.push(...page);
  });
  return stations;
}

/** What the register publishes of these cities, read from the records themselves. */
async function published(cities: readonly FeedRegion[]): Promise<readonly Station[]> {
  const shown = (await all()).filter(({ status }) => PUBLISHED.includes(status));
  return cities.includes('CN') ? shown : shown.filter((each) => cities.includes(cityOf(each.region)));
}

/** What clerks may do to a station, and what becomes of it. */
const INTENTS: readonly ((n: number) => Intent)[] = [
  (n) => ({ kind: 'suspend', reason: `第${n}次停电`, until: null }),
  () => ({ kind: 'resume' }),
  (n) => ({ kind: 'revise', patch: { publicPhone: `0371-${n}` } }),
  (n) => ({ kind: 'revise', patch: { aliases: [`别名${n}`], hours: { ...UNKNOWN_HOURS, raw: `${n}点开` } } }),
  (n) => ({
    kind: 'revise',
    patch: { amenities: { water: { state: n % 2 ? 'broken' : 'yes', note: null, confirmedOn: null } } },
  }),
  (n) => ({ kind: 'revise', patch: { region: COUNTIES[n % 4] ?? region('410105') } }),
  (n) => ({ kind: 'move', metres: n % 2 ? 100 : 900, newStation: freshId() }),
  () => ({ kind: 'confirm', verified: 'on-site' }),
  () => ({ kind: 'retire' }),
  () => ({ kind: 'reinstate' }),
];

function freshId(): StationId {
  return stationId(1_000_000 + ++ids);
}

/** Something happens: a clerk acts, a page is asked for, arrives (perhaps not for the last time), or is lost. */
type Step = readonly [what: number, a: number, b: number];
const journeys = fc.array(fc.tuple(fc.nat(17), fc.nat(10_000), fc.nat(10_000)), { minLength: 5, maxLength: 30 });

async function take(phone: FeedPhone, [what, a, b]: Step): Promise<void> {
  const at = phone.regions[a % phone.regions.length] ?? 'CN';
  const intent = INTENTS[what];
  if (what === 10) known.push(...(await server.register([station(a % 4)])).map(({ id }) => id));
  else if (what === 11) await server.pack(at);
  else if (what <= 13 && intent === undefined) await phone.ask(at);
  else if (what === 14) phone.inFlight.splice(b % (phone.inFlight.length + 1), 1);
  else if (what <= 17 && intent === undefined) phone.receive(b, b % 3 === 0);
  else if (intent) {
    const id = known[a % known.length];
    const wish = intent(b);
    if (!id) return;
    const refused = await ask(server, { id }, wish);
    if (!refused && wish.kind === 'move' && wish.metres > 200) known.push(wish.newStation);
  }
}

async function story(regions: readonly FeedRegion[], journey: readonly Step[]): Promise<FeedPhone> {
  const phone = new FeedPhone(server.get, regions);
  await phone.pullToTheEnd();
  for (const step of journey) await take(phone, step);
  await phone.pullToTheEnd();
  return phone;
}

describe('laws 1 and 2: whatever was lost, repeated, late or between commits, a phone that pulled to the end', () => {
  test('shows exactly the server’s published stations of its cities, in every field', async () => {
    await fc.assert(
      fc.asyncProperty(journeys, async (journey) => {
        const phone = await story(CITIES, journey);
        const expected = await published(CITIES);
        const table = phone.table();
        expect(listed(table)).toEqual(expected.map(({ code }) => code).sort());
        for (const each of expected) if (each.code) expect(table.station(each.code)).toEqual(toPublic(each));
      }),
      { numRuns: 100 },
    );
  }, 120_000);

  test('and with the national core every published station once, wherever it lies', async () => {
    await fc.assert(
      fc.asyncProperty(journeys, async (journey) => {
        const phone = await story([...CITIES.slice(0, 1), 'CN'], journey);
        const expected = new Map((await published(['CN'])).map((each) => [each.code, each]));
        const found = phone
          .table()
          .nearest({ from: gcj02(113, 34), want: [], wantAny: [], unknownToo: false, k: 10_000, passes: null });
        expect(found.map(({ row }) => row.code).sort()).toEqual([...expected.keys()].sort());
        for (const { row } of found) expect(row.status).toBe(expected.get(row.code)?.status);
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  test('and so do two phones that heard of it in different ways, and the server’s own answers', async () => {
    await server.register([station(0)]);
    const early = await story(CITIES, [
      [8, 3, 0],
      [6, 5, 2],
      [2, 7, 1],
    ]);
    await server.pack(region('410100'));
    const late = new FeedPhone(server.get, CITIES);
    await late.pullToTheEnd();
    expect(listed(late.table())).toEqual(listed(early.table()));
    const { items } = await (await server.get('/api/v1/nearest?lng=113.5&lat=34.5&k=50')).json();
    const codes = new Set((await published(['CN'])).map(({ code }) => code));
    expect(items.length).toBe(Math.min(50, codes.size));
    for (const { station: shown } of items) expect(codes.has(shown.code)).toBe(true);
  });
});

test('law 2, page by page: commits between the pages of one pull lose nothing, not even a field', async () => {
  const busy = await openTestServer({ regions: REGIONS });
  const phone = new FeedPhone(busy.get, CITIES.slice(0, 1));
  await phone.pullToTheEnd();
  const crowd = await busy.register(Array.from({ length: 1500 }, () => station(0)));
  expect(await phone.ask(CITIES[0] ?? 'CN')).toBe('delta');
  expect(phone.inFlight[0]?.delta.done).toBe(false);
  phone.receive(0);
  // Some were on the page that came, some would have been on the next: all move behind it, by one field.
  const moved = [...crowd.slice(900, 950), ...crowd.slice(1200, 1250)];
  await busy.apply(
    moved.map((each, n) => revising(each, n % 2 ? { publicPhone: `0371-${n}` } : { status: 'suspended' })),
  );
  await phone.ask(CITIES[0] ?? 'CN');
  await busy.apply(crowd.slice(0, 20).map((each) => revising(each, { name: `${each.name}甲` })));
  await busy.apply(crowd.slice(20, 30).map((each) => revising(each, { status: 'retired' }, 'retire')));
  await phone.pullToTheEnd();
  expect(phone.packs).toBe(1);
  const table = phone.table();
  expect(table.size).toBe(1490);
  const records = await busy.store.stationsById(crowd.map(({ id }) => id));
  for (const each of records.filter(({ status }) => status !== 'retired')) {
    if (each.code) expect(table.station(each.code)).toEqual(toPublic(each));
  }
  await busy.close();
});

test('the journeys really led everywhere: retired, relocated, suspended, other cities, new packs', async () => {
  const stations = await all();
  for (const status of ['active', 'suspended', 'retired', 'relocated']) {
    expect(stations.filter((each) => each.status === status).length, status).toBeGreaterThan(5);
  }
  expect(stations.filter(({ code, region: now }) => code && !code.startsWith(now)).length).toBeGreaterThan(5);
});

describe('law 3: a station that left is gone with the next pull, and its page says why', () => {
  async function left(
    intent: Intent,
  ): Promise<{ phone: FeedPhone; code: string; refused: Refusal | null; after: readonly Station[] }> {
    const [fresh] = await server.register([station(0)]);
    const phone = new FeedPhone(server.get, CITIES);
    await phone.pullToTheEnd();
    if (!fresh?.code) throw new Error('no code');
    expect(listed(phone.table())).toContain(fresh.code);
    const refused = await ask(server, fresh, intent);
    await phone.pullToTheEnd();
    return { phone, code: fresh.code, refused, after: await all() };
  }

  test('retired', async () => {
    const { phone, code, refused } = await left({ kind: 'retire' });
    expect(refused).toBeNull();
    expect(listed(phone.table())).not.toContain(code);
    expect(phone.table().station(code as never)).toMatchObject({
      op: 'drop',
      reason: 'retired',
      exit: 'LOW_USE',
      successor: null,
      on: expect.stringMatching(/^\d{4}-/),
    });
    expect(await (await server.get(`/api/v1/stations/${code}`)).json()).toMatchObject({
      gone: true,
      code,
      status: 'retired',
      exitReason: 'LOW_USE',
      on: expect.stringMatching(/^\d{4}-/),
      current: null,
    });
  });

  test('retired and back again: on the list under its old code, and asked for by it', async () => {
    const { phone, code, after } = await left({ kind: 'retire' });
    const station = after.find((each) => each.code === code);
    if (!station) throw new Error('not kept');
    expect(await ask(server, station, { kind: 'reinstate' })).toBeNull();
    await phone.pullToTheEnd();
    expect(listed(phone.table())).toContain(code);
    expect(phone.table().station(code as never)).toMatchObject({ name: station.name, status: 'active' });
    const again = await (await server.get(`/api/v1/stations/${code}`)).json();
    expect(again).toMatchObject({ code, status: 'active' });
    expect(again).not.toHaveProperty('gone');
  });

  test('moved far: relocated, leading to the new code, which is on the list', async () => {
    const { phone, code, after } = await left({ kind: 'move', metres: 900, newStation: freshId() });
    const successor = after.find(({ predecessor }) => predecessor === code)?.code;
    expect(phone.table().station(code as never)).toMatchObject({ op: 'drop', reason: 'relocated', successor });
    expect(listed(phone.table())).toContain(successor);
    expect(await (await server.get(`/api/v1/stations/${code}`)).json()).toMatchObject({
      gone: true,
      status: 'relocated',
      exitReason: null,
      successor,
      current: successor,
    });
  });

  test('into another city: gone from the one, there in the other; from a phone without that one, with the reason', async () => {
    const { phone, code } = await left({ kind: 'revise', patch: { region: region('110105') } });
    expect(listed(phone.table())).not.toContain(code);
    expect(phone.table().station(code as never)).toMatchObject({ op: 'drop', reason: 'moved', movedTo: '110100' });
    const other = new FeedPhone(server.get, [region('110100')]);
    await other.pullToTheEnd();
    expect(listed(other.table())).toContain(code);
  });

  test('suspended is not gone: it stays, closed, with its reason', async () => {
    const { phone, code } = await left({ kind: 'suspend', reason: '内部装修', until: null });
    expect(phone.table().station(code as never)).toMatchObject({
      status: 'suspended',
      statusNote: { reason: '内部装修', until: null },
    });
  });
});
