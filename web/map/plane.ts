import type { CRS, Point } from 'leaflet';
import { EPSG3857 } from 'leaflet/src/geo/crs/CRS.EPSG3857.js';
import { LatLng } from 'leaflet/src/geo/LatLng.js';
import { SphericalMercator } from 'leaflet/src/geo/projection/Projection.SphericalMercator.js';
import { gcjToWgs, wgsToGcj } from '../../shared/geo/gcj.ts';
import { gcj02, wgs84 } from '../../shared/geo/point.ts';

/** The datum whose Mercator plane the base in use is drawn on. */
export type Plane = 'gcj02' | 'wgs84';

/**
 * The one rule of datums on the map: **a LatLng of our map is GCJ-02, always** – stations, outlines, my position, clicks,
 * bounds. What changes with the base is the plane they are projected to: GCJ-02 tiles and the builtin base lie on the plain
 * Mercator plane; for WGS-84 tiles every place goes through the exact inverse shift first. So tiles lie where their own
 * pyramid says, without seams, and a place lands on the pixel that shows it.
 */
const SHIFTED_MERCATOR = {
  bounds: SphericalMercator.bounds,
  project: ({ lng, lat }: LatLng): Point => {
    const place = gcjToWgs(gcj02(lng, lat));
    return SphericalMercator.project(new LatLng(place.lat, place.lng));
  },
  unproject: (point: Point): LatLng => {
    const { lng, lat } = SphericalMercator.unproject(point);
    const place = wgsToGcj(wgs84(lng, lat));
    return new LatLng(place.lat, place.lng);
  },
};

const SHIFTED: typeof EPSG3857 = { ...EPSG3857, code: 'EPSG:3857 under GCJ-02', projection: SHIFTED_MERCATOR };

export function crsOf(plane: Plane): CRS {
  return plane === 'wgs84' ? SHIFTED : EPSG3857;
}

/** Where the map may look: China with its seas and a rim, so that nobody gets lost on an ocean. GCJ-02. */
export const REACH: readonly [readonly [number, number], readonly [number, number]] = [
  [-4, 62],
  [60, 147],
];
