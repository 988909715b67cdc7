import { isLetter, type Pattern } from './pattern.ts';
import { SYLLABLE_RESTS } from './reading.ts';
import { allSounds, type Sound } from './sound.ts';

/**
 * All walks of a pattern at once, over sounds: a state is the set of offsets in the query that walks begun at any
 * earlier unit have reached. States are made when first met, so one pass over all names costs one look-up a unit.
 * Units of the query that are no letter or digit accept every sound here: for them the machine only proposes.
 */
export type Machine = {
  /** Does every row the machine accepts match? */
  readonly exact: boolean;
  /** The place of the unit that completes a match, from `at` on and before the row's end; the row's end when there is none. */
  run(sounds: Uint16Array, at: number): { readonly accepted: boolean; readonly at: number };
};

type State = { readonly offsets: readonly number[]; readonly accepts: boolean; readonly next: (State | undefined)[] };

const H = 104;
/** A query of many readings could make a state of every set; beyond this a new set just proposes its row. */
const MAX_STATES = 2000;

export function compileMachine(pattern: Pattern): Machine {
  const { query } = pattern;
  const sounds = allSounds();
  const states = new Map<string, State>();
  const exact = /^[a-z0-9]*$/.test(query);
  let complete = true;

  const stateOf = (offsets: readonly number[]): State => {
    const key = offsets.join();
    const before = states.get(key);
    if (before !== undefined) return before;
    const full = states.size >= MAX_STATES;
    if (full) complete = false;
    const next: (State | undefined)[] = new Array(sounds.length).fill(undefined);
    const state = { offsets, accepts: full || offsets.includes(query.length), next };
    if (!full) states.set(key, state);
    return state;
  };
  const start = stateOf([0]);
  const stepped = (state: State, sound: number): State => {
    const met = sounds[sound] ?? { kind: 'mute' };
    const offsets = new Set([0]);
    for (const offset of state.offsets) for (const to of steps(pattern, offset, met)) offsets.add(to);
    const next = stateOf([...offsets].sort((a, b) => a - b));
    state.next[sound] = next;
    return next;
  };
  return {
    get exact() {
      return exact && complete;
    },
    run: (text, at) => {
      let state = start;
      for (let place = at; place < text.length; place++) {
        const sound = text[place] ?? 0;
        if (sound === 0) return { accepted: false, at: place };
        state = state.next[sound] ?? stepped(state, sound);
        if (state.accepts) return { accepted: true, at: place };
      }
      return { accepted: false, at: text.length };
    },
  };
}

function steps(pattern: Pattern, offset: number, sound: Sound): readonly number[] {
  const typed = pattern.query.charCodeAt(offset);
  const to: number[] = [];
  if (!isPlain(typed)) to.push(offset + 1);
  if (sound.kind === 'mute' && offset > 0) to.push(offset);
  if (sound.kind === 'latin' && typed === sound.unit) to.push(offset + 1);
  if (sound.kind !== 'syllable' || typed !== sound.letter || !isLetter(typed)) return to;
  to.push(offset + 1);
  for (const rest of sound.rests) {
    const end = pattern.reach(offset + 1, rest);
    if (end > 0) to.push(end);
    if (pattern.query.charCodeAt(offset + 1) === H && SYLLABLE_RESTS[rest]?.startsWith('h')) to.push(offset + 2);
  }
  return to;
}

function isPlain(unit: number): boolean {
  return isLetter(unit) || (unit >= 48 && unit <= 57);
}
