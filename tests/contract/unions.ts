import { describe, expect, test } from 'vitest';
import type { WorkAsk } from '../../server/store/port/work.ts';
import type { Store } from '../../server/store/port.ts';
import { encodeRecord } from '../../server/store/record.ts';
import { decideUnion, type UnionEdit } from '../../shared/actor/union-edit.ts';
import type { Station } from '../../shared/station/station.ts';
import { date, union } from '../shared/station/sample.ts';
import { openFirstRelease } from './first-release.ts';
import type { Engine } from './place.ts';
import { accepted, one, stageOn } from './stage.ts';
import { changed, command, newStation } from './world.ts';

const ON = date('2026-11-22');
const days = (on: string) => ({ on: date(on), others: [] });

export function unionsContract(engine: Engine): void {
  const stage = stageOn(engine);
  const edit = (store: Store, asked: UnionEdit, id = stage.next.command()) =>
    store.editUnion(command(id), { union: asked.id, step: asked.kind, reason: '依据' }, (all, hanging) =>
      decideUnion(all, asked, { hanging, on: ON }),
    );
  const add = (id: string, parent = '410100'): UnionEdit => ({
    kind: 'add',
    id: union(id),
    parent: union(parent),
    name: `${id}行业工会`,
  });
  const unionOf = async (store: Store, id: string) => one((await store.unions()).filter((each) => each.id === id));

  describe('unions and settings', () => {
    test('are edited and kept, closed ones too, each with its row of history', async () => {
      const store = await stage.open();
      const receipt = accepted(await edit(store, add('i-a'), 'f'.repeat(32)));
      expect(await edit(store, add('i-a'), 'f'.repeat(32))).toEqual({ ok: true, value: receipt });
      accepted(await edit(store, { kind: 'close', id: union('i-a') }));
      expect(await unionOf(store, 'i-a')).toEqual({
        id: 'i-a',
        parent: '410100',
        name: 'i-a行业工会',
        region: null,
        closedOn: '2026-11-22',
      });
      const rows = await store.historyOf('i-a');
      expect(rows.map(({ subject, step }) => [subject, step])).toEqual([
        ['union', 'add'],
        ['union', 'close'],
      ]);
      // Closing again changes nothing and leaves no row.
      accepted(await edit(store, { kind: 'close', id: union('i-a') }));
      expect((await store.historyOf('i-a')).length).toBe(2);
      expect((await store.verifyHistory()).brokenAt).toBeNull();
    });

    test('two moves from two connections never make a loop together', async () => {
      const [a, b] = [await stage.open(), await stage.open()];
      for (const id of ['i-a', 'i-b']) accepted(await edit(a, add(id)));
      const move = (store: Store, id: string, parent: string) =>
        edit(store, { kind: 'move', id: union(id), parent: union(parent) });
      const answers = await Promise.all([move(a, 'i-a', 'i-b'), move(b, 'i-b', 'i-a')]);
      expect(answers.filter(({ ok }) => ok).length).toBe(1);
      const parents = [(await unionOf(a, 'i-a')).parent, (await unionOf(a, 'i-b')).parent];
      expect(parents).toContain('410100');
    });

    test('what stations hang on is counted in the same transaction', async () => {
      const store = await stage.open();
      accepted(await edit(store, add('i-a')));
      await stage.register(store, [{ union: union('i-a') }, { union: union('i-a'), status: 'retired' }]);
      expect(await edit(store, { kind: 'close', id: union('i-a') })).toMatchObject({
        ok: false,
        refusal: { kind: 'union-in-use', stations: 1, unions: 0, accounts: 0 },
      });
    });

    test('a setting is written over for the same day, and told with what was before', async () => {
      const store = await stage.open();
      const put = (value: number | null, id = stage.next.command()) =>
        store.putSetting(command(id), { union: union('410100'), key: 'notice-days', value, from: ON, reason: null });
      for (const value of [9, 10, null]) accepted(await put(value));
      expect(await store.settings()).toEqual([{ union: '410100', key: 'notice-days', value: null, from: ON }]);
      const rows = await store.historyOf('410100/notice-days');
      expect(rows.map(({ step, before, after }) => [step, before, after])).toEqual([
        ['put', null, { value: 9, from: ON }],
        ['put', { value: 9, from: ON }, { value: 10, from: ON }],
        ['remove', { value: 10, from: ON }, { value: null, from: ON }],
      ]);
    });
  });

  describe('what waits', () => {
    const ALL: readonly WorkAsk[] = [
      { kind: 'rectify', until: days('2026-11-29') },
      { kind: 'notice', until: days('2026-11-24') },
      { kind: 'term', until: days('2026-12-06') },
      {
        kind: 'contract',
        until: { on: date('2027-01-21'), others: [{ on: date('2026-11-01'), unions: [union('410102')] }] },
      },
      { kind: 'review', until: days('2025-12-22') },
      { kind: 'hours', until: days('2026-05-25') },
      { kind: 'objection' },
      { kind: 'approve', scope: { allBut: [union('410202')] } },
      { kind: 'accept', scope: { only: [union('410105')] } },
      { kind: 'revision', scope: { allBut: [] } },
      { kind: 'exit-proposed' },
      { kind: 'returned' },
      { kind: 'draft' },
      { kind: 'flagged' },
      { kind: 'task' },
    ];
    const piles = async (store: Store, me: string, top = '410100') => {
      const found = await store.workPiles({ top: union(top), only: null, me, asks: ALL, limit: 5 });
      return Object.fromEntries(found.map(({ kind, count, rows }) => [kind, [count, rows[0]?.note ?? null]]));
    };
    const note = (reason: string, until: string): Partial<Station> => ({
      statusNote: { reason, since: ON, until: date(until) },
    });
    const quiet = { contractTo: null, verifiedOn: ON, openedOn: ON } as const;

    test('is found for who may end it, of every kind, and for nobody outside the branch', async () => {
      const store = await stage.open();
      const [, notice, , , revised] = await stage.register(store, [
        { ...quiet, status: 'rectifying', ...note('修门', '2026-11-25') },
        { ...quiet, status: 'exit-notice', ...note('没人来', '2026-11-21') },
        { ...quiet, contractTo: date('2026-12-31') },
        { ...quiet, union: union('410102'), contractTo: date('2026-12-31') },
        { ...quiet, verifiedOn: date('2025-10-01'), verified: 'on-site' },
        { ...quiet, kind: 'temporary-lodging', lodging: { startsOn: ON, endsOn: date('2026-12-01'), beds: 2 } },
      ]);
      if (notice === undefined || revised === undefined) throw new Error('not registered');
      await stage.apply(store, [changed(notice, {}, 'record-objection')]);
      const { run } = stage.place();
      await run(`insert into revision (id, station_id, author, union_id, at, reason, based_on, "before", patch, state)
        values ('r1', '${revised.id}', 'li', '410105', 1, '改名', 1, '{}', '{}', 'waiting')`);
      await run(
        `insert into exit_task (id, station_id, kind, due, at) values ('t1', '${revised.id}', 'plaque-recovered', '2026-12-01', 1)`,
      );
      const mine = await piles(store, 'wang');
      expect(mine).toMatchObject({
        rectify: [1, '修门'],
        notice: [1, '没人来'],
        term: [1, null],
        contract: [1, null],
        review: [1, null],
        hours: [1, null],
        objection: [1, '依据说明'],
        revision: [1, '改名'],
        task: [1, 'plaque-recovered'],
        approve: [0, null],
        draft: [0, null],
      });
      expect((await piles(store, 'li')).revision).toEqual([0, null]);
      const elsewhere = await piles(store, 'wang', '110000');
      expect(Object.values(elsewhere).map(([count]) => count)).toEqual(ALL.map(() => 0));
    });

    test('days follow what becomes of a station', async () => {
      const store = await stage.open();
      const [station] = await stage.register(store, [
        { ...quiet, status: 'rectifying', ...note('修门', '2026-11-25') },
      ]);
      if (station === undefined) throw new Error('not registered');
      expect((await piles(store, 'wang')).rectify).toEqual([1, '修门']);
      await stage.apply(store, [changed(station, { status: 'active', statusNote: null }, 'pass-recheck')]);
      expect((await piles(store, 'wang')).rectify).toEqual([0, null]);
      const [passed] = await store.stationsById([station.id]);
      if (passed === undefined) throw new Error('gone');
      await stage.apply(store, [changed(passed, { status: 'retired' }, 'retire')]);
      expect(Number((await stage.place().run('select count(*) as n from due'))[0]?.n)).toBe(0);
    });

    test('in a register that an older release wrote is found as well', async () => {
      const { run, url } = stage.place();
      await openFirstRelease(engine.kind, url);
      const {
        id,
        union: own,
        region,
        status,
        kind,
        origin,
        point,
        rev,
        ...rest
      } = newStation(stage.next.id(), {
        ...quiet,
        status: 'rectifying',
        ...note('修门', '2026-11-25'),
      });
      const record = encodeRecord({ id, union: own, region, status, kind, origin, point, rev, ...rest });
      await run(`insert into station (id, union_id, region, city, status, kind, origin, name_key, address_key, lng, lat, rev, record)
        values ('${id}', '${own}', '${region}', '410100', '${status}', '${kind}', '${origin}', 'a', 'b', ${point.lng}, ${point.lat}, ${rev}, '${record}')`);
      expect((await piles(await stage.open(), 'wang')).rectify).toEqual([1, '修门']);
    });
  });
}
