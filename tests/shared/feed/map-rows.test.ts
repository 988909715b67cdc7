import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FeedRegion } from '../../../shared/feed/feed.ts';
import type { LocalCity } from '../../../shared/feed/local.ts';
import { stopHours } from '../../../shared/feed/map-rows.ts';
import { factsOf } from '../../../shared/feed/pieces.ts';
import type { MapRows, StationTable } from '../../../shared/feed/row.ts';
import { openTable } from '../../../shared/feed/table.ts';
import { gcj02 } from '../../../shared/geo/point.ts';
import { UNKNOWN_HOURS } from '../../../shared/station/hours.ts';
import type { RegionCode } from '../../../shared/station/region.ts';
import type { PublicStation } from '../../../shared/station/station.ts';
import { fixtureCityOf, makeStations } from '../../fixtures/packs/make.ts';
import { hold, pull } from '../../fixtures/packs/phone.ts';
import { utf8 } from '../../fixtures/packs/utf8.ts';
import { World } from '../../fixtures/packs/world.ts';

const STATIONS = makeStations(600, 11);
const packs = new Map<FeedRegion, LocalCity>();

/** Every table begins with the same packs, read once. */
function held(region: FeedRegion): LocalCity {
  const known = packs.get(region) ?? hold(worldOfAll(), region);
  packs.set(region, known);
  return known;
}

function worldOfAll(): World {
  const world = new World();
  for (const row of STATIONS) world.put(row);
  return world;
}

const CITIES: readonly RegionCode[] = [...new Set(STATIONS.map(({ region }) => fixtureCityOf(region)))];

type Plan = {
  readonly cities: readonly RegionCode[];
  readonly core: boolean;
  readonly changed: readonly { at: number; how: 'moved' | 'suspended' | 'water' | 'gone' }[];
};

const anyPlan: fc.Arbitrary<Plan> = fc.record({
  cities: fc.subarray([...CITIES], { minLength: 1, maxLength: 4 }),
  core: fc.boolean(),
  changed: fc.array(
    fc.record({ at: fc.nat(STATIONS.length - 1), how: fc.constantFrom('moved', 'suspended', 'water', 'gone') }),
    { maxLength: 60 },
  ),
});

/** Packs of a country, then the changes over them. */
function tableOf({ cities, core, changed }: Plan): { table: StationTable; world: World } {
  const world = worldOfAll();
  for (const { at, how } of changed) change(world, STATIONS[at], how);
  const national = core ? pull(world, held('CN')) : null;
  const copies = cities.map((region) => pull(world, held(region)));
  return { table: openTable(copies, national, utf8), world };
}

function change(world: World, row: PublicStation | undefined, how: Plan['changed'][number]['how']): void {
  if (row === undefined) return;
  const now = world.published.get(row.code);
  if (now === undefined) return;
  if (how === 'gone') world.retire(now.code);
  if (how === 'suspended') world.put({ ...now, status: 'suspended' });
  if (how === 'moved') world.put({ ...now, point: gcj02(now.point.lng + 0.003, now.point.lat - 0.002) });
  if (how === 'water') {
    const water = { state: 'yes', note: null, confirmedOn: null } as const;
    world.put({ ...now, amenities: { ...now.amenities, water } });
  }
}

type Seen = { code: string; lng: number; lat: number; status: string; lo: number; hi: number; hours: unknown };

function seenIn(blocks: readonly MapRows[]): readonly Seen[] {
  const seen: Seen[] = [];
  for (const block of blocks) {
    for (let row = 0; row < block.n; row++) {
      if (block.hidden[row] === 1) continue;
      const group = block.groups[block.group[row] ?? -1];
      seen.push({
        code: block.codeOf(row),
        lng: block.lng[row] ?? 0,
        lat: block.lat[row] ?? 0,
        status: group?.status ?? '',
        lo: block.yesLo[row] ?? 0,
        hi: block.yesHi[row] ?? 0,
        hours: group?.hours,
      });
    }
  }
  return seen.sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : a.lng - b.lng));
}

/** The same from the published records: once each, a mobile station of a held city at each of its stops. */
function expectedOf(world: World, { cities, core }: Plan): readonly Seen[] {
  const rows = [...world.published.values()].flatMap((row) => {
    const isHeld = cities.includes(fixtureCityOf(row.region));
    if (!isHeld && !core) return [];
    const { yes, status } = factsOf(row);
    const at = (point: PublicStation['point'], hours: PublicStation['hours']): Seen => ({
      code: row.code,
      lng: Math.round(point.lng * 1e5),
      lat: Math.round(point.lat * 1e5),
      status,
      ...yes,
      hours: { ...hours, raw: null },
    });
    if (!isHeld || row.stops.length === 0) return [at(row.point, row.hours)];
    return row.stops.map((stop) => at(stop.point, stopHours(stop, row.hours)));
  });
  return rows.sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : a.lng - b.lng));
}

describe('the rows a map draws', () => {
  it('are the published stations, each once, whatever is held and changed over it', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const { table, world } = tableOf(plan);
        expect(seenIn(table.mapRows())).toEqual(expectedOf(world, plan));
      }),
      { numRuns: 30 },
    );
  });

  it('are the stations that nearest finds', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const { table } = tableOf(plan);
        const near = table.nearestCodes({
          from: gcj02(108, 35),
          want: [],
          wantAny: [],
          unknownToo: false,
          k: 5000,
          passes: null,
        });
        const seen = new Set(seenIn(table.mapRows()).map(({ code }) => code));
        expect([...seen].sort()).toEqual(near.map(({ code }) => String(code)).sort());
        expect(seen.size).toBe(table.size);
        for (const { code } of near.slice(0, 20)) expect(table.row(code)?.code).toBe(code);
        const gone = STATIONS.find(({ code }) => !seen.has(code));
        if (gone !== undefined) expect(table.row(gone.code)).toBe(null);
      }),
      { numRuns: 25 },
    );
  });

  it('are made once for a table', () => {
    const { table } = tableOf({ cities: CITIES.slice(0, 1), core: false, changed: [] });
    expect(table.mapRows()).toBe(table.mapRows());
  });

  it('show a mobile station at each of its stops, under its one code', () => {
    const plan = { cities: CITIES, core: false, changed: [] };
    const mobile = STATIONS.find(({ stops }) => stops.length > 0);
    if (mobile === undefined) throw new Error('no mobile station among them');
    const places = seenIn(tableOf(plan).table.mapRows()).filter(({ code }) => code === mobile.code);
    expect(places.map(({ lng }) => lng)).toEqual(
      mobile.stops.map(({ point }) => Math.round(point.lng * 1e5)).sort((a, b) => a - b),
    );
  });

  it('close a stop outside its spans, and call a stop without spans unknown', () => {
    const spans = [{ weekday: 2, span: [480, 600] as const }];
    const hours = stopHours({ spans }, { ...UNKNOWN_HOURS, holidays: { kind: 'closed' } });
    expect(hours.holidays).toEqual({ kind: 'closed' });
    expect(hours.base.kind === 'weekly' && hours.base.week.map((day) => day.kind === 'spans' && day.spans)).toEqual([
      [],
      [],
      [[480, 600]],
      [],
      [],
      [],
      [],
    ]);
    expect(stopHours({ spans: [] }, hours).base.kind).toBe('unknown');
  });
});
