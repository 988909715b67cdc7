import { compilePattern, isLetter, type Pattern } from './pattern.ts';
import { ALIAS_BREAK, type Column, type SearchText } from './text.ts';

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

/** Walks every name the pattern may begin in; a walk from a row's first unit is tried before any other of that row. */
function spelledRows(search: SearchText, pattern: Pattern, note: Note): void {
  const { names, letters } = search;
  const spelled = { text: names.text, letters };
  const first = pattern.query.charCodeAt(0);
  if (!isLetter(first)) {
    literalStarts(search, pattern, note);
    return;
  }
  let row = 0;
  let rowEnd = (names.starts[1] ?? 1) - 1;
  for (let at = 0; at < letters.length; at++) {
    if (letters[at] !== first || !pattern.mayBegin(first, letters[at + 1] ?? 0)) continue;
    while (rowEnd < at) rowEnd = (names.starts[++row + 1] ?? 0) - 1;
    const to = pattern.walk(spelled, at, rowEnd);
    if (to < 0) continue;
    note(row, rankOf(at === names.starts[row], to === rowEnd));
    at = rowEnd;
  }
}

/** A query such as 重庆cy: its first unit is found as it stands. */
function literalStarts(search: SearchText, pattern: Pattern, note: Note): void {
  const { text, starts } = search.names;
  const spelled = { text, letters: search.letters };
  const first = pattern.query.charAt(0);
  let row = 0;
  for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
    while ((starts[row + 1] ?? text.length) <= at) row++;
    const end = (starts[row + 1] ?? 1) - 1;
    const to = pattern.walk(spelled, at, end);
    if (to < 0) continue;
    note(row, rankOf(at === starts[row], to === end));
    at = end;
  }
}
