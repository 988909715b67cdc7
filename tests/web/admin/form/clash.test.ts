import { expect, test } from 'vitest';
import { mergeOf, withMine } from '../../../../web/admin/form/clash.ts';
import { patchOf, stable } from '../../../../web/admin/form/facts.ts';
import { factsOf as sampleFacts, sampleStation } from '../../../shared/station/sample.ts';

const yes = { state: 'yes', note: null, confirmedOn: null } as const;
const broken = { state: 'broken', note: null, confirmedOn: null } as const;

const base = sampleStation({ rev: 3, name: '德化街爱心驿站', amenities: { water: yes, wifi: yes } });
const mine = { ...base, name: '德化街驿站', town: '德化街街道', amenities: { water: broken, wifi: yes, toilet: yes } };
const now = { ...base, rev: 4, name: '德化街暖心驿站', publicPhone: '12351', amenities: { water: yes, wifi: broken } };

test('two people changed one station: what both changed is for a person, the rest says who did it', () => {
  const { both, onlyMine, onlyNow } = mergeOf(base, mine, now);
  expect(both).toEqual([
    { unit: 'name', name: '站点名称', mine: '德化街驿站', now: '德化街暖心驿站', base: '德化街爱心驿站' },
  ]);
  expect(onlyMine.map(({ unit, mine: is }) => [unit, is])).toEqual([
    ['town', '德化街街道'],
    ['amenities.water', '坏了，在修'],
    ['amenities.toilet', '有'],
  ]);
  expect(onlyNow.map(({ unit, now: is }) => [unit, is])).toEqual(
    [
      ['amenities.wifi', '坏了，在修'],
      ['publicPhone', '12351'],
    ].sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)),
  );
});

test('the same change made twice is no clash', () => {
  expect(mergeOf(base, mine, { ...now, name: mine.name }).both).toEqual([]);
});

test('what is written keeps the other person’s changes and takes mine where I chose them', () => {
  const merged = withMine(now, mine, ['town', 'amenities.water', 'amenities.toilet']);
  expect(merged.name).toBe('德化街暖心驿站');
  expect(merged.rev).toBe(4);
  expect(merged.amenities).toEqual({ water: broken, wifi: broken, toilet: yes });
  const patch = patchOf(sampleFacts(merged), now);
  expect(Object.keys(patch).sort()).toEqual(['amenities', 'town']);
});

test('a record compared with itself differs in nothing, whatever the order of its keys', () => {
  expect(patchOf(sampleFacts(base), base)).toEqual({});
  expect(stable({ a: 1, b: { c: 2, d: 3 } })).toBe(stable({ b: { d: 3, c: 2 }, a: 1 }));
});
