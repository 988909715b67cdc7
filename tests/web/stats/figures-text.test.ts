import { describe, expect, test } from 'vitest';
import { stepsFloor, stepsOf } from '../../../web/stats/parts/chart-plan.ts';
import { changeText, figureText, moreOrFewer } from '../../../web/stats/parts/figure-text.ts';
import { sorted, turned } from '../../../web/stats/parts/sorting.ts';
import { versionsText } from '../../../web/stats/parts/versions.ts';
import { changesOf } from '../../../web/stats/series/changes.ts';

describe('a figure', () => {
  test.each([
    [0, 0, '0'],
    [999, 0, '999'],
    [186100, 0, '186,100'],
    [1234567.891, 1, '1,234,567.9'],
    [-312, 0, '−312'],
    [-0.04, 1, '0.0'],
    [66.66, 1, '66.7'],
    [null, 0, '—'],
    ['few', 0, '＊'],
  ] as const)('of %s with %d decimals reads %s', (figure, digits, text) => {
    expect(figureText(figure, digits)).toBe(text);
  });

  test('that changed says which way', () => {
    expect([changeText(12, 0), changeText(-312, 0), changeText(0, 0)]).toEqual(['+12', '−312', '0']);
    expect([moreOrFewer(-312, '个'), moreOrFewer(1200, '个'), moreOrFewer(0, '个')]).toEqual([
      '少了 312 个',
      '多了 1,200 个',
      '一样多',
    ]);
  });
});

describe('the rows of a table', () => {
  const lines = [
    { words: '郑州市', values: [12] },
    { words: '开封市', values: [null] },
    { words: '洛阳市', values: [300] },
    { words: '安阳市', values: ['few'] },
    { words: '信阳市', values: [0] },
  ] as const;
  const order = (sorting: Parameters<typeof sorted>[1]) => sorted(lines, sorting).map(({ words }) => words[0]);

  test('stand as they came until a head is pressed, then by its figures; what is no number stands last either way', () => {
    expect(order(null)).toEqual(['郑', '开', '洛', '安', '信']);
    expect(order({ at: 0, way: 'down' })).toEqual(['洛', '郑', '信', '开', '安']);
    expect(order({ at: 0, way: 'up' })).toEqual(['信', '郑', '洛', '开', '安']);
  });

  test('fall, rise and stand again as one head is pressed three times', () => {
    const once = turned(null, 2);
    const twice = turned(once, 2);
    expect([once, twice, turned(twice, 2)]).toEqual([{ at: 2, way: 'down' }, { at: 2, way: 'up' }, null]);
    expect(turned(once, -1)).toEqual({ at: -1, way: 'up' });
  });
});

test('steps from an opening to a closing meet: each begins where the one before ended', () => {
  expect(stepsOf([100, 20, -5, 115])).toEqual([
    { from: 0, to: 100 },
    { from: 100, to: 120 },
    { from: 120, to: 115 },
    { from: 0, to: 115 },
  ]);
});

test('small steps between high levels are seen because the axis begins higher, but never above where a step begins', () => {
  expect(stepsFloor([1472, 9, -1, 1480])).toBe(1460);
  expect(stepsFloor([186_100, 900, -1212, 185_788])).toBe(180_000);
  expect(stepsFloor([100, 20, -5, 115])).toBeNull();
  expect(stepsFloor([0, 20, 20])).toBeNull();
  expect(stepsFloor([20, -20, 0])).toBeNull();
  expect(stepsFloor([0, 0])).toBeNull();
});

test('a change of wording is told at the month from which it holds', () => {
  const series = [
    { name: '到访人次', versions: [1, 1, 2, 2] },
    { name: '期末站点', versions: [1, 1, 1, 1] },
  ];
  expect(changesOf(['2025-11', '2025-12', '2026-01', '2026-02'], series)).toEqual([
    { at: 2, text: '到访人次改用第 2 版口径' },
  ]);
});

test('the versions of many definitions are told in a word', () => {
  const of = (...versions: number[]) => versions.map((version, i) => ({ id: `stock.${i}`, version }));
  expect(versionsText(of(1, 1, 1))).toBe('3 项都是第 1 版');
  expect(versionsText(of(2))).toBe('第 2 版');
  expect(versionsText(of(1, 1, 2))).toBe('第 1 版，其中 1 项第 2 版');
});
