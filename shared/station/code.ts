import type { Brand } from '../kernel/brand.ts';
import { ok, type Result, refuse } from '../kernel/result.ts';
import type { RegionCode } from './region.ts';

/**
 * 15 digits `AAAAAA T NNNNNN CC`; made only by `parseCode` and `makeCode`.
 * A county adcode at first issue (frozen), T type, N serial per county and type from 1,
 * C check digits by ISO 7064 MOD 97-10: the whole number leaves 1 when divided by 97.
 */
export type StationCode = Brand<string, 'StationCode'>;
/** 1 fixed, 2 mobile, 3 driver home, 4 temporary, 9 test or synthetic. */
export type CodeType = 1 | 2 | 3 | 4 | 9;

export const MAX_SERIAL = 999_999;

const SHAPE = /^[1-9]\d{5}[12349](?!000000)\d{8}$/;

/**
 * Reads a code as people type it: spaces of any kind (plaques print groups) and full-width digits.
 * Refuses `code-shape` when it is no code at all, `code-check` when a digit was misread.
 */
export function parseCode(text: string): Result<StationCode> {
  const digits = codeDigits(text);
  if (!SHAPE.test(digits)) return refuse({ kind: 'code-shape', code: text });
  // Comparing with the digits we would print is stricter than `mod 97 = 1`, which also takes 00, 01 and 99.
  if (checkDigits(digits.slice(0, 13)) !== digits.slice(13)) return refuse({ kind: 'code-check', code: text });
  return ok(digits as StationCode);
}

/** A code as typed, without what only helps the eye. */
export function codeDigits(text: string): string {
  return text
    .replace(/[０-９]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u200b]/g, '');
}

/** Throws RangeError on a serial outside 1…999999: the store refuses `serials-used-up` before it comes to that. */
export function makeCode(region: RegionCode, type: CodeType, serial: number): StationCode {
  if (!Number.isInteger(serial) || serial < 1 || serial > MAX_SERIAL) throw new RangeError(`serial ${serial}`);
  const body = `${region}${type}${String(serial).padStart(6, '0')}`;
  return `${body}${checkDigits(body)}` as StationCode;
}

export type CodeParts = {
  readonly region: RegionCode;
  readonly type: CodeType;
  readonly serial: number;
  readonly check: string;
};

export function codeParts(code: StationCode): CodeParts {
  return {
    region: code.slice(0, 6) as RegionCode,
    type: Number(code.slice(6, 7)) as CodeType,
    serial: Number(code.slice(7, 13)),
    check: code.slice(13),
  };
}

/** Groups 6 1 6 2 as printed on plaques: `410102 1 000037 91`. */
export function spacedCode(code: StationCode): string {
  return `${code.slice(0, 6)} ${code.slice(6, 7)} ${code.slice(7, 13)} ${code.slice(13)}`;
}

const TYPE_OF_KIND = { station: 1, mobile: 2, 'driver-home': 3, 'temporary-lodging': 4 } as const;

/** Synthetic stations are always type 9, so their codes can never be taken for real ones. */
export function codeType(kind: keyof typeof TYPE_OF_KIND, origin: 'registered' | 'imported' | 'synthetic'): CodeType {
  return origin === 'synthetic' ? 9 : TYPE_OF_KIND[kind];
}

/** 15 digits stay below 2^53, so plain numbers are exact here. */
function checkDigits(body: string): string {
  return String(98 - ((Number(body) * 100) % 97)).padStart(2, '0');
}
