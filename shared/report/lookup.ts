import type { Brand } from '../kernel/brand.ts';
import { ok, type Result, refuse } from '../kernel/result.ts';

/**
 * The code by which a worker asks what became of a report: 12 digits, easy to dictate, the last a check digit (Luhn).
 * The other 11 come from a keyed hash on the server: nobody can guess one, and none says anything.
 */
export type Lookup = Brand<string, 'Lookup'>;

export const LOOKUP_BODY = 11;
const SHAPE = /^\d{12}$/;

/** Reads a code as people type it: in groups, with full-width digits. Refuses `lookup-shape` and `lookup-check`. */
export function parseLookup(text: string): Result<Lookup> {
  const digits = text
    .replace(/[０-９]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u200b-]/g, '');
  if (!SHAPE.test(digits)) return refuse({ kind: 'lookup-shape', lookup: text });
  if (checkDigit(digits.slice(0, LOOKUP_BODY)) !== digits.slice(LOOKUP_BODY)) {
    return refuse({ kind: 'lookup-check', lookup: text });
  }
  return ok(digits as Lookup);
}

/** Of 11 digits; anything else is a bug and throws. */
export function makeLookup(body: string): Lookup {
  if (!/^\d{11}$/.test(body)) throw new RangeError(`a look-up code of ${body.length} characters`);
  return `${body}${checkDigit(body)}` as Lookup;
}

/** `4821 0937 5566`, as it is shown and read out. */
export function spacedLookup(lookup: Lookup): string {
  return `${lookup.slice(0, 4)} ${lookup.slice(4, 8)} ${lookup.slice(8)}`;
}

function checkDigit(body: string): string {
  let sum = 0;
  for (let i = 0; i < body.length; i++) {
    const digit = Number(body.charAt(body.length - 1 - i));
    const weighed = i % 2 === 0 ? digit * 2 : digit;
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return String((10 - (sum % 10)) % 10);
}
