import { expect, test } from 'vitest';
import { initialsOf, pinyinOf } from '../../../server/feature/pinyin.ts';
import { initialsFrom, searchPlaces } from '../../../shared/search/places.ts';
import { regions } from '../../fixtures/world/world.ts';

const places = [
  ['西安市', '西安'],
  ['安阳市', '安阳'],
  ['重庆市', '重庆'],
  ['吕梁市', '吕梁'],
  ['洪洞县', '洪洞'],
  ['中原区', '中原'],
  ['安阳县', '安阳县'],
].map(([name = '', short = '']) => ({ name, short, pinyin: pinyinOf(short), initials: initialsOf(short) }));

function named(query: string): readonly string[] {
  return searchPlaces(places, query).map(({ place }) => place.name);
}

test('a place is found by its name, short name, pinyin, initials and mixtures', () => {
  expect(named('重庆市')).toEqual(['重庆市']);
  expect(named('庆')).toEqual(['重庆市']);
  expect(named('chongq')).toEqual(['重庆市']);
  expect(named('cq')).toEqual(['重庆市']);
  expect(named('重q')).toEqual(['重庆市']);
  expect(named('hongtong')).toEqual(['洪洞县']);
  expect(named('luliang')).toEqual(['吕梁市']);
  expect(named('lüliang')).toEqual(['吕梁市']);
});

test('pinyin counts from the beginning, an exact name comes first, nothing typed finds nothing', () => {
  expect(named('anyang')).toEqual(['安阳市', '安阳县']);
  expect(named('安')).toEqual(['安阳市', '安阳县', '西安市']);
  expect(named('xian')).toEqual(['西安市']);
  expect(named('an')).toEqual(['安阳市', '安阳县']);
  expect(named(' ')).toEqual([]);
});

function marked(query: string): readonly string[] {
  return searchPlaces(places, query).map(({ place, marks: [mark] }) => place.name.slice(...(mark ?? [0, 0])));
}

test('what was found of a name is told, also by pinyin and initials', () => {
  expect(marked('庆')).toEqual(['庆']);
  expect(marked('重庆市')).toEqual(['重庆市']);
  expect(marked('cq')).toEqual(['重庆']);
  expect(marked('chongq')).toEqual(['重庆']);
  expect(marked('hongtongxian')).toEqual(['洪洞县']);
  expect(marked('hong')).toEqual(['洪']);
  expect(marked('zyq')).toEqual(['中原区']);
});

test('every region of the country has its letters, one for each character, in the order of its pinyin', () => {
  const odd = regions.all.filter(({ short, pinyin }) => {
    const letters = initialsFrom(short, pinyin);
    return letters.length !== short.length || letters.includes('-') || letters.charAt(0) !== pinyin.charAt(0);
  });
  expect(regions.all.length).toBeGreaterThan(3000);
  expect(odd.map(({ name, pinyin }) => `${name} ${pinyin}`)).toEqual([]);
  expect(initialsFrom('西安', 'xian')).toBe('xa');
  expect(initialsFrom('单县', 'shanxian')).toBe('sx');
  expect(initialsFrom('六安', 'luan')).toBe('la');
});
