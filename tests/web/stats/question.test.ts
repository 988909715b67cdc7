import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Instant, parseIso } from '../../../shared/kernel/instant.ts';
import { parsePeriod } from '../../../shared/stats/period.ts';
import { ROWS_BY } from '../../../shared/stats/question.ts';
import { asKind, holding, periodAfter, periodsUntil } from '../../../web/stats/parts/periods.ts';
import { addressOf, fixedAt, readAsked, readBeside, usualPeriod } from '../../../web/stats/parts/question.ts';

function at(text: string): Instant {
  const parsed = parseIso(text);
  if (parsed === null) throw new Error(text);
  return parsed;
}

const NOW = at('2026-11-26T14:20:00+08:00');
const USUAL = { period: '2026-10' };

describe('the address of a page about figures', () => {
  const asked = fc.record(
    {
      period: fc.constantFrom('2026-10', '2026-Q3', '2025', '2026-13'),
      by: fc.constantFrom(...ROWS_BY),
      asOf: fc.constantFrom('12', '2026-11-05T09:00:00+08:00'),
      union: fc.constantFrom('410000', 'industry-1'),
      region: fc.constantFrom('410100', '110105'),
      divisions: fc.constantFrom('then', 'today'),
      stations: fc.constantFrom('real', 'synthetic'),
    },
    { requiredKeys: ['period', 'by'] },
  );
  const beside = fc.dictionary(fc.constantFrom('indicator', 'row', 'against', 'reason'), fc.string({ minLength: 1 }));

  test('says the whole question: read again it is the same, with all that stands beside it', () => {
    fc.assert(
      fc.property(asked, beside, (question, more) => {
        const address = addressOf('/figures/compare', question, more);
        const search = address.slice(address.indexOf('?') + 1);
        expect(readAsked(search, USUAL)).toEqual(question);
        expect(readBeside(search)).toEqual({ ...more });
      }),
    );
  });

  test('leaves the period to the last month that is over, and rows to the divisions below', () => {
    expect(readAsked('', { period: usualPeriod(NOW) })).toEqual({ period: '2026-10', by: 'region' });
    expect(usualPeriod(at('2026-01-01T00:00:00+08:00'))).toBe('2025-12');
    expect(usualPeriod(at('2026-02-28T23:59:00+08:00'))).toBe('2026-01');
  });

  test('keeps what means nothing, so that the server says so', () => {
    expect(readAsked('period=2026-13&by=colour', USUAL)).toMatchObject({ period: '2026-13', by: 'colour' });
  });

  test('lays a later part over an earlier one and leaves out what is taken away', () => {
    const first = { period: '2026-10', region: '410100', row: '410102' };
    expect(addressOf('/figures', first, { region: '410102', row: undefined })).toBe(
      '/figures?period=2026-10&region=410102',
    );
  });

  test('of figures that were answered names the row of history they rest on', () => {
    expect(fixedAt({ period: '2026-10', by: 'region' }, { asOf: { seq: 4711 } })).toEqual({
      period: '2026-10',
      by: 'region',
      asOf: '4711',
    });
  });
});

describe('the list of periods', () => {
  test('begins with the running one and goes back without a gap', () => {
    expect(periodsUntil(NOW, 'month').slice(0, 3)).toEqual(['2026-11', '2026-10', '2026-09']);
    expect(periodsUntil(NOW, 'quarter').slice(0, 5)).toEqual(['2026-Q4', '2026-Q3', '2026-Q2', '2026-Q1', '2025-Q4']);
    expect(periodsUntil(NOW, 'year')[1]).toBe('2025');
  });

  test('has nothing after the running one', () => {
    expect(periodAfter(holding('2026-11', 'month'), NOW)).toBeNull();
    expect(periodAfter(holding('2026-09', 'month'), NOW)).toBe('2026-10');
    expect(periodAfter(holding('2026-09', 'quarter'), NOW)).toBe('2026-Q4');
  });

  test('of another length is the one that ends with it', () => {
    const year = parsePeriod('2025');
    const quarter = parsePeriod('2026-Q3');
    expect(year && asKind(year, 'month')).toBe('2025-12');
    expect(quarter && asKind(quarter, 'month')).toBe('2026-09');
    expect(asKind(holding('2026-02', 'month'), 'quarter')).toBe('2026-Q1');
  });
});
