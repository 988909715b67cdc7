import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameSimilarity, normaliseName } from '../../../shared/station/text.ts';

const names = fc
  .array(fc.constantFrom(...'德化街爱心驿站工会（12）一二号店 AaＢ'), { maxLength: 12 })
  .map((x) => x.join(''));

describe('a normalised name', () => {
  it('forgets width, case, spaces, and the kind of bracket and dash', () => {
    const plain = normaliseName('工会驿站(中原区A座-2层)');
    for (const text of ['工会驿站（中原区Ａ座－２层）', ' 工会驿站 【中原区a座—2层】 ', '工会驿站[中原区A座–２层]']) {
      expect(normaliseName(text)).toBe(plain);
    }
  });

  it('keeps what makes two places two', () => {
    expect(normaliseName('人民路1号')).not.toBe(normaliseName('人民路2号'));
    expect(normaliseName('德化街驿站')).not.toBe(normaliseName('德化路驿站'));
    expect(normaliseName('驿站(东门)')).not.toBe(normaliseName('驿站东门'));
  });

  it('is its own normal form', () => {
    fc.assert(
      fc.property(names, (name) => {
        expect(normaliseName(normaliseName(name))).toBe(normaliseName(name));
      }),
    );
  });
});

describe('the likeness of two names', () => {
  it('lies between 0 and 1, is symmetric, and is 1 for the same name', () => {
    fc.assert(
      fc.property(names, names, (a, b) => {
        const likeness = nameSimilarity(a, b);
        expect(likeness).toBeGreaterThanOrEqual(0);
        expect(likeness).toBeLessThanOrEqual(1);
        expect(nameSimilarity(b, a)).toBeCloseTo(likeness, 12);
        expect(nameSimilarity(a, a)).toBe(1);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['德化街爱心驿站', '工会驿站（德化街）'],
    ['建设银行花园路支行劳动者港湾', '花园路建设银行支行工会驿站'],
    ['中国邮政石楠路营业所工会户外劳动者服务站点', '石楠路邮政营业所爱心驿站'],
    ['枫杨办事处便民服务大厅', '工会驿站(郑州高新区枫杨办事处便民服务大厅)'],
  ])('is high for one place under two brands: %s, %s', (a, b) => {
    expect(nameSimilarity(a, b)).toBeGreaterThanOrEqual(0.5);
  });

  it.each([
    ['德化街工会户外劳动者服务站点', '二七广场工会户外劳动者服务站点'],
    ['中原区工会驿站一分店', '中原区工会驿站二分店'],
    ['人民路1号爱心驿站', '人民路2号爱心驿站'],
    ['张仲景大药房工会驿站', '中国石化加油站工会驿站'],
    ['', '爱心驿站'],
  ])('is low for two places that share the usual words: %s, %s', (a, b) => {
    expect(nameSimilarity(a, b)).toBeLessThan(0.5);
  });
});
