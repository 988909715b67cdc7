import { describe, expect, test } from 'vitest';
import type { FactChunk, HistoryLine, MeasuredDay } from '../../server/store/port/figures.ts';
import type { Store } from '../../server/store/port.ts';
import { instant } from '../../shared/kernel/instant.ts';
import { date } from '../shared/station/sample.ts';
import type { Engine } from './place.ts';
import { accepted, one, stageOn } from './stage.ts';
import { changed, command, NOON } from './world.ts';

const text = new TextEncoder();
const chunk = (fromSeq: number, toSeq: number, said: string): FactChunk => ({
  fromSeq,
  toSeq,
  bytes: text.encode(said),
});

export function figuresContract(engine: Engine): void {
  const stage = stageOn(engine);
  const linesAfter = async (store: Store, after: number, subjects: readonly HistoryLine['subject'][]) => {
    const lines: HistoryLine[] = [];
    const newest = await store.eachLineAfter({ after, subjects }, (page) => void lines.push(...page));
    return { lines, newest };
  };
  const measured = async (store: Store, from: string, before: string) => {
    const rows: MeasuredDay[] = [];
    await store.eachMeasured({ from: date(from), before: date(before) }, (page) => void rows.push(...page));
    return rows;
  };
  const chunksOf = async (store: Store, format: number) => {
    const said: string[] = [];
    await store.eachFactChunk(format, ({ fromSeq, toSeq, bytes }) => {
      expect(bytes.slice().buffer.byteLength).toBe(bytes.length);
      said.push(`${fromSeq}-${toSeq} ${new TextDecoder().decode(bytes)}`);
    });
    return said;
  };

  describe('history for figures', () => {
    test('comes after a seq, of the subjects asked for, with the newest row of all', async () => {
      const store = await stage.open();
      const station = one(await stage.register(store, [{ area: 12 }]));
      await stage.apply(store, [changed(station, { area: 3, hours: { ...station.hours, raw: '全天' } })]);
      const all = await linesAfter(store, 0, ['station', 'union']);
      expect(all.lines.map(({ seq, subject, step }) => [seq, subject, step])).toEqual([
        [2, 'union', 'fill'],
        [4, 'station', 'import'],
        [5, 'station', 'revise'],
      ]);
      expect(all.newest).toEqual({ seq: 5, at: NOON + 2 });
      const { lines, newest } = await linesAfter(store, 4, ['station']);
      expect(lines).toEqual([
        {
          seq: 5,
          at: NOON + 2,
          effectiveOn: '2026-11-23',
          union: '410100',
          subject: 'station',
          subjectId: station.id,
          step: 'revise',
          reason: '依据说明',
          before: {},
          after: { area: 3, hours: { ...station.hours, raw: '全天' }, rev: 2 },
        },
      ]);
      expect(newest.seq).toBe(5);
      expect(await linesAfter(store, 5, ['station'])).toEqual({ lines: [], newest: { seq: 5, at: NOON + 2 } });
    });

    test('has the whole of a station in its first row', async () => {
      const store = await stage.open();
      const station = one(await stage.register(store, [{ name: '一号站' }]));
      const [first] = (await linesAfter(store, 3, ['station'])).lines;
      expect(first?.before).toBeNull();
      expect(first?.after).toMatchObject({
        name: '一号站',
        region: '410105',
        hours: station.hours,
        code: station.code,
      });
    });

    test('names the row that was last at a time, none before the first, and none for a seq there is not', async () => {
      const store = await stage.open();
      await stage.register(store, [{}]);
      await stage.register(store, [{}]);
      expect(await store.newestRow()).toEqual({ seq: 5, at: NOON + 2 });
      expect(await store.asOfAt(instant(NOON + 1))).toEqual({ seq: 4, at: NOON + 1 });
      expect(await store.asOfAt(instant(NOON + 60_000))).toEqual({ seq: 5, at: NOON + 2 });
      expect(await store.asOfAt(instant(NOON - 1))).toBeNull();
      expect(await store.asOfSeq(4)).toEqual({ seq: 4, at: NOON + 1 });
      expect([await store.asOfSeq(0), await store.asOfSeq(6)]).toEqual([null, null]);
    });

    test('says who did what in a row', async () => {
      const store = await stage.open();
      const station = one(await stage.register(store, [{}]));
      await stage.apply(store, [changed(station, { name: '新名' })]);
      expect([...(await store.doings([5, 99, 5])).values()]).toEqual([
        { seq: 5, effectiveOn: '2026-11-23', actor: 'clerk', union: '410100', step: 'revise', reason: '依据说明' },
      ]);
      expect((await store.doings([])).size).toBe(0);
    });
  });

  describe('kept stretches of history', () => {
    test('come back in order, each kept once, whoever of two keeps it first', async () => {
      const [a, b] = [await stage.open(), await stage.open()];
      await stage.register(a, [{}, {}]);
      await a.keepFactChunk(1, chunk(1, 3, 'one'));
      await b.keepFactChunk(1, chunk(1, 2, 'another'));
      await b.keepFactChunk(1, chunk(4, 5, 'two'));
      expect(await chunksOf(a, 1)).toEqual(['1-3 one', '4-5 two']);
    });

    test('are not kept with a gap, nor beyond the end of history', async () => {
      const store = await stage.open();
      await store.keepFactChunk(1, chunk(3, 3, 'later'));
      await store.keepFactChunk(1, chunk(1, 99, 'too far'));
      expect(await chunksOf(store, 1)).toEqual([]);
    });

    test('of another format go when one is kept', async () => {
      const store = await stage.open();
      await store.keepFactChunk(1, chunk(1, 2, 'old'));
      expect(await chunksOf(store, 2)).toEqual([]);
      await store.keepFactChunk(2, chunk(1, 3, 'new'));
      expect([await chunksOf(store, 1), await chunksOf(store, 2)]).toEqual([[], ['1-3 new']]);
    });

    test('made of another history are left out, and replaced by what is made of this one', async () => {
      const store = await stage.open();
      await stage.register(store, [{}]);
      await store.keepFactChunk(1, chunk(1, 2, 'one'));
      await store.keepFactChunk(1, chunk(3, 4, 'two'));
      await stage.place().run(`update fact_chunk set mac = 'of another' where from_seq = 3`);
      expect(await chunksOf(store, 1)).toEqual(['1-2 one']);
      await store.keepFactChunk(1, chunk(3, 3, 'two again'));
      expect(await chunksOf(store, 1)).toEqual(['1-2 one', '3-3 two again']);
    });
  });

  describe('visits that were measured', () => {
    test('are told by the day they were received on', async () => {
      const times = [instant(NOON), instant(NOON + 86_400_000)];
      let now = times[0] ?? NOON;
      const store = await stage.open({ now: () => now });
      const station = one(await stage.register(store, [{}]));
      let n = 0;
      const scan = async () => {
        n += 1;
        accepted(
          await store.countVisit({
            id: n.toString(16).padStart(32, '0'),
            bodyHash: 'a'.repeat(64),
            station: station.id,
            day: date('2026-11-22'),
            keepFrom: date('2026-11-01'),
          }),
        );
      };
      await scan();
      await scan();
      now = times[1] ?? NOON;
      await scan();
      const told = async (from: string, before: string) =>
        (await measured(store, from, before)).map(({ receivedOn, visits }) => [receivedOn, visits]);
      expect(await told('2026-11-01', '2026-11-22')).toEqual([]);
      expect(await told('2026-11-01', '2026-11-23')).toEqual([['2026-11-22', 2]]);
      expect(await told('2026-11-23', '2026-11-24')).toEqual([['2026-11-23', 1]]);
      const all = await store.visitDays({ from: date('2026-11-01'), to: date('2026-11-30') });
      expect(all).toEqual([{ day: '2026-11-22', station: station.id, visits: 3 }]);
    });

    test('never fall behind history when the clock goes back', async () => {
      let now = instant(NOON + 86_400_000);
      const store = await stage.open({ now: () => now });
      const station = one(await stage.register(store, [{}]));
      accepted(
        await store.commit(command(stage.next.command(), { at: now }), () => ({
          ok: true,
          value: [changed(station, { name: '新名' })],
        })),
      );
      now = NOON;
      const visit = { id: 'f'.repeat(32), bodyHash: 'a'.repeat(64), station: station.id };
      accepted(await store.countVisit({ ...visit, day: date('2026-11-22'), keepFrom: date('2026-11-01') }));
      expect(await measured(store, '2026-11-01', '2026-11-24')).toEqual([
        { station: station.id, day: '2026-11-22', receivedOn: '2026-11-23', visits: 1 },
      ]);
    });
  });
}
