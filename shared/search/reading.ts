import { PRESENT, RESTS, SEVERAL, SINGLE } from './syllables.ts';

/**
 * How a character may sound. The tables (`syllables.ts`, written by `data/make/pinyin.ts`) hold GB/T 2312's characters:
 * - RESTS: what follows the first letter of a syllable, separated by spaces. `ong` is the rest of `tong`.
 * - PRESENT: six bits a symbol, lowest first, from U+4E00; 1 = the character is in the tables.
 * - SINGLE: one symbol for each such character in code point order: the place of its rest, or `.` = several readings.
 * - SEVERAL: for each `.` in turn its readings, each a first letter and a rest's symbol, then `.`.
 * A single reading needs no first letter: the letter in context travels with the name.
 */
const FIRST = 0x4e00;
const SYMBOLS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+/';

/** The rests of all syllables without tones, `ü` written `v`. */
export const SYLLABLE_RESTS: readonly string[] = RESTS.split(' ');

export type Readings = {
  /** Places in `SYLLABLE_RESTS` that `unit` can have after `letter`; all of them when the table does not know. */
  restsOf(unit: number, letter: number): readonly number[];
};

const ANY: readonly number[] = SYLLABLE_RESTS.map((_, rest) => rest);
const ALONE: readonly (readonly number[])[] = ANY.map((rest) => [rest]);

/** A character's rests by first letter. */
type Several = ReadonlyMap<number, readonly number[]>;

let decoded: Readings | null = null;

/** Decoded when first asked for: most visits never type pinyin. */
export function readings(): Readings {
  decoded ??= decode();
  return decoded;
}

function decode(): Readings {
  const several = SEVERAL.split('.').map(severalOf);
  const single: (readonly number[] | undefined)[] = [];
  const more: (Several | undefined)[] = [];
  let known = 0;
  let dots = 0;
  for (let at = 0; at < PRESENT.length * 6; at++) {
    if (((SYMBOLS.indexOf(PRESENT.charAt(Math.floor(at / 6))) >> (at % 6)) & 1) === 0) {
      single.push(undefined);
      continue;
    }
    const symbol = SINGLE.charAt(known++);
    single.push(symbol === '.' ? undefined : ALONE[SYMBOLS.indexOf(symbol)]);
    if (symbol === '.') more[at] = several[dots++];
  }
  // A letter no reading has comes from a reading the tables lack: believe it, accept any rest.
  return { restsOf: (unit, letter) => single[unit - FIRST] ?? more[unit - FIRST]?.get(letter) ?? ANY };
}

function severalOf(text: string): Several {
  const rests = new Map<number, readonly number[]>();
  for (let at = 0; at + 1 < text.length; at += 2) {
    const letter = text.charCodeAt(at);
    rests.set(letter, [...(rests.get(letter) ?? []), SYMBOLS.indexOf(text.charAt(at + 1))]);
  }
  return rests;
}
