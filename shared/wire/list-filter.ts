import * as v from 'valibot';
import { AMENITIES } from '../station/amenity.ts';
import {
  BUILDS,
  HOST_TYPES,
  KINDS,
  OPERATIONS,
  ORIGINS,
  STATUSES,
  TIERS,
  type UnionId,
  VERIFICATIONS,
} from '../station/station.ts';
import { flagText, regionText, wholeText } from './field.ts';

/** What is known of a station's hours: `unread`: something was written that nobody could read; `old`: checked too long ago (a setting). */
export const HOURS_KNOWN = ['always', 'unknown', 'unread', 'old'] as const;
/**
 * What somebody has to look at. `waiting`: a ledger's row that nobody has answered for; `unread`: hours nobody could read; `near`:
 * another station so close that it may be the same (a setting); `broken`: a facility; `overdue`: put right too late.
 */
export const DOUBTS = ['waiting', 'unread', 'near', 'broken', 'overdue', 'old'] as const;
export type Doubt = (typeof DOUBTS)[number];
/** Those that `any` stands for: the others have chips of their own. */
export const ANY_DOUBT: readonly Doubt[] = ['waiting', 'unread', 'near', 'broken'];

export const LIST_SORTS = ['code', 'name', 'changed', 'due'] as const;
export type ListSort = (typeof LIST_SORTS)[number];
export const PAGE_SIZE = { least: 20, usual: 50, most: 100 } as const;

/** Codes of a closed list by comma; none = no matter. */
function listText<const C extends readonly string[]>(allowed: C) {
  return v.optional(
    v.pipe(
      v.string(),
      v.maxLength(600),
      v.transform((text) => (text === '' ? [] : [...new Set(text.split(','))])),
      v.array(v.picklist(allowed)),
    ),
    '',
  );
}

const text = (most: number) => v.optional(v.pipe(v.string(), v.trim(), v.maxLength(most)), '');
const maybeFlag = v.optional(flagText);

/** The conditions of the list as a query string writes them; what is left out is no condition. All of them hold together. */
export const LIST_CONDITIONS = {
  /** Name, alias, pinyin, initials, code, federation code, address. */
  q: text(60),
  status: listText(STATUSES),
  /** A union with everything below it. */
  union: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^[\w-]{1,40}$/, '410102'),
      v.transform((id) => id as UnionId),
    ),
  ),
  /** A region with everything below it. */
  region: v.optional(regionText),
  town: text(60),
  brand: text(60),
  kind: listText(KINDS),
  host: listText(HOST_TYPES),
  build: listText(BUILDS),
  operation: listText(OPERATIONS),
  tier: listText(TIERS),
  /** So many stars or more. */
  stars: v.optional(wholeText(0, 5)),
  /** All of them there, also in their season. */
  has: listText(AMENITIES),
  /** All of them said not to be there. */
  lacks: listText(AMENITIES),
  broken: listText(AMENITIES),
  /** Nobody knows. */
  unclear: listText(AMENITIES),
  verified: listText(VERIFICATIONS),
  /** Verified more than so many days ago, or never. */
  older: v.optional(wholeText(1, 3650)),
  /** One of them is so. */
  hours: listText(HOURS_KNOWN),
  /** One of them is so; `any` = one of `ANY_DOUBT`. */
  doubt: listText([...DOUBTS, 'any']),
  origin: listText(ORIGINS),
  photos: maybeFlag,
} as const;

export const ListConditions = v.object(LIST_CONDITIONS);
export type ListFilter = v.InferOutput<typeof ListConditions>;

/** Conditions with the order and the place of a page. `after` and `before` are what an answer called `next` and `previous`. */
export const ListQuery = v.object({
  ...LIST_CONDITIONS,
  sort: v.optional(v.picklist(LIST_SORTS), 'code'),
  /** From the other end. */
  down: v.optional(flagText, '0'),
  size: v.optional(wholeText(PAGE_SIZE.least, PAGE_SIZE.most), String(PAGE_SIZE.usual)),
  after: v.optional(v.pipe(v.string(), v.maxLength(600))),
  before: v.optional(v.pipe(v.string(), v.maxLength(600))),
});
export type ListAsk = v.InferOutput<typeof ListQuery>;

/** What a view keeps: conditions and order, never a place. Names that are none of ours are dropped. */
export const KEPT_NAMES: readonly string[] = [...Object.keys(LIST_CONDITIONS), 'sort', 'down'];
