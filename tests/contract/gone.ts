import { describe, expect, test } from 'vitest';
import { makeCode } from '../../shared/station/code.ts';
import { toPublic } from '../../shared/station/public.ts';
import { date, region } from '../shared/station/sample.ts';
import type { Engine } from './place.ts';
import { one, stageOn } from './stage.ts';
import { changed } from './world.ts';

export function goneContract(engine: Engine): void {
  const stage = stageOn(engine);

  describe('a station that left, asked for by its code', () => {
    test('retired: with its name, the reason and the day; back again it is a station like any other', async () => {
      const store = await stage.open();
      const station = one(await stage.register(store, [{ name: '老街驿站' }]));
      if (station.code === null) throw new Error('no code');
      expect(await store.goneByCode(station.code)).toBeNull();
      const gone = { ...changed(station, { status: 'retired' }, 'retire'), reason: 'NOT_OPEN 常年锁着' };
      await stage.apply(store, [gone]);
      // What changes later without its status does not move the day.
      const noted = { ...changed(gone.after, { hostName: '某银行' }), effectiveOn: date('2026-12-24') };
      await stage.apply(store, [noted]);
      expect(await store.goneByCode(station.code)).toEqual({
        status: 'retired',
        station: toPublic(noted.after),
        on: '2026-11-23',
        exit: 'NOT_OPEN',
        current: null,
      });
      await stage.apply(store, [changed(noted.after, { status: 'active' }, 'reinstate')]);
      expect(await store.goneByCode(station.code)).toBeNull();
    });

    test('leads to the station that counts today, however many moves ago, and nowhere once that is given up', async () => {
      const store = await stage.open();
      const [heir, second, first] = await stage.register(store, [{}, {}, {}]);
      if (!heir?.code || !second?.code || !first?.code) throw new Error('no codes');
      await stage.apply(store, [changed(first, { status: 'relocated', successor: second.code }, 'relocate')]);
      expect(await store.goneByCode(first.code)).toMatchObject({ status: 'relocated', current: second.code });
      await stage.apply(store, [changed(second, { status: 'merged', successor: heir.code }, 'merge')]);
      expect(await store.goneByCode(first.code)).toMatchObject({ exit: null, current: heir.code });
      const retired = changed(heir, { status: 'retired' }, 'retire');
      await stage.apply(store, [retired]);
      expect(await store.goneByCode(first.code)).toMatchObject({ status: 'relocated', current: null });
      // No rule allows a ring; it ends all the same.
      await stage.apply(store, [changed(retired.after, { status: 'merged', successor: first.code }, 'merge')]);
      expect(await store.goneByCode(first.code)).toMatchObject({ current: null });
    });

    test('a code nobody has', async () => {
      const store = await stage.open();
      expect(await store.goneByCode(makeCode(region('410102'), 1, 37))).toBeNull();
    });
  });
}
