import type { RowPart } from '../../shared/feed/feed.ts';
import { AMENITIES, type Amenities, amenityState } from '../../shared/station/amenity.ts';
import { toPublic } from '../../shared/station/public.ts';
import type { PublicStation, Station } from '../../shared/station/station.ts';

type Part = 'core' | 'list' | 'rest';
export const ALL_PARTS: readonly RowPart[] = ['core', 'list', 'rest'];

/** In which part of a pack a public field travels; amenities are split below, so they stand under rest. Total by type. */
const PART_OF: { readonly [K in keyof PublicStation]: Part } = {
  code: 'core',
  point: 'core',
  hours: 'core',
  status: 'core',
  kind: 'core',
  name: 'list',
  address: 'list',
  entrance: 'list',
  access: 'list',
  verified: 'list',
  verifiedOn: 'list',
  statusNote: 'list',
  origin: 'list',
  amenities: 'rest',
  federationCode: 'rest',
  brand: 'rest',
  aliases: 'rest',
  predecessor: 'rest',
  successor: 'rest',
  union: 'rest',
  region: 'rest',
  town: 'rest',
  photos: 'rest',
  lodging: 'rest',
  stops: 'rest',
  area: 'rest',
  tier: 'rest',
  stars: 'rest',
  ratedOn: 'rest',
  validTo: 'rest',
  honours: 'rest',
  build: 'rest',
  operation: 'rest',
  hostType: 'rest',
  hostName: 'rest',
  toiletMetres: 'rest',
  publicPhone: 'rest',
  openedOn: 'rest',
};
const FIELDS = Object.keys(PART_OF).filter((name): name is keyof PublicStation => name in PART_OF);

/** Parts of the public row that differ; empty when nobody outside can see the change. */
export function changedParts(before: Station, after: Station): readonly RowPart[] {
  const [was, is] = [toPublic(before), toPublic(after)];
  const changed = new Set<RowPart>();
  for (const field of FIELDS) if (!same(was[field], is[field])) changed.add(PART_OF[field]);
  if (!same(was.amenities, is.amenities)) {
    if (!same(yesBits(was.amenities), yesBits(is.amenities))) changed.add('core');
    if (!same(states(was.amenities), states(is.amenities))) changed.add('list');
  }
  return ALL_PARTS.filter((part) => changed.has(part));
}

function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

function yesBits(amenities: Amenities): readonly boolean[] {
  return AMENITIES.map((code) => amenityState(amenities, code) === 'yes');
}

function states(amenities: Amenities): readonly string[] {
  return AMENITIES.map((code) => amenityState(amenities, code));
}
