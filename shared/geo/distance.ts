import { EQUATOR_RADIUS, FLATTENING, geodesicMetres, MEAN_RADIUS } from './geodesic.ts';

/** Station columns hold degrees × this as 32-bit integers. */
export const UNITS_PER_DEGREE = 100000;

/**
 * The ellipsoid around one latitude, to second order: both radii are taken half way to the other point, so
 * metres² = (dLat·(y + y1·dLat))² + (dLng·(x + x1·dLat))² with the differences in degrees (or in column units for a
 * metric made by `unitMetric`). `refinedMetres` adds the next order.
 */
export type LocalMetric = {
  readonly x: number;
  readonly x1: number;
  readonly y: number;
  readonly y1: number;
  /** Third-order terms of `refinedMetres`. */
  readonly x2: number;
  readonly y2: number;
  /** Radians in one step of the differences. */
  readonly step: number;
  readonly sinSquare: number;
};

/** Where the second-order metric is used at all: latitude of the asker, and how far a point may be. Metres. */
export const METRIC_RANGE = { south: 0, north: 56, west: 60, east: 150, reach: 1500000 } as const;
/**
 * Inside that range the second-order metric is off by at most this × (distance / mean radius)², relative. The test
 * measures it; nearest search keeps everything that this much error could bring among the first.
 */
export const METRIC_ERROR = 0.2;
/** Up to here `refinedMetres` is right to 0.2 mm; beyond, the geodesic is asked. Metres. */
export const REFINED_REACH = 20000;

const E2 = FLATTENING * (2 - FLATTENING);

function metricAt(lat: number, step: number): LocalMetric {
  const phi = (lat * Math.PI) / 180;
  const sin = Math.sin(phi);
  const cos = Math.cos(phi);
  const w2 = 1 - E2 * sin * sin;
  const n = EQUATOR_RADIUS / Math.sqrt(w2);
  const m = (n * (1 - E2)) / w2;
  // d(N cos φ)/dφ = −M sin φ, and dM/dφ = 3 M e² sin φ cos φ / w².
  const mSlope = (3 * m * E2 * sin * cos) / w2;
  return {
    x: n * cos * step,
    x1: (-m * sin * step * step) / 2,
    y: m * step,
    y1: (mSlope * step * step) / 2,
    x2: (-(m * cos + mSlope * sin) * step * step * step) / 8,
    y2: ((3 * m * E2 * (cos * cos - sin * sin)) / 6) * step * step * step,
    step,
    sinSquare: sin * sin,
  };
}

/** For differences in degrees. */
export function degreeMetric(lat: number): LocalMetric {
  return metricAt(lat, Math.PI / 180);
}

/** For differences in column units of 1e-5°. */
export function unitMetric(lat: number): LocalMetric {
  return metricAt(lat, Math.PI / 180 / UNITS_PER_DEGREE);
}

/** Square of the second-order distance, m². */
export function squareMetres(metric: LocalMetric, dLng: number, dLat: number): number {
  const y = dLat * (metric.y + metric.y1 * dLat);
  const x = dLng * (metric.x + metric.x1 * dLat);
  return x * x + y * y;
}

/**
 * The distance with its next order added, in metres; off by at most `refinedError`. The terms are those of the
 * sphere, from sin²(d/2) = sin²(Δφ/2)·cos²(Δλ/2) + cos²φm·sin²(Δλ/2).
 */
export function refinedMetres(metric: LocalMetric, dLng: number, dLat: number): number {
  const y = dLat * (metric.y + dLat * (metric.y1 + dLat * metric.y2));
  const x = dLng * (metric.x + dLat * (metric.x1 + dLat * metric.x2));
  const lambda2 = dLng * dLng * metric.step * metric.step;
  const x2 = x * x;
  const y2 = y * y;
  const square =
    x2 * (1 - (lambda2 * metric.sinSquare) / 12) + y2 * (1 - lambda2 / 4 + x2 / (6 * MEAN_RADIUS * MEAN_RADIUS));
  return Math.sqrt(square);
}

/** At most this far from the geodesic are `refinedMetres` inside METRIC_RANGE: 0.4 mm at 20 km, 2 m at 300 km. */
export function refinedError(metres: number): number {
  return 5e-17 * metres * metres * metres * (1 + metres * metres * 4e-12);
}

type LngLat = { readonly lng: number; readonly lat: number };

/** Straight-line distance in metres between two points of one datum, as every list shows it. Right to 0.2 mm. */
export function metresBetween<P extends LngLat>(from: P, to: NoInfer<P>): number {
  const dLng = to.lng - from.lng;
  const dLat = to.lat - from.lat;
  const metric = degreeMetric(from.lat);
  if (squareMetres(metric, dLng, dLat) > REFINED_REACH * REFINED_REACH) return geodesicMetres(from, to);
  return refinedMetres(metric, dLng, dLat);
}
