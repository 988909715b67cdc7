import type { Amenity, AmenityState } from '../../../shared/station/amenity.ts';
import { AMENITIES } from '../../../shared/station/amenity.ts';
import { AMENITY_WORDS } from '../../../shared/words/station.ts';
import type { IconName } from '../parts/Icon.tsx';

/** Where the word of a need (休息) is not the word of the thing behind the door (座位). */
const THINGS: { readonly [code in Amenity]?: string } = {
  microwave: '微波炉',
  seating: '座位',
  'first-aid': '急救箱',
  cooling: '纳凉降温',
};

/** What stands inside, as a noun. */
export function thingWord(code: Amenity): string {
  return THINGS[code] ?? AMENITY_WORDS[code];
}

const ICONS: { readonly [code in Amenity]?: IconName } = {
  water: 'water',
  microwave: 'microwave',
  seating: 'rest',
  'phone-charging': 'charging',
  'first-aid': 'first-aid',
  toilet: 'toilet',
  cooling: 'cooling',
  heating: 'heating',
  'hot-meal': 'meal',
};

/** Its symbol in the first sprite; null: the sprite of things, loaded with the station page, has one named by the code. */
export function thingIcon(code: Amenity): IconName | null {
  return ICONS[code] ?? null;
}

/** What a card names first: what people come for, in the order they ask. */
const ON_CARD: readonly (readonly [Amenity, string])[] = [
  ['water', '喝水'],
  ['toilet', '厕所'],
  ['phone-charging', '充电'],
  ['seating', '座位'],
  ['microwave', '热饭'],
  ['cooling', '避暑'],
  ['heating', '取暖'],
  ['first-aid', '急救'],
];

export type CardThing = { readonly code: Amenity; readonly word: string; readonly icon: IconName };

/** At most four things that are there; those asked for come first. */
export function cardThings(stateOf: (code: Amenity) => AmenityState, asked: readonly Amenity[]): readonly CardThing[] {
  const there = ON_CARD.filter(([code]) => stateOf(code) === 'yes');
  const first = there.filter(([code]) => asked.includes(code));
  const rest = there.filter(([code]) => !asked.includes(code));
  return [...first, ...rest].slice(0, 4).map(([code, word]) => ({ code, word, icon: ICONS[code] ?? 'check' }));
}

/** Things people count on that are out of order: said on the card, before the walk. */
export function brokenThings(stateOf: (code: Amenity) => AmenityState): readonly string[] {
  return AMENITIES.slice(0, 8)
    .filter((code) => stateOf(code) === 'broken')
    .map(thingWord);
}
