import { describe, expect, test } from 'vitest';
import type { EntryFilter, EntryWrite } from '../../server/store/port/entries.ts';
import type { Store } from '../../server/store/port.ts';
import { ok } from '../../shared/kernel/result.ts';
import type { Entry, EntryId } from '../../shared/station/entry.ts';
import type { Station } from '../../shared/station/station.ts';
import { inspectionAsk, visitsAsk } from '../fixtures/make/entry.ts';
import { date, region, union } from '../shared/station/sample.ts';
import type { Engine } from './place.ts';
import { accepted, stageOn } from './stage.ts';
import { changed, command } from './world.ts';

export function entriesContract(engine: Engine): void {
  const stage = stageOn(engine);
  const entryOf = (ask: object, station: Station, rev = 1): Entry => {
    const { basedOn: _, ...said } = { basedOn: null, ...ask };
    return { ...said, station: station.id, union: station.union, isWithdrawn: false, rev } as unknown as Entry;
  };
  const kept = (after: Entry): EntryWrite => ({ step: 'keep', before: null, after, reason: null });
  const write = (store: Store, writes: readonly EntryWrite[], id = stage.next.command()) =>
    store.writeEntries(
      command(id),
      writes.map(({ after }) => ({ id: after.id, station: after.station })),
      () => ok(writes),
    );
  const filter = (top: string, over: Partial<EntryFilter> = {}): EntryFilter => ({
    top: union(top),
    only: null,
    kind: null,
    station: null,
    from: null,
    to: null,
    openBefore: null,
    isWithdrawn: false,
    ...over,
  });
  const ids = async (store: Store, over: EntryFilter, after: { day: string; id: string } | null = null) =>
    (await store.entries(over, { after, limit: 10 })).map(({ entry }) => entry.id);

  describe('entries of a branch', () => {
    test('follow their station to another union, go on page by page and add up by kind', async () => {
      const store = await stage.open();
      const [here, there] = await stage.register(store, [
        { union: union('410102'), region: region('410102') },
        { union: union('410202'), region: region('410202') },
      ]);
      if (!here || !there) throw new Error('not stored');
      const [a, b, c] = [
        entryOf(visitsAsk(1), here),
        entryOf(inspectionAsk(2, { day: date('2026-11-01') }, { looked: 3 }), here),
        entryOf(inspectionAsk(3, { day: date('2026-11-01') }), there),
      ];
      accepted(await write(store, [a, b, c].map(kept)));
      expect(await ids(store, filter('000000'))).toEqual([c.id, b.id, a.id]);
      expect(await ids(store, filter('000000'), { day: c.day, id: c.id })).toEqual([b.id, a.id]);
      expect(await ids(store, filter('410100'))).toEqual([b.id, a.id]);
      expect(await ids(store, filter('000000', { only: [there.id] }))).toEqual([c.id]);
      expect(await ids(store, filter('000000', { only: [] }))).toEqual([]);
      expect(await ids(store, filter('000000', { kind: 'inspection', to: date('2026-10-31') }))).toEqual([]);
      expect(await store.entryTotals(filter('000000'))).toEqual([
        { kind: 'inspection', count: 2, amount: 0 },
        { kind: 'visits', count: 1, amount: 226 },
      ]);
      expect((await store.visitsOfMonth([here.id, there.id], date('2026-10-01'))).map(({ id }) => id)).toEqual([a.id]);
      const page = { after: null, limit: 10 };
      expect(await store.stationsOfBranch({ top: union('410100'), only: null }, page)).toEqual([here]);
      await stage.apply(store, [changed(there, { union: union('410102') })]);
      expect(await ids(store, filter('410100'))).toEqual([c.id, b.id, a.id]);
      expect((await store.heldEntry(c.id))?.union).toBe('410102');
      expect(await store.heldEntry('f'.repeat(32) as EntryId)).toBeNull();
    });

    test('are written with their history and receipt or not at all, each alone in its slot', async () => {
      const [a, b] = [await stage.open(), await stage.open()];
      const [station] = await stage.register(a, [{}]);
      if (!station) throw new Error('not stored');
      const entry = entryOf(visitsAsk(1), station);
      const id = stage.next.command();
      const answers = await Promise.all([a, b, a].map((store) => write(store, [kept(entry)], id)));
      expect(new Set(answers.map((answer) => JSON.stringify(accepted(answer)))).size).toBe(1);
      const taken = await write(b, [kept(entryOf(inspectionAsk(5), station)), kept(entryOf(visitsAsk(2), station))]);
      expect(taken).toEqual({ ok: false, refusal: { kind: 'entry-taken', entry: entry.id } });
      expect(await ids(a, filter('000000'))).toEqual([entry.id]);
      const withdrawn: Entry = { ...entry, isWithdrawn: true, rev: 2 };
      accepted(await write(a, [{ step: 'withdraw', before: entry, after: withdrawn, reason: '记错了' }]));
      accepted(await write(b, [kept(entryOf(visitsAsk(2), station))]));
      expect(await ids(a, filter('000000', { isWithdrawn: true }))).toEqual([entry.id]);
      const rows = await a.historyOf(`${station.id}/${entry.id}`);
      expect(rows.map(({ subject, step, after }) => [subject, step, after.isWithdrawn])).toEqual([
        ['entry', 'keep', false],
        ['entry', 'withdraw', true],
      ]);
      expect(rows[0]?.after).toEqual(entry);
      expect((await a.verifyHistory()).brokenAt).toBeNull();
    });

    test('that are annual reviews say when a station was seen, through later changes of it', async () => {
      const store = await stage.open();
      const [station] = await stage.register(store, [{}]);
      if (!station) throw new Error('not stored');
      const seen = async () => {
        const until = { on: date('2099-01-01'), others: [] };
        const asks = [{ kind: 'review', until } as const];
        const [pile] = await store.workPiles({ top: union('000000'), only: null, me: 'x', asks, limit: 1 });
        return pile?.rows[0]?.on;
      };
      const review = entryOf(inspectionAsk(1, { day: date('2031-05-01') }, { kind: 'annual' }), station);
      accepted(await write(store, [kept(review)]));
      expect(await seen()).toBe('2031-05-01');
      await stage.apply(store, [changed(station, { contractTo: date('2033-01-01') })]);
      expect(await seen()).toBe('2031-05-01');
    });
  });
}
