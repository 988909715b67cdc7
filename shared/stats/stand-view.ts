import type { Day } from '../kernel/instant.ts';
import type { Hours } from '../station/hours.ts';
import { hoursFromKey, hoursKey } from '../station/hours-key.ts';
import { isRegionCode, NATION, type RegionCode } from '../station/region.ts';
import { STATUSES, type Status, type UnionId } from '../station/station.ts';
import type { AmenityStates } from './amenity-states.ts';
import { NOTHING_KNOWN, STATE_WORDS } from './amenity-states.ts';
import { TermPool, WordPool } from './pool.ts';
import type { Stand } from './stand.ts';
import { TRAITS } from './traits.ts';
import type { Versions } from './versions.ts';

/** A station taken off the register altogether (purged examples). */
export const GONE = 255;

/** What versions name by number. A place is `union region`. */
export class Pools {
  readonly places = new TermPool();
  readonly steps = new TermPool();
  readonly hours = new TermPool();
  readonly amenities = new WordPool(STATE_WORDS);
  private readonly read: (Hours | undefined)[] = [];
  private readonly split: (readonly [UnionId, RegionCode])[] = [];

  takeHours(hours: Hours): number {
    return this.hours.take(hoursKey(hours));
  }

  hoursOf(id: number): Hours {
    const known = this.read[id];
    if (known !== undefined) return known;
    const hours = hoursFromKey(this.hours.term(id));
    if (hours === null) throw new Error(`no hours are written as ${this.hours.term(id)}`);
    this.read[id] = hours;
    return hours;
  }

  takePlace(union: UnionId, region: RegionCode): number {
    return this.places.take(`${union} ${region}`);
  }

  placeOf(id: number): readonly [UnionId, RegionCode] {
    const known = this.split[id];
    if (known !== undefined) return known;
    const [union = '', region = ''] = this.places.term(id).split(' ');
    const place = [union as UnionId, isRegionCode(region) ? region : NATION] as const;
    this.split[id] = place;
    return place;
  }
}

/** A stand read out of the columns: each field when it is asked for. Set `version` to look at another one. */
export class StandView implements Stand {
  version = 0;
  /** Whose states are at hand: they are asked for several times over. */
  private statesOf = -1;
  private states: AmenityStates = NOTHING_KNOWN;

  constructor(
    private readonly versions: Versions,
    private readonly pools: Pools,
  ) {}

  get status(): Status {
    return STATUSES[this.versions.status[this.version] ?? GONE] ?? 'abandoned';
  }
  get union(): UnionId {
    return this.pools.placeOf(this.versions.place[this.version] ?? 0)[0];
  }
  get region(): RegionCode {
    return this.pools.placeOf(this.versions.place[this.version] ?? 0)[1];
  }
  get amenities(): AmenityStates {
    const id = this.versions.amenities[this.version] ?? 0;
    if (id !== this.statesOf) this.states = this.pools.amenities.group(id);
    this.statesOf = id;
    return this.states;
  }
  get hours(): Hours {
    return this.pools.hoursOf(this.versions.hours[this.version] ?? 0);
  }
  get verifiedOn(): Day | null {
    const day = this.versions.verifiedDay[this.version] ?? 0;
    return day === 0 ? null : (day as Day);
  }
  get lng(): number {
    return this.versions.lng[this.version] ?? 0;
  }
  get lat(): number {
    return this.versions.lat[this.version] ?? 0;
  }
  get kind(): Stand['kind'] {
    return TRAITS.kind(this.traits);
  }
  get size(): Stand['size'] {
    return TRAITS.size(this.traits);
  }
  get build(): Stand['build'] {
    return TRAITS.build(this.traits);
  }
  get operation(): Stand['operation'] {
    return TRAITS.operation(this.traits);
  }
  get hostType(): Stand['hostType'] {
    return TRAITS.hostType(this.traits);
  }
  get tier(): Stand['tier'] {
    return TRAITS.tier(this.traits);
  }
  get origin(): Stand['origin'] {
    return TRAITS.origin(this.traits);
  }
  get verified(): Stand['verified'] {
    return TRAITS.verified(this.traits);
  }
  get pointMethod(): Stand['pointMethod'] {
    return TRAITS.pointMethod(this.traits);
  }
  get honours(): Stand['honours'] {
    return TRAITS.honours(this.traits);
  }
  private get traits(): number {
    return this.versions.traits[this.version] ?? 0;
  }
}
