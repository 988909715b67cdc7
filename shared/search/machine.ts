import { isLetter, type Pattern } from './pattern.ts';
import { SYLLABLE_RESTS } from './reading.ts';
import { allSounds, LINE_SOUND, type Sound } from './sound.ts';

const H = 104;
/** The parts of a `SearchText` the machine reads. */
type Sounding = { readonly letters: Uint8Array; readonly sounds: Uint16Array };

/** Entries of the table that are no state. */
const UNMET = 0;
const ACCEPT = 1;
/** A query of many readings could make a state of every set; beyond this a new set just proposes its row. */
const MAX_STATES = 1000;

/**
 * All walks of a pattern at once, over sounds: a state is the set of offsets in the query that walks begun at any
 * earlier unit have reached. States are made when first met, so a pass over all names costs one look-up a unit.
 * Units of the query that are no letter or digit accept every sound here: for them the machine only proposes. The
 * first unit must be a letter or digit.
 *
 * A state is the place of its row in the table; the row has one entry for each sound. Row 0 is never used, so that
 * UNMET and ACCEPT are no state.
 */
export class Machine {
  private readonly pattern: Pattern;
  private readonly initial: number;
  private readonly sounds: readonly Sound[] = [...allSounds()];
  private readonly width = Math.max(2, this.sounds.length);
  private readonly places = new Map<string, number>();
  private readonly sets: (readonly number[])[] = [[]];
  private table: Int32Array;
  private full = false;

  constructor(pattern: Pattern) {
    this.pattern = pattern;
    this.initial = pattern.query.charCodeAt(0);
    this.table = new Int32Array(this.width * 16);
    this.stateOf([0]);
  }

  /** Does every row the machine accepts match? True until it met a query or a set beyond its means. */
  get exact(): boolean {
    return !this.full && /^[a-z0-9]*$/.test(this.pattern.query);
  }

  /** The place of the first unit from `from` on, a row's first, that completes a match; -1 when there is none. */
  next({ letters, sounds }: Sounding, from: number): number {
    const start = this.width;
    let state = start;
    let table = this.table;
    for (let at = from; at < sounds.length; at++) {
      // Most of the text begins nothing; a loop that waits for no table is several times as fast.
      if (state === start) while (letters[at] !== this.initial && at < sounds.length) at++;
      const sound = sounds[at] ?? LINE_SOUND;
      let to = table[state + sound] ?? UNMET;
      if (to === UNMET) {
        to = this.meet(state, sound);
        table = this.table;
      }
      if (to === ACCEPT) return at;
      state = to;
    }
    return -1;
  }

  private meet(state: number, sound: number): number {
    const offsets = new Set([0]);
    const met = this.sounds[sound];
    if (met !== undefined && met.kind !== 'line') {
      for (const offset of this.sets[state / this.width] ?? []) {
        for (const to of steps(this.pattern, offset, met)) offsets.add(to);
      }
    }
    const to = offsets.has(this.pattern.query.length) ? ACCEPT : this.stateOf([...offsets].sort((a, b) => a - b));
    this.table[state + sound] = to;
    return to;
  }

  private stateOf(offsets: readonly number[]): number {
    const key = offsets.join();
    const before = this.places.get(key);
    if (before !== undefined) return before;
    if (this.sets.length > MAX_STATES) {
      this.full = true;
      return ACCEPT;
    }
    const place = this.sets.push(offsets) * this.width - this.width;
    this.places.set(key, place);
    if (place + this.width > this.table.length) {
      const larger = new Int32Array(this.table.length * 2);
      larger.set(this.table);
      this.table = larger;
    }
    return place;
  }
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

/** Does it stand in `letters` as itself? */
export function isPlain(unit: number): boolean {
  return isLetter(unit) || (unit >= 48 && unit <= 57);
}
