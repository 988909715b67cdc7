/**
 * Whole numbers as text that JSON leaves alone: the 91 printable ASCII characters from `#` to `~` but for the backslash
 * are the digits, the highest place first. A *short* number takes as many symbols as its column says, one or two; the
 * last symbol in front says that it is too large for that and that three follow.
 */
const SYMBOLS = Array.from({ length: 92 }, (_, at) => String.fromCharCode(35 + at))
  .filter((symbol) => symbol !== '\\')
  .join('');
export const BASE = SYMBOLS.length;
const LARGE = BASE - 1;
const LARGE_WIDTH = 3;

/** Throws a RangeError when it does not fit. */
export function symbolsOf(value: number, width: number): string {
  if (!Number.isInteger(value) || value < 0 || value >= BASE ** width) throw new RangeError(`${value} in ${width}`);
  let text = '';
  for (let rest = value; text.length < width; rest = Math.floor(rest / BASE)) text = SYMBOLS.charAt(rest % BASE) + text;
  return text;
}

export function shortSymbols(value: number, width: 1 | 2): string {
  return value < LARGE * BASE ** (width - 1)
    ? symbolsOf(value, width)
    : SYMBOLS.charAt(LARGE) + symbolsOf(value, LARGE_WIDTH);
}

/** What `symbolsOf` wrote. */
export function numberOf(symbols: string): number {
  let value = 0;
  for (const symbol of symbols) value = value * BASE + SYMBOLS.indexOf(symbol);
  return value;
}

/** What `shortSymbols` wrote, one after the other. */
export function shortNumbers(text: string, width: 1 | 2): readonly number[] {
  const numbers: number[] = [];
  let at = 0;
  while (at < text.length) {
    const isLarge = SYMBOLS.indexOf(text.charAt(at)) === LARGE;
    const from = isLarge ? at + 1 : at;
    at = from + (isLarge ? LARGE_WIDTH : width);
    numbers.push(numberOf(text.slice(from, at)));
  }
  return numbers;
}
