/**
 * Leaflet by its own modules: its bundle brings popups, vectors and controls that this map never shows (63 KB of 149).
 * The types are those of the whole. Nothing under web/map names the bundle for more than types; what
 * react-leaflet asks of it (the map) is led to leaflet-parts.ts.
 */
declare module 'leaflet/src/map/index.js' {
  export { Map } from 'leaflet';
}
declare module 'leaflet/src/layer/marker/Marker.js' {
  export { Marker } from 'leaflet';
}
declare module 'leaflet/src/layer/marker/DivIcon.js' {
  export { DivIcon } from 'leaflet';
}
declare module 'leaflet/src/layer/tile/TileLayer.js' {
  export { TileLayer } from 'leaflet';
}
declare module 'leaflet/src/geo/LatLng.js' {
  export { LatLng } from 'leaflet';
}
declare module 'leaflet/src/geo/LatLngBounds.js' {
  export { LatLngBounds } from 'leaflet';
}
declare module 'leaflet/src/geo/crs/CRS.EPSG3857.js' {
  import type { CRS, Projection } from 'leaflet';
  export const EPSG3857: CRS & { readonly projection: Projection };
}
declare module 'leaflet/src/geo/projection/Projection.SphericalMercator.js' {
  import type { Projection } from 'leaflet';
  export const SphericalMercator: Projection;
}
declare module 'leaflet/src/dom/DomUtil.js' {
  import type { Point } from 'leaflet';
  export function getPosition(element: HTMLElement): Point;
  export function setPosition(element: HTMLElement, at: Point): void;
  export function setTransform(element: HTMLElement, offset: Point, scale?: number): void;
}
