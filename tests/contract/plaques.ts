import { describe, expect, test } from 'vitest';
import type { Visit } from '../../server/store/port/plaques.ts';
import type { CommandEnvelope, Store } from '../../server/store/port.ts';
import { ok } from '../../shared/kernel/result.ts';
import { makeLookup } from '../../shared/report/lookup.ts';
import type { Station } from '../../shared/station/station.ts';
import { date } from '../shared/station/sample.ts';
import type { Engine } from './place.ts';
import { accepted, one, stageOn } from './stage.ts';
import { changed, command } from './world.ts';

const idOf = (n: number) => `f${n.toString(16).padStart(31, '0')}`;

export function plaquesContract(engine: Engine): void {
  const stage = stageOn(engine);
  const scan = (n: number, station: Station, over: Partial<Visit> = {}): Visit => ({
    id: idOf(n),
    bodyHash: 'a'.repeat(64),
    station: station.id,
    day: date('2026-11-26'),
    keepFrom: date('2026-11-12'),
    ...over,
  });
  const counts = async (store: Store) =>
    (await store.visitDays({ from: date('2026-01-01'), to: date('2026-12-31') })).map(({ day, visits }) => [
      day,
      visits,
    ]);

  describe('a visit', () => {
    test('of which nothing is stored but a day, a station and a number', async () => {
      const store = await stage.open();
      const station = one(await stage.register(store, [{}]));
      const before = await store.counter();
      expect(await store.countVisit(scan(1, station))).toEqual({ ok: true, value: { isNew: true } });
      expect(await store.visitDays({ from: date('2026-11-26'), to: date('2026-11-26') })).toEqual([
        { day: '2026-11-26', station: station.id, visits: 1 },
      ]);
      expect(await store.counter()).toEqual(before);
    });

    test('sent twice counts once, also from two servers at once; under its id nothing else is taken', async () => {
      const [a, b] = [await stage.open(), await stage.open()];
      const station = one(await stage.register(a, [{}]));
      const answers = await Promise.all([a, b, a, b].map((store) => store.countVisit(scan(1, station))));
      expect(answers.filter((answer) => answer.ok && answer.value.isNew)).toHaveLength(1);
      expect(await a.countVisit(scan(1, station, { bodyHash: 'b'.repeat(64) }))).toMatchObject({
        refusal: { kind: 'receipt-conflict' },
      });
      expect(await counts(a)).toEqual([['2026-11-26', 1]]);
    });

    test('is one of fifty at once, and all fifty count', async () => {
      const [a, b] = [await stage.open(), await stage.open()];
      const station = one(await stage.register(a, [{}]));
      const all = Array.from({ length: 50 }, (_, n) => (n % 2 ? a : b).countVisit(scan(n, station)));
      expect((await Promise.all(all)).every((answer) => answer.ok && answer.value.isNew)).toBe(true);
      expect(await counts(a)).toEqual([['2026-11-26', 50]]);
    });

    test('is forgotten by its id once its day is too old to be sent, and stays counted', async () => {
      const store = await stage.open();
      const station = one(await stage.register(store, [{}]));
      await store.countVisit(scan(1, station, { day: date('2026-11-01'), keepFrom: date('2026-10-18') }));
      await store.countVisit(scan(2, station));
      const kept = await stage.place().run('select id from visit_receipt');
      expect(JSON.stringify(kept)).not.toContain(idOf(1));
      expect(await counts(store)).toEqual([
        ['2026-11-01', 1],
        ['2026-11-26', 1],
      ]);
    });
  });

  describe('an objection', () => {
    const noticed = async (store: Store): Promise<Station> => {
      const station = one(await stage.register(store, [{ status: 'exit-notice' }]));
      return station;
    };
    const object = (
      store: Store,
      station: Station,
      over: Pick<CommandEnvelope, 'commandId'> & Partial<CommandEnvelope>,
    ) =>
      store.fileObjection(command(over.commandId, { load: [station.id], ...over }), {
        text: '张三说天天有人用',
        contact: '13800000000',
        lookupOf: (attempt) => makeLookup(String(attempt).padStart(11, '0')),
        decide: ([now]) => ok([changed(now ?? station, {}, 'record-objection')]),
      });

    test('is kept with the step it is, gets a code of its own, and history has none of its words', async () => {
      const store = await stage.open();
      const station = await noticed(store);
      const filed = accepted(await object(store, station, { commandId: idOf(1) }));
      accepted(await object(store, { ...station, rev: station.rev + 1 }, { commandId: idOf(2) }));
      const [first, second] = await store.objectionsOf(station.id);
      expect(first).toMatchObject({
        id: idOf(1),
        lookup: filed.lookup,
        state: 'open',
        text: '张三说天天有人用',
        hasContact: true,
      });
      expect(second?.lookup).not.toBe(filed.lookup);
      const history = await store.historyOf(station.id);
      expect(history.slice(-2).map(({ step, commandId }) => [step, commandId])).toEqual([
        ['record-objection', idOf(1)],
        ['record-objection', idOf(2)],
      ]);
      expect(JSON.stringify(history)).not.toMatch(/张三|1380/);
      expect((await store.verifyHistory()).brokenAt).toBeNull();
    });

    test('sent again gets the same code; under its id nothing else is taken', async () => {
      const store = await stage.open();
      const station = await noticed(store);
      const first = accepted(await object(store, station, { commandId: idOf(1) }));
      const { seq } = await store.counter();
      expect(accepted(await object(store, station, { commandId: idOf(1) }))).toEqual(first);
      expect(await object(store, station, { commandId: idOf(1), bodyHash: 'e'.repeat(64) })).toMatchObject({
        refusal: { kind: 'receipt-conflict' },
      });
      expect((await store.counter()).seq).toBe(seq);
      expect(await store.objectionsOf(station.id)).toHaveLength(1);
    });

    test('that is refused leaves nothing behind', async () => {
      const store = await stage.open();
      const station = await noticed(store);
      const refused = await store.fileObjection(command(idOf(1), { load: [station.id] }), {
        text: '张三',
        contact: null,
        lookupOf: () => makeLookup('00000000001'),
        decide: () => ({ ok: false, refusal: { kind: 'notice-closed', code: station.code ?? '' } }),
      });
      expect(refused).toMatchObject({ ok: false, refusal: { kind: 'notice-closed' } });
      expect(await store.objectionsOf(station.id)).toEqual([]);
    });

    test('lets its contact be read, which is written down, and erased for good', async () => {
      const store = await stage.open();
      const station = await noticed(store);
      accepted(await object(store, station, { commandId: idOf(1) }));
      const ask = () => command(stage.next.command());
      expect(await store.readObjector(ask(), idOf(1))).toEqual({ ok: true, value: { contact: '13800000000' } });
      accepted(await store.eraseObjector(ask(), idOf(1)));
      expect(await store.readObjector(ask(), idOf(1))).toEqual({ ok: true, value: { contact: null } });
      expect((await store.objectionsOf(station.id))[0]).toMatchObject({ hasContact: false, text: '张三说天天有人用' });
      const history = await store.historyOf(`${station.id}/${idOf(1)}`);
      expect(history.map(({ subject, step }) => [subject, step])).toEqual([
        ['objection', 'reveal-contact'],
        ['objection', 'erase-contact'],
        ['objection', 'reveal-contact'],
      ]);
      expect(JSON.stringify(await stage.place().run('select * from objection'))).not.toContain('1380');
      expect(await store.eraseObjector(ask(), idOf(9))).toMatchObject({ refusal: { kind: 'objection-unknown' } });
    });
  });

  describe('the keys of plaques', () => {
    test('are numbered in the order they were begun, by whoever begins them', async () => {
      const [a, b] = [await stage.open(), await stage.open()];
      const begun = await Promise.all([a, b, a].map((store) => store.beginPlaqueKey(command(stage.next.command()))));
      expect(begun.flatMap((key) => (key.ok ? [key.value.id] : [])).sort()).toEqual(['2', '3', '4']);
      expect((await a.plaqueKeys()).map(({ id }) => id)).toEqual(['1', '2', '3', '4']);
    });
  });
}
