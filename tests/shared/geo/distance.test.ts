import fc from 'fast-check';
import geographic from 'geographiclib-geodesic';
import { describe, expect, it } from 'vitest';
import {
  degreeMetric,
  METRIC_ERROR,
  METRIC_RANGE,
  metresBetween,
  refinedError,
  refinedMetres,
  squareMetres,
  UNITS_PER_DEGREE,
  unitMetric,
} from '../../../shared/geo/distance.ts';
import { geodesicMetres, MEAN_RADIUS, sphereMetres } from '../../../shared/geo/geodesic.ts';
import { gcj02 } from '../../../shared/geo/point.ts';

const karney = geographic.Geodesic.WGS84;

/** From a place in the metric's range, so far, in that direction: where that is, by the oracle. */
const ways = fc
  .record({
    lat: fc.double({ min: METRIC_RANGE.south, max: METRIC_RANGE.north, noNaN: true }),
    azimuth: fc.double({ min: -180, max: 180, noNaN: true }),
    tenth: fc.double({ min: 0, max: Math.log10(METRIC_RANGE.reach), noNaN: true }),
  })
  .map(({ lat, azimuth, tenth }) => {
    const end = karney.Direct(lat, 100, azimuth, 10 ** tenth);
    return { metres: 10 ** tenth, from: { lng: 100, lat }, to: { lng: end.lon2 ?? 0, lat: end.lat2 ?? 0 } };
  })
  .filter(({ to }) => to.lat >= 3 && to.lat <= 54);

describe('distance', () => {
  it('is the geodesic within a millimetre, near and far', () => {
    fc.assert(
      fc.property(ways, ({ metres, from, to }) => {
        expect(Math.abs(metresBetween(from, to) - metres)).toBeLessThan(0.001);
        expect(Math.abs(geodesicMetres(from, to) - metres)).toBeLessThan(0.0005);
      }),
      { numRuns: 1000 },
    );
  });

  it('bounds the error of the second-order metric', () => {
    fc.assert(
      fc.property(ways, ({ metres, from, to }) => {
        const square = squareMetres(degreeMetric(from.lat), to.lng - from.lng, to.lat - from.lat);
        const error = Math.abs(Math.sqrt(square) / metres - 1);
        expect(error).toBeLessThanOrEqual(METRIC_ERROR * (metres / MEAN_RADIUS) ** 2 + 1e-7 / metres);
      }),
      { numRuns: 1000 },
    );
  });

  it('bounds the error of the refined metric', () => {
    fc.assert(
      fc.property(ways, ({ metres, from, to }) => {
        const refined = refinedMetres(degreeMetric(from.lat), to.lng - from.lng, to.lat - from.lat);
        expect(Math.abs(refined - metres)).toBeLessThanOrEqual(refinedError(metres) + 1e-6);
      }),
      { numRuns: 1000 },
    );
  });

  it('measures column units as it measures degrees', () => {
    const units = squareMetres(unitMetric(34.7), 1234, -567);
    const degrees = squareMetres(degreeMetric(34.7), 1234 / UNITS_PER_DEGREE, -567 / UNITS_PER_DEGREE);
    expect(units / degrees).toBeCloseTo(1, 12);
  });

  it('knows zero, and gives an answer even for the other end of the world', () => {
    expect(metresBetween(gcj02(113, 34), gcj02(113, 34))).toBe(0);
    expect(geodesicMetres({ lng: 113, lat: 34 }, { lng: 113, lat: 34 })).toBe(0);
    expect(geodesicMetres({ lng: 113, lat: 0 }, { lng: 114, lat: 0 })).toBeCloseTo(111319.4908, 3);
    const antipode = geodesicMetres({ lng: 113, lat: 34 }, { lng: -67, lat: -33.9 });
    expect(antipode).toBeGreaterThan(19.9e6);
    expect(sphereMetres({ lng: 0, lat: 0 }, { lng: 180, lat: 0 })).toBeCloseTo(Math.PI * MEAN_RADIUS, 0);
  });
});
