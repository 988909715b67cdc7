import { readings, SYLLABLE_RESTS } from '../../../shared/search/reading.ts';

/** The plain meaning of a pinyin match, without any of the product's shortcuts. */
export type SlowName = { readonly text: string; readonly letters: string };

/** All places where a match that begins at `at` can end. */
export function slowEnds(name: SlowName, at: number, query: string): readonly number[] {
  return ends(name, at, { query, begun: false });
}

type Left = { readonly query: string; readonly begun: boolean };

function ends(name: SlowName, at: number, { query, begun }: Left): readonly number[] {
  if (query === '') return [at];
  if (at >= name.text.length) return [];
  const unit = name.text.charAt(at);
  const letter = name.letters.charAt(at);
  const after = (length: number): readonly number[] => ends(name, at + 1, { query: query.slice(length), begun: true });
  const found: number[] = [];
  if (query.startsWith(unit)) found.push(...after(1));
  if (letter === '-' && begun) found.push(...ends(name, at + 1, { query, begun }));
  if (!/[a-z]/.test(letter) || query.startsWith(unit) || !query.startsWith(letter)) return found;
  found.push(...after(1));
  for (const rest of readings().restsOf(unit.charCodeAt(0), letter.charCodeAt(0))) {
    for (const syllable of spellings(letter + (SYLLABLE_RESTS[rest] ?? ''))) {
      if (query.startsWith(syllable)) found.push(...after(syllable.length));
      else if (syllable.startsWith(query)) found.push(...after(query.length));
      if (syllable.charAt(1) === 'h' && query.startsWith(syllable.slice(0, 2))) found.push(...after(2));
    }
  }
  return found;
}

/** `lv` is typed `lu` as well. */
function spellings(syllable: string): readonly string[] {
  const typed = syllable.slice(1);
  return typed.includes('v') ? [syllable, syllable.charAt(0) + typed.replace('v', 'u')] : [syllable];
}

/** 0 exact, 1 prefix, 2 inside, null none. */
export function slowRank(name: SlowName, query: string): number | null {
  const first = slowEnds(name, 0, query);
  if (first.includes(name.text.length)) return 0;
  if (first.length > 0) return 1;
  for (let at = 1; at < name.text.length; at++) if (slowEnds(name, at, query).length > 0) return 2;
  return null;
}
