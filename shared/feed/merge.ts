import { AMENITIES, type AmenityState } from '../station/amenity.ts';
import type { AmenityPatch, PutPatch } from './patch.ts';
import type { AmenityBits, FactsPiece, HeldPieces, PointPiece, RestPiece, StatesPiece, TermsPiece } from './pieces.ts';
import { changedRest } from './rest-text.ts';

const NO_BITS: AmenityBits = { lo: 0, hi: 0 };

/** What is held of a row, or nothing yet, with a put laid over it; null when something is in neither. */
export function merged(held: HeldPieces | null, patch: PutPatch): HeldPieces | null {
  const point = mergedPoint(held, patch);
  const facts = mergedFacts(held?.facts ?? null, patch);
  if (point === null || facts === null) return null;
  return {
    point,
    facts,
    states: mergedStates(held, patch),
    terms: mergedTerms(held?.terms ?? null, patch),
    text: patch.text ?? held?.text ?? null,
    rest: mergedRest(held?.rest ?? null, patch),
  };
}

function mergedPoint(held: HeldPieces | null, { point }: PutPatch): PointPiece | null {
  return point === null ? (held?.point ?? null) : { lng: point.lng, lat: point.lat };
}

function mergedFacts(held: FactsPiece | null, { hours, status, amenities }: PutPatch): FactsPiece | null {
  const line = hours?.line ?? held?.hours;
  const said = status ?? held;
  const isWhole = held !== null || amenities.length === AMENITIES.length;
  if (line === undefined || said === null || !isWhole) return null;
  const yes = withStates(held?.yes ?? NO_BITS, amenities, (state) => state === 'yes');
  return { yes, hours: line, status: said.status, kind: said.kind, region: said.region };
}

/** A copy of the core has none, and no core's put ever makes them: only a city's says how to get in. */
function mergedStates(held: HeldPieces | null, patch: PutPatch): StatesPiece | null {
  const before = held === null ? null : held.states;
  if (before === null && (held !== null || patch.access === null)) return null;
  const { amenities, status } = patch;
  return {
    maybe: withStates(before?.maybe ?? NO_BITS, amenities, (state) => state !== 'no' && state !== 'broken'),
    odd: withStates(before?.odd ?? NO_BITS, amenities, (state) => state === 'broken' || state === 'seasonal'),
    statusNote: status === null ? (before?.statusNote ?? null) : status.note,
  };
}

function mergedTerms(held: TermsPiece | null, { access, trust, hours }: PutPatch): TermsPiece | null {
  const how = access ?? held?.access;
  const { origin, verified, verifiedOn } = trust ?? held ?? {};
  const hoursRaw = hours === null ? held?.hoursRaw : hours.raw;
  if (how === undefined || origin === undefined || verified === undefined) return null;
  if (verifiedOn === undefined || hoursRaw === undefined) return null;
  return { access: how, origin, verified, verifiedOn, hoursRaw };
}

function mergedRest(held: RestPiece | null, { point, rest, phone, amenities }: PutPatch): RestPiece | null {
  const fine = point?.fine ?? held?.fine;
  if (fine === undefined || (held === null && phone === null)) return null;
  const notes = new Map(amenities.flatMap(({ bit, note }) => (AMENITIES[bit] ? [[AMENITIES[bit], note]] : [])));
  const line = changedRest(held?.line ?? null, { others: rest, phone, notes });
  return line === null ? null : { fine, line };
}

function withStates(
  bits: AmenityBits,
  amenities: readonly AmenityPatch[],
  has: (state: AmenityState) => boolean,
): AmenityBits {
  let { lo, hi } = bits;
  for (const { bit, state } of amenities) {
    const value = 1 << (bit % 32);
    if (bit < 32) lo = has(state) ? lo | value : lo & ~value;
    else hi = has(state) ? hi | value : hi & ~value;
  }
  return { lo: lo >>> 0, hi: hi >>> 0 };
}
