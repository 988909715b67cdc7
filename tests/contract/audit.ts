import { describe, expect, test } from 'vitest';
import { verifyRegister } from '../../server/store/audit/verify.ts';
import type { HistoryFilter } from '../../server/store/port/audit.ts';
import type { CommandEnvelope, Store } from '../../server/store/port.ts';
import { type Instant, instant } from '../../shared/kernel/instant.ts';
import { ok } from '../../shared/kernel/result.ts';
import { region, union } from '../shared/station/sample.ts';
import type { Engine } from './place.ts';
import { accepted, stageOn } from './stage.ts';
import { changed, command, NOON, newStation, registered } from './world.ts';

const ALL: HistoryFilter = {
  top: union('000000'),
  from: null,
  to: null,
  actor: null,
  step: null,
  subject: null,
  station: null,
  reason: null,
};

export function auditContract(engine: Engine): void {
  const stage = stageOn(engine);
  const seqs = async (store: Store, over: Partial<HistoryFilter>, limit = 100) => {
    const { rows } = await store.historyPage({ ...ALL, ...over }, { before: null, limit });
    return rows.map(({ seq }) => seq);
  };

  describe('the log by page', () => {
    test('is read backwards by branch, time, account, step, station and reason', async () => {
      const store = await stage.open();
      const start = (await store.counter()).seq;
      const at = (hours: number): Instant => instant(NOON + hours * 3_600_000);
      const [a, b] = [
        newStation(stage.next.id()),
        newStation(stage.next.id(), { union: union('410202'), region: region('410202') }),
      ];
      const doing = async (by: Pick<CommandEnvelope, 'actor' | 'at'>, what: Parameters<Store['commit']>[1]) =>
        accepted(await store.commit(command(stage.next.command(), by), what));
      const nation = { id: 'nation-clerk', union: union('000000') };
      const county = { id: 'county-clerk', union: union('410105') };
      await doing({ actor: nation, at: at(1) }, () => ok([registered(a), registered(b)]));
      const [stored] = await store.stationsById([a.id]);
      if (!stored) throw new Error('not stored');
      await doing({ actor: county, at: at(5) }, () =>
        ok([{ ...changed(stored, { brand: '爱心' }), reason: '100%_好' }]),
      );
      const [first, second, third] = [start + 1, start + 2, start + 3];
      expect((await seqs(store, {})).slice(0, 3)).toEqual([third, second, first]);
      expect(await seqs(store, { top: union('410105') })).toEqual([third, first]);
      expect(await seqs(store, { top: union('410200') })).toEqual([second]);
      expect(await seqs(store, { top: union('110000') })).toEqual([]);
      expect(await seqs(store, { from: at(1), to: at(5) })).toEqual([second, first]);
      expect(await seqs(store, { from: at(5) })).toEqual([third]);
      expect(await seqs(store, { actor: 'county-clerk' })).toEqual([third]);
      expect(await seqs(store, { actor: 'county-clerk', top: union('410200') })).toEqual([]);
      expect(await seqs(store, { step: 'revise' })).toEqual([third]);
      expect(await seqs(store, { subject: 'calendar' })).toEqual([3]);
      expect(await seqs(store, { station: a.id })).toEqual([third, first]);
      expect(await seqs(store, { station: a.id, top: union('410200') })).toEqual([]);
      expect(await seqs(store, { reason: '%_' })).toEqual([third]);
      expect(await seqs(store, { reason: '_%' })).toEqual([]);
      const page = await store.historyPage({ ...ALL, top: union('410105') }, { before: null, limit: 1 });
      expect([page.rows[0]?.seq, page.next]).toEqual([third, third]);
      const next = await store.historyPage({ ...ALL, top: union('410105') }, { before: page.next, limit: 1 });
      expect([next.rows[0]?.seq, next.next]).toEqual([first, null]);
    });

    test('is verified without being opened, also while it is open', async () => {
      const store = await stage.open();
      await stage.register(store, [{}, {}]);
      const { seq } = await store.counter();
      const { url, highWater } = stage.place();
      const verifying = { url, highWater, historyKey: 'a key for tests, kept nowhere else', since: 1 };
      expect(await verifyRegister(verifying)).toMatchObject({ rows: seq, brokenAt: null });
      await stage.place().run(`delete from history where seq = ${seq}`);
      await stage.place().run(`update counter set seq = ${seq - 1}`);
      expect(await verifyRegister(verifying)).toMatchObject({ brokenAt: seq });
    });
  });
}
