import type { RowsBy } from '../stats/question.ts';
import { NO_VALUE } from '../stats/scope.ts';
import type { SIZES } from '../stats/stand.ts';
import { BUILD_WORDS, HOST_TYPE_WORDS, KIND_WORDS, OPERATION_WORDS, TIER_WORDS } from '../words/station.ts';
import { UNWRITTEN } from '../words/value.ts';

const SIZE_WORDS: { readonly [S in (typeof SIZES)[number]]: string } = {
  micro: '5平方米以下',
  standard: '5平方米及以上',
  unknown: '面积没写',
};

type Words = { readonly [key: string]: string };
const WORDS: { readonly [B in RowsBy]?: Words } = {
  kind: KIND_WORDS,
  size: SIZE_WORDS,
  build: BUILD_WORDS,
  operation: OPERATION_WORDS,
  hostType: HOST_TYPE_WORDS,
  tier: TIER_WORDS,
};

/** The name of a row that is none of a union or a division; null for those. */
export function rowWords(by: RowsBy, key: string): string | null {
  const words = WORDS[by];
  if (words === undefined) return null;
  return words[key] ?? (key === NO_VALUE ? UNWRITTEN : key);
}
