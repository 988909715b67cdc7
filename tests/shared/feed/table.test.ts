import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NearQuery } from '../../../shared/feed/row.ts';
import { openTable } from '../../../shared/feed/table.ts';
import { metresBetween } from '../../../shared/geo/distance.ts';
import { gcj02 } from '../../../shared/geo/point.ts';
import { AMENITIES, amenityState } from '../../../shared/station/amenity.ts';
import type { RegionCode } from '../../../shared/station/region.ts';
import type { PublicStation } from '../../../shared/station/station.ts';
import { fixtureCityOf, makeStations } from '../../fixtures/packs/make.ts';
import { hold, pull } from '../../fixtures/packs/phone.ts';
import { utf8 } from '../../fixtures/packs/utf8.ts';
import { World } from '../../fixtures/packs/world.ts';

const all = makeStations(3000, 3);
const sizes = new Map<RegionCode, number>();
for (const { region } of all) sizes.set(fixtureCityOf(region), (sizes.get(fixtureCityOf(region)) ?? 0) + 1);
const [home, next] = [...sizes].sort((a, b) => b[1] - a[1]).map(([city]) => city);
if (home === undefined || next === undefined) throw new Error('too few cities');
const world = new World();
for (const row of all) world.put(row);
const before = [hold(world, home), hold(world, next)];
/** Every seventh station changed after the packs: closed, without water, moved a little. */
all.forEach((row, at) => {
  if (at % 7 !== 0) return;
  const water = { state: at % 2 ? 'broken' : 'yes', note: null, confirmedOn: null } as const;
  const point = gcj02(row.point.lng, Math.round((row.point.lat + 0.002) * 1e6) / 1e6);
  world.put({ ...row, status: 'suspended', amenities: { ...row.amenities, water }, point });
});
const cities = before.map((city) => pull(world, city));
const held: readonly RegionCode[] = [home, next];
const shown = [...world.published.values()].filter((row) => held.includes(fixtureCityOf(row.region)));

/** The answer written down as simply as it can be said. */
function brute(query: NearQuery): readonly { code: string; distance: number }[] {
  const has = (row: PublicStation, amenity: (typeof AMENITIES)[number]): boolean => {
    const state = amenityState(row.amenities, amenity);
    return state === 'yes' || (query.unknownToo && (state === 'unknown' || state === 'seasonal'));
  };
  const at = ({ point }: PublicStation) => gcj02(Math.round(point.lng * 1e5) / 1e5, Math.round(point.lat * 1e5) / 1e5);
  return shown
    .filter((row) => query.want.every((amenity) => has(row, amenity)))
    .filter((row) => query.wantAny.length === 0 || query.wantAny.some((amenity) => has(row, amenity)))
    .filter((row) => query.passes === null || query.passes(row.hours, row.status))
    .map((row) => ({ code: row.code, distance: metresBetween(query.from, at(row)) }))
    .sort((a, b) => a.distance - b.distance || (a.code < b.code ? -1 : 1));
}

const someAmenities = fc.subarray([...AMENITIES].slice(0, 12), { maxLength: 3 });
const anyQuery: fc.Arbitrary<NearQuery> = fc.record({
  from: fc
    .record({ row: fc.constantFrom(...shown), east: fc.double({ min: -0.2, max: 0.2, noNaN: true }) })
    .map(({ row, east }) => gcj02(row.point.lng + east, row.point.lat)),
  want: someAmenities,
  wantAny: someAmenities,
  unknownToo: fc.boolean(),
  k: fc.integer({ min: 1, max: 30 }),
  passes: fc.constantFrom<NearQuery['passes'][]>(
    null,
    (_: unknown, status: string) => status === 'active',
    ({ base }) => base.kind !== 'unknown',
  ),
});

describe('a table over two cities with changes', () => {
  const table = openTable(cities, null, utf8);

  it('holds some dozen stations and their changes', () => {
    expect(shown.length).toBeGreaterThan(60);
    expect(cities.some(({ overlay }) => overlay.size > 0)).toBe(true);
    expect(table.size).toBe(shown.length);
    expect(table.cities.map(({ region }) => region)).toEqual([home, next]);
    expect(table.cities.reduce((sum, { rows }) => sum + rows, 0)).toBe(shown.length);
  });

  it('finds the nearest as a plain search over the records does, by scan and by tree', () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        const all = brute(query);
        const expected = all.slice(0, query.k);
        const exact = new Map(all.map(({ code, distance }) => [code, distance]));
        for (const one of [openTable(cities, null, utf8), table]) {
          const found = one.nearest(query);
          expect(found).toHaveLength(expected.length);
          expect(new Set(found.map(({ row }) => row.code)).size).toBe(expected.length);
          found.forEach(({ row, distance }, at) => {
            const said = expected[at]?.distance ?? -1;
            // Far off the fast distance may stray by some millionths; near by by nothing a screen shows. So may the order of
            // two that are as far as each other but for that.
            const stray = 0.001 + said * 3e-5;
            expect(Math.abs(distance - said)).toBeLessThan(stray);
            expect(Math.abs((exact.get(row.code) ?? Number.NaN) - said)).toBeLessThan(stray);
            const last = found[at - 1]?.row.code ?? '';
            if (exact.get(last) === exact.get(row.code)) expect(last < row.code).toBe(true);
          });
        }
      }),
      { numRuns: 150 },
    );
  });

  it('shows on a row what the record says', () => {
    const query: NearQuery = { from: gcj02(110, 30), want: [], wantAny: [], unknownToo: true, k: 1e4, passes: null };
    for (const { row } of table.nearest(query)) {
      const record = world.published.get(row.code);
      if (record === undefined) throw new Error('nobody published it');
      const { name, address, entrance, kind, status, statusNote, hours, access, origin, verified, verifiedOn } = record;
      expect(row).toMatchObject({
        name,
        address,
        entrance,
        kind,
        status,
        statusNote,
        hours,
        access,
        origin,
        verified,
        verifiedOn,
      });
      for (const amenity of AMENITIES) expect(row.amenity(amenity)).toBe(amenityState(record.amenities, amenity));
    }
  });

  it('asks for each distinct hours and status once', () => {
    const asked = new Set<string>();
    let calls = 0;
    const passes: NearQuery['passes'] = (hours, status) => {
      calls++;
      asked.add(JSON.stringify([hours, status]));
      return true;
    };
    const query: NearQuery = { from: gcj02(110, 30), want: [], wantAny: [], unknownToo: false, k: 3, passes };
    for (let i = 0; i < 3; i++) table.nearest(query);
    expect(calls).toBe(asked.size);
    expect(calls).toBeGreaterThan(1);
  });

  it('finds names, codes and aliases of base rows and of changed ones, the nearest of equals first', () => {
    for (const row of [...shown.slice(0, 5), ...shown.filter(({ status }) => status === 'suspended').slice(0, 5)]) {
      expect(table.search(row.code, null, 3).map((found) => found.row.code)).toEqual([row.code]);
      const byName = table.search(row.name, row.point, 50);
      expect(byName.map((found) => found.row.code)).toContain(row.code);
      expect(byName.every(({ distance }) => distance >= 0)).toBe(true);
      const same = byName.find((found) => found.row.code === row.code);
      expect(same?.marks).toEqual([[0, row.name.length]]);
      expect(same && table.row(row.code)).toMatchObject({ code: row.code, name: row.name });
    }
    expect(table.search('不会有这个名字', null, 5)).toEqual([]);
  });

  it('knows a station that was never here from one that left', () => {
    const gone = shown[0];
    if (gone === undefined) throw new Error('nothing shown');
    world.retire(gone.code);
    const later = openTable(
      cities.map((city) => pull(world, city)),
      null,
      utf8,
    );
    world.put(gone);
    expect(later.station(gone.code)).toMatchObject({ op: 'drop', reason: 'retired', shownAs: gone.name });
    expect(later.search(gone.code, null, 3)).toEqual([]);
    expect(later.row(gone.code)).toBeNull();
    const elsewhere = all.find((row) => !held.includes(fixtureCityOf(row.region)));
    expect(elsewhere && later.station(elsewhere.code)).toBeNull();
  });
});

describe('a table over one city and the national core', () => {
  const table = openTable(cities.slice(0, 1), hold(world, 'CN'), utf8);

  it('finds every station of the nation once', () => {
    expect(table.size).toBe(world.published.size);
    const query: NearQuery = { from: gcj02(110, 30), want: [], wantAny: [], unknownToo: false, k: 1e4, passes: null };
    const codes = table.nearest(query).map(({ row }) => row.code);
    expect([...codes].sort()).toEqual([...world.published.keys()].sort());
  });

  it('says of stations elsewhere what the core knows, and takes nothing unknown for missing', () => {
    const far = [...world.published.values()].find((row) => fixtureCityOf(row.region) !== home);
    if (far === undefined) throw new Error('no other city');
    const [found] = table.nearest({
      from: far.point,
      want: ['shower'],
      wantAny: [],
      unknownToo: true,
      k: 1,
      passes: null,
    });
    expect(found?.row).toMatchObject({ name: '', address: '', origin: 'synthetic', verified: 'unverified' });
    expect(found?.row.amenity('shower')).not.toBe('no');
    expect(found?.distance).toBeLessThan(5000);
  });
});
