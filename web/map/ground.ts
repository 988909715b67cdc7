import type { Map as LeafletMap } from 'leaflet';
import { type Gcj02, gcj02 } from '../../shared/geo/point.ts';
import type { Plane } from './plane.ts';

/** What the map looks at. `zoom` as tile pyramids count it (256 px for the world at 0), 3–19, whole or not. */
export type MapPlace = { readonly centre: Gcj02; readonly zoom: number };

/** CSS pixels from the top left corner of the map's box. */
export type Pixel = { readonly x: number; readonly y: number };

/**
 * What layers over the base are given. Every LatLng of `map` is GCJ-02 (see plane.ts), so `map.latLngToLayerPoint`,
 * `map.getBounds` and click events need no conversion. A new object comes whenever `plane` changes: what was
 * projected before lies elsewhere then, by up to 700 m.
 */
export type Ground = {
  readonly map: LeafletMap;
  readonly plane: Plane;
  /** Exact in whichever base is in use. */
  readonly toPixel: (place: Gcj02) => Pixel;
  readonly toPlace: (pixel: Pixel) => Gcj02;
};

export function groundOf(map: LeafletMap, plane: Plane): Ground {
  return {
    map,
    plane,
    toPixel: ({ lng, lat }) => {
      const { x, y } = map.latLngToContainerPoint([lat, lng]);
      return { x, y };
    },
    toPlace: ({ x, y }) => {
      const { lng, lat } = map.containerPointToLatLng([x, y]);
      return gcj02(lng, lat);
    },
  };
}
