import { compilePattern, type Pattern } from './pattern.ts';
import { proposalOf } from './propose.ts';
import { ALIAS_BREAK, type Column, type SearchText, type Spelled } from './text.ts';

/**
 * How well a row answers, best first. A name, an alias or a code that is the query; a name, alias or code that begins
 * with it; a name or alias that holds it; an address or the middle of a code.
 */
export const RANK = { exact: 0, prefix: 1, inside: 2, elsewhere: 3 } as const;
export type Rank = (typeof RANK)[keyof typeof RANK];

/** For each row its rank + 1, or 0 when it does not match. */
export type RankTable = Uint8Array;

/** A worn plaque may show only the end of a code; fewer digits than this would match far too many. */
const CODE_PART = 6;

/** Ranks every row for one query without spaces, already folded. */
export function rankRows(search: SearchText, query: string): RankTable {
  const ranks = new Uint8Array(search.size);
  if (query === '') return ranks;
  const note = (row: number, rank: Rank): void => {
    const before = ranks[row] ?? 0;
    if (before === 0 || before > rank + 1) ranks[row] = rank + 1;
  };
  if (hasLetter(query)) spelledRows(search, compilePattern(query), note);
  else literalRows(search.names, query, (row, at, end) => note(row, rankOf(at, end)));
  aliasRows(search.aliases, query, note);
  literalRows(search.addresses, query, (row) => note(row, RANK.elsewhere));
  if (/^\d+$/.test(query)) codeRows(search.codes, query, note);
  return ranks;
}

type Note = (row: number, rank: Rank) => void;

export function hasLetter(query: string): boolean {
  return /[a-z]/.test(query);
}

function rankOf(atStart: boolean, atEnd: boolean): Rank {
  if (!atStart) return RANK.inside;
  return atEnd ? RANK.exact : RANK.prefix;
}

/** Calls `hit` once for each row that holds `query`, at its first place there. */
function literalRows(
  column: Column,
  query: string,
  hit: (row: number, atStart: boolean, atEnd: boolean) => void,
): void {
  const { text, starts } = column;
  let row = 0;
  for (let at = text.indexOf(query); at >= 0; at = text.indexOf(query, starts[row] ?? text.length)) {
    while ((starts[row + 1] ?? text.length) <= at) row++;
    hit(row, at === starts[row], at + query.length + 1 === starts[row + 1]);
    row++;
    if (row + 1 >= starts.length) return;
  }
}

/** Aliases are few, so a row that holds the query is taken apart. */
function aliasRows(column: Column, query: string, note: Note): void {
  literalRows(column, query, (row) => {
    for (const alias of rowText(column, row).split(ALIAS_BREAK)) {
      if (alias.includes(query)) note(row, rankOf(alias.startsWith(query), alias === query));
    }
  });
}

function codeRows(column: Column, query: string, note: Note): void {
  literalRows(column, query, (row, atStart, atEnd) => {
    if (atStart) note(row, rankOf(atStart, atEnd));
    else if (query.length >= CODE_PART) note(row, RANK.elsewhere);
  });
}

export function rowText(column: Column, row: number): string {
  return column.text.slice(column.starts[row] ?? 0, (column.starts[row + 1] ?? 1) - 1);
}

/** Only rows a cheap native pass proposes are walked. */
function spelledRows(search: SearchText, pattern: Pattern, note: Note): void {
  const { starts, text } = search.names;
  const spelled = { text, letters: search.letters };
  const propose = nextPlace(search, pattern);
  let row = 0;
  while (row < search.size) {
    const at = propose(starts[row] ?? 0);
    if (at < 0) return;
    while ((starts[row + 1] ?? text.length) <= at) row++;
    const from = starts[row] ?? 0;
    const to = (starts[row + 1] ?? 1) - 1;
    const rank = walkRow(pattern, spelled, [from, to]);
    if (rank !== null) note(row, rank);
    row++;
  }
}

/** A place, at or after `from`, in the next row that may match; -1 when there is none. */
function nextPlace(search: SearchText, pattern: Pattern): (from: number) => number {
  const proposal = proposalOf(pattern);
  if (proposal === null) return (from) => search.names.text.indexOf(pattern.query.charAt(0), from);
  return (from) => {
    proposal.lastIndex = from;
    return proposal.test(search.letters) ? proposal.lastIndex - 1 : -1;
  };
}

function walkRow(pattern: Pattern, spelled: Spelled, [from, to]: readonly [number, number]): Rank | null {
  const initial = pattern.query.charCodeAt(0);
  for (let at = from; at < to; at++) {
    if (spelled.letters.charCodeAt(at) !== initial && spelled.text.charCodeAt(at) !== initial) continue;
    const end = pattern.walk(spelled, at, to);
    if (end >= 0) return rankOf(at === from, end === to);
  }
  return null;
}
