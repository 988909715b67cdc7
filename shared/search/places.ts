import { foldQuery, foldText } from './fold.ts';
import { compilePattern } from './pattern.ts';
import { hasLetter, RANK, type Rank } from './scan.ts';
import { spell } from './text.ts';

/** A region as one types it: 重庆市, 重庆, `chongqing`, `cq`. `initials` has one letter for each unit of `short`. */
export type Place = {
  readonly name: string;
  readonly short: string;
  readonly pinyin: string;
  readonly initials: string;
};

export type PlaceHit<P extends Place> = { readonly place: P; readonly rank: Rank };

/** Every place the query may mean, by (rank, given order); nothing typed finds nothing. */
export function searchPlaces<P extends Place>(places: readonly P[], typed: string): readonly PlaceHit<P>[] {
  const query = foldQuery(typed).joined;
  if (query === '') return [];
  const rankOf = hasLetter(query) ? spelledRank(query) : (place: P) => literalRank(place, query);
  const hits: PlaceHit<P>[] = [];
  for (const place of places) {
    const rank = rankOf(place);
    if (rank !== null) hits.push({ place, rank });
  }
  return hits.sort((a, b) => a.rank - b.rank);
}

function literalRank(place: Place, query: string): Rank | null {
  const name = foldText(place.name);
  const short = foldText(place.short);
  if (name === query || short === query) return RANK.exact;
  if (name.startsWith(query) || short.startsWith(query)) return RANK.prefix;
  return name.includes(query) || short.includes(query) ? RANK.inside : null;
}

/** Pinyin of a place counts from its beginning: `an` is 安阳, not 西安. */
function spelledRank(query: string): (place: Place) => Rank | null {
  const pattern = compilePattern(query);
  return (place) => {
    const pinyin = foldText(place.pinyin).replace(/ü/g, 'v');
    if (pinyin === query || place.initials === query) return RANK.exact;
    const to = pattern.walk(spell(place.short, place.initials), 0, place.short.length);
    return to >= 0 || pinyin.startsWith(query) ? RANK.prefix : null;
  };
}
