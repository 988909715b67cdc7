import { describe, expect, test } from 'vitest';
import type { DemandPoint, NewDemand } from '../../server/store/port/demand.ts';
import { gcj02 } from '../../shared/geo/point.ts';
import { region, union } from '../shared/station/sample.ts';
import type { Engine } from './place.ts';
import { accepted, stageOn } from './stage.ts';
import { command } from './world.ts';

const SET = 'd'.repeat(32);
const GONE = 'e'.repeat(32);
const OTHER = 'c'.repeat(32);
const AGAIN = 'f'.repeat(32);

function points(count: number): readonly DemandPoint[] {
  return Array.from({ length: count }, (_, n) => ({
    name: `路口${n}`,
    point: gcj02((113_600_000 + n) / 1e6, 34.757321),
    weight: n + 0.125,
    region: region('410102'),
  }));
}

export function demandContract(engine: Engine): void {
  const stage = stageOn(engine);
  const made = (over: Partial<NewDemand> = {}): NewDemand => ({
    union: union('410102'),
    title: '路口',
    file: '路口.csv',
    points: points(3),
    ...over,
  });

  describe('a set of demand points', () => {
    test('comes back as it was brought, in its order, and history names it once', async () => {
      const store = await stage.open();
      const all = points(450);
      const set = accepted(await store.keepDemand(command(SET), made({ points: all })));
      expect(set).toMatchObject({ id: SET, state: 'kept', points: 450, weight: (449 * 450) / 2 + 450 / 8 });
      expect(await store.demandPoints(SET)).toEqual(all);
      expect(await store.demandSet(SET)).toEqual(set);
      expect((await store.historyOf(SET)).map(({ subject, step, after }) => [subject, step, after])).toEqual([
        ['demand', 'upload', { union: '410102', title: '路口', file: '路口.csv', points: 450 }],
      ]);
    });

    test('brought twice under one id is one; another body is refused', async () => {
      const store = await stage.open();
      const first = accepted(await store.keepDemand(command(SET), made()));
      expect(accepted(await store.keepDemand(command(SET), made()))).toEqual(first);
      const other = await store.keepDemand(command(SET, { bodyHash: 'f'.repeat(64) }), made());
      expect(other).toMatchObject({ refusal: { kind: 'receipt-conflict' } });
      expect(await store.demandSets(union('410102'))).toHaveLength(1);
    });

    test('is listed to its union and those above it, until it is withdrawn; its points stay', async () => {
      const store = await stage.open();
      accepted(await store.keepDemand(command(SET), made()));
      const listed = async (top: string) => (await store.demandSets(union(top))).map(({ id }) => id);
      expect([await listed('410102'), await listed('410100'), await listed('000000')]).toEqual([[SET], [SET], [SET]]);
      expect([await listed('410103'), await listed('110000')]).toEqual([[], []]);
      const asked = { set: SET, reason: '换了一份' };
      const gone = accepted(await store.withdrawDemand(command(GONE), asked));
      expect(gone.state).toBe('withdrawn');
      expect(await listed('000000')).toEqual([]);
      expect(await store.demandSet(SET)).toEqual(gone);
      expect(await store.demandPoints(SET)).toHaveLength(3);
      const again = await store.withdrawDemand(command(AGAIN), asked);
      expect(again).toMatchObject({ refusal: { kind: 'demand-withdrawn' } });
      const never = await store.withdrawDemand(command(OTHER), { ...asked, set: OTHER });
      expect(never).toMatchObject({ refusal: { kind: 'demand-unknown' } });
    });
  });
}
