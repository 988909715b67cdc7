/** The ellipsoid of WGS-84. Stored GCJ-02 pairs are measured on it too: the offset bends distances by at most 0.3 %. */
export const EQUATOR_RADIUS = 6378137;
export const FLATTENING = 1 / 298.257223563;
/** Mean radius, for bounds and for the sphere. Metres. */
export const MEAN_RADIUS = 6371008.8;

const POLE_RADIUS = EQUATOR_RADIUS * (1 - FLATTENING);
const SECOND_ECCENTRICITY_SQUARE = (EQUATOR_RADIUS / POLE_RADIUS) ** 2 - 1;
const RADIANS = Math.PI / 180;
const ROUNDS = 60;
/** Of the longitude on the helper sphere, radians: 0.06 mm. */
const SETTLED = 1e-11;

type LngLat = { readonly lng: number; readonly lat: number };
/** One turn of the iteration: the arc on the helper sphere and what the next longitude and the length need of it. */
type Arc = {
  readonly sin: number;
  readonly cos: number;
  readonly sigma: number;
  readonly sinAlpha: number;
  readonly cosSqAlpha: number;
  readonly cos2m: number;
};
type Reduced = { readonly sin: number; readonly cos: number };

function reducedLatitude(lat: number): Reduced {
  const tan = (1 - FLATTENING) * Math.tan(lat * RADIANS);
  const cos = 1 / Math.sqrt(1 + tan * tan);
  return { sin: tan * cos, cos };
}

function arcAt(lambda: number, u1: Reduced, u2: Reduced): Arc {
  const sinLambda = Math.sin(lambda);
  const cosLambda = Math.cos(lambda);
  const east = u2.cos * sinLambda;
  const north = u1.cos * u2.sin - u1.sin * u2.cos * cosLambda;
  const sin = Math.sqrt(east * east + north * north);
  const cos = u1.sin * u2.sin + u1.cos * u2.cos * cosLambda;
  const sinAlpha = sin === 0 ? 0 : (u1.cos * u2.cos * sinLambda) / sin;
  const cosSqAlpha = 1 - sinAlpha * sinAlpha;
  // On the equator the arc has no vertex; the term it multiplies is zero there.
  const cos2m = cosSqAlpha === 0 ? 0 : cos - (2 * u1.sin * u2.sin) / cosSqAlpha;
  return { sin, cos, sigma: Math.atan2(sin, cos), sinAlpha, cosSqAlpha, cos2m };
}

function lengthOf(arc: Arc): number {
  const u = arc.cosSqAlpha * SECOND_ECCENTRICITY_SQUARE;
  const a = 1 + (u / 16384) * (4096 + u * (-768 + u * (320 - 175 * u)));
  const b = (u / 1024) * (256 + u * (-128 + u * (74 - 47 * u)));
  const m = arc.cos2m;
  const inner = arc.cos * (2 * m * m - 1) - (b / 6) * m * (4 * arc.sin * arc.sin - 3) * (4 * m * m - 3);
  return POLE_RADIUS * a * (arc.sigma - b * arc.sin * (m + (b / 4) * inner));
}

/** Great circle on the mean sphere: within 0.6 % of the ellipsoid everywhere on Earth. Metres. */
export function sphereMetres(from: LngLat, to: LngLat): number {
  const halfLat = Math.sin(((to.lat - from.lat) * RADIANS) / 2);
  const halfLng = Math.sin(((to.lng - from.lng) * RADIANS) / 2);
  const h = halfLat * halfLat + Math.cos(from.lat * RADIANS) * Math.cos(to.lat * RADIANS) * halfLng * halfLng;
  return 2 * MEAN_RADIUS * Math.asin(Math.sqrt(Math.min(1, h)));
}

/**
 * Shortest way over the ellipsoid in metres, by Vincenty's inverse iteration (Survey Review XXIII, 1975): right to
 * a tenth of a millimetre. Both points in one datum, degrees. Nearly antipodal pairs, where the iteration does not
 * settle, get the sphere's answer.
 */
export function geodesicMetres(from: LngLat, to: LngLat): number {
  const u1 = reducedLatitude(from.lat);
  const u2 = reducedLatitude(to.lat);
  const apart = (to.lng - from.lng) * RADIANS;
  // What the iteration tends to for short ways: saves two of its rounds.
  let lambda = apart * (1 + FLATTENING * u1.cos * u2.cos);
  for (let round = 0; round < ROUNDS; round += 1) {
    const arc = arcAt(lambda, u1, u2);
    if (arc.sin === 0) return 0;
    const c = (FLATTENING / 16) * arc.cosSqAlpha * (4 + FLATTENING * (4 - 3 * arc.cosSqAlpha));
    const bend = arc.cos2m + c * arc.cos * (2 * arc.cos2m * arc.cos2m - 1);
    const next = apart + (1 - c) * FLATTENING * arc.sinAlpha * (arc.sigma + c * arc.sin * bend);
    if (Math.abs(next - lambda) < SETTLED) return lengthOf(arc);
    lambda = next;
  }
  return sphereMetres(from, to);
}
