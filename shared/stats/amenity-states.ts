import { AMENITIES, AMENITY_STATES, type Amenity, type AmenityState } from '../station/amenity.ts';

/** Ten states of three bits in a word: no sign bit to mind. */
const A_WORD = 10;
export const STATE_WORDS = Math.ceil(AMENITIES.length / A_WORD);

/** States in the order of the closed list, ten a word, three bits each, the first lowest. */
export type AmenityStates = ArrayLike<number>;

export const NOTHING_KNOWN: AmenityStates = new Uint32Array(STATE_WORDS);

const PLACES: { readonly [code: string]: number } = Object.fromEntries(AMENITIES.map((code, at) => [code, at]));

const STATE_CODES: { readonly [state: string]: number } = Object.fromEntries(
  AMENITY_STATES.map((state, at) => [state, at]),
);

/** Of a record's amenities: what it does not list is unknown, and so is a state or a code that is not of the lists. */
export function statesOf(amenities: { readonly [code: string]: unknown }): AmenityStates {
  const words = new Uint32Array(STATE_WORDS);
  for (const code of Object.keys(amenities)) {
    const at = PLACES[code];
    const fact = amenities[code];
    if (at === undefined || typeof fact !== 'object' || fact === null) continue;
    const { state }: { readonly state?: unknown } = fact;
    const word = Math.floor(at / A_WORD);
    words[word] = (words[word] ?? 0) | ((STATE_CODES[String(state)] ?? 0) << ((at % A_WORD) * 3));
  }
  return words;
}

/** How many of some amenities, given by their places in AMENITIES, are in a state. */
export function countIn(states: AmenityStates, places: readonly number[], state: AmenityState): number {
  const wanted = STATE_CODES[state];
  let count = 0;
  for (const at of places) if (stateAt(states, at) === wanted) count += 1;
  return count;
}

export function stateIn(states: AmenityStates, code: Amenity): AmenityState {
  return AMENITY_STATES[stateAt(states, PLACES[code] ?? 0)] ?? 'unknown';
}

/** The place in AMENITY_STATES of the state of the amenity at a place in AMENITIES. */
export function stateAt(states: AmenityStates, at: number): number {
  return ((states[Math.floor(at / A_WORD)] ?? 0) >>> ((at % A_WORD) * 3)) & 7;
}
