import { isInChinaBox } from '../geo/point.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { Facts } from './command.ts';
import type { Settings } from './settings.ts';
import type { Station } from './station.ts';

type Text = 'name' | 'address' | 'entrance' | 'town' | 'brand' | 'hostName' | 'publicPhone';

/** Longest text in characters. */
const LENGTHS: readonly (readonly [field: Text, max: number])[] = [
  ['name', 60],
  ['address', 200],
  ['entrance', 200],
  ['town', 60],
  ['brand', 40],
  ['hostName', 100],
  ['publicPhone', 40],
];

/**
 * The first fault of a station's facts, or null. The types already promise the shape; this says what a type
 * cannot: lengths, ranges, and what a kind must and must not have.
 */
export function factsFault(facts: Facts, settings: Settings): Refusal | null {
  return (
    textFault(facts) ?? pointFault(facts) ?? numberFault(facts) ?? kindFault(facts) ?? numberingFault(facts, settings)
  );
}

function textFault(facts: Facts): Refusal | null {
  if (facts.name.trim() === '') return { kind: 'field-required', field: 'name' };
  if (facts.address.trim() === '') return { kind: 'field-required', field: 'address' };
  for (const [field, max] of LENGTHS) {
    if ((facts[field]?.length ?? 0) > max) return { kind: 'field-length', field, max };
  }
  return null;
}

export function pointFault({ point }: Pick<Station, 'point'>): Refusal | null {
  return isInChinaBox(point) ? null : { kind: 'point-abroad', field: 'point', lng: point.lng, lat: point.lat };
}

function numberFault(facts: Facts): Refusal | null {
  const { area, stars, toiletMetres } = facts;
  if (area !== null && !(area > 0 && area <= 100_000))
    return { kind: 'field-range', field: 'area', min: 0.1, max: 100_000 };
  if (!(Number.isInteger(stars) && stars >= 0 && stars <= 5))
    return { kind: 'field-range', field: 'stars', min: 0, max: 5 };
  if (toiletMetres !== null && !(toiletMetres >= 0 && toiletMetres <= 5000)) {
    return { kind: 'field-range', field: 'toiletMetres', min: 0, max: 5000 };
  }
  return null;
}

function kindFault({ kind, lodging, stops }: Facts): Refusal | null {
  if (kind === 'temporary-lodging') {
    if (lodging === null) return { kind: 'field-required', field: 'lodging' };
    if (lodging.endsOn < lodging.startsOn) {
      return { kind: 'field-date-early', field: 'lodging.endsOn', notBefore: lodging.startsOn };
    }
    if (!(Number.isInteger(lodging.beds) && lodging.beds >= 0 && lodging.beds <= 10_000)) {
      return { kind: 'field-range', field: 'lodging.beds', min: 0, max: 10_000 };
    }
  }
  if (kind === 'mobile') {
    if (stops.length === 0) return { kind: 'field-required', field: 'stops' };
    for (const [i, stop] of stops.entries()) {
      if (stop.name.trim() === '') return { kind: 'field-required', field: `stops.${i}.name` };
      const fault = pointFault(stop);
      if (fault !== null && 'field' in fault) return { ...fault, field: `stops.${i}.${fault.field}` };
    }
  }
  return null;
}

function numberingFault({ uscc, federationCode }: Facts, settings: Settings): Refusal | null {
  if (uscc !== null && !isUscc(uscc)) return { kind: 'field-format', field: 'uscc', example: USCC_EXAMPLE };
  const pattern = settings['federation-code-pattern'];
  if (federationCode !== null && !new RegExp(pattern, 'u').test(federationCode)) {
    return { kind: 'field-format', field: 'federationCode', example: pattern };
  }
  return null;
}

const USCC_EXAMPLE = '91350100M000100Y43';
/** GB 32100-2015: 18 places without I, O, S, V, Z; the last makes the weighted sum a multiple of 31. */
const USCC_DIGITS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

export function isUscc(text: string): boolean {
  if (text.length !== 18) return false;
  let sum = 0;
  let weight = 1;
  for (const place of text.slice(0, 17)) {
    const value = USCC_DIGITS.indexOf(place);
    if (value < 0) return false;
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return USCC_DIGITS[(31 - (sum % 31)) % 31] === text[17];
}
