import { type Gcj02, gcj02, type Wgs84, wgs84 } from './point.ts';

/** The ellipsoid of the shift: half its long axis in metres, and its eccentricity squared (Krassowsky 1940). */
const AXIS = 6_378_245;
const FLATNESS = 0.006_693_421_622_965_943;
/** The rough box round China outside which nothing is shifted, degrees; the same as gcoord's. */
const BOX = { west: 72.004, east: 137.8347, south: 0.8293, north: 55.8271 };
/** A hundredth of a millimetre on the ground: the inverse stops when the forward way comes back this close. Degrees. */
const CLOSE = 1e-10;
const ROUNDS = 30;

/**
 * A GPS fix as Chinese maps draw it. Exact by definition: the published shift is a formula of the WGS-84 pair. Written
 * out because the first list needs this one way alone; tests hold it against gcoord.
 */
export function wgsToGcj(p: Wgs84): Gcj02 {
  const { lng, lat } = p;
  if (lng < BOX.west || lng > BOX.east || lat < BOX.south || lat > BOX.north) return gcj02(lng, lat);
  const [east, north] = shift(lng - 105, lat - 35);
  const sine = Math.sin(radians(lat));
  const bend = 1 - FLATNESS * sine * sine;
  const root = Math.sqrt(bend);
  // Metres to degrees along the parallel and along the meridian of that ellipsoid.
  const perLng = radians((AXIS / root) * Math.cos(radians(lat)));
  const perLat = radians((AXIS * (1 - FLATNESS)) / (bend * root));
  return gcj02(lng + east / perLng, lat + north / perLat);
}

/**
 * The fix that `wgsToGcj` takes to p, within 1e-7° (gcoord's own inverse stops at 1e-6°). At the rim of the box, where the shift
 * begins at once, some pairs have no such fix; they get the nearest the search came to.
 */
export function gcjToWgs(p: Gcj02): Wgs84 {
  let lng = p.lng;
  let lat = p.lat;
  for (let round = 0; round < ROUNDS; round += 1) {
    const back = wgsToGcj(wgs84(lng, lat));
    const dLng = p.lng - back.lng;
    const dLat = p.lat - back.lat;
    lng += dLng;
    lat += dLat;
    if (Math.abs(dLng) < CLOSE && Math.abs(dLat) < CLOSE) break;
  }
  return wgs84(lng, lat);
}

/** Metres east and north, from degrees east of 105° and north of 35°. */
function shift(x: number, y: number): readonly [number, number] {
  const bow = Math.sqrt(Math.abs(x));
  const common = 20 * wave(x, 6) + 20 * wave(x, 2);
  const alongX = 20 * wave(x, 1) + 40 * wave(x, 1 / 3) + 150 * wave(x, 1 / 12) + 300 * wave(x, 1 / 30);
  const alongY = 20 * wave(y, 1) + 40 * wave(y, 1 / 3) + 160 * wave(y, 1 / 12) + 320 * wave(y, 1 / 30);
  const east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * bow + ((common + alongX) * 2) / 3;
  const north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * bow + ((common + alongY) * 2) / 3;
  return [east, north];
}

function wave(value: number, times: number): number {
  return Math.sin(value * times * Math.PI);
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
