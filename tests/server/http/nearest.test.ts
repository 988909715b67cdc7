import fc from 'fast-check';
import gcoord from 'gcoord';
import geographic from 'geographiclib-geodesic';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { instant, isoText } from '../../../shared/kernel/instant.ts';
import { openAt } from '../../../shared/station/open.ts';
import { OPENABLE, PUBLISHED, type Station } from '../../../shared/station/station.ts';
import { openTestServer, type TestServer, THURSDAY } from '../../fixtures/make/server.ts';
import { handMadeStations, JINSHUI } from '../../fixtures/world/stations.ts';

let server: TestServer;
let world: readonly Station[];
beforeAll(async () => {
  server = await openTestServer({ stations: handMadeStations(), seed: 400 });
  const all: Station[] = [];
  await server.store.eachStation((stations) => {
    all.push(...stations);
  });
  world = all.filter(({ status }) => PUBLISHED.includes(status));
});
afterAll(() => server.close());

type Ask = {
  readonly lng: number;
  readonly lat: number;
  readonly k: number;
  readonly amenities: readonly string[];
  readonly open: boolean;
  readonly at: number;
};

/** Every published station, looked at one by one, on the grid both ends compute on. */
function bruteForce({ lng, lat, k, amenities, open, at }: Ask): readonly { code: string; distance: number }[] {
  const { calendar } = server.deps.model.peek();
  return world
    .filter((station) => amenities.every((code) => station.amenities[code as 'water']?.state === 'yes'))
    .filter(
      ({ hours, status }) =>
        !open || (OPENABLE.includes(status) && openAt(hours, instant(at), calendar).state === 'open'),
    )
    .map(({ code, point }) => ({
      code: code ?? '',
      distance: metres({ lng, lat }, { lng: grid(point.lng), lat: grid(point.lat) }),
    }))
    .sort((a, b) => a.distance - b.distance || (a.code < b.code ? -1 : 1))
    .slice(0, k);
}

const grid = (degrees: number) => Math.round(degrees * 1e5) / 1e5;

function metres(a: { lng: number; lat: number }, b: { lng: number; lat: number }): number {
  return geographic.Geodesic.WGS84.Inverse(a.lat, a.lng, b.lat, b.lng).s12 ?? Number.NaN;
}

async function ask({ lng, lat, k, amenities, open, at }: Ask, datum = 'gcj02') {
  const query = `lng=${lng}&lat=${lat}&datum=${datum}&k=${k}&amenities=${amenities.join(',')}&open=${open ? 1 : 0}`;
  const response = await server.get(`/api/v1/nearest?${query}&at=${encodeURIComponent(isoText(instant(at)))}`);
  expect(response.status).toBe(200);
  return response.json();
}

const degrees = (from: number, to: number) =>
  fc.double({ min: from, max: to, noNaN: true }).map((value) => Number(value.toFixed(6)));
const somewhere = fc.oneof(
  fc.record({ lng: degrees(113.6, 113.75), lat: degrees(34.7, 34.85) }),
  fc.record({ lng: degrees(80, 130), lat: degrees(20, 48) }),
);
const asked: fc.Arbitrary<Ask> = fc
  .record({
    at: somewhere,
    k: fc.integer({ min: 1, max: 50 }),
    amenities: fc.subarray(['water', 'toilet', 'phone-charging', 'microwave'], { maxLength: 3 }),
    open: fc.boolean(),
    minutes: fc.integer({ min: -60 * 24 * 200, max: 60 * 24 * 20 }),
  })
  .map(({ at, minutes, ...rest }) => ({ ...at, ...rest, at: THURSDAY + minutes * 60_000 }));

describe('nearest over HTTP', () => {
  test('equals looking at every station, for any place, amenities, opening and instant', async () => {
    await fc.assert(
      fc.asyncProperty(asked, async (question) => {
        const { items, asOf } = await ask(question);
        const expected = bruteForce(question);
        expect(items.map(({ station }: { station: { code: string } }) => station.code)).toEqual(
          expected.map(({ code }) => code),
        );
        items.forEach(({ distance }: { distance: number }, place: number) => {
          const truth = expected[place]?.distance ?? 0;
          // Across the country the local metric is off by less than a thousandth, where a person walks by centimetres.
          expect(Math.abs(distance - truth)).toBeLessThanOrEqual(0.06 + truth * (truth < 20_000 ? 1e-6 : 1e-3));
        });
        expect(asOf).toBe(isoText(instant(question.at)));
      }),
      { numRuns: 150 },
    );
  });

  test('answers a fix in any datum as the place it means', async () => {
    const question = { ...JINSHUI, k: 8, amenities: [], open: false, at: THURSDAY };
    const plain = await ask(question);
    for (const [datum, system] of [
      ['wgs84', gcoord.WGS84],
      ['bd09', gcoord.BD09],
      ['cgcs2000', gcoord.WGS84],
    ] as const) {
      const [lng, lat] = gcoord.transform<[number, number]>([JINSHUI.lng, JINSHUI.lat], gcoord.GCJ02, system);
      const moved = await ask({ ...question, lng: Number(lng.toFixed(7)), lat: Number(lat.toFixed(7)) }, datum);
      expect(moved.items.map(codeOf), datum).toEqual(plain.items.map(codeOf));
      // The same digits taken for GCJ-02 lie hundreds of metres away.
      const wrong = await ask({ ...question, lng: Number(lng.toFixed(7)), lat: Number(lat.toFixed(7)) });
      const same = wrong.items.find((item: { station: { code: string } }) => codeOf(item) === codeOf(plain.items[0]));
      expect(same?.distance ?? Number.POSITIVE_INFINITY, datum).toBeGreaterThan(100);
    }
  });

  test('asked for open ones, names neither a suspended nor a closed nor an unknown one', async () => {
    const night = Date.parse('2026-11-27T01:00:00+08:00');
    const { items } = await ask({ ...JINSHUI, k: 50, amenities: [], open: true, at: night });
    const names = items
      .filter(({ distance }: { distance: number }) => distance < 3000)
      .map(({ station }: { station: { name: string } }) => station.name);
    expect(names).toEqual(['示例1号驿站', '示例4号驿站', '示例19号驿站']);
    for (const { station } of items) expect(station.openState.state).toBe('open');
  });

  test('takes a coordinate as a program writes it, all seventeen digits of it', async () => {
    const reply = await server.get('/api/v1/nearest?lng=113.65000000000002&lat=34.760000000000005&k=1');
    expect(reply.status).toBe(200);
  });

  test('two stations at one door come in the order of their codes', async () => {
    const { items } = await ask({ lng: 113.6892, lat: 34.7675, k: 2, amenities: [], open: false, at: THURSDAY });
    expect(items.map(({ distance }: { distance: number }) => distance)).toEqual([0, 0]);
    expect(codeOf(items[0]) < codeOf(items[1])).toBe(true);
  });
});

function codeOf({ station }: { station: { code: string } }): string {
  return station.code;
}
