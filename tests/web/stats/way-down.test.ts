import { describe, expect, test } from 'vitest';
import { cityOf } from '../../../web/stats/parts/regions.ts';

const of = (...codes: string[]) => codes.map((code) => ({ code, name: code }));

describe('the city a division stands in', () => {
  test.each([
    ['410102', of('410100', '410200'), '410100'],
    ['410100', of('410100', '410200'), '410100'],
    ['419001', of('410100', '419001'), '419001'],
    ['500230', of('500100'), '500100'],
    ['410102', [], '410100'],
    ['410000', of('410100'), null],
  ])('%s', (code, inProvince, city) => {
    expect(cityOf(code, inProvince)).toBe(city);
  });
});
