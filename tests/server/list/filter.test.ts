import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { metresBetween } from '../../../shared/geo/distance.ts';
import { gcj02 } from '../../../shared/geo/point.ts';
import { AMENITIES, amenityState } from '../../../shared/station/amenity.ts';
import {
  HOST_TYPES,
  KINDS,
  OPERATIONS,
  ORIGINS,
  PUBLISHED,
  STATUSES,
  type Station,
  TIERS,
  VERIFICATIONS,
} from '../../../shared/station/station.ts';
import { openTestServer, type TestServer } from '../../fixtures/make/server.ts';
import { type Clerk, clerkAt } from '../../fixtures/make/signed.ts';
import { date, sampleStation, stationId, union } from '../../shared/station/sample.ts';
import { allFor, allStations } from './world.ts';

const TODAY = '2026-11-26';

/** One of every status and of every doubt, beside stations sown over the country. */
function special(): readonly Station[] {
  const far = (n: number) => gcj02(113.5 + n / 100, 34.6);
  return [
    ...STATUSES.map((status, n) =>
      sampleStation({ id: stationId(0x1000 + n), code: null, rev: 1, status, name: `各样状态${n}站`, point: far(n) }),
    ),
    sampleStation({
      id: stationId(0x2001),
      code: null,
      rev: 1,
      status: 'submitted',
      origin: 'imported',
      point: far(30),
    }),
    sampleStation({
      id: stationId(0x2002),
      code: null,
      rev: 1,
      status: 'rectifying',
      statusNote: { reason: '微波炉', since: date('2026-11-01'), until: date('2026-11-20') },
      point: far(31),
      town: '德化街街道',
      federationCode: 'QZ-000777',
      photos: ['ab'.repeat(16)],
    }),
    // Thirty metres apart, and one that is nobody's neighbour any more.
    sampleStation({ id: stationId(0x2003), code: null, rev: 1, name: '近邻甲', point: gcj02(113.9, 34.9) }),
    sampleStation({ id: stationId(0x2004), code: null, rev: 1, name: '近邻乙', point: gcj02(113.9003, 34.9) }),
    sampleStation({
      id: stationId(0x2005),
      code: null,
      rev: 1,
      name: '重庆路店',
      status: 'retired',
      point: gcj02(113.9, 34.9),
    }),
  ];
}

let server: TestServer;
let clerk: Clerk;
let stations: readonly Station[];
beforeAll(async () => {
  server = await openTestServer({ stations: special(), seed: 700 });
  clerk = clerkAt(server.app, { union: '000000', functions: ['officer'] });
  stations = await allStations(server);
  const standing = stations.filter(({ status }) => LIVING.includes(status));
  for (const a of stations) {
    const isClose = standing.some((b) => b.id !== a.id && metresBetween(a.point, b.point) <= 50);
    if (isClose) neighbours.add(a.id);
  }
});
afterAll(() => server.close());

const day = (text: string | null) => (text === null ? null : Date.parse(`${text}T00:00:00Z`) / 86_400_000);
const today = day(TODAY) ?? 0;
const LIVING = [...PUBLISHED, 'draft', 'submitted', 'returned', 'approved'];

/** The verdicts written anew from the words of the conditions, without a look at how the server does it. */
type Verdict = (station: Station) => boolean;
const age = ({ verifiedOn }: Station) => (day(verifiedOn) === null ? null : today - (day(verifiedOn) ?? 0));
const unread = ({ hours: { base, raw } }: Station) =>
  base.kind === 'weekly' ? base.week.some(({ kind }) => kind === 'unknown') : base.kind === 'unknown' && raw !== null;
const old: Verdict = (station) =>
  PUBLISHED.includes(station.status) &&
  (station.hours.base.kind !== 'unknown' || station.hours.raw !== null) &&
  (age(station) ?? 0) > 180;
const neighbours = new Set<string>();
const near: Verdict = ({ id }) => neighbours.has(id);
const broken: Verdict = ({ amenities }) => AMENITIES.some((code) => amenityState(amenities, code) === 'broken');
const waiting: Verdict = ({ status, origin }) => status === 'submitted' && origin !== 'registered';
const overdue: Verdict = ({ status, statusNote }) => status === 'rectifying' && (statusNote?.until ?? '9999') < TODAY;
const living =
  (verdict: Verdict): Verdict =>
  (station) =>
    LIVING.includes(station.status) && verdict(station);
const DOUBTS: { readonly [doubt: string]: Verdict } = {
  waiting: living(waiting),
  unread: living(unread),
  near: living(near),
  broken: living(broken),
  overdue: living(overdue),
  old: living(old),
  any: living((one) => waiting(one) || unread(one) || near(one) || broken(one)),
};
const HOURS: { readonly [known: string]: Verdict } = {
  always: ({ hours }) => hours.base.kind === 'always',
  unknown: ({ hours }) => hours.base.kind === 'unknown' && hours.raw === null,
  unread,
  old,
};

const some = <T extends string>(list: readonly T[]) =>
  fc.uniqueArray(fc.constantFrom(...list), { minLength: 1, maxLength: 4 });
type Condition = { readonly name: string; readonly value: string; readonly passes: Verdict };

const listed = (name: string, list: readonly string[], of: (station: Station) => string | null) =>
  some(list).map(
    (codes): Condition => ({
      name,
      value: codes.join(','),
      passes: (station) => codes.includes(of(station) ?? ''),
    }),
  );
const facility = (name: string, states: readonly string[]) =>
  fc.uniqueArray(fc.constantFrom(...AMENITIES), { minLength: 1, maxLength: 2 }).map(
    (codes): Condition => ({
      name,
      value: codes.join(','),
      passes: ({ amenities }) => codes.every((code) => states.includes(amenityState(amenities, code))),
    }),
  );
const within = (code: string, outer: string) => code.startsWith(outer.replace(/(00)+$/, ''));

const condition: fc.Arbitrary<Condition> = fc.oneof(
  listed('status', STATUSES, ({ status }) => status),
  listed('kind', KINDS, ({ kind }) => kind),
  listed('host', HOST_TYPES, ({ hostType }) => hostType),
  listed('build', ['union', 'government', 'society', 'integrated'], ({ build }) => build),
  listed('operation', OPERATIONS, ({ operation }) => operation),
  listed('tier', TIERS, ({ tier }) => tier),
  listed('verified', VERIFICATIONS, ({ verified }) => verified),
  listed('origin', ORIGINS, ({ origin }) => origin),
  facility('has', ['yes', 'seasonal']),
  facility('lacks', ['no']),
  facility('broken', ['broken']),
  facility('unclear', ['unknown']),
  some(Object.keys(DOUBTS)).map(
    (codes): Condition => ({
      name: 'doubt',
      value: codes.join(','),
      passes: (station) => codes.some((code) => DOUBTS[code]?.(station)),
    }),
  ),
  some(Object.keys(HOURS)).map(
    (codes): Condition => ({
      name: 'hours',
      value: codes.join(','),
      passes: (station) => codes.some((code) => HOURS[code]?.(station)),
    }),
  ),
  fc.integer({ min: 1, max: 500 }).map(
    (days): Condition => ({
      name: 'older',
      value: String(days),
      passes: (station) => (age(station) ?? 1e6) > days,
    }),
  ),
  fc.integer({ min: 0, max: 5 }).map(
    (stars): Condition => ({
      name: 'stars',
      value: String(stars),
      passes: (station) => station.stars >= stars,
    }),
  ),
  fc.constantFrom('0', '1').map(
    (value): Condition => ({
      name: 'photos',
      value,
      passes: ({ photos }) => photos.length > 0 === (value === '1'),
    }),
  ),
  fc.constantFrom('410000', '410100', '410102', '440000', '110105').map(
    (value): Condition => ({
      name: 'region',
      value,
      passes: ({ region }) => within(region, value),
    }),
  ),
  fc.constantFrom('410000', '410100', '410102', '320000').map(
    (value): Condition => ({
      name: 'union',
      value,
      passes: ({ union }) => within(union, value),
    }),
  ),
  fc.constantFrom('爱心驿站', '司机之家', '没有这个品牌').map(
    (value): Condition => ({
      name: 'brand',
      value,
      passes: ({ brand }) => brand === value,
    }),
  ),
);

describe('the conditions of the list', () => {
  test('let through exactly the stations of which they are true, alone and together', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(condition, { minLength: 1, maxLength: 3, selector: ({ name }) => name }),
        async (all) => {
          const items = await allFor(clerk, Object.fromEntries(all.map(({ name, value }) => [name, value])));
          const wanted = stations.filter((station) => all.every(({ passes }) => passes(station)));
          expect(items.map(({ id }) => id).sort()).toEqual(wanted.map(({ id }) => id).sort());
        },
      ),
      { numRuns: 60, seed: 4107 },
    );
  });

  test('mean something here: every doubt and every status is true of some station and not of others', () => {
    for (const [name, verdict] of Object.entries(DOUBTS)) {
      const count = stations.filter(verdict).length;
      expect([name, count > 0 && count < stations.length]).toEqual([name, true]);
    }
    expect(new Set(stations.map(({ status }) => status)).size).toBe(STATUSES.length);
  });

  test('say in each row which doubts it has', async () => {
    for (const item of await allFor(clerk, {})) {
      const station = stations.find(({ id }) => id === item.id);
      const doubts = Object.keys(DOUBTS).filter((doubt) => doubt !== 'any' && station && DOUBTS[doubt]?.(station));
      expect([item.id, [...item.doubts].sort()]).toEqual([item.id, doubts.sort()]);
    }
  });

  test.each([
    ['a name', '近邻甲', ['近邻甲']],
    ['pinyin', 'chongqinglu', ['重庆路店']],
    ['initials', 'cqld', ['重庆路店']],
    ['a federation code', 'QZ-000777', ['德化街爱心驿站']],
  ])('find by %s, also what workers never see', async (_what, q, names) => {
    const found = (await allFor(clerk, { q })).filter(({ origin }) => origin !== 'synthetic');
    expect(found.map(({ name }) => name)).toEqual(names);
  });

  test('find a code with spaces and without, and the end of a worn one', async () => {
    const station = stations.find(({ name }) => name === '近邻甲');
    const code = station?.code ?? '';
    const typed = [
      code,
      `${code.slice(0, 6)} ${code.slice(6, 7)} ${code.slice(7, 13)} ${code.slice(13)}`,
      code.slice(6),
    ];
    for (const q of typed) expect((await allFor(clerk, { q })).map(({ id }) => id)).toContain(station?.id);
  });

  test('refuse what no list knows, and say which', async () => {
    const refused = await clerk.get('/api/v1/list/stations?status=open');
    expect([refused.status, await refused.json()]).toMatchObject([400, { kind: 'field-choice' }]);
    expect((await clerk.get('/api/v1/list/stations?size=5000')).status).toBe(400);
    expect((await clerk.get('/api/v1/list/stations?older=-1')).status).toBe(400);
  });

  test('are counted for the chips as the list would count them', async () => {
    const counts = await (await clerk.get('/api/v1/list/counts')).json();
    const count = (verdict: Verdict) => stations.filter(verdict).length;
    expect(counts).toMatchObject({
      total: stations.length,
      old: count(DOUBTS.old as Verdict),
      doubt: count(DOUBTS.any as Verdict),
      overdue: count(DOUBTS.overdue as Verdict),
      synthetic: count(({ origin }) => origin === 'synthetic'),
      status: Object.fromEntries(STATUSES.map((status) => [status, count((one) => one.status === status)])),
      towns: expect.arrayContaining([{ name: '德化街街道', count: 1 }]),
    });
    const henan = counts.regions.find(({ id }: { id: string }) => id === '410000');
    expect(henan.count).toBe(count(({ region }) => within(region, '410000')));
  });

  test('stay exact while colleagues work: a change is in the very next answer', async () => {
    const [before] = await allFor(clerk, { q: '各样状态5站' });
    const station = stations.find(({ id }) => id === before?.id);
    if (!station) throw new Error('lost');
    await server.apply([
      {
        step: 'suspend',
        before: station,
        after: { ...station, name: '改了名的站', union: union('410105'), rev: station.rev + 1 },
        issue: null,
        successorFrom: null,
        reason: null,
        effectiveOn: date(TODAY),
      },
    ]);
    expect(await allFor(clerk, { q: '各样状态5站' })).toEqual([]);
    expect(await allFor(clerk, { q: 'gailemingdezhan' })).toMatchObject([{ id: station.id, rev: 2 }]);
  });
});
