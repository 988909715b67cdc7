import { readings } from './reading.ts';

/**
 * Everything about a unit of a name that pinyin can see, as one small number: thousands of characters share a few
 * hundred sounds, so a machine over sounds stays small.
 */
export type Sound =
  | { readonly kind: 'line' }
  /** A mark, or a character nobody can read: stepped over. */
  | { readonly kind: 'mute' }
  /** A Latin letter or a digit. */
  | { readonly kind: 'latin'; readonly unit: number }
  /** A first letter and the rests (places in `SYLLABLE_RESTS`) that can follow it. */
  | { readonly kind: 'syllable'; readonly letter: number; readonly rests: readonly number[] };

export const LINE_SOUND = 0;
const MUTE_SOUND = 1;

/** Numbers are given in the order of meeting; nothing is ever renumbered, so all texts of one process share them. */
const known: Sound[] = [{ kind: 'line' }, { kind: 'mute' }];
const latin = new Map<number, number>();
const syllables = new Map<readonly number[], Map<number, number>>();

export function allSounds(): readonly Sound[] {
  return known;
}

/** One number for each unit of a folded text whose rows end in line breaks. `letters` as in `SearchText`. */
export function soundsOf(text: string, letters: Uint8Array): Uint16Array {
  const sounds = new Uint16Array(text.length);
  // Most characters always have the same letter: what a unit was last time is usually right.
  const lastLetter = new Uint8Array(0x10000);
  const lastSound = new Uint16Array(0x10000);
  for (let at = 0; at < sounds.length; at++) {
    const unit = text.charCodeAt(at);
    const letter = letters[at] ?? 0;
    if (lastLetter[unit] !== letter) {
      lastLetter[unit] = letter;
      lastSound[unit] = soundOf(unit, letter);
    }
    sounds[at] = lastSound[unit] ?? MUTE_SOUND;
  }
  return sounds;
}

function soundOf(unit: number, letter: number): number {
  if (unit === 10) return LINE_SOUND;
  if (unit === letter) return numbered(latin, unit, () => ({ kind: 'latin', unit }));
  if (letter < 97 || letter > 122) return MUTE_SOUND;
  const rests = readings().restsOf(unit, letter);
  const same = syllables.get(rests) ?? new Map<number, number>();
  syllables.set(rests, same);
  return numbered(same, letter, () => ({ kind: 'syllable', letter, rests }));
}

function numbered(numbers: Map<number, number>, key: number, make: () => Sound): number {
  const before = numbers.get(key);
  if (before !== undefined) return before;
  numbers.set(key, known.length);
  return known.push(make()) - 1;
}
