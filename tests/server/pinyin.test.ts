import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { initialsOf, pinyinOf, syllablesOf } from '../../server/feature/pinyin.ts';
import { knownNames } from '../bench/search-names.ts';

describe('initials in context', () => {
  test.each([
    ['重庆', 'cq'],
    ['乐清', 'yq'],
    ['单县', 'sx'],
    ['涡阳', 'gy'],
    ['洪洞', 'ht'],
    ['六安', 'la'],
    ['蚌埠', 'bb'],
    ['亳州', 'bz'],
    ['番禺', 'py'],
    ['铅山', 'ys'],
    ['台州', 'tz'],
    ['长葛', 'cg'],
    ['厦门', 'xm'],
  ])('%s is typed %s', (place, initials) => {
    expect(initialsOf(place)).toBe(initials);
    expect(initialsOf(`${place}市人民路工会驿站`)).toBe(`${initials}srmlghyz`);
  });

  test.each([
    ['中国工商银行长乐朝阳支行', 'zggsyhclcyzh'],
    ['行政服务中心', 'xzfwzx'],
    ['重阳敬老院', 'cyjly'],
    ['海门区长江路', 'hmqcjl'],
    ['某某区区长办公室', 'mmqqzbgs'],
    ['家长沙龙', 'jzsl'],
    ['总工会行政楼', 'zghxzl'],
    ['工行花园路支行', 'ghhylzh'],
    ['职工行为规范', 'zgxwgf'],
    ['单位食堂', 'dwst'],
    ['厦门国贸大厦', 'xmgmds'],
    ['会计事务所工会', 'kjswsgh'],
    ['莘庄与莘县', 'xzysx'],
  ])('%s reads %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });

  test('full pinyin of polyphone places is right', () => {
    expect(['重庆市', '乐清', '六安', '吕梁', '洪洞', '阿拉善', '厦门'].map(pinyinOf)).toEqual([
      'chongqingshi',
      'yueqing',
      'luan',
      'lvliang',
      'hongtong',
      'alashan',
      'xiamen',
    ]);
  });

  test('at least 99.9 % of 20,000 names with known readings are right', () => {
    const names = knownNames(20_000, 7);
    const wrong = names.filter(({ name, initials }) => initialsOf(name) !== initials);
    expect(names.length).toBe(20_000);
    expect(
      wrong.length / names.length,
      wrong
        .slice(0, 5)
        .map(({ name }) => name)
        .join(' '),
    ).toBeLessThanOrEqual(0.001);
  });
});

describe('the shape of initials', () => {
  test('marks and spaces are placeholders, Latin and digits stand for themselves, full-width too', () => {
    expect(initialsOf('工会驿站(Ａ座 3号)')).toBe('ghyz-az-3h-');
  });

  test('one letter for each UTF-16 unit, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const initials = initialsOf(name);
        expect(initials.length).toBe(name.length);
        expect(initials).toMatch(/^[a-z0-9-]*$/);
        expect(syllablesOf(name).length).toBe(name.length);
      }),
      { numRuns: 300 },
    );
  });
});
