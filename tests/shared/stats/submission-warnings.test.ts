import { describe, expect, test } from 'vitest';
import type { Figure } from '../../../shared/stats/question.ts';
import type { FrozenTable } from '../../../shared/stats/submission.ts';
import { type WarningFacts, warningsOf } from '../../../shared/stats/submission-warnings.ts';

type Totals = { readonly [id: string]: Figure };

function table(name: FrozenTable['table'], total: Totals, rows: { readonly [name: string]: Totals } = {}): FrozenTable {
  const ids = Object.keys(total);
  return {
    table: name,
    columns: ids.map((id) => ({ id, name: id, unit: '个', digits: 0, version: 1 })),
    rows: Object.entries(rows).map(([key, values]) => ({
      key,
      name: key,
      below: null,
      values: ids.map((id) => values[id] ?? 0),
    })),
    total: Object.values(total),
  };
}

const STOCK = {
  'stock.opening': 100,
  'stock.corrected-in': 2,
  'stock.corrected-out': 1,
  'stock.new': 6,
  'stock.reinstated': 1,
  'stock.moved-in': 1,
  'stock.retired': 3,
  'stock.merged': 1,
  'stock.moved-out': 1,
  'stock.closing': 104,
};

const facts = (over: Partial<WarningFacts> = {}, more: readonly FrozenTable[] = []): WarningFacts => ({
  tables: [table('stock', STOCK), ...more],
  lastClosing: 100,
  missing: [],
  overdue: 0,
  ...over,
});
const idsOf = (given: WarningFacts) => warningsOf(given).map(({ id }) => id);

describe('what is odd about figures before they are handed in', () => {
  test('is nothing where everything adds up', () => {
    expect(warningsOf(facts())).toEqual([]);
  });

  test('names the lines in which opening and flow do not make the closing', () => {
    const broken = table('stock', STOCK, { 中原区: { ...STOCK, 'stock.new': 7 }, 二七区: STOCK });
    expect(warningsOf(facts({ tables: [broken] }))).toEqual([{ id: 'identity', figure: 1, about: ['中原区'] }]);
    const total = table('stock', { ...STOCK, 'stock.closing': 105 });
    expect(warningsOf(facts({ tables: [total] }))).toEqual([{ id: 'identity', figure: 1, about: ['合计'] }]);
  });

  test('is a stock that moved by more than a tenth since it was signed last', () => {
    expect(idsOf(facts({ lastClosing: 95 }))).toEqual([]);
    expect(warningsOf(facts({ lastClosing: 94 }))).toEqual([{ id: 'closing-moved', figure: 10, about: [] }]);
    expect(idsOf(facts({ lastClosing: 0 }))).toEqual(['closing-moved']);
    // Never signed: what it opened with is compared.
    expect(idsOf(facts({ lastClosing: null }))).toEqual([]);
  });

  test('is whoever below has not signed, and what waits for an answer', () => {
    expect(warningsOf(facts({ missing: ['中原区总工会'], overdue: 2 }))).toEqual([
      { id: 'children-missing', figure: 1, about: ['中原区总工会'] },
      { id: 'reports-overdue', figure: 2, about: [] },
    ]);
  });

  test('is more unknown than known, and what nobody wrote down at all', () => {
    const half = (104 * 38) / 2;
    const unknown = (count: number) =>
      table('quality', { 'quality.amenities-unknown': count, 'quality.unverified': 53 });
    expect(idsOf(facts({}, [unknown(half)]))).toEqual(['unverified']);
    expect(idsOf(facts({}, [unknown(half + 1)]))).toEqual(['amenities-unknown', 'unverified']);
    expect(idsOf(facts({}, [table('hours', { 'hours.unknown': 4 })]))).toEqual(['hours-unknown']);
    const visits = (measured: Figure, reported: Figure) =>
      table('visits', { 'visits.measured': measured, 'visits.reported': reported, 'visits.zero': 104 });
    expect(idsOf(facts({}, [visits(0, null), table('inspection', { 'inspection.count': 0 })]))).toEqual([
      'no-visits',
      'no-inspections',
    ]);
    // Few people are people.
    expect(idsOf(facts({}, [visits('few', 0)]))).toEqual([]);
    expect(idsOf(facts({}, [visits(0, 12)]))).toEqual([]);
    expect(idsOf(facts({}, [table('visits', {})]))).toEqual([]);
  });
});
