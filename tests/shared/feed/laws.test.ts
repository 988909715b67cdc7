import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyDelta, openCity } from '../../../shared/feed/apply.ts';
import { decodeReply } from '../../../shared/feed/delta-decode.ts';
import { encodeReply } from '../../../shared/feed/delta-encode.ts';
import type { FeedRegion } from '../../../shared/feed/feed.ts';
import type { LocalCity } from '../../../shared/feed/local.ts';
import { decodePack } from '../../../shared/feed/pack-decode.ts';
import { encodePack } from '../../../shared/feed/pack-encode.ts';
import type { DeltaPatch } from '../../../shared/feed/patch.ts';
import type { NearQuery, StationTable } from '../../../shared/feed/row.ts';
import { openTable } from '../../../shared/feed/table.ts';
import { gcj02 } from '../../../shared/geo/point.ts';
import { addDays, type DateText, type Day, dateText } from '../../../shared/kernel/instant.ts';
import { AMENITIES, AMENITY_STATES, type Amenities } from '../../../shared/station/amenity.ts';
import type { StationCode } from '../../../shared/station/code.ts';
import type { RegionCode } from '../../../shared/station/region.ts';
import type { PublicStation } from '../../../shared/station/station.ts';
import { fixtureCityOf, fixtureInitials, makeStations } from '../../fixtures/packs/make.ts';
import { utf8 } from '../../fixtures/packs/utf8.ts';
import { EPOCH, World } from '../../fixtures/packs/world.ts';

/** More by hand: LAW_RUNS=2000. The limit is for machines that do other things as well. */
const RUNS = Number(process.env.LAW_RUNS ?? 100);
const TIME_LIMIT = 60_000 + RUNS * 300;

const CITIES = ['110100', '110200', '110300'] as RegionCode[];
const pool = makeStations(2000, 5).slice(0, 30);

/** The pool's stations over the three cities, in counties of their own. */
function inCity(row: PublicStation, city: number): PublicStation {
  return { ...row, region: `${(CITIES[city] ?? '').slice(0, 4)}01` as RegionCode };
}

function packOf(world: World, region: FeedRegion): LocalCity['columns'] {
  const head = {
    kind: region === 'CN' ? 'core' : 'city',
    region,
    epoch: EPOCH,
    seq: world.seq,
    asOf: world.now,
    cityOf: fixtureCityOf,
  } as const;
  const decoded = decodePack(encodePack(head, world.rowsOf(region), utf8), utf8);
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.refusal));
  return decoded.value;
}

type Page = { readonly region: FeedRegion; readonly after: number; readonly delta: DeltaPatch };

class Phone {
  readonly held = new Map<FeedRegion, LocalCity>();
  readonly inFlight: Page[] = [];

  constructor(
    private readonly world: World,
    readonly regions: readonly FeedRegion[],
  ) {
    for (const region of regions) this.held.set(region, openCity(packOf(world, region), null));
  }

  ask(region: FeedRegion, limit: number): void {
    const held = this.held.get(region);
    const after = held?.cursor ?? 0;
    const since = held?.whole ?? 0;
    const options = { isCore: region === 'CN', initialsOf: fixtureInitials, utf8 };
    const read = decodeReply(encodeReply(this.world.feed(region, { after, since }, limit), options), utf8);
    if (!read.ok || read.value.kind !== 'delta') throw new Error('the feed was not read');
    this.inFlight.push({ region, after, delta: read.value });
  }

  /** An answer arrives; `keep`: a copy of it will arrive again. */
  receive(at: number, keep: boolean): void {
    const page = this.inFlight[at % Math.max(1, this.inFlight.length)];
    const city = page === undefined ? undefined : this.held.get(page.region);
    if (page === undefined || city === undefined) return;
    if (!keep) this.inFlight.splice(this.inFlight.indexOf(page), 1);
    this.held.set(page.region, applyDelta(city, page, utf8).city);
  }

  pullToTheEnd(): void {
    this.inFlight.length = 0;
    for (const region of this.regions) {
      for (let isDone = false; !isDone; ) {
        this.ask(region, 3);
        isDone = this.inFlight[0]?.delta.done ?? true;
        this.receive(0, false);
      }
    }
  }

  table(): StationTable {
    const cities = [...this.held].filter(([region]) => region !== 'CN').map(([, city]) => city);
    return openTable(cities, this.held.get('CN') ?? null, utf8);
  }
}

const anywhere: NearQuery = { from: gcj02(110, 33), want: [], wantAny: [], unknownToo: false, k: 1000, passes: null };

function listed(table: StationTable): readonly StationCode[] {
  return table
    .nearest(anywhere)
    .map(({ row }) => row.code)
    .sort();
}

/** What may happen between a server and a phone. */
type Step = readonly [kind: number, a: number, b: number];
const steps = fc.array(fc.tuple(fc.nat(15), fc.nat(1000), fc.nat(1000)), { maxLength: 60 });

const daysOn = (days: number): DateText => dateText(addDays(20_000 as Day, days));

/** One amenity, whichever, in one of its states, with or without a note and a day, or not listed at all. */
function noted({ amenities }: PublicStation, b: number): Amenities {
  const amenity = AMENITIES[b % AMENITIES.length] ?? 'water';
  const { [amenity]: _, ...others } = amenities;
  const state = AMENITY_STATES[b % 7];
  const note = b % 2 === 0 ? '自备水杯' : null;
  const confirmedOn = b % 3 === 0 ? daysOn(b) : null;
  return state === undefined ? others : { ...others, [amenity]: { state, note, confirmedOn } };
}

function take(world: World, phone: Phone, [kind, a, b]: Step): void {
  const row = pool[a % pool.length];
  if (row === undefined) return;
  const now = world.published.get(row.code);
  const region = phone.regions[a % phone.regions.length] ?? 'CN';
  if (kind === 0) world.put(inCity(row, b % 3));
  else if (kind === 1) world.retire(row.code);
  else if (kind === 2 && now) world.put({ ...now, status: b % 2 ? 'suspended' : 'active' });
  else if (kind === 3 && now) world.put({ ...now, name: `${row.name}${b}`, aliases: [`别名${b}`] });
  else if (kind === 4 && now)
    world.put({ ...now, publicPhone: String(b), region: `${now.region.slice(0, 4)}0${1 + (b % 9)}` as RegionCode });
  else if (kind === 5 && now)
    world.put({
      ...now,
      amenities: { ...now.amenities, water: { state: b % 2 ? 'broken' : 'yes', note: null, confirmedOn: null } },
    });
  else if (kind === 6 && now) world.put({ ...now, point: gcj02(now.point.lng, (300_000_00 + b) / 1e6) });
  else if (kind === 12 && now) world.put({ ...now, verified: 'desk', verifiedOn: daysOn(b) });
  else if (kind === 13 && now) world.put({ ...now, hours: { ...(pool[b % 30] ?? now).hours } });
  else if (kind === 14 && now) world.put({ ...now, access: (pool[b % 30] ?? now).access, stars: b % 6 });
  else if (kind === 15 && now) world.put({ ...now, amenities: noted(now, b) });
  else if (kind <= 8) phone.ask(region, 1 + (b % 4));
  else if (kind === 9) phone.inFlight.splice(b % (phone.inFlight.length + 1), 1);
  else if (kind === 10) phone.receive(b, b % 3 === 0);
  else if (b % 10 === 0) phone.held.set(region, openCity(packOf(world, region), phone.held.get(region) ?? null));
}

function story(regions: readonly FeedRegion[], journey: readonly Step[]): { world: World; phone: Phone } {
  const world = new World();
  pool.slice(0, 20).forEach((row, at) => {
    world.put(inCity(row, at % 3));
  });
  const phone = new Phone(world, regions);
  for (const step of journey) take(world, phone, step);
  phone.pullToTheEnd();
  return { world, phone };
}

describe('a phone that pulls to the end, whatever pages were lost, repeated or late between commits', () => {
  it(
    'shows exactly the published stations of its cities, in every field',
    () => {
      fc.assert(
        fc.property(steps, (journey) => {
          const regions = CITIES.slice(0, 2);
          const { world, phone } = story(regions, journey);
          const table = phone.table();
          const expected = regions.flatMap((region) => world.rowsOf(region).map(({ row }) => row));
          expect(listed(table)).toEqual(expected.map(({ code }) => code).sort());
          expect(table.size).toBe(expected.length);
          for (const row of expected) expect(table.station(row.code)).toEqual(row);
          for (const { row } of table.nearest(anywhere)) expect(row.name).toBe(world.published.get(row.code)?.name);
        }),
        { numRuns: RUNS },
      );
    },
    TIME_LIMIT,
  );

  it(
    'shows with the national core every published station once, with today’s status',
    () => {
      fc.assert(
        fc.property(steps, (journey) => {
          const { world, phone } = story([...CITIES.slice(0, 2), 'CN'], journey);
          const found = phone.table().nearest(anywhere);
          expect(found.map(({ row }) => row.code).sort()).toEqual([...world.published.keys()].sort());
          for (const { row } of found) {
            const published = world.published.get(row.code);
            expect(row.status).toBe(published?.status);
            expect(row.amenity('water') === 'yes').toBe(published?.amenities.water?.state === 'yes');
          }
        }),
        { numRuns: RUNS },
      );
    },
    TIME_LIMIT,
  );

  it('says of a station that left why it left', () => {
    fc.assert(
      fc.property(steps, fc.nat(19), (journey, at) => {
        const { world, phone } = story(CITIES, journey);
        const row = pool[at];
        if (row === undefined) throw new Error('the pool is too small');
        const { code } = row;
        world.put(inCity(row, 0));
        phone.pullToTheEnd();
        world.retire(code);
        phone.pullToTheEnd();
        expect(phone.table().station(code)).toMatchObject({ op: 'drop', reason: 'retired', on: '2026-10-01' });
      }),
      { numRuns: 100 },
    );
  });
});

describe('laying a page over a region', () => {
  const world = new World();
  for (const row of pool) world.put(inCity(row, 0));
  const city = openCity(packOf(world, '110100' as RegionCode), null);

  it('changes nothing when the page begins past the cursor', () => {
    const delta = {
      kind: 'delta',
      epoch: EPOCH,
      next: world.seq + 9,
      done: true,
      serverTime: world.now,
      changes: [],
    } as const;
    const applied = applyDelta(city, { after: city.cursor + 1, delta }, utf8);
    expect(applied).toEqual({ city, outcome: 'gap', wantsPack: false });
  });

  it('asks for a pack when the database is another one', () => {
    const delta = {
      kind: 'delta',
      epoch: '1'.repeat(16) as typeof EPOCH,
      next: 1,
      done: true,
      serverTime: world.now,
      changes: [],
    } as const;
    expect(applyDelta(city, { after: city.cursor, delta }, utf8)).toEqual({
      city,
      outcome: 'foreign',
      wantsPack: true,
    });
  });

  it('asks for a pack past 256 changes, and when a change does not fit', () => {
    const many = new World();
    const rows = makeStations(2000, 9).slice(0, 257);
    const empty = openCity(packOf(many, '110100' as RegionCode), null);
    const pull = (limit: number, isCore: boolean) => {
      const read = decodeReply(
        encodeReply(many.feed('CN', { after: 0, since: 0 }, limit), { isCore, initialsOf: fixtureInitials, utf8 }),
        utf8,
      );
      if (!read.ok || read.value.kind !== 'delta') throw new Error('not read');
      return applyDelta(empty, { after: 0, delta: read.value }, utf8);
    };
    for (const row of rows) many.put(inCity(row, 0));
    expect(pull(256, false).wantsPack).toBe(false);
    expect(pull(257, false).wantsPack).toBe(true);
    // The core's rows have no text, so they are no rows of a city.
    const unfit = pull(1, true);
    expect(unfit.wantsPack).toBe(true);
    expect(unfit.city.overlay.size).toBe(0);
  });
});
