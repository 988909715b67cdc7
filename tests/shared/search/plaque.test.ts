import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPlaque } from '../../../shared/search/plaque.ts';
import { makeCode, spacedCode } from '../../../shared/station/code.ts';
import type { RegionCode } from '../../../shared/station/region.ts';

const CODE = makeCode('410103' as RegionCode, 1, 37);
const WRONG = CODE.slice(0, 13) + String((Number(CODE.slice(13)) + 1) % 100).padStart(2, '0');

test.each([
  ['https://xiejiao.example/s/CODE', null],
  ['http://192.168.1.8:8080/s/CODE/', null],
  ['HTTPS://OTHER.EXAMPLE/s/CODE?k=a1-B_2', 'a1-B_2'],
  ['https://xiejiao.example/s/CODE?from=door&k=xyz#top', 'xyz'],
  [' CODE\n', null],
])('%s is the plaque of its station', (text, tag) => {
  expect(readPlaque(text.replace('CODE', CODE))).toEqual({ ok: true, value: { code: CODE, tag } });
  expect(readPlaque(spacedCode(CODE))).toMatchObject({ ok: true });
});

test.each([
  ['https://xiejiao.example/s/', 'code-shape'],
  ['https://xiejiao.example/search?q=CODE', 'code-shape'],
  ['https://xiejiao.example/a/s/CODE', 'code-shape'],
  ['ftp://xiejiao.example/s/CODE', 'code-shape'],
  ['javascript:alert(1)//s/CODE', 'code-shape'],
  ['https://u.wechat.com/abc', 'code-shape'],
  ['编码 CODE', 'code-shape'],
  ['', 'code-shape'],
  ['https://xiejiao.example/s/WRONG', 'code-check'],
  ['WRONG', 'code-check'],
])('%s is none (%s)', (text, kind) => {
  const read = readPlaque(text.replace('CODE', CODE).replace('WRONG', WRONG));
  expect(read).toMatchObject({ ok: false, refusal: { kind } });
});

test('nothing else a camera may read leads anywhere', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string({ unit: 'binary' })),
      (text) => {
        expect(readPlaque(text).ok).toBe(false);
      },
    ),
  );
});
