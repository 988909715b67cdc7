import { DivIcon, LatLng, LayerGroup, Map as LeafletMap, Marker } from 'leaflet';
import Supercluster from 'supercluster';
import type { MapRows } from '../../shared/feed/row.ts';
import { instant } from '../../shared/kernel/instant.ts';
import { makeCode } from '../../shared/station/code.ts';
import { type Hours, UNKNOWN_HOURS } from '../../shared/station/hours.ts';
import type { RegionCode } from '../../shared/station/region.ts';
import { NO_FILTERS } from '../../web/find/filters.ts';
import { wantedOf } from '../../web/find/map/wanted.ts';
import { StationCanvas } from '../../web/map/stations/canvas.ts';
import { crowdOf } from '../../web/map/stations/crowd.ts';
import { type Plot, plotRows } from '../../web/map/stations/plot.ts';
import { shownRows } from '../../web/map/stations/shown.ts';
import { country, GROUPS } from '../shared/geo/country.ts';

/**
 * The page of B5: the same rows and the same Leaflet for both. Ours: the station canvas. The peer: supercluster at its
 * documented defaults and a marker of Leaflet for each cluster in view, as its own demo does. Milliseconds everywhere.
 */
export type MapBench = {
  prepare(stations: number): void;
  ours: Side;
  peer: Side;
  /** The bare map, for what the frames cost without any stations. */
  bare: { frames(): Promise<Frames> };
};
type Side = {
  /** From rows to a painted view of the country. */
  first(): Promise<number>;
  /** Work after a filter was tapped, until the view stands; by turns with and without water. */
  filter(): number;
  frames(): Promise<Frames>;
  clear(): void;
};
/** Gaps between frames while zooming from 4 to 16 and dragging at each. */
export type Frames = {
  readonly total: number;
  readonly slow: number;
  readonly slowByZoom: Readonly<Record<number, number>>;
};

const WATER = 1;
const SLOW_MS = 20;
const NOON = instant(Date.parse('2026-11-26T12:00:00+08:00'));
const COUNTRY = { at: new LatLng(35, 108), zoom: 4 } as const;
const DRAG_PX = 220;

let map: LeafletMap | null = null;
let rows: MapRows | null = null;
let features: GeoJSON.Feature<GeoJSON.Point, { mask: number }>[] = [];
let centre = new LatLng(35, 108);
let turn = 0;

function theMap(): LeafletMap {
  if (map === null) throw new Error('prepare first');
  return map;
}

/** Opening hours of a group: office hours, long days, nights, round the clock, unknown. */
function hoursOf(group: number): Hours {
  if (group % 11 === 3) return { ...UNKNOWN_HOURS, base: { kind: 'always' } };
  if (group % 11 === 7) return UNKNOWN_HOURS;
  const from = 360 + (group % 13) * 30;
  const day = { kind: 'spans', spans: [[from, from + 300 + (group % 9) * 45]] } as const;
  return { ...UNKNOWN_HOURS, base: { kind: 'weekly', week: [day, day, day, day, day, day, day] } };
}

function prepare(stations: number): void {
  const columns = country(stations, 7);
  const code = makeCode('410103' as RegionCode, 9, 1);
  rows = {
    n: columns.n,
    lng: columns.lng,
    lat: columns.lat,
    yesLo: columns.maskLo,
    yesHi: columns.maskHi,
    group: columns.group,
    groups: Array.from({ length: GROUPS }, (_, group) => ({ hours: hoursOf(group), status: 'active' as const })),
    hidden: new Uint8Array(columns.n),
    code: columns.tie,
    codeOf: () => code,
  };
  features = Array.from({ length: columns.n }, (_, row) => ({
    type: 'Feature',
    properties: { mask: columns.maskLo[row] ?? 0 },
    geometry: { type: 'Point', coordinates: [(columns.lng[row] ?? 0) / 1e5, (columns.lat[row] ?? 0) / 1e5] },
  }));
  centre = densest(columns.lng, columns.lat);
  const box = document.createElement('div');
  box.style.cssText = 'position:fixed;inset:0';
  document.body.append(box);
  map = new LeafletMap(box, { center: COUNTRY.at, zoom: COUNTRY.zoom, zoomControl: false, attributionControl: false });
}

/** The middle of the fullest tenth of a degree. */
function densest(lng: Int32Array, lat: Int32Array): LatLng {
  const counts = new Map<number, number>();
  lng.forEach((one, row) => {
    const cell = Math.floor(one / 1e4) * 10_000 + Math.floor((lat[row] ?? 0) / 1e4);
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  });
  const [cell] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [0];
  return new LatLng(((cell % 10_000) + 0.5) / 10, (Math.floor(cell / 10_000) + 0.5) / 10);
}

/** When what was drawn just now has been painted. */
function painted(): Promise<void> {
  return new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
}

async function framesOf(): Promise<Frames> {
  const all = { total: 0, slow: 0, slowByZoom: {} as Record<number, number> };
  theMap().setView(centre, COUNTRY.zoom, { animate: false });
  await painted();
  let before = performance.now();
  let isRunning = true;
  const tick = () => {
    const now = performance.now();
    const zoom = Math.round(theMap().getZoom());
    all.total += 1;
    if (now - before > SLOW_MS) {
      all.slow += 1;
      all.slowByZoom[zoom] = (all.slowByZoom[zoom] ?? 0) + 1;
    }
    before = now;
    if (isRunning) requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
  for (let zoom = 4; zoom <= 16; zoom++) {
    if (zoom > 4) await moved('zoomend', () => theMap().setZoom(zoom));
    for (const [x, y] of [
      [DRAG_PX, 0],
      [0, DRAG_PX],
      [-DRAG_PX, -DRAG_PX],
    ] as const) {
      await moved('moveend', () => theMap().panBy([x, y], { duration: 0.3 }));
    }
  }
  isRunning = false;
  return all;
}

function moved(event: string, move: () => void): Promise<void> {
  return new Promise((done) => {
    theMap().once(event, () => setTimeout(done, 60));
    move();
  });
}

let canvas: StationCanvas | null = null;
let plot: Plot | null = null;

function showOurs(needsWater: boolean): void {
  if (plot === null || canvas === null) throw new Error('first comes first');
  const filters = { ...NO_FILTERS, want: needsWater ? (['water'] as const) : [] };
  const shown = shownRows(plot, wantedOf(filters, { now: NOON, calendar: null }));
  canvas.show({ crowd: crowdOf(plot, shown), chosen: [] });
}

const ours: Side = {
  async first() {
    theMap().setView(COUNTRY.at, COUNTRY.zoom, { animate: false });
    await painted();
    const from = performance.now();
    if (rows === null) throw new Error('prepare first');
    plot = plotRows([rows]);
    canvas = new StationCanvas(theMap(), () => undefined);
    showOurs(false);
    await painted();
    return performance.now() - from;
  },
  filter() {
    turn += 1;
    const from = performance.now();
    showOurs(turn % 2 === 1);
    return performance.now() - from;
  },
  frames: framesOf,
  clear() {
    canvas?.remove();
    canvas = null;
  },
};

let index: Supercluster<{ mask: number }> | null = null;
const markers = new LayerGroup();

function showPeer(): void {
  const bounds = theMap().getBounds();
  const box: [number, number, number, number] = [
    bounds.getWest(),
    bounds.getSouth(),
    bounds.getEast(),
    bounds.getNorth(),
  ];
  markers.clearLayers();
  for (const { geometry, properties } of index?.getClusters(box, Math.round(theMap().getZoom())) ?? []) {
    const [lng = 0, lat = 0] = geometry.coordinates;
    const text = 'point_count_abbreviated' in properties ? String(properties.point_count_abbreviated) : '';
    const icon = new DivIcon({
      html: `<div><span>${text}</span></div>`,
      className: 'marker-cluster',
      iconSize: [40, 40],
    });
    markers.addLayer(new Marker([lat, lng], { icon }));
  }
}

function loadPeer(all: typeof features): void {
  index = new Supercluster<{ mask: number }>().load(all);
  showPeer();
}

const peer: Side = {
  async first() {
    theMap().setView(COUNTRY.at, COUNTRY.zoom, { animate: false });
    await painted();
    const from = performance.now();
    markers.addTo(theMap());
    loadPeer(features);
    theMap().on('moveend', showPeer);
    await painted();
    return performance.now() - from;
  },
  filter() {
    turn += 1;
    const from = performance.now();
    loadPeer(turn % 2 === 1 ? features.filter(({ properties }) => (properties.mask & WATER) !== 0) : features);
    return performance.now() - from;
  },
  frames: framesOf,
  clear() {
    theMap().off('moveend', showPeer);
    markers.clearLayers().remove();
    index = null;
  },
};

const bench: MapBench = { prepare, ours, peer, bare: { frames: framesOf } };
Object.assign(window, { mapBench: bench });
