import gcoord from 'gcoord';
import { type Gcj02, gcj02 } from './point.ts';

/** Baidu's own metres (its Mercator over BD-09), as they stand in the address of its web map. */
export function bdMetresToGcj(x: number, y: number): Gcj02 {
  const [lng, lat] = gcoord.transform<[number, number]>([x, y], gcoord.BD09MC, gcoord.GCJ02);
  return gcj02(lng, lat);
}
