import type { Outlines } from '../../../shared/geo/outline.ts';
import { gcj02 } from '../../../shared/geo/point.ts';
import { type Day, parseDate } from '../../../shared/kernel/instant.ts';
import type { DayRule, Hours, Week } from '../../../shared/station/hours.ts';
import type { RegionCode } from '../../../shared/station/region.ts';
import type { Kind, Station, StationId, Stop, UnionId } from '../../../shared/station/station.ts';
import type { RegionTable } from '../regions/table.ts';
import { assemble, type Conduct, type Identity, type Running } from './assemble.ts';
import { type Dice, diceOf } from './dice.ts';
import { accessOf, amenitiesOf, daysAgo, honoursOf, statusNoteOf } from './facts.ts';
import { hoursDrawer } from './hours.ts';
import { BRANDS, entranceText, type Spot, spotOf, stationName, townName } from './names.ts';
import { type Ground, groundDrawer, pointIn } from './place.ts';
import {
  BENCHMARK,
  BUILD_SHARES,
  FILLED,
  HOST_SHARES,
  KIND_SHARES,
  OPERATION_SHARES,
  SMART_OF_ALWAYS,
  SMART_OF_OTHERS,
  STATUS_SHARES,
  VERIFIED_SHARES,
} from './rates.ts';

export type SeedWorld = {
  readonly regions: RegionTable;
  readonly outlines: Outlines;
  /** Dates (verified, opened, closed until) spread around this day. */
  readonly today: Day;
};

/**
 * Synthetic stations over the whole country, one at a time: the same count, seed and world give the same stations, and
 * a larger count begins with those of a smaller. Origin `synthetic`, no code yet: the store issues codes of type 9.
 */
export function* generateStations(count: number, seed: number, world: SeedWorld): Iterable<Station> {
  const dice = diceOf(`stations ${seed}`);
  const drawGround = groundDrawer(world.regions, world.outlines, seed);
  const drawHours = hoursDrawer();
  for (let index = 0; index < count; index++) {
    const ground = drawGround(dice);
    const kind = dice.among(KIND_SHARES);
    const identity = identityOf(dice, ground, { kind, index, seed, regions: world.regions });
    const stops = kind === 'mobile' ? stopsOf(dice, identity.point) : [];
    const hours = kind === 'mobile' ? hoursOfStops(stops) : drawHours(dice);
    const conduct = conductOf(dice, world.today);
    yield assemble(identity, conduct, {
      kind,
      stops,
      hours,
      tier: tierOf(dice, hours),
      lodging: kind === 'temporary-lodging' ? lodgingOf(dice, world.today) : null,
      amenities: amenitiesOf(dice, kind, world.today),
      access: accessOf(dice),
      honours: honoursOf(dice, world.today),
    });
  }
}

type About = { readonly kind: Kind; readonly index: number; readonly seed: number; readonly regions: RegionTable };

function identityOf(dice: Dice, ground: Ground, { kind, index, seed, regions }: About): Identity {
  const { region } = ground;
  const { point, town } = pointIn(ground, dice);
  const host = kind === 'driver-home' ? 'service-area' : dice.among(HOST_SHARES);
  const spot = spotOf(dice, host);
  const brand = dice.chance(FILLED.brand) ? dice.pick(BRANDS) : null;
  const townText = dice.chance(FILLED.town) ? townName(diceOf(`town ${town}`)) : null;
  const name = stationName(dice, spot, { short: region.short, kind, brand });
  return {
    id: stationId(dice.id()),
    code: null,
    federationCode: dice.chance(FILLED.federationCode) ? `SL-${seed}-${index + 1}` : null,
    name,
    brand,
    aliases: dice.chance(FILLED.aliases) ? [`${region.short}${spot.place}站`] : [],
    predecessor: null,
    successor: null,
    union: unionOf(region.code),
    region: region.code,
    town: townText,
    address: addressOf(dice, `${regions.fullName(region.code)}${townText ?? ''}`, spot),
    entrance: dice.chance(FILLED.entrance) ? entranceText(dice) : null,
    point,
    source: null,
    pointMethod: dice.among([['geocoded', 0.4] as const, ['picked', 0.35] as const, ['on-site', 0.25] as const]),
    photos: [],
    hostType: dice.chance(FILLED.hostType) ? host : null,
    hostName: dice.chance(FILLED.hostName) ? `${spot.place}${spot.host}` : null,
    // No credit code and no number of a person is invented: it might be somebody's. The hotline is everybody's.
    uscc: null,
    publicPhone: dice.chance(FILLED.publicPhone) ? '12351' : null,
    origin: 'synthetic',
    rev: 1,
  };
}

function addressOf(dice: Dice, region: string, spot: Spot): string {
  const number = 1 + dice.below(60) * (1 + dice.below(8));
  const corner = dice.chance(0.15) ? `与${spotOf(dice, 'other').road}交叉口` : `${number}号`;
  return `${region}${spot.road}${corner}${dice.chance(0.3) ? spot.host : ''}`;
}

function conductOf(dice: Dice, today: Day): Conduct {
  const verified = dice.among(VERIFIED_SHARES);
  const status = dice.among(STATUS_SHARES);
  const opened = 30 + dice.next() * (today - FIRST_DAY - 30);
  return {
    running: runningOf(dice, today),
    area: dice.chance(FILLED.area) ? Math.round((2 + 12 * dice.exponential()) * 10) / 10 : null,
    toiletMetres: dice.chance(0.45) ? 0 : dice.chance(0.5) ? 10 + 10 * dice.below(40) : null,
    verified,
    verifiedOn: verified === 'unverified' ? null : daysAgo(today, Math.min(900, 120 * dice.exponential())),
    status,
    statusNote: statusNoteOf(dice, status, today),
    openedOn: dice.chance(FILLED.openedOn) ? daysAgo(today, opened) : null,
  };
}
/** Stations have been built since 2016. */
const FIRST_DAY = parseDate('2016-01-01') ?? 0;

/** Rating, building and operation; contracts run two years, ratings three. */
function runningOf(dice: Dice, today: Day): Running {
  const stars = dice.chance(FILLED.stars) ? 1 + dice.below(5) : 0;
  const rated = dice.below(700);
  const signed = dice.below(600);
  const operation = dice.chance(FILLED.operation) ? dice.among(OPERATION_SHARES) : null;
  const isContract = operation === 'purchased' || operation === 'project' || operation === 'entrusted';
  return {
    stars,
    ratedOn: stars > 0 ? daysAgo(today, rated) : null,
    validTo: stars > 0 ? daysAgo(today, rated - 1096) : null,
    build: dice.chance(FILLED.build) ? dice.among(BUILD_SHARES) : null,
    operation,
    contractFrom: isContract ? daysAgo(today, signed) : null,
    contractTo: isContract ? daysAgo(today, signed - 730) : null,
  };
}

function tierOf(dice: Dice, { base }: Hours): Station['tier'] {
  if (dice.chance(base.kind === 'always' ? SMART_OF_ALWAYS : SMART_OF_OTHERS)) return 'smart-24h';
  return dice.chance(BENCHMARK) ? 'benchmark' : 'basic';
}

function lodgingOf(dice: Dice, today: Day): Station['lodging'] {
  const startsOn = daysAgo(today, 40 - dice.below(60));
  return { startsOn, endsOn: daysAgo(today, -(30 + dice.below(90))), beds: 4 + 2 * dice.below(19) };
}

/** Two to four stops round the point, each on its own weekdays and hours. */
function stopsOf(dice: Dice, { lng, lat }: Station['point']): readonly Stop[] {
  const shift = () => (dice.next() - 0.5) * 0.03;
  const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6;
  return Array.from({ length: 2 + dice.below(3) }, (_, stop) => {
    const from = (8 + 3 * stop) * 60 + 30 * dice.below(2);
    const days = dice.chance(0.6) ? [0, 1, 2, 3, 4] : [0, 1, 2, 3, 4, 5, 6];
    const point = stop === 0 ? gcj02(lng, lat) : gcj02(round(lng + shift()), round(lat + shift()));
    const span = [from, from + 120] as const;
    return { name: `${spotOf(dice, 'other').place}停靠点`, point, spans: days.map((weekday) => ({ weekday, span })) };
  });
}

/** A mobile station is open where and while it stops. */
function hoursOfStops(stops: readonly Stop[]): Hours {
  const rule = (weekday: number): DayRule => {
    const spans = stops.flatMap((stop) => stop.spans.filter((one) => one.weekday === weekday).map(({ span }) => span));
    return { kind: 'spans', spans: spans.sort((a, b) => a[0] - b[0]) };
  };
  const week: Week = [rule(0), rule(1), rule(2), rule(3), rule(4), rule(5), rule(6)];
  return { base: { kind: 'weekly', week }, holidays: { kind: 'unknown' }, seasons: [], exceptions: [], raw: null };
}

function stationId(hex: string): StationId {
  return hex as StationId;
}

function unionOf(region: RegionCode): UnionId {
  return region as string as UnionId;
}
