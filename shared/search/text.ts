import { foldText } from './fold.ts';

/**
 * The read model of search: each field of all rows as one text, so that one `indexOf` walks every row.
 * A column is its rows, folded, each closed by a line break; row `r` is `text.slice(starts[r], starts[r + 1] - 1)`.
 */
export type Column = { readonly text: string; readonly starts: Uint32Array };

export type SearchText = {
  readonly size: number;
  readonly names: Column;
  /** For each unit of `names.text` the letter it is typed by in pinyin, itself for a–z and 0–9, `-` for none. */
  readonly letters: string;
  /** A row's aliases, separated by `|`. */
  readonly aliases: Column;
  readonly addresses: Column;
  readonly codes: Column;
};

/** A text with the letter each unit is typed by. */
export type Spelled = { readonly text: string; readonly letters: string };

export type SearchRow = {
  readonly name: string;
  /** One letter for each UTF-16 unit of the name (`initialsOf` on the server). */
  readonly initials: string;
  readonly aliases: readonly string[];
  readonly address: string;
  readonly code: string;
};

/** The same fields already joined: rows separated by a line break, `size` rows in each. */
export type SearchColumns = {
  readonly size: number;
  readonly names: string;
  readonly initials: string;
  /** A row's aliases, separated by `|`. */
  readonly aliases: string;
  readonly addresses: string;
  readonly codes: string;
};

export const ALIAS_BREAK = '|';
const LINE = 10;
const NONE = 45;

export function buildSearchText(rows: readonly SearchRow[]): SearchText {
  const join = (field: (row: SearchRow) => string): string => rows.map((row) => oneLine(field(row))).join('\n');
  return searchTextOf({
    size: rows.length,
    names: join((row) => row.name),
    initials: join((row) => row.initials),
    aliases: join((row) => row.aliases.map((alias) => alias.split(ALIAS_BREAK).join(' ')).join(ALIAS_BREAK)),
    addresses: join((row) => row.address),
    codes: join((row) => row.code),
  });
}

/** Throws when a field has not `size` rows: the rows would answer for each other. */
export function searchTextOf(columns: SearchColumns): SearchText {
  const names = columnOf(columns.names, columns.size);
  const letters = lettersOf(names, columnOf(columns.initials, columns.size));
  return {
    size: columns.size,
    names,
    letters,
    aliases: columnOf(columns.aliases, columns.size),
    addresses: columnOf(columns.addresses, columns.size),
    codes: columnOf(columns.codes, columns.size),
  };
}

function oneLine(text: string): string {
  return text.includes('\n') ? text.split('\n').join(' ') : text;
}

function columnOf(joined: string, size: number): Column {
  if (size === 0) return { text: '', starts: new Uint32Array(1) };
  const text = `${foldText(joined)}\n`;
  const starts = new Uint32Array(size + 1);
  let rows = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    rows++;
    if (rows <= size) starts[rows] = at + 1;
  }
  if (rows !== size) throw new Error(`a search column has ${rows} rows, ${size} expected`);
  return { text, starts };
}

/** Letters of Latin and digits come from the name itself, so a row without initials can still be found by them. */
function letterOf(own: number, shipped: number): number {
  if (isLatin(own)) return own;
  return shipped >= 97 && shipped <= 122 ? shipped : NONE;
}

/** One text with the letter of each of its units. */
export function spell(name: string, initials: string): Spelled {
  const text = foldText(name);
  const letters = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) letters[at] = letterOf(text.charCodeAt(at), initials.charCodeAt(at));
  return { text, letters: asText(letters) };
}

function lettersOf(names: Column, initials: Column): string {
  const letters = new Uint8Array(names.text.length).fill(NONE);
  for (let row = 0; row + 1 < names.starts.length; row++) {
    const from = names.starts[row] ?? 0;
    const to = (names.starts[row + 1] ?? 0) - 1;
    const shift = (initials.starts[row] ?? 0) - from;
    const end = (initials.starts[row + 1] ?? 0) - 1 - shift;
    for (let at = from; at < to; at++) {
      const shipped = at < end ? initials.text.charCodeAt(at + shift) : NONE;
      letters[at] = letterOf(names.text.charCodeAt(at), shipped);
    }
    letters[to] = LINE;
  }
  return asText(letters);
}

/** In pieces: a call takes only so many arguments. */
function asText(units: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < units.length; at += 8192) pieces.push(String.fromCharCode(...units.subarray(at, at + 8192)));
  return pieces.join('');
}

function isLatin(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57);
}
