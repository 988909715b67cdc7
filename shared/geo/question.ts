import { Candidates } from './candidates.ts';
import { type LocalMetric, UNITS_PER_DEGREE, unitMetric } from './distance.ts';
import { ROW, type Tree, type TreeColumns } from './tree.ts';

/** Rows to search. Everything but `hidden` is the pack's and never changes. */
export type NearColumns = TreeColumns & {
  /** 15-digit station code as a number: decides between rows at the same distance. */
  readonly tie: Float64Array;
  /** 1 = the row is replaced by an overlay and never answers; null = none is. */
  readonly hidden: Uint8Array | null;
};

/** Groups (hours and status) that pass, with the class bits they have. Made once by `allowGroups`, used by many questions. */
export type Allowed = { readonly groups: Uint8Array; readonly classes: number };

/** Masks with 0 ask for nothing. `k` rows at most; fewer when fewer pass. */
export type NearQuestion = {
  /** Degrees, in the datum of the columns. */
  readonly from: { readonly lng: number; readonly lat: number };
  readonly needLo: number;
  readonly needHi: number;
  readonly anyLo: number;
  readonly anyHi: number;
  readonly allow: Allowed | null;
  readonly k: number;
};

/** By (metres, tie), nearest first. Both of one length. */
export type NearRows = { readonly rows: readonly number[]; readonly metres: readonly number[] };

/** `groups[g]` is 1 when group g passes. */
export function allowGroups(groups: Uint8Array, groupClasses: Uint32Array): Allowed {
  let classes = 0;
  for (let group = 0; group < groups.length; group += 1) {
    if (groups[group] === 1) classes |= groupClasses[group] ?? 0;
  }
  return { groups, classes };
}

/** A class assignment for callers without a better one. */
export function plainClasses(groupCount: number): Uint32Array {
  return Uint32Array.from({ length: groupCount }, (_, group) => 1 << (group % 32));
}

/** All 32 class bits: no node can be skipped by them, so walks do not even look. */
export const EVERY_CLASS = -1;

/** For questions that ask for no group: rows name theirs in 16 bits. */
const EVERY_GROUP = new Uint8Array(65536).fill(1);

/** A question made ready: 32-bit masks, the place in column units, the metric there. */
export type Search = {
  readonly found: Candidates;
  readonly columns: NearColumns;
  readonly needLo: number;
  readonly needHi: number;
  readonly anyLo: number;
  readonly anyHi: number;
  /** Asks a row for more than `needLo` and its group. */
  readonly hasMore: boolean;
  /** 1 = the group passes. */
  readonly groups: Uint8Array;
  readonly classes: number;
  readonly lng: number;
  readonly lat: number;
  readonly metric: LocalMetric;
  /** Where coordinates of found rows are read again: packed beside what the walk has just read, or the columns. */
  readonly lngs: Int32Array;
  readonly lats: Int32Array;
  readonly words: number;
  readonly latAt: number;
};

/** One for all searches: overwritten by each, never kept past it. */
const found = new Candidates();

export function prepare(columns: NearColumns, question: NearQuestion, tree: Tree | null): Search {
  const { from, allow } = question;
  return {
    found,
    columns,
    needLo: question.needLo | 0,
    needHi: question.needHi | 0,
    anyLo: question.anyLo | 0,
    anyHi: question.anyHi | 0,
    hasMore: (question.needHi | question.anyLo | question.anyHi) !== 0 || columns.hidden !== null,
    groups: allow === null ? EVERY_GROUP : allow.groups,
    classes: allow === null ? EVERY_CLASS : allow.classes | 0,
    lng: from.lng * UNITS_PER_DEGREE,
    lat: from.lat * UNITS_PER_DEGREE,
    metric: unitMetric(from.lat),
    lngs: tree === null ? columns.lng : tree.rows,
    lats: tree === null ? columns.lat : tree.rows,
    words: tree === null ? 1 : ROW.words,
    latAt: tree === null ? 0 : ROW.lat,
  };
}

/** All that is asked of a row except `needLo`, which the loops test on the spot. */
export function passesMore(search: Search, row: number): boolean {
  const { columns, groups } = search;
  if (((columns.maskHi[row] ?? 0) & search.needHi) !== search.needHi) return false;
  if ((search.anyLo | search.anyHi) !== 0) {
    const has = ((columns.maskLo[row] ?? 0) & search.anyLo) | ((columns.maskHi[row] ?? 0) & search.anyHi);
    if (has === 0) return false;
  }
  if (columns.hidden !== null && columns.hidden[row] === 1) return false;
  return groups[columns.group[row] ?? 0] === 1;
}
