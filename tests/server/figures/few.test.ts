import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keptAmounts } from '../../../server/feature/figures/few.ts';
import { INDICATORS } from '../../../shared/stats/definitions/all.ts';

const ofPeople = INDICATORS.find((indicator) => indicator.ofPeople);
const ofStations = INDICATORS.find((indicator) => !indicator.ofPeople);
if (ofPeople === undefined || ofStations === undefined) throw new Error('no such indicators');

describe('amounts behind one sum', () => {
  test('are shown as they are when they are of stations', () => {
    expect(keptAmounts(ofStations, [1, 0, 7])).toEqual([1, 0, 7]);
  });

  test('of people are kept back below five, with the next larger so that none can be reckoned; nobody is nobody', () => {
    expect(keptAmounts(ofPeople, [12, 30, 0])).toEqual([12, 30, 0]);
    expect(keptAmounts(ofPeople, [3, 12, 30])).toEqual(['few', 'few', 30]);
    expect(keptAmounts(ofPeople, [1, 2, 30, 9])).toEqual(['few', 'few', 30, 'few']);
    expect(keptAmounts(ofPeople, [4, 4, 30])).toEqual(['few', 'few', 30]);
    expect(keptAmounts(ofPeople, [2])).toEqual(['few']);
  });

  test('never leave a single one out, nor some that come to fewer than five, where there are others to go with them', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 20 }), { maxLength: 12 }), (amounts) => {
        const kept = keptAmounts(ofPeople, amounts);
        const hidden = amounts.filter((_, at) => kept[at] === 'few');
        const shown = kept.filter((one) => one !== 'few');
        expect(shown.every((one) => one === 0 || (typeof one === 'number' && one >= 5))).toBe(true);
        const sum = hidden.reduce((all, one) => all + one, 0);
        const isAlone = amounts.filter((one) => one > 0).length === hidden.length;
        expect(hidden.length === 0 || isAlone || (hidden.length >= 2 && sum >= 5)).toBe(true);
      }),
    );
  });
});
