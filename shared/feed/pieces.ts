import { gcj02 } from '../geo/point.ts';
import type { DateText } from '../kernel/instant.ts';
import {
  AMENITIES,
  type Amenities,
  type Amenity,
  type AmenityFact,
  type AmenityState,
  amenityState,
} from '../station/amenity.ts';
import type { StationCode } from '../station/code.ts';
import type { RegionCode } from '../station/region.ts';
import type { Kind, PublicStation, Status, StatusNote } from '../station/station.ts';
import { accessOfText, accessText } from './access-text.ts';
import { hoursOfText, hoursText } from './hours-text.ts';
import { restOfText, restText } from './rest-text.ts';

/** Forty amenity bits at most: bit i of `lo` is amenity i, bit i of `hi` amenity 32 + i. */
export type AmenityBits = { readonly lo: number; readonly hi: number };

/** 1e-5 degrees: what nearest is computed on. */
export type PointPiece = { readonly lng: number; readonly lat: number };
export type FactsPiece = {
  /** Amenities whose state is `yes`. */
  readonly yes: AmenityBits;
  /** As `hoursText` writes them. */
  readonly hours: string;
  readonly status: Status;
  readonly kind: Kind;
  /** The county it lies in today. */
  readonly region: RegionCode;
};
export type StatesPiece = {
  /** `yes`, `unknown` or `seasonal`: not known to be missing. */
  readonly maybe: AmenityBits;
  /** `broken` or `seasonal`. */
  readonly odd: AmenityBits;
  readonly statusNote: StatusNote | null;
};
/** On what terms: who may come in, how far that is verified, and the hours in the words they were published in. */
export type TermsPiece = {
  /** As `accessText` writes it. */
  readonly access: string;
  readonly origin: PublicStation['origin'];
  readonly verified: PublicStation['verified'];
  readonly verifiedOn: DateText | null;
  readonly hoursRaw: string | null;
};
export type TextPiece = {
  readonly name: string;
  readonly address: string;
  readonly entrance: string | null;
  /** Searchable, so they travel with the name. */
  readonly aliases: readonly string[];
  /** One letter for each UTF-16 unit of the name. */
  readonly initials: string;
};
export type RestPiece = {
  /** The sixth decimals of the point: (Δlng + 5) × 11 + Δlat + 5, in 1e-6 degrees from the 1e-5 point. */
  readonly fine: number;
  /** As `restText` writes it. */
  readonly line: string;
};

/** A public station cut the way packs and deltas carry it. `core` is point + facts, `list` is states + terms + text. */
export type Pieces = {
  readonly point: PointPiece;
  readonly facts: FactsPiece;
  readonly states: StatesPiece;
  readonly terms: TermsPiece;
  readonly text: TextPiece;
  readonly rest: RestPiece;
};
/** What is held of a station: the national core has no more than the first two. */
export type HeldPieces = Pick<Pieces, 'point' | 'facts'> & {
  readonly states: StatesPiece | null;
  readonly terms: TermsPiece | null;
  readonly text: TextPiece | null;
  readonly rest: RestPiece | null;
};

export function amenityBits(of: (amenity: Amenity) => boolean): AmenityBits {
  let lo = 0;
  let hi = 0;
  AMENITIES.forEach((amenity, bit) => {
    if (!of(amenity)) return;
    if (bit < 32) lo |= 1 << bit;
    else hi |= 1 << (bit - 32);
  });
  return { lo: lo >>> 0, hi: hi >>> 0 };
}

export function hasBit(bits: AmenityBits, bit: number): boolean {
  return ((bit < 32 ? bits.lo >>> bit : bits.hi >>> (bit - 32)) & 1) === 1;
}

export function stateOf(facts: FactsPiece, states: StatesPiece | null, bit: number): AmenityState {
  if (hasBit(facts.yes, bit)) return 'yes';
  if (states === null) return 'unknown';
  const odd = hasBit(states.odd, bit);
  if (hasBit(states.maybe, bit)) return odd ? 'seasonal' : 'unknown';
  return odd ? 'broken' : 'no';
}

export function pointOf(row: PublicStation): PointPiece {
  return { lng: Math.round(row.point.lng * 1e5), lat: Math.round(row.point.lat * 1e5) };
}

export function factsOf(row: PublicStation): FactsPiece {
  return {
    yes: amenityBits((amenity) => amenityState(row.amenities, amenity) === 'yes'),
    hours: hoursText(row.hours),
    status: row.status,
    kind: row.kind,
    region: row.region,
  };
}

export function statesOf(row: PublicStation): StatesPiece {
  const state = (amenity: Amenity): AmenityState => amenityState(row.amenities, amenity);
  return {
    maybe: amenityBits((amenity) => state(amenity) !== 'no' && state(amenity) !== 'broken'),
    odd: amenityBits((amenity) => state(amenity) === 'broken' || state(amenity) === 'seasonal'),
    statusNote: row.statusNote,
  };
}

export function termsOf(row: PublicStation): TermsPiece {
  return {
    access: accessText(row.access),
    origin: row.origin,
    verified: row.verified,
    verifiedOn: row.verifiedOn,
    hoursRaw: row.hours.raw,
  };
}

export function textOf(row: PublicStation, initials: string): TextPiece {
  const { name, address, entrance, aliases } = row;
  return { name, address, entrance, aliases, initials };
}

export function restOf(row: PublicStation): RestPiece {
  return { fine: fineOf(row), line: restText(row) };
}

/** `fine` of the rest. */
export function fineOf(row: PublicStation): number {
  const { lng, lat } = pointOf(row);
  const fineLng = Math.round(row.point.lng * 1e6) - lng * 10;
  const fineLat = Math.round(row.point.lat * 1e6) - lat * 10;
  return (fineLng + 5) * 11 + fineLat + 5;
}

/** The whole record again, or null when a line inside is none of ours. */
export function stationOf(code: StationCode, pieces: Pieces): PublicStation | null {
  const { point, facts, states, terms, text, rest } = pieces;
  const hours = hoursOfText(facts.hours);
  const access = accessOfText(terms.access);
  const parsed = restOfText(rest.line);
  if (hours === null || access === null || parsed === null) return null;
  const { notes, ...others } = parsed;
  const fineLng = Math.floor(rest.fine / 11) - 5;
  const fineLat = (rest.fine % 11) - 5;
  const amenities: { [amenity in Amenity]?: AmenityFact } = {};
  AMENITIES.forEach((amenity, bit) => {
    const state = stateOf(facts, states, bit);
    const note = notes[amenity];
    if (state === 'unknown' && note === undefined) return;
    amenities[amenity] = { state, note: note?.[0] ?? null, confirmedOn: note?.[1] ?? null };
  });
  const whole: Amenities = amenities;
  return {
    code,
    ...others,
    name: text.name,
    address: text.address,
    entrance: text.entrance,
    aliases: text.aliases,
    point: gcj02((point.lng * 10 + fineLng) / 1e6, (point.lat * 10 + fineLat) / 1e6),
    region: facts.region,
    kind: facts.kind,
    status: facts.status,
    hours: { ...hours, raw: terms.hoursRaw },
    amenities: whole,
    access,
    origin: terms.origin,
    verified: terms.verified,
    verifiedOn: terms.verifiedOn,
    statusNote: states.statusNote,
  };
}
