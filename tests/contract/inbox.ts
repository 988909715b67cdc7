import { describe, expect, test } from 'vitest';
import type { InboxFilter, UnionMoments } from '../../server/store/port/inbox.ts';
import type { Store } from '../../server/store/port.ts';
import { instant } from '../../shared/kernel/instant.ts';
import { ok } from '../../shared/kernel/result.ts';
import { fileReport, handleSteps, type ReportStep } from '../../shared/report/decide.ts';
import { makeLookup } from '../../shared/report/lookup.ts';
import type { Report, ReportId, Saying } from '../../shared/report/report.ts';
import type { Station } from '../../shared/station/station.ts';
import { region, union } from '../shared/station/sample.ts';
import type { Engine } from './place.ts';
import { accepted, stageOn } from './stage.ts';
import { changed, command, NOON } from './world.ts';

const DAY = 86_400_000;
const idOf = (n: number) => `d${n.toString(16).padStart(31, '0')}` as ReportId;
const NEVER: UnionMoments = { before: instant(0), others: [] };

export function inboxContract(engine: Engine): void {
  const stage = stageOn(engine);
  /** A shut door `at` a station, within the posted hours or not. */
  const file = async (store: Store, n: number, { station, inHours }: { station: Station; inHours: boolean }) => {
    if (station.code === null) throw new Error('no code');
    const about = { kind: 'door-shut', station: station.code, amenity: null, place: null } as const;
    const said: Saying = { ...about, id: idOf(n), text: '张三说锁坏了', seenAt: instant(NOON - 60_000) };
    const filed = await store.fileReport(command(said.id, { actor: { id: 'worker', union: union('000000') } }), {
      station: said.station,
      place: null,
      lookupOf: () => makeLookup(String(n).padStart(11, '0')),
      decide: (facts) => fileReport(said, { ...facts, photo: 'ab'.repeat(16), inHours, isCrowded: false }),
    });
    accepted(filed);
    return said.id;
  };
  const take = (store: Store, reports: readonly ReportId[], step: ReportStep) =>
    store.stepReports(command(stage.next.command()), {
      reports,
      decide: (held, at) => ok(held.flatMap(({ report }) => accepted(handleSteps(report, step, at)))),
    });
  const filter = (top: string, over: Partial<InboxFilter> = {}): InboxFilter => ({
    top: union(top),
    states: ['queued', 'received', 'accepted'],
    kind: null,
    regions: null,
    station: null,
    overdue: null,
    ...over,
  });
  const PAGE = { after: null, limit: 10, each: 10 };

  describe('the inbox of a branch', () => {
    test('puts doors shut again and again first, follows a station to another union, and goes on page by page', async () => {
      const store = await stage.open();
      const [first, second, third] = await stage.register(store, [
        {},
        { union: union('410102'), region: region('410102') },
        { union: union('410202'), region: region('410202') },
      ]);
      if (!first || !second || !third) throw new Error('not stored');
      await file(store, 1, { station: first, inHours: false });
      await file(store, 2, { station: second, inHours: true });
      await file(store, 3, { station: second, inHours: true });
      await file(store, 4, { station: third, inHours: true });
      const keys = async (over: InboxFilter, page = PAGE) => (await store.inbox(over, page)).map(({ key }) => key);
      expect(await keys(filter('410100'))).toEqual([second.id, first.id]);
      expect(await keys(filter('000000'))).toEqual([second.id, first.id, third.id]);
      expect(await keys(filter('410000', { regions: [region('410202')] }))).toEqual([third.id]);
      const [top] = await store.inbox(filter('000000'), { after: null, limit: 1, each: 1 });
      expect([top?.total, top?.shut, top?.reports.length]).toEqual([2, 2, 1]);
      expect(await keys(filter('000000'), { ...PAGE, after: top?.place ?? null } as never)).toEqual([
        first.id,
        third.id,
      ]);
      await stage.apply(store, [changed(third, { union: union('410102') })]);
      expect(await keys(filter('410100'))).toEqual([second.id, first.id, third.id]);
      expect(await keys(filter('410200'))).toEqual([]);
      const due = { before: instant(0), others: [{ before: instant(NOON + DAY), unions: [union('410102')] }] };
      expect(await keys(filter('000000', { overdue: due }))).toEqual([second.id, third.id]);
      expect(await store.inboxCounts(union('410100'), due)).toMatchObject({ overdue: 3, repeated: 1 });
    });

    test('takes steps on all or on none, erases what is due, and keeps the chain whole', async () => {
      const store = await stage.open();
      const [station] = await stage.register(store, [{}]);
      if (!station) throw new Error('not stored');
      const ids = [await file(store, 1, { station, inHours: true }), await file(store, 2, { station, inHours: true })];
      const { seq } = await store.counter();
      expect(await take(store, [...ids, idOf(9)], { kind: 'accept' })).toEqual({
        ok: false,
        refusal: { kind: 'report-not-here' },
      });
      expect((await store.counter()).seq).toBe(seq);
      accepted(await take(store, ids, { kind: 'resolve', answer: '换了锁' }));
      expect((await store.counter()).seq).toBe(seq + 4);
      const times = await store.answerTimes(union('410105'), instant(0));
      expect(times.map(({ union, took }) => [union, took < DAY])).toEqual(ids.map(() => ['410105', true]));
      expect(await store.eraseReports(NEVER)).toBe(0);
      expect(await store.reportPhotosAmong(['ab'.repeat(16), 'cd'.repeat(16)])).toEqual(new Set(['ab'.repeat(16)]));
      expect(await store.eraseReports({ before: instant(NOON + DAY), others: [] })).toBe(2);
      const gone: Partial<Report> = { text: null, photo: null, state: 'resolved', answer: '换了锁' };
      expect((await store.heldReport(idOf(1)))?.report).toMatchObject(gone);
      expect(await store.reportPhotosAmong(['ab'.repeat(16)])).toEqual(new Set());
      expect((await store.verifyHistory()).brokenAt).toBeNull();
    });
  });
}
