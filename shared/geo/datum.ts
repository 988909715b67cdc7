import gcoord from 'gcoord';
import { type Bd09, bd09, type Datum, type Gcj02, gcj02, type Wgs84, wgs84 } from './point.ts';

type LngLat = { readonly lng: number; readonly lat: number };
type Pair = [number, number];

/** A hundredth of a millimetre on the ground: the inverse stops when the forward way comes back this close. Degrees. */
const CLOSE = 1e-10;
const ROUNDS = 30;

/**
 * A GPS fix as Chinese maps draw it. Exact by definition: the published shift is a formula of the WGS-84 pair.
 * Outside gcoord's rough box round China (72.004–137.8347° E, 0.8293–55.8271° N) nothing is shifted and the pair
 * comes back as it is.
 */
export function wgsToGcj(p: Wgs84): Gcj02 {
  const [lng, lat] = gcoord.transform<Pair>([p.lng, p.lat], gcoord.WGS84, gcoord.GCJ02);
  return gcj02(lng, lat);
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

/** Baidu's formulas are not exact inverses of each other: about 0.1 m apart within China. */
export function bdToGcj(p: Bd09): Gcj02 {
  const [lng, lat] = gcoord.transform<Pair>([p.lng, p.lat], gcoord.BD09, gcoord.GCJ02);
  return gcj02(lng, lat);
}

export function gcjToBd(p: Gcj02): Bd09 {
  const [lng, lat] = gcoord.transform<Pair>([p.lng, p.lat], gcoord.GCJ02, gcoord.BD09);
  return bd09(lng, lat);
}

/** A pair as delivered, in the datum it was delivered in, to what stations are stored in. Not rounded. */
export function toGcj02(p: LngLat, datum: Datum): Gcj02 {
  switch (datum) {
    case 'gcj02':
      return gcj02(p.lng, p.lat);
    case 'bd09':
      return bdToGcj(bd09(p.lng, p.lat));
    case 'wgs84':
    // The two agree within a decimetre in China, below what a phone's fix or a ledger's digits carry.
    case 'cgcs2000':
      return wgsToGcj(wgs84(p.lng, p.lat));
  }
}
