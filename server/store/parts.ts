import type { RowPart } from '../../shared/feed/feed.ts';
import { AMENITIES, type Amenities, amenityState } from '../../shared/station/amenity.ts';
import { toPublic } from '../../shared/station/public.ts';
import type { PublicStation, Station } from '../../shared/station/station.ts';

export const ALL_PARTS: readonly RowPart[] = ['core', 'list', 'rest'];

/** In which part of a pack a public field travels; total by type. Amenities travel in all three. */
const PART_OF: { readonly [K in keyof PublicStation]: RowPart | 'split' } = {
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
  amenities: 'split',
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
  for (const field of FIELDS) {
    const part = PART_OF[field];
    if (part !== 'split' && !same(was[field], is[field])) changed.add(part);
  }
  if (!same(was.amenities, is.amenities)) {
    if (!same(yesBits(was.amenities), yesBits(is.amenities))) changed.add('core');
    if (!same(states(was.amenities), states(is.amenities))) changed.add('list');
    if (!same(remarks(was.amenities), remarks(is.amenities))) changed.add('rest');
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

function remarks(amenities: Amenities): readonly unknown[] {
  return AMENITIES.map((code) => [amenities[code]?.note ?? null, amenities[code]?.confirmedOn ?? null]);
}
