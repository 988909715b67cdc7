import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instant } from '../../../shared/kernel/instant.ts';
import { sideText, stepsText, turnedOn, windText } from '../../../web/station/compass/direction.ts';
import { guideSentence, guideTo } from '../../../web/station/compass/guide.ts';
import { type Fix, type Walk, walked, walkingTo } from '../../../web/station/compass/walk.ts';
import { HERE, offset } from '../gallery/fixture.ts';

const at = (point: Fix['point'], seconds: number, accuracy = 8): Fix => ({
  point,
  accuracy,
  at: instant(seconds * 1000),
});

describe('which way, in words', () => {
  test.each([
    [0, '往北'],
    [22, '往北'],
    [23, '往东北方向'],
    [90, '往东'],
    [180, '往南'],
    [200, '往南'],
    [315, '往西北方向'],
    [359.9, '往北'],
  ])('%d° on the ground is %s', (bearing, words) => {
    expect(windText(bearing)).toBe(words);
  });

  test.each([
    [0, 0, '往前走'],
    [10, 350, '往前走'],
    [45, 0, '往右前方'],
    [45, 90, '往左前方'],
    [270, 0, '往左'],
    [90, 0, '往右'],
    [0, 180, '往回走'],
    [135, 0, '往右后方'],
  ])('a goal at %d° for who looks to %d° is %s', (bearing, heading, words) => {
    expect(sideText(bearing, heading)).toBe(words);
  });

  test('distances grow finer near the door', () => {
    expect([2, 7, 33, 49, 51, 118, 994, 1234, 12_345].map(stepsText)).toEqual([
      '5 米',
      '5 米',
      '35 米',
      '50 米',
      '50 米',
      '120 米',
      '990 米',
      '1.2 公里',
      '12 公里',
    ]);
  });
});

describe('the pointer', () => {
  test('turns on past north without spinning', () => {
    expect(turnedOn(350, 10)).toBe(370);
    expect(turnedOn(370, 350)).toBe(350);
    expect(turnedOn(-170, 170)).toBe(-190);
  });

  test('never turns more than half round, and ends where it should', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5000, max: 5000 }), fc.integer({ min: -180, max: 360 }), (shown, towards) => {
        const next = turnedOn(shown, towards);
        expect(Math.abs(next - shown)).toBeLessThanOrEqual(180);
        expect((((next - towards) % 360) + 360) % 360).toBe(0);
      }),
    );
  });
});

describe('the last stretch', () => {
  const goal = offset(100, 100);
  const here = { point: HERE, accuracy: 12 };

  test('is told by the compass: 45° by the map, looking east, is half left', () => {
    const guide = guideTo({ here, goal, heading: { degrees: 90, by: 'compass' } });
    expect(guide).toMatchObject({
      metres: '140 米',
      words: '往左前方',
      by: 'compass',
      within: '误差约 15 米',
      isFar: false,
    });
    expect(guide.kind === 'way' && guide.arrow).toBeCloseTo(-45, 0);
    expect(guideSentence(guide)).toBe('往左前方 140 米');
  });

  test('without any direction is told by the wind', () => {
    const guide = guideTo({ here, goal, heading: null });
    expect(guide).toMatchObject({ words: '往东北方向', arrow: null, by: null });
  });

  test('ends at the door, at the fix’s own error, and never further than 30 metres off', () => {
    const near = (metres: number, accuracy: number) =>
      guideTo({ here: { point: HERE, accuracy }, goal: offset(0, metres), heading: null }).kind;
    expect([near(14, 5), near(16, 5), near(24, 25), near(29, 200), near(31, 200)]).toEqual([
      'arrived',
      'way',
      'arrived',
      'arrived',
      'way',
    ]);
  });

  test('says that streets bend when the door is further than 300 metres', () => {
    expect(guideTo({ here, goal: offset(0, 310), heading: null })).toMatchObject({ isFar: true });
    expect(guideTo({ here, goal: offset(0, 290), heading: null })).toMatchObject({ isFar: false });
  });

  test.each([
    [3, '误差约 5 米'],
    [30, '误差约 30 米'],
    [31, '误差约 35 米'],
    [260, '误差约 300 米'],
  ])('an error of %d m is rounded up', (accuracy, within) => {
    const guide = guideTo({ here: { point: HERE, accuracy }, goal: offset(0, 900), heading: null });
    expect(guide).toMatchObject({ within });
  });
});

describe('where somebody walks', () => {
  const stroll = (fixes: readonly Fix[]): Walk | null => fixes.reduce<Walk | null>(walked, null);

  test('is told by fixes that lead somewhere', () => {
    const walk = stroll([at(HERE, 0), at(offset(3, 0), 2), at(offset(6, 0), 4), at(offset(12, 0), 8)]);
    expect(walkingTo(walk, instant(9000))).toBeCloseTo(90, 0);
  });

  test('is not told by fixes that tremble', () => {
    const trembling = [at(HERE, 0), at(offset(4, 3), 2), at(offset(-3, 4), 4), at(offset(2, -5), 6)];
    expect(walkingTo(stroll(trembling), instant(7000))).toBeNull();
  });

  test('wants a longer way when the fixes are bad', () => {
    expect(walkingTo(stroll([at(HERE, 0, 60), at(offset(0, 20), 5, 60)]), instant(6000))).toBeNull();
    expect(walkingTo(stroll([at(HERE, 0, 60), at(offset(0, 31), 5, 60)]), instant(6000))).toBeCloseTo(0, 0);
  });

  test('is forgotten by who stands still: they may have turned round', () => {
    const walk = stroll([at(HERE, 0), at(offset(0, -20), 10)]);
    expect(walkingTo(walk, instant(30_000))).toBeCloseTo(180, 0);
    expect(walkingTo(walk, instant(31_000))).toBeNull();
  });

  test('begins anew after a minute, and when the clock was set back', () => {
    expect(walkingTo(stroll([at(HERE, 0), at(offset(0, 50), 61)]), instant(61_000))).toBeNull();
    expect(walkingTo(stroll([at(HERE, 90), at(offset(0, 50), 5)]), instant(5000))).toBeNull();
  });
});
