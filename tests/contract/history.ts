import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HistoryRow } from '../../server/store/port.ts';
import { recordAt } from '../../server/store/replay.ts';
import { ok } from '../../shared/kernel/result.ts';
import { STATUSES, type Station } from '../../shared/station/station.ts';
import { date, region } from '../shared/station/sample.ts';
import type { Engine } from './place.ts';
import { accepted, one, stageOn } from './stage.ts';
import { CALENDAR, changed, command, NOON, newStation, registered } from './world.ts';

export function historyContract(engine: Engine): void {
  const stage = stageOn(engine);

  describe('history', () => {
    test('begins with what the release filled in', async () => {
      const store = await stage.open();
      const rows: HistoryRow[] = [];
      await store.eachHistory((page) => void rows.push(...page));
      expect(rows.map((row) => [row.seq, row.actor, row.subject, row.subjectId, row.step])).toEqual([
        [1, 'system', 'region', '000000', 'fill'],
        [2, 'system', 'union', '000000', 'fill'],
        [3, 'system', 'calendar', '2026', 'fill'],
      ]);
      expect(rows[2]?.after).toEqual(CALENDAR[0]);
    });

    test('holds the full record first and then changed fields alone, with who, when and why', async () => {
      const store = await stage.open();
      const station = newStation(stage.next.id(), { name: '旧名' });
      await stage.apply(store, [registered(station)]);
      const stored = one(await store.stationsById([station.id]));
      await stage.apply(store, [changed(stored, { name: '新名', hours: { ...stored.hours, raw: '全天' } })]);
      const [first, second] = await store.historyOf(station.id);
      expect(first).toMatchObject({ step: 'import', before: null, after: stored });
      expect(second).toEqual({
        seq: 5,
        at: NOON + 2,
        effectiveOn: '2026-11-23',
        commandId: expect.any(String),
        actor: 'clerk',
        union: '410100',
        subject: 'station',
        subjectId: station.id,
        step: 'revise',
        reason: '依据说明',
        before: { name: '旧名', hours: stored.hours, rev: 1 },
        after: { name: '新名', hours: { ...stored.hours, raw: '全天' }, rev: 2 },
        schema: 1,
      });
    });

    test('replayed up to any seq gives the record as it was stored then', async () => {
      const store = await stage.open();
      const edit = fc.record({
        name: fc.string({ minLength: 1, maxLength: 6 }),
        status: fc.constantFrom(...STATUSES.slice(4)),
        region: fc.constantFrom('410102', '410202').map(region),
        federationCode: fc.constant(null),
        aliases: fc.array(fc.string({ maxLength: 4 }), { maxLength: 2 }),
        area: fc.option(fc.integer({ min: 1, max: 90 })),
        statusNote: fc.option(
          fc.record({ reason: fc.string(), since: fc.constant(date('2026-11-01')), until: fc.constant(null) }),
        ),
        amenities: fc.record({
          water: fc.record({
            state: fc.constantFrom('yes', 'no'),
            note: fc.option(fc.string()),
            confirmedOn: fc.constant(null),
          }),
        }),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(edit, { maxLength: 4 }), async (edits) => {
          const [first] = await stage.register(store, [{}]);
          if (!first) throw new Error('not stored');
          const seen: [number, Station][] = [[(await store.counter()).seq, first]];
          for (const over of edits) {
            const before = seen[seen.length - 1]?.[1] ?? first;
            const receipt = await stage.apply(store, [changed(before, over)]);
            seen.push([receipt.seq, one(await store.stationsById([first.id]))]);
          }
          const rows = await store.historyOf(first.id);
          for (const [seq, record] of seen) expect(recordAt(rows, seq)).toEqual(record);
          expect(recordAt(rows, (seen[0]?.[0] ?? 0) - 1)).toBeNull();
        }),
        { numRuns: 100 },
      );
      expect((await store.verifyHistory()).brokenAt).toBeNull();
    }, 60_000);

    test('is read up to a seq and no further, in order', async () => {
      const store = await stage.open();
      await stage.register(store, [{}, {}, {}]);
      const seqs: number[] = [];
      await store.eachHistory((page) => void seqs.push(...page.map((row) => row.seq)), 5);
      expect(seqs).toEqual([1, 2, 3, 4, 5]);
    });

    test.each([
      ['an altered row', `update history set actor = 'nobody' where seq = 5`, 5],
      ['an altered record', `update history set "after" = '{}' where seq = 4`, 4],
      ['a row taken out', 'delete from history where seq = 5', 5],
      ['an end cut off', 'delete from history where seq = 6', 6],
      ['an altered mac', `update history set mac = '0' where seq = 6`, 6],
    ])('gives away %s', async (_, statement, brokenAt) => {
      const store = await stage.open();
      await stage.register(store, [{}, {}, {}]);
      expect(await store.verifyHistory()).toEqual({ rows: 6, brokenAt: null });
      await stage.place().run(statement);
      expect((await store.verifyHistory()).brokenAt).toBe(brokenAt);
    });

    test('does not verify under another key', async () => {
      const store = await stage.open({ historyKey: 'not the key it was written with' });
      expect((await store.verifyHistory()).brokenAt).toBeNull();
      expect((await (await stage.open()).verifyHistory()).brokenAt).toBe(1);
    });

    test('keeps a replaced calendar year beside the one before', async () => {
      const store = await stage.open();
      const year = { year: 2026, holidays: [], workdays: [] };
      const { load: _, ...envelope } = command(stage.next.command());
      const receipt = accepted(await store.putCalendarYear(year, envelope));
      expect(accepted(await store.putCalendarYear(year, envelope))).toEqual(receipt);
      const next = { ...year, year: 2027 };
      const { load: __, ...later } = command(stage.next.command());
      accepted(await store.putCalendarYear(next, later));
      expect(await store.calendarYears()).toEqual([year, next]);
      const rows = await store.historyOf('2026');
      expect(rows.map((row) => [row.step, row.before, row.after])).toEqual([
        ['fill', null, CALENDAR[0]],
        ['put', CALENDAR[0], year],
      ]);
    });

    test('grows by a row per change and never by a refused one', async () => {
      const store = await stage.open();
      await stage.apply(store, []);
      await store.commit(command(stage.next.command()), () => ({ ok: false, refusal: { kind: 'body-not-json' } }));
      const before = await store.counter();
      await store.commit(command(stage.next.command()), () => ok([registered(newStation(stage.next.id()))]));
      expect((await store.counter()).seq).toBe(before.seq + 1);
      expect(before.seq).toBe(3);
    });
  });
}
