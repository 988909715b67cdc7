/**
 * What stands for the whole of Leaflet where a package asks for that (an alias in vite.config.ts): react-leaflet's core
 * names these three and needs the map.
 */
// biome-ignore lint/performance/noBarrelFile: it takes the place of a package's own, which is 64 KB larger
export * as DomUtil from 'leaflet/src/dom/DomUtil.js';
/** @public */
export { LatLngBounds } from 'leaflet/src/geo/LatLngBounds.js';
/** @public */
export { Map } from 'leaflet/src/map/index.js';
