import { metresBetween } from '../geo/distance.ts';

/** How far a point moved between two states of a record, in metres; null where either holds no point. */
export function metresMoved(before: unknown, after: unknown): number | null {
  return isPlace(before) && isPlace(after) ? metresBetween(before, after) : null;
}

/** A stored point; a delivered pair (`crs`) may lie in another datum, so its numbers tell no distance. */
function isPlace(value: unknown): value is { readonly lng: number; readonly lat: number } {
  if (typeof value !== 'object' || value === null) return false;
  const { lng, lat, crs }: { lng?: unknown; lat?: unknown; crs?: unknown } = value;
  return typeof lng === 'number' && typeof lat === 'number' && crs === undefined;
}
