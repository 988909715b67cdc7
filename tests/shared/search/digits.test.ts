import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTypedCode } from '../../../shared/search/digits.ts';
import { type CodeType, makeCode, spacedCode } from '../../../shared/station/code.ts';
import type { RegionCode } from '../../../shared/station/region.ts';

const CODE = makeCode('410103' as RegionCode, 9, 37);
const HANS = '零一二三四五六七八九';
const say = (digits: string, one = '一') =>
  [...digits].map((digit) => (digit === '1' ? one : HANS[Number(digit)])).join('');

describe('a code typed or dictated', () => {
  test.each([
    ['as printed', spacedCode(CODE)],
    ['without spaces', CODE],
    ['in characters', say(CODE)],
    ['with 幺', say(CODE, '幺')],
    ['with 两 and 洞', say(CODE).replace(/二/g, '两').replace(/零/g, '洞')],
    ['with marks between', `${CODE.slice(0, 6)}-${CODE.slice(6, 7)}，${CODE.slice(7)}。`],
    ['half said, half typed', `${say(CODE.slice(0, 6))} ${CODE.slice(6)}`],
    ['full-width', [...CODE].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('')],
    ['behind its label', `编码：${spacedCode(CODE)}`],
  ])('%s is the station', (_, typed) => {
    expect(readTypedCode(typed)).toEqual({ kind: 'code', code: CODE });
  });

  const code = fc
    .tuple(
      fc.integer({ min: 110101, max: 659012 }),
      fc.constantFrom<CodeType>(1, 2, 3, 4, 9),
      fc.integer({ min: 1, max: 999_999 }),
    )
    .map(([region, type, serial]) => makeCode(String(region) as RegionCode, type, serial));

  test('is the station however it is grouped and said', () => {
    const way = fc.array(fc.constantFrom('', ' ', '　', '-', '，'), { minLength: 15, maxLength: 15 });
    fc.assert(
      fc.property(code, way, fc.boolean(), (one, gaps, isSaid) => {
        const typed = [...one].map((digit, at) => (isSaid ? say(digit) : digit) + (gaps[at] ?? '')).join('');
        expect(readTypedCode(typed)).toEqual({ kind: 'code', code: one });
      }),
    );
  });

  test('with one digit wrong is told from an unknown one, whichever digit it is', () => {
    fc.assert(
      fc.property(code, fc.integer({ min: 7, max: 14 }), fc.integer({ min: 1, max: 9 }), (one, at, by) => {
        const wrong = (Number(one[at]) + by) % 10;
        const typed = one.slice(0, at) + wrong + one.slice(at + 1);
        expect(readTypedCode(typed)?.kind).toMatch(/mistyped|wrong-shape/);
      }),
    );
  });

  test('in part is looked for; too long is no code', () => {
    expect(readTypedCode('410103')).toEqual({ kind: 'part', digits: '410103' });
    expect(readTypedCode(CODE.slice(0, 14))).toEqual({ kind: 'part', digits: CODE.slice(0, 14) });
    expect(readTypedCode(`${CODE}0`)).toEqual({ kind: 'wrong-shape', digits: `${CODE}0` });
  });

  test.each(['二七', '一二三', '德化街36号', '', ' ', 'dhj', '三十六'])('%j is something else', (typed) => {
    expect(readTypedCode(typed)).toBeNull();
  });
});
