import type { Found, NearQuery, StationTable } from '../../shared/feed/row.ts';
import type { Gcj02 } from '../../shared/geo/point.ts';
import { AMENITIES, type Amenity, amenityState, BASIC_FIVE } from '../../shared/station/amenity.ts';
import type { StationCode } from '../../shared/station/code.ts';
import type { PublicStation } from '../../shared/station/station.ts';
import { doorState, verdictOf, type When } from '../ui/station/answer.ts';
import { isReachable, type Verdict } from '../ui/station/judge.ts';

/** `more`: what is there and not at the station one looks at. */
export type Instead = Found & { readonly verdict: Verdict; readonly more: readonly Amenity[] };

type Asking = { readonly without: StationCode | null; readonly when: When };
/** One and the same test for all questions of a render: its answers are remembered by hours and status. */
type Passing = Asking & { readonly passes: NonNullable<NearQuery['passes']> };
type Place = Pick<PublicStation, 'code' | 'amenities'>;

/** How many open ones are looked through for those that can be reached in time. */
const LOOKED_AT = 24;
const SHOWN = 3;
/** A better equipped one further off than this (metres) is no alternative. */
const WORTH_GOING = 5000;
const SIMILAR_SHOWN = 2;
const COUNTED_ON: readonly Amenity[] = [...BASIC_FIVE, 'toilet'];

/** The nearest open ones that can be reached in time, without the station that is shut; at most three. */
export function openInstead(table: StationTable, from: Gcj02, { without, when }: Asking): readonly Instead[] {
  return reachable(table, { from, want: [] }, passing({ without, when })).slice(0, SHOWN);
}

/**
 * Open ones near by that have everything this one has, and more: the nearest two. Then, for what people count on and
 * this one lacks, the nearest that has it (有热水的最近一个), each station once. Those already `shown` are left out.
 */
export function betterEquipped(
  table: StationTable,
  station: Place,
  { from, when, shown }: { readonly from: Gcj02; readonly when: When; readonly shown: readonly StationCode[] },
): { readonly fuller: readonly Instead[]; readonly lacking: readonly Instead[] } {
  const asking = passing({ without: station.code, when });
  const has = AMENITIES.filter((code) => amenityState(station.amenities, code) === 'yes');
  const fuller = reachable(table, { from, want: has }, asking)
    .map((one) => withMore(one, station))
    .filter((one) => one.more.length > 0 && one.distance <= WORTH_GOING && !shown.includes(one.row.code))
    .slice(0, SIMILAR_SHOWN);
  const known = new Set<StationCode>([...shown, ...fuller.map(({ row }) => row.code)]);
  const lacking: Instead[] = [];
  for (const code of COUNTED_ON) {
    if (amenityState(station.amenities, code) === 'yes') continue;
    const [first] = reachable(table, { from, want: [code] }, asking);
    // Whoever is shown already has said so in its own row.
    if (first === undefined || first.distance > WORTH_GOING || known.has(first.row.code)) continue;
    known.add(first.row.code);
    // What it was looked up for is said first.
    const { more } = withMore(first, station);
    lacking.push({ ...first, more: [code, ...more.filter((one) => one !== code)] });
  }
  return { fuller, lacking: lacking.slice(0, SIMILAR_SHOWN) };
}

/** The same row, saying what it has that this station does not. */
export function withMore(one: Instead, { amenities }: Pick<Place, 'amenities'>): Instead {
  const more = AMENITIES.filter((code) => one.row.amenity(code) === 'yes' && amenityState(amenities, code) !== 'yes');
  return { ...one, more };
}

function passing(asking: Asking): Passing {
  return { ...asking, passes: (hours, status) => doorState({ hours, status }, asking.when) === 'open' };
}

function reachable(
  table: StationTable,
  asked: Pick<NearQuery, 'from' | 'want'>,
  { without, when, passes }: Passing,
): readonly Instead[] {
  const found = table.nearest({
    ...asked,
    wantAny: [],
    unknownToo: false,
    k: LOOKED_AT,
    passes,
  });
  return found
    .filter(({ row }) => row.code !== without)
    .map((one) => ({ ...one, more: [], verdict: verdictOf(one.row, { ...when, distance: one.distance }) }))
    .filter(({ verdict }) => isReachable(verdict));
}
