import gcoord from 'gcoord';
import { wgsToGcj } from './gcj.ts';
import { type Bd09, bd09, type Datum, type Gcj02, gcj02, wgs84 } from './point.ts';

type LngLat = { readonly lng: number; readonly lat: number };
type Pair = [number, number];

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
