import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Neighbours } from '../../../server/feature/list/near.ts';
import { FAR, ListRows } from '../../../server/feature/list/rows.ts';
import { metresBetween } from '../../../shared/geo/distance.ts';
import { gcj02 } from '../../../shared/geo/point.ts';
import { dateText, dayOf, instant } from '../../../shared/kernel/instant.ts';
import type { Station } from '../../../shared/station/station.ts';
import { openTestServer, type TestServer } from '../../fixtures/make/server.ts';
import { type Clerk, clerkAt } from '../../fixtures/make/signed.ts';
import { region, sampleStation, stationId, union } from '../../shared/station/sample.ts';
import { pageFor } from './world.ts';

/** North by so many metres of where all tests begin. */
const at = (metres: number, east = 0) => gcj02(113.65 + east / 91_600, 34.76 + metres / 110_940);

describe('the nearest other station of each', () => {
  const station = (n: number, over: Partial<Station>) => sampleStation({ id: stationId(n), ...over });
  const step = fc.record({
    n: fc.integer({ min: 1, max: 12 }),
    north: fc.integer({ min: 0, max: 900 }),
    east: fc.integer({ min: 0, max: 900 }),
    what: fc.constantFrom('put', 'put', 'put', 'retire', 'drop'),
  });

  test.each([50, 400])('within %i metres is as all pairs say, whatever comes, moves and goes', (reach) => {
    fc.assert(
      fc.property(fc.array(fc.array(step, { maxLength: 4 }), { maxLength: 14 }), (rounds) => {
        const rows = new ListRows(4);
        const neighbours = new Neighbours(rows, reach);
        const standing = new Map<number, Station>();
        for (const round of rounds) {
          const touched = round.flatMap(({ n, north, east, what }) => {
            const put = station(n, { point: at(north, east), status: what === 'retire' ? 'retired' : 'active' });
            if (what === 'put') standing.set(n, put);
            else standing.delete(n);
            const row = what === 'drop' ? rows.drop(put.id) : rows.put({ station: put, changedAt: instant(0) });
            return row ?? [];
          });
          neighbours.changed(touched);
        }
        for (let n = 1; n <= 12; n++) {
          const own = standing.get(n);
          const others = [...standing.values()].filter(({ id }) => id !== own?.id);
          const metres = own === undefined ? [] : others.map(({ point }) => Math.ceil(metresBetween(own.point, point)));
          const nearest = Math.min(FAR, ...metres.filter((each) => each <= reach));
          const row = rows.rowOf(stationId(n));
          if (row !== null) expect(rows.wholes.nearest[row]).toBe(nearest);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('the doubt that two stations are one', () => {
  let server: TestServer;
  let officer: Clerk;
  let admin: Clerk;
  const [zhongyuan, jinshui] = ['410102', '410105'].map((code) => ({ region: region(code), union: union(code) }));
  beforeAll(async () => {
    server = await openTestServer({
      stations: [
        sampleStation({ id: stationId(1), code: null, rev: 1, ...zhongyuan, point: at(0) }),
        sampleStation({ id: stationId(2), code: null, rev: 1, ...jinshui, point: at(300) }),
        sampleStation({ id: stationId(3), code: null, rev: 1, ...jinshui, point: at(340) }),
      ],
    });
    officer = clerkAt(server.app, { union: '410100', functions: ['officer'] });
    admin = clerkAt(server.app, { union: '410100', functions: ['system-admin'] });
  });
  afterAll(() => server.close());

  const near = async () => {
    const { items } = await pageFor(officer, { doubt: 'near' });
    return items.map(({ id }) => [stationId(1), stationId(2), stationId(3)].indexOf(id as never) + 1).sort();
  };
  let said = 0;
  const say = async (of: string, value: number | null) => {
    const from = dateText(dayOf(server.clock.now));
    const body = { id: (++said).toString(16).padStart(32, 'e'), key: 'duplicate-metres', value, from, reason: null };
    expect((await admin.post(`/api/v1/unions/${of}/settings`, body)).status).toBe(200);
    server.clock.now = instant(server.clock.now + 1000);
  };

  test('goes by the setting of each union, or of the nearest above it, from the next list on', async () => {
    expect(await near()).toEqual([2, 3]);
    await say('410102', 310);
    expect(await near()).toEqual([1, 2, 3]);
    await say('410100', 20);
    expect(await near()).toEqual([1]);
    await say('410105', 40);
    expect(await near()).toEqual([1, 2, 3]);
    await say('410102', null);
    expect(await near()).toEqual([2, 3]);
  });
});
