import { pinyin, polyphonic } from 'pinyin-pro';
import { RULES, type Rule, STEADY, WORDS } from './pinyin-words.ts';

/** What stands in `initialsOf` for a unit that has no letter. */
const NONE = '-';

/**
 * One letter a–z or digit for each UTF-16 unit of the name, as it is read there: 重庆银行(A座) → `cqyh-az-`.
 * Latin letters and digits stand for themselves, full-width ones too; marks, spaces and unreadable characters are `-`.
 */
export function initialsOf(name: string): string {
  const letters: (string | null)[] = [];
  for (const character of name) {
    letters.push(loneLetter(character));
    for (let unit = 1; unit < character.length; unit++) letters.push(NONE);
  }
  overrule(name, (at, syllable) => {
    letters[at] = syllable.charAt(0);
  });
  return letters.map((letter, at) => letter ?? letterAround(name, at)).join('');
}

/** Full pinyin without tones, spaces or marks, `ü` as `v`: 乐清市 → `yueqingshi`. */
export function pinyinOf(name: string): string {
  return syllablesOf(name).join('');
}

/** For each UTF-16 unit of the name its syllable in context, its own letter or digit in lower case, or an empty text. */
export function syllablesOf(name: string): readonly string[] {
  const syllables = dictionaryReadings(name);
  overrule(name, (at, syllable) => {
    syllables[at] = syllable;
  });
  return syllables;
}

/** Tells what the rules and then the words know better; the last told for a place holds. */
function overrule(name: string, tell: (at: number, syllable: string) => void): void {
  for (const rule of rulesFor(name)) {
    for (const match of name.matchAll(rule.pattern)) tell(match.index + match[0].indexOf(rule.of), rule.syllable);
  }
  for (let at = 0; at < name.length; at++) {
    const word = WORDS.get(name.charAt(at))?.find((candidate) => name.startsWith(candidate.text, at));
    if (word === undefined) continue;
    word.syllables.forEach((syllable, offset) => {
      tell(at + offset, syllable);
    });
    at += word.text.length - 1;
  }
}

const RULED: ReadonlySet<string> = new Set(RULES.map((rule) => rule.of));

function rulesFor(name: string): readonly Rule[] {
  for (const character of name) {
    if (RULED.has(character)) return RULES.filter((rule) => name.includes(rule.of));
  }
  return [];
}

/** By character: its letter, or null when its readings begin with different letters. */
const lone = new Map<string, string | null>();

function loneLetter(character: string): string | null {
  const known = lone.get(character);
  if (known !== undefined) return known;
  const letter = readLoneLetter(character);
  lone.set(character, letter);
  return letter;
}

function readLoneLetter(character: string): string | null {
  const usual = plain(character, pinyin(character, { toneType: 'none' })).charAt(0) || NONE;
  if (STEADY.includes(character) || character.length > 1 || !/[\u4e00-\u9fff]/.test(character)) return usual;
  const readings = polyphonic(character, { toneType: 'none', type: 'array' })[0] ?? [];
  return readings.every((reading) => reading.charAt(0) === usual) ? usual : null;
}

/** How far a word can reach to either side of a character. */
const REACH = 4;
/** Names repeat their words, so the dictionary answers a window once; bounded, then begun again. */
const WINDOWS = 100_000;
const windows = new Map<string, string>();

/** The letter of the character at `at` by the dictionary, which is slow: it sees only what can matter. */
function letterAround(name: string, at: number): string {
  const from = Math.max(0, at - REACH);
  const seen = name.slice(from, at + REACH + 1);
  const key = `${at - from}${seen}`;
  const known = windows.get(key);
  if (known !== undefined) return known;
  const letter = (dictionaryReadings(seen)[at - from] ?? '').charAt(0) || NONE;
  if (windows.size >= WINDOWS) windows.clear();
  windows.set(key, letter);
  return letter;
}

function dictionaryReadings(name: string): string[] {
  const syllables: string[] = [];
  // The library answers by code point; a pair of units is one answer.
  const answers = pinyin(name, { toneType: 'none', type: 'array', toneSandhi: false, v: true });
  let place = 0;
  for (const character of name) {
    syllables.push(plain(character, answers[place++] ?? ''));
    for (let unit = 1; unit < character.length; unit++) syllables.push('');
  }
  return syllables;
}

const FULL_WIDTH = 0xfee0;

function plain(character: string, answer: string): string {
  const unit = character.charCodeAt(0);
  const half = unit >= 0xff01 && unit <= 0xff5e ? String.fromCharCode(unit - FULL_WIDTH) : character;
  if (/^[a-z0-9]$/i.test(half)) return half.toLowerCase();
  return /^[a-zü]+$/.test(answer) ? answer.replace(/ü/g, 'v') : '';
}
