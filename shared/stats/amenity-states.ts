import { AMENITIES, AMENITY_STATES, type Amenity, type AmenityState } from '../station/amenity.ts';

/** Ten states of three bits in a word: no sign bit to mind. */
const A_WORD = 10;
export const STATE_WORDS = Math.ceil(AMENITIES.length / A_WORD);

/** States in the order of the closed list, ten a word, three bits each, the first lowest. */
export type AmenityStates = ArrayLike<number>;

export const NOTHING_KNOWN: AmenityStates = new Uint32Array(STATE_WORDS);

const PLACES: { readonly [code: string]: number } = Object.fromEntries(AMENITIES.map((code, at) => [code, at]));

export function statesOf(state: (code: Amenity) => AmenityState): AmenityStates {
  const words = new Uint32Array(STATE_WORDS);
  for (const [at, code] of AMENITIES.entries()) {
    const word = Math.floor(at / A_WORD);
    words[word] = (words[word] ?? 0) + AMENITY_STATES.indexOf(state(code)) * 8 ** (at % A_WORD);
  }
  return words;
}

export function stateIn(states: AmenityStates, code: Amenity): AmenityState {
  return AMENITY_STATES[stateAt(states, PLACES[code] ?? 0)] ?? 'unknown';
}

/** The place in AMENITY_STATES of the state of the amenity at a place in AMENITIES. */
export function stateAt(states: AmenityStates, at: number): number {
  return ((states[Math.floor(at / A_WORD)] ?? 0) >>> ((at % A_WORD) * 3)) & 7;
}
