/**
 * Brings what is stored and what is typed to one form. Folding a stored text never changes its length, so a place in
 * the folded text is the same place in the text people read.
 */
const PUNCTUATION: ReadonlyMap<string, string> = new Map([
  ...pairs('「『“”〝〞＂', '"'),
  ...pairs('」』', '"'),
  ...pairs('‘’', "'"),
  ...pairs('【〔〖［', '['),
  ...pairs('】〕〗］', ']'),
  ...pairs('《〈', '<'),
  ...pairs('》〉', '>'),
  ...pairs('、﹐﹑', ','),
  ...pairs('。｡', '.'),
  ...pairs('·・•‧･', '·'),
  ...pairs('—–‐‑−―﹣', '-'),
  ...pairs('～〜∼', '~'),
  ...pairs('\u3000\u00a0\t\r', ' '),
]);

function pairs(from: string, to: string): readonly (readonly [string, string])[] {
  return from.split('').map((unit) => [unit, to] as const);
}

/** Nearly every unit of a name is a plain character: only these can change. */
const FOLDABLE = /[A-Z\t\r\u00a0·•\u2010-\u2027\u2212\u223c\u3000-\u301f\u30fb\ufe50-\ufe63\uff01-\uff65]/g;

/** Half-width, lower case, one form for each mark; the same length. Line breaks stay. */
export function foldText(text: string): string {
  return text.replace(FOLDABLE, foldUnit);
}

function foldUnit(unit: string): string {
  const code = unit.charCodeAt(0);
  const half = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : unit;
  if (half >= 'A' && half <= 'Z') return half.toLowerCase();
  return PUNCTUATION.get(unit) ?? PUNCTUATION.get(half) ?? half;
}

export type Query = {
  /** All that was typed, without spaces: `4101021 000037 91` is one code, `chong qing` one name. */
  readonly joined: string;
  /** What stood between spaces, when that was more than one thing; else empty. */
  readonly terms: readonly string[];
};

/** Longer than any name; bounds the work of one search. */
const MAX_UNITS = 64;

/** What was typed: folded, without tone marks (`chóngqìng`), `ü` as `v`. */
export function foldQuery(typed: string): Query {
  const plain = foldText(typed.slice(0, MAX_UNITS * 2))
    .normalize('NFD')
    .replace(/u\u0308/g, 'v')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase();
  const terms = plain.split(/\s+/).filter((term) => term !== '');
  const joined = terms.join('').slice(0, MAX_UNITS);
  return { joined, terms: terms.length > 1 ? terms.map((term) => term.slice(0, MAX_UNITS)) : [] };
}
