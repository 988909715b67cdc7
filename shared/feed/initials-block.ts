import type { ByteReader, ByteWriter, Utf8 } from './bytes.ts';
import type { TextPiece } from './pieces.ts';
import { readTexts, TEXT_END, type TextColumn, textBytes, writeTexts } from './planes.ts';

/**
 * Initials nearly follow from the name, so only what does not follow travels: for each UTF-16 unit, in the order the
 * units first appear in the names, the letter it mostly has; then the rows this gets wrong, with their initials.
 */
export function writeInitials(to: ByteWriter, texts: readonly TextPiece[], utf8: Utf8): void {
  const letters = commonLetters(texts);
  to.block(Uint8Array.from([...letters.values()]));
  const wrong = texts.flatMap(({ name, initials }, at) => {
    const patch = patchOf(guess(name, letters), initials);
    return patch === '' ? [] : [{ at, patch }];
  });
  to.varint(wrong.length);
  wrong.forEach(({ at }, i) => {
    to.varint(at - (wrong[i - 1]?.at ?? 0));
  });
  writeTexts(
    to,
    wrong.map(({ patch }) => utf8.encode(patch)),
  );
}

/** The letter most seen at each unit where name and initials have one length; 0 for a unit never so seen, and letters that are no ASCII. */
function commonLetters(texts: readonly TextPiece[]): ReadonlyMap<number, number> {
  const votes = new Map<number, Map<number, number>>();
  for (const { name, initials } of texts) {
    for (let at = 0; at < name.length; at++) {
      const unit = name.charCodeAt(at);
      const seen = votes.get(unit) ?? new Map<number, number>();
      votes.set(unit, seen);
      const letter = initials.charCodeAt(at);
      if (initials.length === name.length && letter < 128) seen.set(letter, (seen.get(letter) ?? 0) + 1);
    }
  }
  const best = (seen: ReadonlyMap<number, number>): number =>
    [...seen].reduce(
      (top, each) => (each[1] > top[1] || (each[1] === top[1] && each[0] < top[0]) ? each : top),
      [0, 0],
    )[0];
  return new Map([...votes].map(([unit, seen]) => [unit, best(seen)]));
}

function guess(name: string, letters: ReadonlyMap<number, number>): string {
  let initials = '';
  for (let at = 0; at < name.length; at++) initials += String.fromCharCode(letters.get(name.charCodeAt(at)) ?? 0);
  return initials;
}

/** What turns a guess into the truth: `+` and the whole truth, or for each wrong letter its place (from U+0100 on) and itself. */
function patchOf(guessed: string, initials: string): string {
  if (guessed === initials) return '';
  if (guessed.length !== initials.length || guessed.length > 200) return `+${initials}`;
  let patch = '';
  for (let at = 0; at < initials.length; at++) {
    if (guessed[at] !== initials[at]) patch += String.fromCharCode(FIRST_PLACE + at) + (initials[at] ?? '');
  }
  return patch;
}

const FIRST_PLACE = 0x100;

function patched(guessed: string, patch: string): string | null {
  if (patch[0] === '+') return patch.slice(1);
  const letters = guessed.split('');
  for (let i = 0; i < patch.length; i += 2) {
    const place = patch.charCodeAt(i) - FIRST_PLACE;
    const letter = patch[i + 1];
    if (letter === undefined || place < 0 || place >= letters.length) return null;
    letters[place] = letter;
  }
  return letters.join('');
}

export function readInitials(from: ByteReader, names: TextColumn, utf8: Utf8): TextColumn {
  const n = names.ends.length;
  const letters = from.block();
  const wrong = readWrong(from, n, utf8);
  const known = new Map<number, number>();
  const texts: Uint8Array[] = [];
  for (let row = 0; row < n && from.problem === null; row++) {
    const name = utf8.decode(textBytes(names, row) ?? new Uint8Array(0));
    for (let at = 0; at < name.length; at++) {
      const unit = name.charCodeAt(at);
      if (!known.has(unit)) known.set(unit, letters[known.size] ?? 0);
    }
    const patch = wrong.get(row);
    const initials = patch === undefined ? guess(name, known) : patched(guess(name, known), patch);
    if (initials === null) from.fail('initials out of range');
    else texts.push(utf8.encode(initials));
  }
  if (from.problem === null && known.size !== letters.length) from.fail('letters do not match names');
  return columnOf(texts);
}

function readWrong(from: ByteReader, n: number, utf8: Utf8): ReadonlyMap<number, string> {
  const count = from.upTo(n, 'wrong initials');
  const rows: number[] = [];
  let row = 0;
  for (let i = 0; i < count; i++) {
    row += from.varint();
    if (row >= n) from.fail('initials without a row');
    rows.push(row);
  }
  const texts = readTexts(from, count);
  if (from.problem !== null) return new Map();
  return new Map(rows.map((at, i) => [at, utf8.decode(textBytes(texts, i) ?? new Uint8Array(0))]));
}

function columnOf(texts: readonly Uint8Array[]): TextColumn {
  const ends = new Uint32Array(texts.length);
  let length = 0;
  texts.forEach((text, row) => {
    length += text.length;
    ends[row] = length;
    length += 1;
  });
  const bytes = new Uint8Array(length).fill(TEXT_END);
  texts.forEach((text, row) => {
    bytes.set(text, (ends[row] ?? 0) - text.length);
  });
  return { bytes, ends };
}
