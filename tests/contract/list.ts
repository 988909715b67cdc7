import { describe, expect, test } from 'vitest';
import type { ExportFile, SavedView } from '../../server/store/port/list.ts';
import { instant } from '../../shared/kernel/instant.ts';
import type { Station } from '../../shared/station/station.ts';
import { union } from '../shared/station/sample.ts';
import type { Engine } from './place.ts';
import { accepted, one, stageOn } from './stage.ts';
import { command, NOON } from './world.ts';

const WEEK_ON = instant(NOON + 7 * 86_400_000);

function revised(before: Station, over: Partial<Station>) {
  const after = { ...before, ...over, rev: before.rev + 1 };
  const rest = { issue: null, successorFrom: null, reason: null, effectiveOn: '2026-11-22' as never };
  return { step: 'revise', before, after, ...rest };
}

function view(over: Partial<SavedView> = {}): SavedView {
  const at = { account: 'li', union: union('410102') };
  return {
    id: 'a'.repeat(32),
    ...at,
    name: '待核对',
    query: { doubt: 'any' },
    columns: ['status'],
    shared: false,
    ...over,
  };
}

const file = (id: string): Pick<ExportFile, 'id' | 'name' | 'format' | 'total' | 'until'> => ({
  id,
  name: '站点名单.csv',
  format: 'csv',
  total: 3,
  until: WEEK_ON,
});

export function listContract(engine: Engine): void {
  const stage = stageOn(engine);

  describe('the list of stations', () => {
    test('is read page by page in the order of ids, with when each was written', async () => {
      const store = await stage.open();
      const stations = await stage.register(store, [{}, {}, { status: 'draft' }]);
      const ids = stations.map(({ id }) => id).sort();
      const first = await store.listedAfter('', 2);
      const rest = await store.listedAfter(first[1]?.station.id ?? '', 2);
      expect([...first, ...rest].map(({ station }) => station.id)).toEqual(ids);
      const { at } = one((await store.historyOf(ids[0] ?? '')).slice(0, 1));
      expect(first[0]?.changedAt).toBe(at);
    });

    test('names what changed after a seq, each once, and when it has told all', async () => {
      const store = await stage.open();
      const [a, b] = await stage.register(store, [{}, {}]);
      const { seq } = await store.counter();
      if (!a || !b) throw new Error('lost');
      await stage.apply(store, [revised(a, { entrance: '北门' })]);
      const [again] = await store.stationsById([a.id]);
      if (again) await stage.apply(store, [revised(again, { entrance: '南门' })]);
      expect(await store.stationsChangedAfter(seq, 1)).toEqual({ ids: [a.id], upTo: seq + 1, done: false });
      expect(await store.stationsChangedAfter(seq, 10)).toEqual({ ids: [a.id], upTo: seq + 2, done: true });
      const listed = one(await store.listedById([a.id]));
      expect([listed.station.entrance, listed.changedAt > NOON]).toEqual(['南门', true]);
      const pages: string[] = [];
      await store.eachListed({ ids: [b.id, a.id], contacts: true }, async (page) => {
        pages.push(...page.map(({ station, contacts }) => `${station.id} ${contacts.length}`));
        return true;
      });
      expect(pages).toEqual([`${b.id} 0`, `${a.id} 0`]);
    });

    test('keeps views: own ones, shared ones, names apart', async () => {
      const store = await stage.open();
      accepted(await store.putListView(view(), NOON));
      accepted(await store.putListView(view({ id: 'b'.repeat(32), name: '银行', shared: true }), NOON));
      expect(await store.putListView(view({ id: 'c'.repeat(32) }), NOON)).toMatchObject({
        refusal: { kind: 'view-name-taken' },
      });
      expect(await store.putListView(view({ account: 'wang' }), NOON)).toMatchObject({
        refusal: { kind: 'view-unknown' },
      });
      accepted(await store.putListView(view({ name: '改名' }), NOON));
      expect((await store.listViews('li', union('410102'))).map(({ name }) => name)).toEqual(['改名', '银行']);
      expect((await store.listViews('wang', union('410102'))).map(({ name }) => name)).toEqual(['银行']);
      expect(await store.listViews('wang', union('410100'))).toEqual([]);
      expect(await store.dropListView('a'.repeat(32), 'wang')).toMatchObject({ refusal: { kind: 'view-unknown' } });
      accepted(await store.dropListView('a'.repeat(32), 'li'));
      await store.putListColumns('li', ['status']);
      await store.putListColumns('li', ['hours', 'status']);
      expect([await store.listColumns('li'), await store.listColumns('wang')]).toEqual([['hours', 'status'], null]);
    });

    test('remembers files until their time is over, and in history that they were made', async () => {
      const store = await stage.open();
      const asked = command(stage.next.command());
      const begun = accepted(await store.beginExport(asked, file('f1'), { total: 3, personal: false }));
      expect(begun).toEqual({ id: 'f1', isNew: true });
      expect(accepted(await store.beginExport(asked, file('f2'), { total: 3 }))).toEqual({ id: 'f1', isNew: false });
      expect(await store.beginExport({ ...asked, bodyHash: 'other' }, file('f3'), {})).toMatchObject({
        refusal: { kind: 'receipt-conflict' },
      });
      await store.endExport('f1', { state: 'done', bytes: 120 });
      expect(await store.exportById('f1')).toMatchObject({ state: 'done', bytes: 120, account: asked.actor.id });
      expect(one(await store.historyOf(asked.commandId))).toMatchObject({
        subject: 'export',
        after: { personal: false },
      });
      const second = command(stage.next.command());
      accepted(await store.beginExport(second, file('f4'), {}));
      await store.failExports();
      const found = await store.exportsOf(asked.actor.id);
      expect(found.map(({ id, state }) => [id, state])).toEqual(
        expect.arrayContaining([
          ['f1', 'done'],
          ['f4', 'failed'],
        ]),
      );
      expect(await store.dropExports(instant(WEEK_ON - 1))).toEqual([]);
      expect((await store.dropExports(WEEK_ON)).map(({ id }) => id).sort()).toEqual(['f1', 'f4']);
      expect(await store.exportById('f1')).toBeNull();
      expect(await store.verifyHistory()).toMatchObject({ brokenAt: null });
    });
  });
}
