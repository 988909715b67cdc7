import { writeFileSync } from 'node:fs';
import { polyphonic } from 'pinyin-pro';

/**
 * Writes `shared/search/syllables.ts`: which syllables each common character may be read as.
 * Run from the repository's top, built like every command (`vite build --ssr`); the same pinyin-pro gives the same file.
 *
 * The first letter of a syllable travels with every name, so a character with one reading needs only the rest
 * of it (重 `zhong`, `chong`: the rest is `ong` after `h`). A character with several readings keeps each whole.
 */
const FIRST = 0x4e00;
const LAST = 0x9fa5;
/** One printable character per rest or per six bits; no quote, backslash or separator among them. */
const SYMBOLS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+/';

/** GB/T 2312 levels one and two: 6,763 characters, in code point order. */
function commonCharacters(): readonly string[] {
  const decoder = new TextDecoder('gb2312');
  const found: string[] = [];
  for (let row = 0xb0; row <= 0xf7; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) {
      const character = decoder.decode(new Uint8Array([row, cell]));
      const unit = character.charCodeAt(0);
      if (character.length === 1 && unit >= FIRST && unit <= LAST) found.push(character);
    }
  }
  return found.sort();
}

/** Readings of place names that the dictionary does not list for the character. */
const LOCAL: Readonly<Record<string, readonly string[]>> = { 祭: ['zha'] };

/** Readings without tones, `ü` as `v`, most usual first. Interjections (`m`, `ng`) are no reading of a name. */
function readingsOf(character: string): readonly string[] {
  const all = polyphonic(character, { toneType: 'none', type: 'array' })[0] ?? [];
  const plain = [...all, ...(LOCAL[character] ?? [])]
    .map((syllable) => syllable.replace(/ü/g, 'v'))
    .filter((syllable) => /[aeiouv]/.test(syllable));
  return [...new Set(plain)];
}

/** Every rest in use, the most frequent first. */
function restsByUse(readings: readonly (readonly string[])[]): readonly string[] {
  const use = new Map<string, number>();
  for (const syllable of readings.flat()) use.set(syllable.slice(1), (use.get(syllable.slice(1)) ?? 0) + 1);
  return [...use].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([rest]) => rest);
}

function presentBits(characters: readonly string[]): string {
  const present = new Set(characters.map((character) => character.charCodeAt(0)));
  let text = '';
  for (let from = FIRST; from <= LAST; from += 6) {
    let six = 0;
    for (let bit = 0; bit < 6; bit++) if (present.has(from + bit)) six |= 1 << bit;
    text += SYMBOLS.charAt(six);
  }
  return text;
}

function moduleText(): string {
  const characters = commonCharacters();
  const readings = characters.map(readingsOf);
  const rests = restsByUse(readings);
  if (rests.length > SYMBOLS.length) throw new Error(`${rests.length} rests, ${SYMBOLS.length} symbols`);
  const symbol = (syllable: string): string => SYMBOLS.charAt(rests.indexOf(syllable.slice(1)));
  let single = '';
  let several = '';
  for (const of of readings) {
    single += of.length === 1 ? symbol(of[0] ?? '') : '.';
    if (of.length === 1) continue;
    several += of.map((syllable) => syllable.charAt(0) + symbol(syllable)).join('');
    several += '.';
  }
  const line = (name: string, says: string, value: string): string =>
    `/** ${says} */\nexport const ${name} =\n  '${value}';\n`;
  return `// Written by data/make/pinyin.ts from pinyin-pro (MIT); the format is told in reading.ts. Do not edit.\n\n${[
    line(
      'RESTS',
      'What can follow the first letter of a syllable; a rest is named by its place here.',
      rests.join(' '),
    ),
    line(
      'PRESENT',
      'One bit a code point from U+4E00, six to a symbol, lowest first: is it in the table?',
      presentBits(characters),
    ),
    line('SINGLE', 'One symbol for each character present: its rest, or a dot when it has several readings.', single),
    line('SEVERAL', 'For each dot in turn: pairs of first letter and rest, closed by a dot.', several),
  ].join('\n')}`;
}

writeFileSync('shared/search/syllables.ts', moduleText());
