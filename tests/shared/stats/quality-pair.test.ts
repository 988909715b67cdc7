import { describe, expect, test } from 'vitest';
import { type Likeness, scorePair } from '../../../shared/stats/quality-pair.ts';

const same: Likeness = {
  metres: 0,
  names: ['德化街爱心驿站', '德化街爱心驿站'],
  addresses: ['德化街 18 号', '德化街18号'],
  hosts: ['中国银行德化街支行', '中国银行德化街支行'],
};

describe('how much two stations look like one', () => {
  test('is all of it for the same name, host and address at one door', () => {
    expect(scorePair(same)).toEqual({
      score: 100,
      likelihood: 'likely',
      because: ['same-door', 'same-name', 'same-host', 'same-address'],
    });
  });

  test('falls with the distance and is the same the other way round', () => {
    const scores = [0, 10, 25, 50].map((metres) => scorePair({ ...same, metres }).score);
    expect(scores).toEqual([100, 94, 85, 70]);
    const other: Likeness = { ...same, names: ['甲店', '乙站'], addresses: ['甲路', '乙路'], hosts: [null, '丙'] };
    const turned: Likeness = { ...other, names: ['乙站', '甲店'], addresses: ['乙路', '甲路'], hosts: ['丙', null] };
    expect(scorePair(turned)).toEqual(scorePair(other));
  });

  test('is little for two that only stand beside each other', () => {
    const beside = scorePair({
      metres: 40,
      names: ['中国银行德化街支行驿站', '环卫三队休息点'],
      addresses: ['德化街 18 号', '铭功路 3 号'],
      hosts: ['中国银行德化街支行', '二七区环卫三队'],
    });
    expect(beside.likelihood).toBe('look');
    expect(beside.because).toEqual(['near']);
  });

  test('takes no host and no address for no sign of one', () => {
    expect(scorePair({ ...same, hosts: [null, null], addresses: ['', ''] }).because).toEqual([
      'same-door',
      'same-name',
    ]);
  });
});
