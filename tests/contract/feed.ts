import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Mark, Store } from '../../server/store/port.ts';
import type { FeedRegion } from '../../shared/feed/feed.ts';
import { ALL_PARTS, changedParts } from '../../shared/feed/parts.ts';
import { gcj02 } from '../../shared/geo/point.ts';
import { toPublic } from '../../shared/station/public.ts';
import { PUBLISHED, type PublicStation, STATUSES, type Station } from '../../shared/station/station.ts';
import { date, region, union } from '../shared/station/sample.ts';
import { learnExitsAgain } from './first-release.ts';
import type { Engine } from './place.ts';
import { one, stageOn } from './stage.ts';
import { changed, NOON, newStation, registered } from './world.ts';

const ZHENGZHOU = region('410100');
const KAIFENG = region('410200');

export function feedContract(engine: Engine): void {
  const stage = stageOn(engine);
  const stored = async (store: Store, over: Partial<Station> = {}) => one(await stage.register(store, [over]));
  const marks = async (store: Store, feed: FeedRegion, after = 0) =>
    (await store.marksAfter(feed, { after, since: after }, 500)).marks;

  describe('the feed', () => {
    test('puts a published station in its city and in the national core, whole', async () => {
      const store = await stage.open();
      const station = await stored(store);
      const mark = { op: 'put', seq: 4, code: station.code, region: ZHENGZHOU, parts: ALL_PARTS };
      const wanted = [{ ...mark, row: toPublic(station) }];
      expect(await marks(store, ZHENGZHOU)).toEqual(wanted);
      expect(await marks(store, 'CN')).toEqual(wanted);
      expect(await marks(store, KAIFENG)).toEqual([]);
    });

    test('says nothing of a station that was never published', async () => {
      const store = await stage.open();
      const draft = { ...registered(newStation(stage.next.id(), { status: 'submitted' })), issue: null };
      await stage.apply(store, [draft]);
      await stage.apply(store, [changed(draft.after, { status: 'approved' }, 'approve')]);
      expect(await store.marksAfter('CN', { after: 0, since: 0 }, 10)).toEqual({ marks: [], upTo: 5, done: true });
    });

    test.each<[string, Partial<Station>]>([
      ['a new status', { status: 'suspended' }],
      ['a new point', { point: gcj02(113.7, 34.76) }],
      ['a new name', { name: '改名' }],
      ['a water tap that broke', { amenities: { water: { ...WATER.water, state: 'broken' } } }],
      ['a note on the water', { amenities: { water: { ...WATER.water, note: '自带杯子' } } }],
      ['a new host', { hostName: '某银行' }],
    ])('names the parts that %s changes, and those alone', async (_, over) => {
      const store = await stage.open();
      const station = await stored(store, { amenities: WATER });
      const change = changed(station, over);
      await stage.apply(store, [change]);
      const parts = changedParts(toPublic(station), toPublic(change.after));
      expect(parts).not.toEqual([]);
      expect(one(await marks(store, ZHENGZHOU, 4))).toMatchObject({ op: 'put', seq: 5, parts });
      // Whoever never had it gets it whole.
      expect(one(await marks(store, ZHENGZHOU, 0))).toMatchObject({ parts: ALL_PARTS });
    });

    test('names every amenity that changed since the row was whole, and none from before', async () => {
      const store = await stage.open();
      const station = await stored(store, { amenities: WATER });
      const fact = { state: 'yes', note: null, confirmedOn: null } as const;
      const dry = changed(station, { amenities: { water: { ...WATER.water, state: 'broken' } } });
      await stage.apply(store, [dry]);
      const rest = changed(dry.after, { amenities: { ...dry.after.amenities, volunteers: fact } });
      await stage.apply(store, [rest]);
      expect(one(await marks(store, ZHENGZHOU, 4))).toMatchObject({ seq: 6, parts: ['water', 'volunteers'] });
      expect(one(await marks(store, ZHENGZHOU, 0))).toMatchObject({ seq: 6, parts: ALL_PARTS });
      const left = changed(rest.after, { region: region('410202') });
      await stage.apply(store, [left]);
      const back = changed(left.after, { region: region('410102') });
      await stage.apply(store, [back]);
      expect(one(await marks(store, ZHENGZHOU, 7))).toMatchObject({ seq: 8, parts: ALL_PARTS });
      await stage.apply(store, [changed(back.after, { amenities: { ...back.after.amenities, toilet: fact } })]);
      expect(one(await marks(store, ZHENGZHOU, 8))).toMatchObject({ seq: 9, parts: ['toilet'] });
    });

    test('does not stir for a change of private fields', async () => {
      const store = await stage.open();
      const station = await stored(store);
      await stage.apply(store, [changed(station, { uscc: null, source: null })]);
      expect(await store.marksAfter(ZHENGZHOU, { after: 4, since: 4 }, 10)).toEqual({ marks: [], upTo: 5, done: true });
    });

    test('drops a station where it was and puts it where it is, and back again', async () => {
      const store = await stage.open();
      const station = await stored(store);
      const moved = changed(station, { region: region('410202') });
      await stage.apply(store, [moved]);
      const went = { op: 'drop', reason: 'moved', on: '2026-11-23', exit: null, successor: null } as const;
      const left = { ...went, seq: 5, code: station.code };
      expect(await marks(store, ZHENGZHOU)).toEqual([{ ...left, region: ZHENGZHOU, movedTo: KAIFENG }]);
      expect(await marks(store, KAIFENG)).toMatchObject([{ op: 'put', seq: 5, parts: ALL_PARTS }]);
      expect((await marks(store, 'CN')).map((mark) => `${mark.op} ${mark.region}`)).toEqual([
        'drop 410100',
        'put 410200',
      ]);
      await stage.apply(store, [changed(moved.after, { region: region('410102') })]);
      expect(await marks(store, ZHENGZHOU, 5)).toMatchObject([{ op: 'put', parts: ALL_PARTS }]);
      expect(await marks(store, KAIFENG, 5)).toMatchObject([{ op: 'drop', movedTo: ZHENGZHOU }]);
    });

    test('drops what retires, says so anew when it is merged, and puts back whole what is reinstated', async () => {
      const store = await stage.open();
      const [heir, station] = await stage.register(store, [{ name: '接替' }, {}]);
      if (!heir || !station) throw new Error('not stored');
      const retired = changed(station, { status: 'retired' }, 'retire');
      await stage.apply(store, [retired]);
      expect(one(await marks(store, 'CN', 5))).toMatchObject({
        op: 'drop',
        seq: 6,
        reason: 'retired',
        successor: null,
      });
      const merged = changed(retired.after, { status: 'merged', successor: heir.code }, 'merge');
      await stage.apply(store, [merged]);
      expect(one(await marks(store, 'CN', 6))).toMatchObject({
        op: 'drop',
        seq: 7,
        reason: 'merged',
        successor: heir.code,
      });
      await stage.apply(store, [changed(merged.after, { status: 'active', successor: null }, 'reinstate')]);
      expect(one(await marks(store, 'CN', 7))).toMatchObject({ op: 'put', parts: ALL_PARTS });
    });

    test('says why it was given up for as long as it is retired, and the later reason when it goes again', async () => {
      const store = await stage.open();
      const station = await stored(store);
      const why = (reason: string) => ({ reason: `${reason} 说明（依据：巡查）` });
      const gone = { ...changed(station, { status: 'retired' }, 'retire'), ...why('HOST_LEFT') };
      await stage.apply(store, [gone]);
      expect(one(await marks(store, 'CN', 4))).toMatchObject({ op: 'drop', reason: 'retired', exit: 'HOST_LEFT' });
      const back = changed(gone.after, { status: 'active' }, 'reinstate');
      await stage.apply(store, [back]);
      expect(one(await marks(store, 'CN', 5))).toMatchObject({ op: 'put', parts: ALL_PARTS });
      const again = { ...changed(back.after, { status: 'retired' }, 'retire'), ...why('SAFETY') };
      await stage.apply(store, [again]);
      expect(one(await marks(store, 'CN', 6))).toMatchObject({ op: 'drop', reason: 'retired', exit: 'SAFETY' });
      // What a merge says is a clerk's own words, even when they begin like a code.
      const merged = { ...changed(again.after, { status: 'merged' }, 'merge'), ...why('NOT_OPEN') };
      await stage.apply(store, [merged]);
      expect(one(await marks(store, 'CN', 7))).toMatchObject({ op: 'drop', reason: 'merged', exit: null });
    });

    test('learns from history why stations left before it kept that', async () => {
      const store = await stage.open();
      const station = await stored(store);
      const gone = { ...changed(station, { status: 'retired' }, 'retire'), reason: 'LOW_USE 少有人来' };
      await stage.apply(store, [gone]);
      await stage.closeAll();
      await learnExitsAgain(engine.kind, stage.place().url);
      const migrated = await stage.open();
      expect(one(await marks(migrated, 'CN', 4))).toMatchObject({ op: 'drop', seq: 5, exit: 'LOW_USE' });
    });

    test('gives the same marks whatever the page size, and never cuts inside a seq', async () => {
      const store = await stage.open();
      const stations = await stage.register(
        store,
        Array.from({ length: 12 }, () => ({})),
      );
      await stage.apply(
        store,
        stations.filter((_, i) => i % 2 === 0).map((station) => changed(station, { region: region('410202') })),
      );
      const whole = await marks(store, 'CN');
      expect(whole).toHaveLength(18);
      for (const limit of [1, 2, 3, 5, 7, 18]) {
        const paged: Mark[] = [];
        for (let [after, done] = [0, false]; !done; ) {
          const page = await store.marksAfter('CN', { after, since: 0 }, limit);
          expect(page.marks.length).toBeLessThanOrEqual(limit + 1);
          paged.push(...page.marks);
          after = page.done ? page.upTo : (page.marks[page.marks.length - 1]?.seq ?? Number.NaN);
          done = page.done;
        }
        expect(paged.map((mark) => [mark.seq, mark.op, mark.region])).toEqual(
          whole.map((mark) => [mark.seq, mark.op, mark.region]),
        );
      }
    });

    test('names on a later page what changed before the page began', async () => {
      const store = await stage.open();
      const [a, b] = await stage.register(store, [{}, {}]);
      if (!a || !b) throw new Error('not stored');
      const since = 5;
      const moved = changed(a, { point: gcj02(113.700012, 34.760001) });
      await stage.apply(store, [moved]);
      await stage.apply(store, [changed(b, { hostName: '某银行' })]);
      await stage.apply(store, [changed(moved.after, { hostName: '某银行' })]);
      const first = await store.marksAfter('CN', { after: since, since }, 1);
      expect(first).toMatchObject({ done: false, marks: [{ seq: 7, code: b.code, parts: ['rest'] }] });
      const second = await store.marksAfter('CN', { after: 7, since }, 1);
      expect(second).toMatchObject({ done: true, marks: [{ seq: 8, code: a.code, parts: ['point', 'rest'] }] });
    });

    test('shows a phone that pulls now and then exactly the published stations', async () => {
      const store = await stage.open();
      const stations = await stage.register(store, [{}, {}, {}, {}]);
      const current = new Map(stations.map((station) => [station.id, station]));
      const phones = new Map<FeedRegion, Phone>(
        [ZHENGZHOU, KAIFENG, 'CN' as const].map((feed) => [feed, newPhone(feed)]),
      );
      const step = fc.record({
        which: fc.nat(3),
        status: fc.constantFrom(...STATUSES.slice(4, 12)),
        county: fc.constantFrom('410102', '410105', '410202'),
        name: fc.constantFrom('甲', '乙'),
        pull: fc.subarray([...phones.keys()]),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (steps) => {
          for (const { which, status, county, name, pull } of steps) {
            const before = [...current.values()][which];
            if (!before) throw new Error('no such station');
            const change = changed(before, { status, region: region(county), name });
            await stage.apply(store, [change]);
            current.set(before.id, change.after);
            for (const feed of pull) await pullPage(store, phones.get(feed));
          }
          for (const phone of phones.values()) {
            while (!(await pullPage(store, phone)));
            const wanted = [...current.values()].filter((s) => PUBLISHED.includes(s.status) && covers(phone.feed, s));
            const byCode = (rows: readonly PublicStation[]) => [...rows].sort((a, b) => (a.code < b.code ? -1 : 1));
            expect(byCode([...phone.held.values()].map((held) => held.row))).toEqual(byCode(wanted.map(toPublic)));
          }
        }),
        { numRuns: 100 },
      );
    }, 60_000);

    test('streams what is published with the seq it is exact at', async () => {
      const store = await stage.open();
      const [a, b, c] = await stage.register(store, [{}, { region: region('410202') }, { status: 'retired' }]);
      if (!a || !b || !c) throw new Error('not stored');
      const read = async (feed: FeedRegion) => {
        const rows: { seq: number; row: PublicStation }[] = [];
        const at = await store.eachPublished(feed, (page) => void rows.push(...page));
        return { ...at, rows };
      };
      const { epoch } = await store.counter();
      expect(await read(KAIFENG)).toEqual({ epoch, seq: 6, rows: [{ seq: 5, row: toPublic(b) }] });
      expect((await read('CN')).rows).toEqual([
        { seq: 4, row: toPublic(a) },
        { seq: 5, row: toPublic(b) },
      ]);
    });

    test('remembers the newest pack of each feed', async () => {
      const store = await stage.open();
      const pack = { hash: 'h1', bytes: 9, seq: 3, asOf: NOON };
      await store.putPack('CN', pack);
      await store.putPack(ZHENGZHOU, pack);
      await store.putPack('CN', { ...pack, hash: 'h2' });
      expect(await store.packOf('CN')).toEqual({ ...pack, hash: 'h2' });
      expect(await store.packOf(region('110100'))).toBe(null);
      expect(await store.packs()).toEqual(
        new Map([
          ['CN', { ...pack, hash: 'h2' }],
          [ZHENGZHOU, pack],
        ]),
      );
    });

    test('tells how far each feed has come since its pack', async () => {
      const store = await stage.open();
      expect(await store.staleness()).toEqual([{ feed: 'CN', rows: 0, changes: 0 }]);
      const [station] = await stage.register(store, [{}, {}, { region: region('410202') }]);
      if (!station) throw new Error('not stored');
      const pack = (seq: number) => ({ hash: 'h', bytes: 1, seq, asOf: NOON });
      await store.putPack(ZHENGZHOU, pack(5));
      await store.putPack('CN', pack(6));
      await stage.apply(store, [changed(station, { status: 'retired' }, 'retire')]);
      expect(await store.staleness()).toEqual([
        { feed: ZHENGZHOU, rows: 1, changes: 1 },
        { feed: KAIFENG, rows: 1, changes: 1 },
        { feed: 'CN', rows: 2, changes: 1 },
      ]);
    });

    test('loses every synthetic station and nothing else when they are purged', async () => {
      const store = await stage.open();
      const [kept] = await stage.register(store, [{}]);
      const synthetic = await stage.register(
        store,
        Array.from({ length: 250 }, () => ({ origin: 'synthetic' as const })),
      );
      const { seq } = await store.counter();
      expect(await store.purgeSynthetic()).toBe(250);
      const dropped = (await store.marksAfter('CN', { after: seq, since: seq }, 500)).marks;
      expect(dropped.map((mark) => mark.code).sort()).toEqual(synthetic.map((station) => station.code).sort());
      expect(new Set(dropped.map((mark) => mark.op === 'drop' && mark.reason))).toEqual(new Set(['withdrawn']));
      const left: Station[] = [];
      await store.eachStation((stations) => void left.push(...stations));
      expect(left).toEqual([kept]);
      expect((await store.historyOf(synthetic[0]?.id ?? '')).map((row) => row.step)).toEqual(['import', 'purge']);
      expect(await store.verifyHistory()).toEqual({ rows: seq + 250, brokenAt: null });
      expect(await store.purgeSynthetic()).toBe(0);
      const again = one(await stage.register(store, [{ origin: 'synthetic' }]));
      expect(synthetic.map((station) => station.code)).not.toContain(again.code);
    });
  });

  describe('reading stations', () => {
    test('streams a branch of unions or of regions, in id order', async () => {
      const store = await stage.open();
      const overs = ['410105', '410202', '419001'].map((code) => ({ region: region(code), union: union(code) }));
      const [a, b, c] = await stage.register(store, overs);
      const ids = async (filter?: Parameters<Store['eachStation']>[1]) => {
        const found: Station[] = [];
        await store.eachStation((stations) => void found.push(...stations), filter);
        return found.map((station) => station.id);
      };
      expect(await ids()).toEqual([a?.id, b?.id, c?.id]);
      expect(await ids({ union: union('410100') })).toEqual([a?.id]);
      expect(await ids({ union: union('410000') })).toEqual([a?.id, b?.id, c?.id]);
      expect(await ids({ region: region('419001') })).toEqual([c?.id]);
      expect(await ids({ region: region('410000'), union: union('410202') })).toEqual([b?.id]);
    });
  });
}

const WATER = { water: { state: 'yes', note: null, confirmedOn: date('2026-11-01') } } as const;

/**
 * The least a phone does: marks in order; the core never removes for a move; the higher seq of two counts. It
 * pulls page by page while others commit, so a row may be seen late.
 */
type Phone = {
  readonly feed: FeedRegion;
  after: number;
  since: number;
  readonly held: Map<string, { seq: number; row: PublicStation }>;
};

function newPhone(feed: FeedRegion): Phone {
  return { feed, after: 0, since: 0, held: new Map() };
}

/** True when there is nothing more to pull. */
async function pullPage(store: Store, phone: Phone | undefined): Promise<boolean> {
  if (!phone) throw new Error('no such phone');
  const page = await store.marksAfter(phone.feed, phone, 2);
  for (const mark of page.marks) {
    const held = phone.held.get(mark.code);
    if (mark.op === 'put') {
      const differing = held ? changedParts(held.row, mark.row) : ALL_PARTS;
      // Whatever differs from what the phone has is named, or it could not know.
      expect(mark.parts).toEqual(expect.arrayContaining([...differing]));
      phone.held.set(mark.code, { seq: mark.seq, row: mark.row });
    } else if (held && held.seq < mark.seq && (phone.feed !== 'CN' || mark.movedTo === null)) {
      phone.held.delete(mark.code);
    }
  }
  phone.after = page.done ? page.upTo : (page.marks[page.marks.length - 1]?.seq ?? phone.after);
  if (page.done) phone.since = page.upTo;
  return page.done;
}

function covers(feed: FeedRegion, station: Station): boolean {
  return feed === 'CN' || station.region.slice(0, 4) === feed.slice(0, 4);
}
