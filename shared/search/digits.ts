import { parseCode, type StationCode } from '../station/code.ts';

/**
 * A station's code as people write and say it: `410103 1 000037 91`, full-width, `四一零一零三…`, with 幺 for one and 洞
 * for zero, with marks between the groups.
 */
export type TypedCode =
  | { readonly kind: 'code'; readonly code: StationCode }
  /** Fifteen digits of which one was misread. */
  | { readonly kind: 'mistyped'; readonly digits: string }
  /** So many digits that it can only be a code, and not fifteen; or fifteen that never begin or go on like this. */
  | { readonly kind: 'wrong-shape'; readonly digits: string }
  /** The beginning or the end of one. */
  | { readonly kind: 'part'; readonly digits: string };

const SPOKEN: ReadonlyMap<string, string> = new Map([
  ...spoken('零〇○洞', '0'),
  ...spoken('一壹幺', '1'),
  ...spoken('二贰两', '2'),
  ...spoken('三叁', '3'),
  ...spoken('四肆', '4'),
  ...spoken('五伍', '5'),
  ...spoken('六陆', '6'),
  ...spoken('七柒拐', '7'),
  ...spoken('八捌', '8'),
  ...spoken('九玖勾', '9'),
]);
const LABEL = /^(?:站点|驿站)?(?:编码|编号|代码|号码)(?:是|为)?/;
const BETWEEN = /[\s\u200b,，.。、;；:：·\-—_/]/g;
/** Fewer digits said in characters may be a name: 一二三驿站, 二七. */
const SPOKEN_LEAST = 6;
/** More digits than any other number a person would look for here: a telephone has eleven. */
const LONG = 12;
const LENGTH = 15;

function spoken(from: string, digit: string): readonly (readonly [string, string])[] {
  return from.split('').map((unit) => [unit, digit] as const);
}

/** Null when it is something else than a code or a part of one. */
export function readTypedCode(typed: string): TypedCode | null {
  const digits = digitsOf(typed);
  if (digits === null) return null;
  if (digits.length < LONG) return { kind: 'part', digits };
  const code = parseCode(digits);
  if (code.ok) return { kind: 'code', code: code.value };
  const isMistyped = code.refusal.kind === 'code-check';
  if (isMistyped) return { kind: 'mistyped', digits };
  return digits.length < LENGTH ? { kind: 'part', digits } : { kind: 'wrong-shape', digits };
}

/** All of it as digits, or null when anything else is among them. */
function digitsOf(typed: string): string | null {
  const bare = typed.trim().replace(LABEL, '').replace(BETWEEN, '');
  let digits = '';
  let said = 0;
  for (const unit of bare) {
    const spokenDigit = SPOKEN.get(unit);
    const digit = spokenDigit ?? halfWidth(unit);
    if (digit < '0' || digit > '9' || digit.length !== 1) return null;
    if (spokenDigit !== undefined) said++;
    digits += digit;
  }
  if (digits === '' || (said > 0 && digits.length < SPOKEN_LEAST)) return null;
  return digits;
}

function halfWidth(unit: string): string {
  const code = unit.charCodeAt(0);
  return code >= 0xff10 && code <= 0xff19 ? String.fromCharCode(code - 0xfee0) : unit;
}
