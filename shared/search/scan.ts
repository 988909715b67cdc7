import { isPlain, Machine } from './machine.ts';
import { compilePattern, type Pattern } from './pattern.ts';
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

/** Only rows a cheap pass proposes are walked, to see where the match begins and ends. */
function spelledRows(search: SearchText, pattern: Pattern, note: Note): void {
  const { starts, text } = search.names;
  const initial = pattern.query.charAt(0);
  const machine = isPlain(initial.charCodeAt(0)) ? new Machine(pattern) : null;
  const spelled = { text, letters: search.letters };
  let row = 0;
  while (row < search.size) {
    const from = starts[row] ?? 0;
    const at = machine === null ? text.indexOf(initial, from) : machine.next(search, from);
    if (at < 0) return;
    while ((starts[row + 1] ?? text.length) <= at) row++;
    const rank = walkRow(pattern, spelled, {
      from: starts[row] ?? 0,
      to: (starts[row + 1] ?? 1) - 1,
      sure: machine?.exact === true,
    });
    if (rank !== null) note(row, rank);
    row++;
  }
}

/** `sure`: something in the row is known to match. */
type Span = { readonly from: number; readonly to: number; readonly sure: boolean };

function walkRow(pattern: Pattern, spelled: Spelled, span: Span): Rank | null {
  const initial = pattern.query.charCodeAt(0);
  for (let at = span.from; at < span.to; at++) {
    if (spelled.letters[at] === initial || spelled.text.charCodeAt(at) === initial) {
      const end = pattern.walk(spelled, at, span.to);
      if (end >= 0) return rankOf(at === span.from, end === span.to);
    }
    if (span.sure) return RANK.inside;
  }
  return null;
}
