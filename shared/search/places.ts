import { foldQuery, foldText } from './fold.ts';
import { compilePattern, type Pattern } from './pattern.ts';
import { readings, SYLLABLE_RESTS } from './reading.ts';
import { hasLetter, RANK, type Rank } from './scan.ts';
import type { Mark } from './search.ts';
import { spell } from './text.ts';

/** A region as one types it: 重庆市, 重庆, `chongqing`, `cq`. `initials` has one letter for each unit of `short`. */
export type Place = {
  readonly name: string;
  readonly short: string;
  readonly pinyin: string;
  readonly initials: string;
};

/** `marks`: the units of the name that answer the query. */
export type PlaceHit<P extends Place> = { readonly place: P; readonly rank: Rank; readonly marks: readonly Mark[] };

type Told = Pick<PlaceHit<Place>, 'rank' | 'marks'>;

/** Every place the query may mean, by (rank, given order); nothing typed finds nothing. */
export function searchPlaces<P extends Place>(places: readonly P[], typed: string): readonly PlaceHit<P>[] {
  const query = foldQuery(typed).joined;
  if (query === '') return [];
  const tell = hasLetter(query) ? spelledTeller(query) : (place: P) => literal(place, query);
  const hits: PlaceHit<P>[] = [];
  for (const place of places) {
    const told = tell(place);
    if (told !== null) hits.push({ place, ...told });
  }
  return hits.sort((a, b) => a.rank - b.rank);
}

function literal(place: Place, query: string): Told | null {
  const name = foldText(place.name);
  const short = foldText(place.short);
  const at = name.indexOf(query);
  const marks: readonly Mark[] = at < 0 ? [] : [[at, at + query.length]];
  if (name === query || short === query) return { rank: RANK.exact, marks };
  if (name.startsWith(query) || short.startsWith(query)) return { rank: RANK.prefix, marks };
  return at >= 0 || short.includes(query) ? { rank: RANK.inside, marks } : null;
}

/** Pinyin of a place counts from its beginning: `an` is 安阳, not 西安. */
function spelledTeller(query: string): (place: Place) => Told | null {
  const pattern = compilePattern(query);
  return (place) => {
    const pinyin = foldText(place.pinyin).replace(/ü/g, 'v');
    const to = walkedTo(pattern, place);
    const isPrefix = place.name.startsWith(place.short);
    const marks: readonly Mark[] = isPrefix && to !== 0 ? [[0, to > 0 ? to : place.short.length]] : [];
    if (pinyin === query || place.initials === query) return { rank: RANK.exact, marks };
    return to > 0 || pinyin.startsWith(query) ? { rank: RANK.prefix, marks } : null;
  };
}

/** What people type behind the name: `erqiqu`, `dljz`. */
const ENDINGS: ReadonlyMap<string, string> = new Map(Object.entries({ 省: 's', 市: 's', 区: 'q', 县: 'x', 盟: 'm' }));

/** Where a walk over the short name ends, or over the name when one unit more is in it; -1 when neither goes. */
function walkedTo(pattern: Pattern, { name, short, initials }: Place): number {
  const to = pattern.walk(spell(short, initials), 0, short.length);
  const ending = ENDINGS.get(name.slice(-1));
  if (to >= 0 || ending === undefined || name !== short + name.slice(-1)) return to;
  return pattern.walk(spell(name, initials + ending), 0, name.length);
}

/**
 * One letter for each unit of a name whose pinyin is known as a whole: `chongqing` over 重庆 is `cq`. Units that no
 * reading fits get none (`-`).
 */
export function initialsFrom(name: string, pinyin: string): string {
  const found = lettersFrom(name, pinyin, { at: 0, from: 0 });
  return found ?? pinyin.charAt(0) + '-'.repeat(Math.max(0, name.length - 1));
}

type Where = { readonly at: number; readonly from: number };

function lettersFrom(name: string, pinyin: string, { at, from }: Where): string | null {
  if (at === name.length) return from === pinyin.length ? '' : null;
  const letter = pinyin.charAt(from);
  for (const rest of readings().restsOf(name.charCodeAt(at), letter.charCodeAt(0))) {
    const sound = SYLLABLE_RESTS[rest] ?? '';
    if (!pinyin.startsWith(sound, from + 1)) continue;
    const after = lettersFrom(name, pinyin, { at: at + 1, from: from + 1 + sound.length });
    if (after !== null) return letter + after;
  }
  return null;
}
