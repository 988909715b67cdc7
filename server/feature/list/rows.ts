import { type Day, parseDate } from '../../../shared/kernel/instant.ts';
import { AMENITIES, AMENITY_STATES, amenityState } from '../../../shared/station/amenity.ts';
import type { Hours } from '../../../shared/station/hours.ts';
import {
  BUILDS,
  HOST_TYPES,
  KINDS,
  OPERATIONS,
  ORIGINS,
  PUBLISHED,
  STATUSES,
  type Station,
  type StationId,
  type Status,
  TIERS,
  VERIFICATIONS,
} from '../../../shared/station/station.ts';
import type { Listed } from '../../store/port/list.ts';
import { Words } from './interned.ts';

/** What is known of the hours, as a column. */
export const HOURS = { known: 0, always: 1, unknown: 2, unread: 3 } as const;
/** No day. */
export const NEVER = 0;
/** Metres to the nearest other station where nobody found one. */
export const FAR = 2 ** 31 - 1;
/** Codes of stations without one come last. */
export const NO_CODE = 1e15;

const LIVING: readonly Status[] = [...PUBLISHED, 'draft', 'submitted', 'returned', 'approved'];

/** The columns of one row; a list that may be empty counts from 1, 0 = null. */
const BYTES = ['status', 'kind', 'host', 'build', 'operation', 'tier', 'stars', 'verified', 'origin', 'hours'] as const;
const FLAGS = ['photos', 'living', 'published', 'broken', 'waiting', 'held'] as const;
const WHOLES = ['union', 'region', 'town', 'brand', 'verifiedDay', 'untilDay', 'nearest'] as const;
const REALS = ['code', 'changedAt', 'lng', 'lat'] as const;

type ByteColumn = (typeof BYTES)[number] | (typeof FLAGS)[number];

/**
 * What all stations of the register are filtered and sorted by, as columns of numbers: one pass over them answers any
 * question. A row keeps its place for as long as the station is in the register.
 */
export class ListRows {
  readonly bytes: { [K in ByteColumn]: Uint8Array };
  readonly wholes: { [K in (typeof WHOLES)[number]]: Int32Array };
  readonly reals: { [K in (typeof REALS)[number]]: Float64Array };
  /** `AMENITIES.length` to a row, each the place of its state in `AMENITY_STATES`. */
  amenities: Uint8Array;
  readonly ids: StationId[] = [];
  readonly words = { union: new Words(), town: new Words(), brand: new Words() };
  private readonly places = new Map<StationId, number>();
  private room: number;

  constructor(room = 1024) {
    this.room = room;
    this.bytes = columns([...BYTES, ...FLAGS], () => new Uint8Array(room));
    this.wholes = columns(WHOLES, () => new Int32Array(room));
    this.reals = columns(REALS, () => new Float64Array(room));
    this.amenities = new Uint8Array(room * AMENITIES.length);
  }

  /** Rows there ever were; those of stations that are gone are not `held`. */
  get size(): number {
    return this.ids.length;
  }

  rowOf(id: StationId): number | null {
    return this.places.get(id) ?? null;
  }

  /** Writes a station's row and says which it is. */
  put({ station, changedAt }: Listed): number {
    const row = this.places.get(station.id) ?? this.add(station.id);
    this.putCodes(row, station);
    this.putFlags(row, station);
    this.wholes.union[row] = this.words.union.number(station.union);
    this.wholes.region[row] = Number(station.region);
    this.wholes.town[row] = this.words.town.number(station.town ?? '');
    this.wholes.brand[row] = this.words.brand.number(station.brand ?? '');
    this.wholes.verifiedDay[row] = dayNumber(station.verifiedOn);
    this.wholes.untilDay[row] = dayNumber(station.statusNote?.until ?? null);
    this.reals.code[row] = station.code === null ? NO_CODE : Number(station.code);
    this.reals.changedAt[row] = changedAt;
    this.reals.lng[row] = station.point.lng;
    this.reals.lat[row] = station.point.lat;
    AMENITIES.forEach((code, at) => {
      this.amenities[row * AMENITIES.length + at] = AMENITY_STATES.indexOf(amenityState(station.amenities, code));
    });
    return row;
  }

  /** A station that left the register; its row answers no question any more. */
  drop(id: StationId): number | null {
    const row = this.rowOf(id);
    if (row !== null) this.bytes.held[row] = 0;
    if (row !== null) this.bytes.living[row] = 0;
    return row;
  }

  private putCodes(row: number, station: Station): void {
    const { bytes } = this;
    bytes.status[row] = STATUSES.indexOf(station.status);
    bytes.kind[row] = KINDS.indexOf(station.kind);
    bytes.host[row] = station.hostType === null ? 0 : HOST_TYPES.indexOf(station.hostType) + 1;
    bytes.build[row] = station.build === null ? 0 : BUILDS.indexOf(station.build) + 1;
    bytes.operation[row] = station.operation === null ? 0 : OPERATIONS.indexOf(station.operation) + 1;
    bytes.tier[row] = TIERS.indexOf(station.tier);
    bytes.stars[row] = station.stars;
    bytes.verified[row] = VERIFICATIONS.indexOf(station.verified);
    bytes.origin[row] = ORIGINS.indexOf(station.origin);
    bytes.hours[row] = hoursCode(station.hours);
  }

  private putFlags(row: number, station: Station): void {
    const { bytes } = this;
    bytes.held[row] = 1;
    bytes.photos[row] = station.photos.length > 0 ? 1 : 0;
    bytes.living[row] = LIVING.includes(station.status) ? 1 : 0;
    bytes.published[row] = PUBLISHED.includes(station.status) ? 1 : 0;
    bytes.broken[row] = AMENITIES.some((code) => station.amenities[code]?.state === 'broken') ? 1 : 0;
    bytes.waiting[row] = isWaiting(station) ? 1 : 0;
  }

  private add(id: StationId): number {
    const row = this.ids.push(id) - 1;
    this.places.set(id, row);
    if (row >= this.room) this.grow();
    this.wholes.nearest[row] = FAR;
    return row;
  }

  private grow(): void {
    this.room *= 2;
    const longer = <A extends Uint8Array | Int32Array | Float64Array>(made: A, held: A): A => {
      made.set(held);
      return made;
    };
    for (const name of [...BYTES, ...FLAGS]) this.bytes[name] = longer(new Uint8Array(this.room), this.bytes[name]);
    for (const name of WHOLES) this.wholes[name] = longer(new Int32Array(this.room), this.wholes[name]);
    for (const name of REALS) this.reals[name] = longer(new Float64Array(this.room), this.reals[name]);
    this.amenities = longer(new Uint8Array(this.room * AMENITIES.length), this.amenities);
  }
}

/** A ledger's row that came with a question nobody has answered yet: it is not published before. */
export function isWaiting({ status, origin }: Pick<Station, 'status' | 'origin'>): boolean {
  return status === 'submitted' && origin !== 'registered';
}

export function hoursCode({ base, raw }: Hours): number {
  if (base.kind === 'always') return HOURS.always;
  if (base.kind === 'weekly') return base.week.some((day) => day.kind === 'unknown') ? HOURS.unread : HOURS.known;
  return raw === null ? HOURS.unknown : HOURS.unread;
}

/** A day as a column holds it; `NEVER` for none. No station is older than 1970. */
function dayNumber(text: string | null): Day | typeof NEVER {
  return text === null ? NEVER : (parseDate(text) ?? NEVER);
}

function columns<const N extends string, A>(names: readonly N[], make: () => A): { [K in N]: A } {
  return Object.fromEntries(names.map((name) => [name, make()])) as { [K in N]: A };
}
