import { expect, test } from 'vitest';
import { underPercent, underText } from '../../../web/stats/workbooks/under-text.ts';

test('a file under way says what is being done and how far', () => {
  expect(underText({ doing: 'waiting', done: 0, of: 0 })).toBe('排队');
  expect(underText({ doing: 'reading', done: 600_000, of: 1_500_000 })).toBe('在读变更记录 600,000 / 1,500,000');
  const counting = { doing: 'counting', done: 93_184, of: 186_100 } as const;
  expect([underText(counting), underPercent(counting)]).toEqual(['在数站点 93,184 / 186,100', 50]);
  expect(underText({ doing: 'writing', done: 5, of: 26 })).toBe('在写文件 5 / 26');
  expect([underText(null), underPercent(null), underPercent({ doing: 'waiting', done: 0, of: 0 })]).toEqual(['', 0, 0]);
});
