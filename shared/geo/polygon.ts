/**
 * A closed ring as a flat column `lng, lat, lng, lat, …` in degrees; the first point is not repeated at the end. In half the memory where
 * nothing is lost by it.
 */
export type Ring = Float64Array | Float32Array;

/** Even-odd over all rings of an area: holes and islands need no order and no direction. */
export function isInside(rings: readonly Ring[], lng: number, lat: number): boolean {
  let inside = false;
  for (const ring of rings) if (crossesOdd(ring, lng, lat)) inside = !inside;
  return inside;
}

function crossesOdd(ring: Ring, lng: number, lat: number): boolean {
  let odd = false;
  let x0 = ring[ring.length - 2] ?? 0;
  let y0 = ring[ring.length - 1] ?? 0;
  for (let i = 0; i < ring.length; i += 2) {
    const x1 = ring[i] ?? 0;
    const y1 = ring[i + 1] ?? 0;
    // Half-open in latitude: a vertex at the ray's height is counted once.
    if (y0 > lat !== y1 > lat && lng < x0 + ((lat - y0) / (y1 - y0)) * (x1 - x0)) odd = !odd;
    x0 = x1;
    y0 = y1;
  }
  return odd;
}

/** Metres of one degree of latitude: good to 0.6 % everywhere, used for "is it within 2 km" and never shown. */
const METRES_A_DEGREE = 111_195;

/** Metres from a point to the nearest border, on a plane around the point: within 1 % for a few kilometres. Infinity without rings. */
export function metresToBorder(rings: readonly Ring[], lng: number, lat: number): number {
  const squeeze = Math.cos((lat * Math.PI) / 180);
  let best = Number.POSITIVE_INFINITY;
  for (const ring of rings) {
    let x0 = ((ring[ring.length - 2] ?? 0) - lng) * squeeze;
    let y0 = (ring[ring.length - 1] ?? 0) - lat;
    for (let i = 0; i < ring.length; i += 2) {
      const x1 = ((ring[i] ?? 0) - lng) * squeeze;
      const y1 = (ring[i + 1] ?? 0) - lat;
      const dx = x1 - x0;
      const dy = y1 - y0;
      const length = dx * dx + dy * dy;
      const t = length === 0 ? 0 : Math.max(0, Math.min(1, -(x0 * dx + y0 * dy) / length));
      const x = x0 + t * dx;
      const y = y0 + t * dy;
      best = Math.min(best, x * x + y * y);
      x0 = x1;
      y0 = y1;
    }
  }
  return Math.sqrt(best) * METRES_A_DEGREE;
}

/** West, south, east, north of all rings. */
export function boxOfRings(rings: readonly Ring[]): readonly [number, number, number, number] {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i += 2) {
      west = Math.min(west, ring[i] ?? 180);
      east = Math.max(east, ring[i] ?? -180);
      south = Math.min(south, ring[i + 1] ?? 90);
      north = Math.max(north, ring[i + 1] ?? -90);
    }
  }
  return [west, south, east, north];
}

/** Twice the signed area of a ring in square degrees; positive when it runs counter-clockwise. */
export function doubleArea(ring: Ring): number {
  let sum = 0;
  const x = ring[0] ?? 0;
  const y = ring[1] ?? 0;
  for (let i = 2; i + 3 < ring.length; i += 2) {
    const [ax = 0, ay = 0, bx = 0, by = 0] = ring.subarray(i, i + 4);
    sum += (ax - x) * (by - y) - (bx - x) * (ay - y);
  }
  return sum;
}
