import type { Pattern } from './pattern.ts';
import { SYLLABLE_RESTS } from './reading.ts';

/**
 * A regular expression over letters (`SearchText.letters`) that meets every walk of a pattern within its first few
 * units: which letters can follow one another, whatever the characters are. The engine runs it over all names in one
 * native pass; what it proposes is walked. A pattern that begins with neither letter nor digit has none.
 */
const DEPTH = 4;
const H = 'h';

export function proposalOf(pattern: Pattern): RegExp | null {
  if (!isPlain(pattern.query.charAt(0))) return null;
  const proposal = new RegExp(source(pattern, [0], DEPTH), 'g');
  // V8 interprets an expression the first time and compiles it the second: let the first be short.
  proposal.test('-');
  proposal.lastIndex = 0;
  return proposal;
}

/** Deterministic by letter, so it stays small: one branch for each letter that some offset can take next. */
function source(pattern: Pattern, offsets: readonly number[], depth: number): string {
  const { query } = pattern;
  // A walk may be over here, or go on with a character of unknown letter: nothing more can be asked.
  if (depth === 0 || offsets.some((offset) => !isPlain(query.charAt(offset)))) return '';
  const letters = [...new Set(offsets.map((offset) => query.charAt(offset)))];
  const branches = letters.map((letter) => {
    const taken = offsets.filter((offset) => query.charAt(offset) === letter);
    const rest = source(pattern, [...new Set(taken.flatMap((offset) => ends(pattern, offset)))], depth - 1);
    return rest === '' ? letter : `${letter}-*${rest}`;
  });
  return branches.length === 1 ? branches.join('') : `(?:${branches.join('|')})`;
}

/** Where one unit that begins with the letter at `offset` can leave off. */
function ends(pattern: Pattern, offset: number): readonly number[] {
  const to = [offset + 1];
  if (pattern.query.charAt(offset + 1) === H) to.push(offset + 2);
  SYLLABLE_RESTS.forEach((_, rest) => {
    const end = pattern.reach(offset + 1, rest);
    if (end > 0) to.push(end);
  });
  return to;
}

/** Does it stand in `letters` as itself? An empty text, past the query's end, does not. */
function isPlain(unit: string): boolean {
  return /^[a-z0-9]$/.test(unit);
}
