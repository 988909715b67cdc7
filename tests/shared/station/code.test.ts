import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CodeType,
  codeParts,
  codeType,
  makeCode,
  parseCode,
  type StationCode,
  spacedCode,
} from '../../../shared/station/code.ts';
import { isRegionCode, type RegionCode } from '../../../shared/station/region.ts';

function region(text: string): RegionCode {
  if (!isRegionCode(text)) throw new Error(text);
  return text;
}

const types: readonly CodeType[] = [1, 2, 3, 4, 9];
const codes: fc.Arbitrary<StationCode> = fc
  .tuple(fc.integer({ min: 110000, max: 829999 }), fc.constantFrom(...types), fc.integer({ min: 1, max: 999_999 }))
  .map(([county, type, serial]) => makeCode(region(String(county)), type, serial));

/** Every text that differs from `code` by one mistake of the kind that `mistake` makes at place `i`. */
function mistakes(code: string, mistake: (digits: string[], i: number) => string[][]): string[] {
  const made: string[] = [];
  for (let i = 0; i < code.length; i++) {
    for (const digits of mistake([...code], i)) {
      const text = digits.join('');
      if (text !== code) made.push(text);
    }
  }
  return made;
}

function put(digits: readonly string[], changes: Record<number, string | undefined>): string[] {
  return digits.map((digit, i) => changes[i] ?? digit);
}

const TEN = [...'0123456789'];

describe('a station code', () => {
  it('carries check digits of ISO 7064 MOD 97-10', () => {
    // 794 → 44 is the worked example of the standard; here the same rule on a station code.
    expect(79444 % 97).toBe(1);
    expect(makeCode(region('410102'), 1, 37)).toBe('410102100003791');
    expect(410102100003791 % 97).toBe(1);
  });

  it('comes back from what was made, with its parts', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(parseCode(code)).toEqual({ ok: true, value: code });
        const { region, type, serial, check } = codeParts(code);
        expect(makeCode(region, type, serial)).toBe(code);
        expect(check).toBe(code.slice(13));
        expect(Number(code) % 97).toBe(1);
      }),
    );
  });

  it('is read with the spaces of a plaque and with full-width digits', () => {
    const code = makeCode(region('410102'), 1, 37);
    expect(spacedCode(code)).toBe('410102 1 000037 91');
    for (const text of [
      spacedCode(code),
      ` ${code} `,
      '４１０１０２　１　００００３７　９１',
      '410102\u00a01\u2009000037 91',
    ]) {
      expect(parseCode(text)).toEqual({ ok: true, value: code });
    }
  });

  it('catches every wrong digit, swap of neighbours, swap over one, and twin', () => {
    let seen = 0;
    fc.assert(
      fc.property(codes, (code) => {
        const wrong = [
          ...mistakes(code, (d, i) => TEN.map((x) => put(d, { [i]: x }))),
          ...mistakes(code, (d, i) => (i < 14 ? [put(d, { [i]: d[i + 1], [i + 1]: d[i] })] : [])),
          ...mistakes(code, (d, i) => (i < 13 ? [put(d, { [i]: d[i + 2], [i + 2]: d[i] })] : [])),
          ...mistakes(code, (d, i) =>
            i < 14 && d[i] === d[i + 1] ? TEN.map((x) => put(d, { [i]: x, [i + 1]: x })) : [],
          ),
          ...mistakes(code, (d, i) =>
            i < 13 && d[i] === d[i + 2] ? TEN.map((x) => put(d, { [i]: x, [i + 2]: x })) : [],
          ),
        ];
        for (const text of wrong) expect(parseCode(text).ok, text).toBe(false);
        seen += wrong.length;
      }),
      { numRuns: 200 },
    );
    expect(seen).toBeGreaterThan(30_000);
  });

  it('says whether the shape or the check is wrong', () => {
    for (const text of ['', '12345', '4101021000037911', '410102-1-000037-91', '010102100003791', '41010210000379x']) {
      expect(parseCode(text)).toEqual({ ok: false, refusal: { kind: 'code-shape', code: text } });
    }
    expect(parseCode('410102500003791').ok).toBe(false);
    // Right check digits under serial 0, which nobody issues.
    expect(Number('410102100000008') % 97).toBe(1);
    expect(parseCode('410102100000008')).toMatchObject({ refusal: { kind: 'code-shape' } });
    expect(parseCode('410102100000097').ok).toBe(false);
    expect(parseCode('410102100003792')).toEqual({
      ok: false,
      refusal: { kind: 'code-check', code: '410102100003792' },
    });
  });

  it('takes only the check digits we would print, not their twins modulo 97', () => {
    fc.assert(
      fc.property(codes, (code) => {
        const check = Number(code.slice(13));
        for (const twin of [check - 97, check + 97]) {
          if (twin < 0 || twin > 99) continue;
          expect(parseCode(code.slice(0, 13) + String(twin).padStart(2, '0')).ok).toBe(false);
        }
        expect(check).toBeGreaterThanOrEqual(2);
        expect(check).toBeLessThanOrEqual(98);
      }),
      { numRuns: 500 },
    );
  });

  it('is never made for a serial outside 1 to 999999', () => {
    for (const serial of [0, -1, 1.5, 1_000_000, Number.NaN]) {
      expect(() => makeCode(region('410102'), 1, serial)).toThrow(RangeError);
    }
  });

  it('has the type of its kind, and 9 for whatever is synthetic', () => {
    expect(codeType('station', 'registered')).toBe(1);
    expect(codeType('mobile', 'imported')).toBe(2);
    expect(codeType('driver-home', 'registered')).toBe(3);
    expect(codeType('temporary-lodging', 'imported')).toBe(4);
    for (const kind of ['station', 'mobile', 'driver-home', 'temporary-lodging'] as const) {
      expect(codeType(kind, 'synthetic')).toBe(9);
    }
  });
});
