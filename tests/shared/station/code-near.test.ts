import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeCode, parseCode } from '../../../shared/station/code.ts';
import { codesNear } from '../../../shared/station/code-near.ts';
import type { RegionCode } from '../../../shared/station/region.ts';

const anyCode = fc
  .tuple(fc.integer({ min: 110000, max: 659999 }), fc.constantFrom(1, 2, 3, 4, 9), fc.integer({ min: 1, max: 999_999 }))
  .map(([region, type, serial]) => makeCode(String(region) as RegionCode, type, serial));

describe('codes a slip away', () => {
  it('hold the right one after any single misread digit', () => {
    fc.assert(
      fc.property(anyCode, fc.nat(14), fc.integer({ min: 1, max: 9 }), (code, at, by) => {
        const digit = (Number(code[at]) + by) % 10;
        expect(codesNear(`${code.slice(0, at)}${digit}${code.slice(at + 1)}`)).toContain(code);
      }),
      { numRuns: 300 },
    );
  });

  it('hold the right one after any swap of neighbours', () => {
    fc.assert(
      fc.property(anyCode, fc.nat(13), (code, at) => {
        const swapped = code.slice(0, at) + code.charAt(at + 1) + code.charAt(at) + code.slice(at + 2);
        if (swapped !== code) expect(codesNear(swapped)).toContain(code);
      }),
      { numRuns: 300 },
    );
  });

  it('are all right codes, few, and each one slip away', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[1-9]\d{14}$/), (digits) => {
        const near = codesNear(digits);
        expect(near.length).toBeLessThan(20);
        for (const code of near) {
          expect(parseCode(code).ok).toBe(true);
          const differ = [...code].flatMap((digit, at) => (digit === digits[at] ? [] : [at]));
          expect(differ.length === 1 || (differ.length === 2 && (differ[1] ?? 0) - (differ[0] ?? 0) === 1)).toBe(true);
        }
      }),
    );
  });

  it('are none for a right code, for letters, and for another length', () => {
    const code = makeCode('410102' as RegionCode, 1, 37);
    expect(codesNear(code)).toEqual([]);
    expect(codesNear('4101021')).toEqual([]);
    expect(codesNear('ABCDEFGHIJKLMNO')).toEqual([]);
  });

  it('are found through spaces and full-width digits', () => {
    const code = makeCode('410102' as RegionCode, 1, 37);
    const wrong = `${code.slice(0, 12)}8${code.slice(13)}`;
    const wide = [...wrong].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join(' ');
    expect(codesNear(wide)).toContain(code);
  });
});
