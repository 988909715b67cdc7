import { describe, expect, test } from 'vitest';
import type { ReportCommand, ReportFiling, Store } from '../../server/store/port.ts';
import { gcj02 } from '../../shared/geo/point.ts';
import { instant } from '../../shared/kernel/instant.ts';
import { decideReport, fileReport, HOUR_LIMIT, HOUR_MS, type ReportStep } from '../../shared/report/decide.ts';
import { type Lookup, makeLookup } from '../../shared/report/lookup.ts';
import type { Report, ReportId, Saying } from '../../shared/report/report.ts';
import type { StationCode } from '../../shared/station/code.ts';
import { region } from '../shared/station/sample.ts';
import { openFirstRelease } from './first-release.ts';
import type { Engine } from './place.ts';
import { accepted, one, stageOn } from './stage.ts';
import { command, NOON } from './world.ts';

/** Apart from the ids that stages hand out. */
const idOf = (n: number) => `e${n.toString(16).padStart(31, '0')}` as ReportId;
const lookupOf = (n: number) => makeLookup(String(n).padStart(11, '0'));

function saying(n: number, station: StationCode, over: Partial<Pick<Saying, 'text' | 'seenAt'>> = {}): Saying {
  const said = { id: idOf(n), text: '张三说锁坏了', seenAt: instant(NOON - 60_000), ...over };
  return { ...said, kind: 'door-shut', station, amenity: null, place: null };
}

const NEW_PLACE: Saying = {
  id: idOf(99),
  kind: 'new-place',
  station: null,
  amenity: null,
  place: { name: '东门口', address: '金水路1号', region: region('410105'), point: gcj02(113.7, 34.76) },
  text: null,
  seenAt: NOON,
};

function filing(
  said: Saying,
  over: Partial<{ isCrowded: boolean; photo: string | null; lookups: Lookup[] }> = {},
): ReportFiling {
  const lookups = over.lookups ?? [lookupOf(Number.parseInt(said.id.slice(1), 16))];
  return {
    station: said.station,
    place: said.place,
    lookupOf: (attempt) => lookups[attempt] ?? lookupOf(10_000 + attempt),
    decide: (facts) =>
      fileReport(said, { ...facts, photo: over.photo ?? null, inHours: null, isCrowded: over.isCrowded ?? false }),
  };
}

/** As a phone sends it: under its own id, by nobody in particular. */
function sent(said: Saying, over: Partial<ReportCommand> = {}): ReportCommand {
  return { ...command(said.id, { actor: { id: 'worker', union: region('000000') as never } }), ...over };
}

export function reportsContract(engine: Engine): void {
  const stage = stageOn(engine);
  const file = async (store: Store, said: Saying, over = {}) =>
    accepted(await store.fileReport(sent(said), filing(said, over)));
  const step = (store: Store, lookup: Lookup, taken: ReportStep) =>
    store.stepReport(command(stage.next.command()), {
      lookup,
      step: taken.kind,
      decide: (report: Report, when) => decideReport(report, taken, when),
    });
  const codeOf = async (store: Store): Promise<StationCode> => {
    const { code } = one(await stage.register(store, [{}]));
    if (code === null) throw new Error('no code');
    return code;
  };

  describe('a worker’s report', () => {
    test('is kept as it was said, with the station’s union, and found by its look-up code', async () => {
      const store = await stage.open();
      const station = await codeOf(store);
      const { receipt, isNew } = await file(store, saying(1, station), { photo: 'ab'.repeat(16) });
      expect([receipt.id, receipt.lookup, receipt.state, isNew]).toEqual([idOf(1), lookupOf(1), 'received', true]);
      expect(await store.reportByLookup(receipt.lookup)).toEqual({
        ...saying(1, station),
        lookup: lookupOf(1),
        stationId: (await store.stationByCode(station))?.id,
        union: '410105',
        photo: 'ab'.repeat(16),
        inHours: null,
        state: 'received',
        at: receipt.at,
        openAt: receipt.at,
        answer: null,
        answeredAt: null,
        erasedAt: null,
      });
      expect(await store.reportByLookup(lookupOf(2))).toBeNull();
    });

    test('of a place that is no station goes to the union of the county named, or to the federation', async () => {
      const store = await stage.open();
      await file(store, NEW_PLACE);
      const place = { ...NEW_PLACE.place, region: null, point: null };
      await file(store, { ...NEW_PLACE, id: idOf(98), place } as Saying);
      const [named, unnamed] = await store.reports({ states: ['received'], limit: 10 });
      expect(named).toMatchObject({ place: NEW_PLACE.place, union: '410105', station: null, stationId: null });
      expect(unnamed).toMatchObject({ place, union: '000000' });
    });

    test('of a station nobody knows is refused, and nothing is written', async () => {
      const store = await stage.open();
      const before = await store.counter();
      const said = saying(1, '410105100000191' as StationCode);
      expect(await store.fileReport(sent(said), filing(said))).toEqual({
        ok: false,
        refusal: { kind: 'station-unknown', code: '410105100000191' },
      });
      expect(await store.counter()).toEqual(before);
    });

    test('sent again gets the same receipt, also after a restart; under its id nothing else is taken', async () => {
      let store = await stage.open();
      const station = await codeOf(store);
      const first = await file(store, saying(1, station));
      const { seq } = await store.counter();
      expect(await file(store, saying(1, station))).toEqual({ receipt: first.receipt, isNew: false });
      await stage.closeAll();
      store = await stage.open();
      expect(await file(store, saying(1, station))).toEqual({ receipt: first.receipt, isNew: false });
      const other = sent(saying(1, station), { bodyHash: 'f'.repeat(64) });
      expect(await store.fileReport(other, filing(saying(1, station)))).toEqual({
        ok: false,
        refusal: { kind: 'receipt-conflict', commandId: idOf(1) },
      });
      expect((await store.counter()).seq).toBe(seq);
      expect(await store.reports({ states: ['received'], limit: 10 })).toHaveLength(1);
    });

    test('sent by many at once is filed once', async () => {
      const [a, b] = [await stage.open(), await stage.open()];
      const station = await codeOf(a);
      const answers = await Promise.all([a, b, a, b].map((store) => file(store, saying(1, station))));
      expect(new Set(answers.map(({ receipt }) => JSON.stringify(receipt))).size).toBe(1);
      expect(answers.filter(({ isNew }) => isNew)).toHaveLength(1);
      expect(await a.reports({ states: ['received'], limit: 10 })).toHaveLength(1);
    });

    test('finds its place in a register that an older release made', async () => {
      await openFirstRelease(engine.kind, stage.place().url);
      const store = await stage.open();
      expect((await file(store, NEW_PLACE)).isNew).toBe(true);
    });

    test('gets another look-up code when the first is taken', async () => {
      const store = await stage.open();
      const station = await codeOf(store);
      await file(store, saying(1, station));
      const { receipt } = await file(store, saying(2, station), { lookups: [lookupOf(1), lookupOf(7)] });
      expect(receipt.lookup).toBe(lookupOf(7));
    });

    test('leaves a row of history for every step, and in none of them a word that a person wrote', async () => {
      const store = await stage.open();
      const station = await codeOf(store);
      const { receipt } = await file(store, saying(1, station), { photo: 'ab'.repeat(16) });
      accepted(await step(store, receipt.lookup, { kind: 'accept' }));
      accepted(await step(store, receipt.lookup, { kind: 'resolve', answer: '李四换了锁' }));
      const history = await store.historyOf(`${(await store.stationByCode(station))?.id}/${idOf(1)}`);
      expect(history.map((row) => [row.subject, row.step, row.actor, row.before, row.after])).toEqual([
        ['report', 'file', 'worker', null, { kind: 'door-shut', station, union: '410105', state: 'received' }],
        ['report', 'accept', 'clerk', { state: 'received' }, { state: 'accepted' }],
        ['report', 'resolve', 'clerk', { state: 'accepted' }, { state: 'resolved' }],
      ]);
      expect(JSON.stringify(history)).not.toMatch(/张三|李四|abab/);
      expect((await store.verifyHistory()).brokenAt).toBeNull();
      expect(await store.reportByLookup(receipt.lookup)).toMatchObject({ state: 'resolved', answer: '李四换了锁' });
    });

    test('takes only steps it may take, and never touches its station', async () => {
      const store = await stage.open();
      const station = await codeOf(store);
      const before = await store.stationByCode(station);
      const { receipt } = await file(store, saying(1, station));
      expect(await step(store, receipt.lookup, { kind: 'resolve', answer: '好了' })).toEqual({
        ok: false,
        refusal: { kind: 'report-step-not-allowed', step: 'resolve', state: 'received' },
      });
      expect(await step(store, lookupOf(5), { kind: 'accept' })).toEqual({
        ok: false,
        refusal: { kind: 'report-unknown', lookup: lookupOf(5) },
      });
      accepted(await step(store, receipt.lookup, { kind: 'dismiss', answer: '不是我们的站' }));
      expect(await store.stationByCode(station)).toEqual(before);
    });

    test('beyond the station’s share of an hour waits in the queue and comes through in its turn', async () => {
      let now = NOON;
      const store = await stage.open({ now: () => now });
      const station = await codeOf(store);
      const count = HOUR_LIMIT.station + 3;
      for (let n = 1; n <= count; n++) await file(store, saying(n, station));
      const states = async () => {
        const all = await store.reports({ states: ['queued', 'received'], limit: 100 });
        return all.map(({ state }) => state);
      };
      expect((await states()).filter((state) => state === 'queued')).toHaveLength(3);
      expect(await store.releaseReports()).toBe(0);
      now = instant(NOON + HOUR_MS + 60_000);
      expect(await store.releaseReports()).toBe(3);
      expect(await states()).toEqual(Array.from({ length: count }, () => 'received'));
      expect(await store.releaseReports()).toBe(0);
      const [held] = (await store.historyOf(`${(await store.stationByCode(station))?.id}/${idOf(count)}`)).slice(-1);
      expect(held).toMatchObject({ step: 'release', actor: 'system', after: { state: 'received' } });
      expect((await store.verifyHistory()).brokenAt).toBeNull();
    });
  });
}
