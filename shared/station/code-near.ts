import { codeDigits, parseCode, type StationCode } from './code.ts';

const LENGTH = 15;
const DIGITS = '0123456789';

/**
 * The right codes one slip away from a text of 15 digits that is none: one digit misread, or two neighbours swapped.
 * The check digits leave a handful of the 149 candidates; which of them exist is for the caller to say. Empty for
 * other lengths and for a text that is a code already.
 */
export function codesNear(text: string): readonly StationCode[] {
  const digits = codeDigits(text);
  if (!/^\d{15}$/.test(digits) || parseCode(digits).ok) return [];
  const near = new Set<StationCode>();
  for (const candidate of slips(digits)) {
    const code = parseCode(candidate);
    if (code.ok) near.add(code.value);
  }
  return [...near];
}

function* slips(digits: string): Generator<string> {
  for (let at = 0; at < LENGTH; at++) {
    const before = digits.slice(0, at);
    const after = digits.slice(at + 1);
    for (const digit of DIGITS) yield before + digit + after;
    if (at + 1 < LENGTH) yield before + digits.charAt(at + 1) + digits.charAt(at) + digits.slice(at + 2);
  }
}
