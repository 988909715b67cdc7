import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IndicatorId } from '../../../shared/stats/definition.ts';
import { indicatorsOf } from '../../../shared/stats/definitions/all.ts';
import { FOLLOWERS, WHOLES } from '../../../shared/stats/definitions/people.ts';
import { keepBack } from '../../../shared/stats/keep-back.ts';
import type { Figure, Tally } from '../../../shared/stats/question.ts';
import { period } from './telling.ts';

const COLUMNS = indicatorsOf('visits').map(({ id }) => id);
const CHANNELS = WHOLES[0]?.parts ?? [];
const WORKERS = WHOLES[1]?.parts ?? [];
const REPORTED = 'visits.reported' as IndicatorId;
const OCTOBER = period('2026-10');

/** Rows of people by occupation; channels share the same people out, so every sum is true. */
function table(rows: readonly (readonly number[])[]): Tally {
  const lines = rows.map((people, row) => {
    const whole = people.reduce((sum, one) => sum + one, 0);
    const values = new Map<IndicatorId, number>([[REPORTED, whole]]);
    for (const [at, id] of WORKERS.entries()) values.set(id, people[at] ?? 0);
    let left = whole;
    for (const [at, id] of CHANNELS.entries()) {
      const part = at === CHANNELS.length - 1 ? left : Math.floor((left * ((row + at) % 3)) / 2);
      const taken = Math.min(left, part);
      values.set(id, taken);
      left -= taken;
    }
    values.set('visits.days' as IndicatorId, 10);
    values.set('visits.per-day' as IndicatorId, whole / 10);
    values.set('visits.daily' as IndicatorId, whole / 31);
    return COLUMNS.map((id) => values.get(id) ?? 0);
  });
  const total = COLUMNS.map((_, column) => lines.reduce((sum, values) => sum + (values[column] ?? 0), 0));
  return {
    table: 'visits',
    columns: COLUMNS,
    rows: lines.map((values, at) => ({ key: `${410000 + at}`, values })),
    total,
  };
}

const at = (id: string) => COLUMNS.indexOf(id as IndicatorId);

/** Values of a sum: the whole first, then its parts. */
function sums(tally: Tally): readonly (readonly (readonly [line: number, column: number])[])[] {
  const lines = [0, ...tally.rows.map((_, row) => row + 1)];
  const downwards = [REPORTED, ...WORKERS, ...CHANNELS].map((id) => lines.map((line) => [line, at(id)] as const));
  const along = lines.flatMap((line) =>
    WHOLES.map(({ whole, parts }) => [[line, at(whole)] as const, ...parts.map((part) => [line, at(part)] as const)]),
  );
  return [...downwards, ...along];
}

describe('small figures about people', () => {
  it('are kept back with as many others as hide them', () => {
    const kept = keepBack(
      table([
        [2, 40, 0, 0, 0],
        [30, 50, 0, 0, 0],
        [70, 60, 0, 0, 0],
      ]),
      OCTOBER,
    );
    const couriers = kept.rows.map(({ values }) => values[at('visits.of-courier')]);
    // The second is kept back too, or it would be the total less the third.
    expect(couriers).toEqual(['few', 'few', 70]);
    expect(kept.total[at('visits.of-courier')]).toBe(102);
    // In the row the next one with it, and with that one another of its column.
    expect(kept.rows[0]?.values[at('visits.of-food-rider')]).toBe('few');
    expect(kept.rows[0]?.values[at(REPORTED)]).toBe(42);
  });

  it('never hide a zero, nor anything where nothing is small', () => {
    const whole = table([
      [9, 40, 0, 0, 0],
      [30, 50, 0, 0, 0],
    ]);
    const shown = keepBack(whole, OCTOBER);
    for (const id of WORKERS) {
      expect(shown.rows.map(({ values }) => values[at(id)])).toEqual(whole.rows.map(({ values }) => values[at(id)]));
    }
  });

  it('take their measures in other units with them', () => {
    const kept = keepBack(table([[1, 1, 0, 0, 0]]), OCTOBER);
    expect(kept.rows[0]?.values[at(REPORTED)]).toBe('few');
    for (const id of ['visits.per-day', ...FOLLOWERS.keys()]) {
      const value = kept.rows[0]?.values[at(id)];
      expect([id, value === 'few' || value === 0]).toEqual([id, true]);
    }
  });

  it('cannot be reckoned from any sum of what is shown', () => {
    const row = fc.array(fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 300 })), {
      minLength: 5,
      maxLength: 5,
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
        const tally = table(rows);
        const kept = keepBack(tally, OCTOBER);
        const shown = (line: number): readonly Figure[] =>
          line === 0 ? kept.total : (kept.rows[line - 1]?.values ?? []);
        const real = (line: number) => (line === 0 ? tally.total : (tally.rows[line - 1]?.values ?? []));
        const faults: unknown[] = [];
        for (const places of sums(tally)) {
          const hidden = places.filter(([line, column]) => shown(line)[column] === 'few');
          const [whole] = places;
          if (hidden.length === 1) faults.push(['alone', hidden]);
          if (hidden.length === 0 || (whole !== undefined && hidden.includes(whole))) continue;
          // Where the whole is shown, two that come to two could only be a one and a one.
          const sum = hidden.reduce((all, [line, column]) => all + (real(line)[column] ?? 0), 0);
          if (sum < 5) faults.push(['small', hidden]);
        }
        for (const [line, values] of [tally.total, ...tally.rows.map((one) => one.values)].entries()) {
          for (const column of [REPORTED, ...WORKERS, ...CHANNELS].map(at)) {
            const [value, is] = [values[column] ?? 0, shown(line)[column]];
            const isSmall = value > 0 && value < 5;
            if (isSmall ? is !== 'few' : is !== value && (is !== 'few' || value === 0))
              faults.push([line, column, value, is]);
          }
        }
        expect(faults).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});
