import fc from 'fast-check';
import geodesic from 'geographiclib-geodesic';
import { describe, expect, test } from 'vitest';
import { bearingBetween, eased, turnBetween, wrapDegrees } from '../../../shared/geo/bearing.ts';
import { gcj02 } from '../../../shared/geo/point.ts';

const HOME = gcj02(113.665, 34.757);
const step = fc.double({ min: -0.02, max: 0.02, noNaN: true });
const degrees = fc.double({ min: -2000, max: 2000, noNaN: true });

describe('a direction', () => {
  test.each([
    ['north', [0, 0.001], 0],
    ['east', [0.001, 0], 90],
    ['south', [0, -0.001], 180],
    ['west', [-0.001, 0], 270],
  ] as const)('to the %s', (_, [lng, lat], expected) => {
    expect(bearingBetween(HOME, gcj02(HOME.lng + lng, HOME.lat + lat))).toBeCloseTo(expected, 2);
  });

  test('over what one walks is the geodesic’s to a tenth of a degree, all over China', () => {
    fc.assert(
      fc.property(
        fc.tuple(fc.double({ min: 74, max: 135, noNaN: true }), fc.double({ min: 4, max: 53, noNaN: true })),
        fc.tuple(step, step),
        ([lng, lat], [east, north]) => {
          fc.pre(Math.abs(east) + Math.abs(north) > 1e-4);
          const to = gcj02(lng + east, lat + north);
          const { azi1 } = geodesic.Geodesic.WGS84.Inverse(lat, lng, to.lat, to.lng);
          expect(Math.abs(turnBetween(bearingBetween(gcj02(lng, lat), to), azi1 ?? Number.NaN))).toBeLessThan(0.1);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('angles', () => {
  test.each([
    [350, 10, 20],
    [10, 350, -20],
    [0, 180, 180],
    [180, 0, 180],
    [90, 90, 0],
    [-90, 270, 0],
    [719, 1, 2],
  ])('from %i to %i one turns %i', (from, to, turn) => {
    expect(turnBetween(from, to)).toBeCloseTo(turn, 9);
  });

  test('always wrap into one turn, and a turn always leads there', () => {
    fc.assert(
      fc.property(degrees, degrees, (from, to) => {
        expect(wrapDegrees(from)).toBeGreaterThanOrEqual(0);
        expect(wrapDegrees(from)).toBeLessThan(360);
        const turn = turnBetween(from, to);
        expect(turn).toBeGreaterThan(-180 - 1e-9);
        expect(turn).toBeLessThanOrEqual(180);
        expect(Math.abs(turnBetween(wrapDegrees(from + turn), to))).toBeLessThan(1e-6);
      }),
    );
  });

  test('eased across north goes the short way', () => {
    expect(eased(350, 10, 0.5)).toBeCloseTo(0, 9);
    expect(eased(10, 350, 0.25)).toBeCloseTo(5, 9);
    expect(eased(90, 180, 0)).toBe(90);
    expect(eased(90, 180, 1)).toBe(180);
  });

  test('eased never goes further than the goal', () => {
    fc.assert(
      fc.property(degrees, degrees, fc.double({ min: 0, max: 1, noNaN: true }), (from, to, share) => {
        const left = Math.abs(turnBetween(eased(from, to, share), to));
        expect(left).toBeLessThanOrEqual(Math.abs(turnBetween(from, to)) + 1e-6);
      }),
    );
  });
});
