/**
 * The closed list of service facilities (服务设施). The order is the bit order in packs and deltas:
 * only ever append, never reorder.
 */
export const AMENITIES = [
  'water',
  'microwave',
  'seating',
  'phone-charging',
  'first-aid',
  'toilet',
  'cooling',
  'heating',
  'fridge',
  'wifi',
  'hot-meal',
  'discount-meal',
  'books',
  'rain-gear',
  'tools',
  'tyre-pump',
  'ebike-charging',
  'battery-swap',
  'ebike-parking',
  'car-parking',
  'truck-parking',
  'aed',
  'shower',
  'laundry',
  'beds',
  'nap-chair',
  'mother-room',
  'wheelchair',
  'haircut',
  'health-check',
  'legal-aid',
  'counselling',
  'job-info',
  'training',
  'join-union',
  'gift-shelf',
  'party-study',
  'volunteers',
] as const;

export type Amenity = (typeof AMENITIES)[number];
/** The five every station should have; `toilet` is asked for beside them. */
export const BASIC_FIVE: readonly Amenity[] = ['water', 'microwave', 'seating', 'phone-charging', 'first-aid'];

/** Order is the code in packs (3 bits): only ever append. */
export const AMENITY_STATES = ['unknown', 'yes', 'no', 'broken', 'seasonal'] as const;
export type AmenityState = (typeof AMENITY_STATES)[number];

export type AmenityFact = {
  readonly state: AmenityState;
  readonly note: string | null;
  readonly confirmedOn: string | null;
};

/** Only what is known is listed; a code that is not listed is unknown. Read it through `amenityState`. */
export type Amenities = { readonly [code in Amenity]?: AmenityFact };

export function amenityState(amenities: Amenities, code: Amenity): AmenityState {
  return amenities[code]?.state ?? 'unknown';
}
