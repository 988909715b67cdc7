import { degreeMetric } from './distance.ts';

type LngLat = { readonly lng: number; readonly lat: number };

const FULL = 360;
const HALF = 180;

/** Any angle as 0 ≤ degrees < 360, clockwise from north. */
export function wrapDegrees(degrees: number): number {
  const rest = degrees % FULL;
  // A tiny negative rest plus 360 rounds to 360 itself.
  return rest < 0 ? (rest + FULL) % FULL : rest;
}

/** How far to turn from one direction to another, the short way: −180 < degrees ≤ 180, clockwise positive. */
export function turnBetween(from: number, to: number): number {
  const turn = wrapDegrees(to - from);
  return turn > HALF ? turn - FULL : turn;
}

/**
 * The direction from one point to another of the same datum, clockwise from true north. Degrees. By the flat metric of
 * distances, taken half way: for what one walks, off by far less than a phone's compass.
 */
export function bearingBetween<P extends LngLat>(from: P, to: NoInfer<P>): number {
  const { x, y } = degreeMetric((from.lat + to.lat) / 2);
  return wrapDegrees((Math.atan2((to.lng - from.lng) * x, (to.lat - from.lat) * y) * HALF) / Math.PI);
}

/** `share` of the way from one direction to the next, across north too: 0 stays, 1 is there. */
export function eased(from: number, to: number, share: number): number {
  return wrapDegrees(from + turnBetween(from, to) * share);
}
