import { expect, test } from 'vitest';
import type { IndicatorId } from '../../../shared/stats/definition.ts';
import type { KeptTally } from '../../../shared/stats/keep-back.ts';
import { figuresIn, packTally } from '../../../shared/stats/packed.ts';

test('packed figures are the same when they are read, what is no number too', () => {
  const table: KeptTally = {
    table: 'visits',
    columns: ['visits.a', 'visits.b', 'visits.c'].map((id) => id as IndicatorId),
    rows: [
      { key: '410100', values: [0, null, 'few'] },
      { key: '410200', values: ['few', -0.125, 9_007_199_254_740_991] },
    ],
    total: [null, 1 / 3, 'few'],
  };
  const { figures, keys, columns } = packTally(table);
  expect([keys, columns]).toEqual([['410100', '410200'], table.columns]);
  expect([0, 1, 2].map((line) => figuresIn(figures, line))).toEqual([
    table.total,
    ...table.rows.map(({ values }) => values),
  ]);
});
