import { describe, expect, test } from 'vitest';
import type { Receipt } from '../../server/store/port.ts';
import { instant } from '../../shared/kernel/instant.ts';
import { ok, refuse } from '../../shared/kernel/result.ts';
import type { StationChange } from '../../shared/station/change.ts';
import { codeParts } from '../../shared/station/code.ts';
import { region, stationId, union } from '../shared/station/sample.ts';
import type { Engine } from './place.ts';
import { accepted, one, stageOn } from './stage.ts';
import { changed, command, NOON, newStation, registered } from './world.ts';

/** After a fill of one row for regions, one for unions and one for the calendar year. */
const FILLED = 3;

export function commitContract(engine: Engine): void {
  const stage = stageOn(engine);

  describe('a commit', () => {
    test('stores the record with the code it was given and answers with a receipt', async () => {
      const store = await stage.open();
      const station = newStation(stage.next.id(), { name: '德化街爱心驿站', kind: 'mobile' });
      const receipt = await stage.apply(store, [registered(station)]);
      const { code } = one(receipt.stations);
      if (code === null) throw new Error('no code');
      expect(codeParts(code)).toMatchObject({ region: '410105', type: 2, serial: 1 });
      expect(receipt).toMatchObject({ at: NOON + 1, seq: FILLED + 1, stations: [{ id: station.id, code, rev: 1 }] });
      expect(await store.stationByCode(code)).toEqual({ ...station, code });
      expect(await store.stationsById([stationId(999), station.id])).toEqual([{ ...station, code }]);
    });

    test('asked twice with one id is done once and answered alike', async () => {
      const store = await stage.open();
      const change = registered(newStation(stage.next.id()));
      const ask = () => store.commit(command('a'.repeat(32)), () => ok([change]));
      const first = accepted(await ask());
      expect(accepted(await ask())).toEqual(first);
      expect((await store.counter()).seq).toBe(FILLED + 1);
    });

    test('refuses an id that was used for another body or by another actor, and changes nothing', async () => {
      const store = await stage.open();
      const id = 'b'.repeat(32);
      await store.commit(command(id), () => ok([registered(newStation(stage.next.id()))]));
      const conflict = refuse({ kind: 'receipt-conflict', commandId: id });
      const decide = () => {
        throw new Error('a conflict is seen before anything is decided');
      };
      expect(await store.commit(command(id, { bodyHash: 'other' }), decide)).toEqual(conflict);
      const actor = { id: 'somebody else', union: union('410100') };
      expect(await store.commit(command(id, { actor }), decide)).toEqual(conflict);
      expect((await store.counter()).seq).toBe(FILLED + 1);
    });

    test('hands what it loads to decide, and leaves no trace of what decide refuses', async () => {
      const store = await stage.open();
      const [a, b] = await stage.register(store, [{ name: '甲' }, { name: '乙' }]);
      if (!a || !b) throw new Error('not stored');
      const refusal = { kind: 'four-eyes', step: 'approve' } as const;
      const seen: unknown[] = [];
      const result = await store.commit(command(stage.next.command(), { load: [b.id, a.id] }), (loaded) => {
        seen.push(...loaded);
        return refuse(refusal);
      });
      expect(seen).toEqual([b, a]);
      expect(result).toEqual(refuse(refusal));
      expect((await store.counter()).seq).toBe(FILLED + 2);
    });

    test('refuses a change decided on a record that has moved on', async () => {
      const store = await stage.open();
      const [old] = await stage.register(store, [{}]);
      if (!old) throw new Error('not stored');
      await stage.apply(store, [changed(old, { name: '新名' })]);
      const late = await store.commit(command(stage.next.command()), () => ok([changed(old, { name: '晚了' })]));
      expect(late).toEqual(refuse({ kind: 'rev-stale', based: 1, current: 2 }));
      expect(one(await store.stationsById([old.id])).name).toBe('新名');
      expect(await store.verifyHistory()).toEqual({ rows: FILLED + 2, brokenAt: null });
    });

    test('refuses a county or union nobody knows and a federation code that is taken', async () => {
      const store = await stage.open();
      await stage.register(store, [{ federationCode: 'QZ-1' }]);
      const ask = (...changes: StationChange[]) => store.commit(command(stage.next.command()), () => ok(changes));
      const nowhere = registered(newStation(stage.next.id(), { region: region('999999') }));
      expect(await ask(nowhere)).toEqual(refuse({ kind: 'region-unknown', region: '999999' }));
      const unled = registered(newStation(stage.next.id(), { union: union('810000') }));
      expect(await ask(unled)).toEqual(refuse({ kind: 'union-unknown', union: '810000' }));
      const taken = (federationCode: string) => registered(newStation(stage.next.id(), { federationCode }));
      const refusal = (federationCode: string) => refuse({ kind: 'federation-code-taken', federationCode });
      expect(await ask(taken('QZ-1'))).toEqual(refusal('QZ-1'));
      expect(await ask(taken('QZ-2'), taken('QZ-2'))).toEqual(refusal('QZ-2'));
      expect((await store.counter()).seq).toBe(FILLED + 1);
    });

    test('never lets two commits share an instant, whatever the clock says', async () => {
      const store = await stage.open();
      const at = async (clock: number): Promise<Receipt> =>
        accepted(
          await store.commit(command(stage.next.command(), { at: instant(clock) }), () =>
            ok([registered(newStation(stage.next.id())), registered(newStation(stage.next.id()))]),
          ),
        );
      const late = await at(NOON + 5000);
      const behind = await at(NOON - 60_000);
      expect([late.at, behind.at]).toEqual([NOON + 5000, NOON + 5001]);
      const rows = await store.historyOf(behind.stations[0]?.id ?? '');
      expect(one(rows).at).toBe(behind.at);
    });

    test('gives the code issued to a relocated station to its old record in the same commit', async () => {
      const store = await stage.open();
      const [old] = await stage.register(store, [{}]);
      if (!old) throw new Error('not stored');
      const fresh = newStation(stage.next.id(), { predecessor: old.code });
      const leaving = { ...changed(old, { status: 'relocated' }, 'relocate'), successorFrom: fresh.id };
      const receipt = await stage.apply(store, [registered(fresh), leaving]);
      const [left] = await store.stationsById([old.id]);
      expect(left?.successor).toBe(receipt.stations[0]?.code);
      expect(left?.successor).not.toBeNull();
    });

    test('keeps every field through a round trip, private ones too', async () => {
      const store = await stage.open();
      const full = newStation(stage.next.id(), FULL);
      await stage.apply(store, [registered(full)]);
      const stored = one(await store.stationsById([full.id]));
      expect(stored).toEqual({ ...full, code: stored.code });
    });
  });
}

const SPANS = {
  kind: 'spans',
  spans: [
    [480, 720],
    [1200, 1560],
  ],
} as const;
const FULL = {
  aliases: ['别名'],
  town: '花园路街道',
  photos: ['p1'],
  stops: [{ name: '一站', point: newStation(stationId(1)).point, spans: [{ weekday: 0, span: [480, 600] }] }],
  honours: [{ level: 'national', year: 2024, document: null }],
  amenities: {
    water: { state: 'yes', note: null, confirmedOn: null },
    wifi: { state: 'broken', note: '路由器坏了', confirmedOn: '2026-11-01' },
  },
  hours: {
    base: {
      kind: 'weekly',
      week: [SPANS, SPANS, SPANS, SPANS, SPANS, { kind: 'unknown' }, { kind: 'spans', spans: [] }],
    },
    holidays: { kind: 'spans', spans: [[540, 600]] },
    seasons: [{ from: '11-15', to: '03-15', week: [SPANS, SPANS, SPANS, SPANS, SPANS, SPANS, SPANS] }],
    exceptions: [],
    raw: '8:00-12:00 20:00-次日02:00',
  },
} as const satisfies Parameters<typeof newStation>[1];
