import type { Map as LeafletMap, LeafletMouseEvent, Point, ZoomAnimEvent } from 'leaflet';
import { LatLng } from 'leaflet/src/geo/LatLng.js';
import { DomUtil } from '../leaflet-parts.ts';
import type { Crowd, Drawn, Mark } from './crowd.ts';
import type { WorldBox } from './grid.ts';
import { type Palette, readPalette, watchTheme } from './palette.ts';
import { pickAt } from './pick.ts';
import { latOf, lngOf, unitsPerPixel, worldX, worldY } from './plot.ts';
import { Stamps } from './stamps.ts';

/** What is to be seen. `chosen`: marks drawn by themselves, each in a ring. */
export type Scene = { readonly crowd: Crowd; readonly chosen: readonly Mark[] };

/** Counted and drawn beyond the view on each side, as a share of it: a short drag moves the picture, nothing else. */
const MARGIN = 0.25;
/** A canvas larger than this costs a cheap phone more memory than sharpness is worth. */
const MOST_PIXELS = 4_500_000;
/** A finger that drags for longer than this sees what comes into view; a short pan is painted once, when it rests. */
const LONG_DRAG_MS = 350;
const PANE = 'stations';
/** Over the base (200) and lines (400), under me (600). */
const PANE_LAYER = '450';

/** The part of the world that is on the canvas, and where its corner lies. */
type Painted = {
  readonly corner: LatLng;
  readonly zoom: number;
  readonly box: WorldBox;
  readonly drawn: readonly Drawn[];
};

/** One canvas for all stations over a map. It moves with the map, and counts again at rest when the view has left it. */
export class StationCanvas {
  private readonly canvas = document.createElement('canvas');
  private readonly stopWatching: () => void;
  private readonly events: Record<string, (event: never) => void>;
  private scene: Scene | null = null;
  private painted: Painted | null = null;
  private palette: Palette;
  private stamps: Stamps | null = null;
  private sharpness = 0;
  private later: ReturnType<typeof setTimeout> | null = null;

  /** `onPick`: what a finger or a click met; null = the bare map. */
  constructor(
    private readonly map: LeafletMap,
    private readonly onPick: (drawn: Drawn | null) => void,
  ) {
    const pane = map.getPane(PANE) ?? map.createPane(PANE);
    pane.style.zIndex = PANE_LAYER;
    pane.style.pointerEvents = 'none';
    this.canvas.className = 'leaflet-zoom-animated';
    this.canvas.setAttribute('aria-hidden', 'true');
    pane.append(this.canvas);
    this.palette = readPalette(document.documentElement);
    this.stopWatching = watchTheme(document.documentElement, () => this.redress());
    this.events = {
      move: () => this.wait(),
      // The map tells of one step in several words; the last is this, so a step is painted once.
      moveend: () => this.rest(),
      viewreset: () => {
        this.painted = null;
      },
      resize: () => this.paint(),
      zoom: () => this.stretch(this.map.getCenter(), this.map.getZoom()),
      zoomanim: ({ center, zoom }: ZoomAnimEvent) => this.stretch(center, zoom),
      click: (event: LeafletMouseEvent) => this.onPick(this.at(event.latlng)),
      mousemove: (event: LeafletMouseEvent) => this.point(event.latlng),
    };
    map.on(this.events);
  }

  remove(): void {
    this.map.off(this.events);
    this.waitNoMore();
    this.stopWatching();
    this.canvas.remove();
    this.map.getContainer().style.cursor = '';
  }

  show(scene: Scene): void {
    this.scene = scene;
    this.paint();
  }

  /** What lies under a place, within a finger's width. */
  at({ lng, lat }: LatLng): Drawn | null {
    if (this.painted === null) return null;
    const place = { x: worldX(lng), y: worldY(lat) };
    return pickAt(this.painted.drawn, place, unitsPerPixel(this.map.getZoom()));
  }

  private point(place: LatLng): void {
    this.map.getContainer().style.cursor = this.at(place) === null ? '' : 'pointer';
  }

  private redress(): void {
    this.palette = readPalette(document.documentElement);
    this.stamps = null;
    this.paint();
  }

  /** Nothing is counted in the midst of a move: the map's pane moves and the canvas with it. */
  private wait(): void {
    this.later ??= setTimeout(() => {
      this.later = null;
      if (this.painted?.zoom === this.map.getZoom() && this.isOff()) this.paint();
    }, LONG_DRAG_MS);
  }

  private waitNoMore(): void {
    if (this.later !== null) clearTimeout(this.later);
    this.later = null;
  }

  private rest(): void {
    this.waitNoMore();
    if (this.isOff()) this.paint();
  }

  /** What is on the canvas belongs to another zoom, or the view has left it, or the map began anew. */
  private isOff(): boolean {
    const { painted, map } = this;
    if (painted === null || painted.zoom !== map.getZoom()) return true;
    const view = worldBox(map, 0);
    const { box } = painted;
    return view.west < box.west || view.north < box.north || view.east > box.east || view.south > box.south;
  }

  private stretch(centre: LatLng, zoom: number): void {
    const { painted, map } = this;
    if (painted === null || painted.zoom === zoom) return;
    const pane = DomUtil.getPosition(map.getPane('mapPane') ?? this.canvas);
    const origin = map.project(centre, zoom).subtract(map.getSize().divideBy(2)).add(pane).round();
    DomUtil.setTransform(
      this.canvas,
      map.project(painted.corner, zoom).subtract(origin),
      map.getZoomScale(zoom, painted.zoom),
    );
  }

  private paint(): void {
    const { map, scene } = this;
    if (scene === null) return;
    const size = map.getSize();
    const at = map.containerPointToLayerPoint(size.multiplyBy(-MARGIN)).round();
    const to = this.prepare(size.multiplyBy(1 + 2 * MARGIN).round());
    if (to === null) return;
    const zoom = map.getZoom();
    const box = worldBox(map, MARGIN);
    const drawn = scene.crowd.drawn(box, Math.round(zoom), scene.chosen);
    this.painted = { corner: map.layerPointToLatLng(at), zoom, box, drawn };
    DomUtil.setTransform(this.canvas, at, 1);
    for (const one of drawn) this.put(to, one, this.pixelOf(one).subtract(at));
  }

  /** Layer point of a place of the drawing; exact on every plane, for the map projects it. */
  private pixelOf({ x, y }: Drawn): Point {
    return this.map.project(new LatLng(latOf(y), lngOf(x))).subtract(this.map.getPixelOrigin());
  }

  private put(to: CanvasRenderingContext2D, one: Drawn, { x, y }: Point): void {
    const { stamps, scene } = this;
    if (stamps === null || scene === null) return;
    const stamp = one.kind === 'mark' ? stamps.mark(one.look) : stamps.bubble(one);
    if (one.kind === 'mark' && scene.chosen.includes(one)) {
      const { picture, width, height } = stamps.ring();
      to.drawImage(picture, x - width / 2, y - height / 2, width, height);
    }
    to.drawImage(stamp.picture, x - stamp.width / 2, y - stamp.height / 2, stamp.width, stamp.height);
  }

  /** An empty canvas of that size; null when the browser gives none. */
  private prepare(size: Point): CanvasRenderingContext2D | null {
    const most = Math.sqrt(MOST_PIXELS / Math.max(1, size.x * size.y));
    const sharpness = Math.min(window.devicePixelRatio, most);
    if (this.stamps === null || sharpness !== this.sharpness) {
      this.sharpness = sharpness;
      this.stamps = new Stamps(this.palette, sharpness);
    }
    const { canvas } = this;
    const width = Math.round(size.x * sharpness);
    const height = Math.round(size.y * sharpness);
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width;
      canvas.height = height;
      canvas.style.width = `${size.x}px`;
      canvas.style.height = `${size.y}px`;
    }
    const to = canvas.getContext('2d');
    to?.setTransform(1, 0, 0, 1, 0, 0);
    to?.clearRect(0, 0, width, height);
    to?.scale(sharpness, sharpness);
    return to;
  }
}

/** The view with a margin around it, as a share of its size. */
export function worldBox(map: LeafletMap, margin: number): WorldBox {
  const size = map.getSize();
  const corners = [
    [-margin, -margin],
    [1 + margin, -margin],
    [-margin, 1 + margin],
    [1 + margin, 1 + margin],
  ].map(([across = 0, down = 0]) => map.containerPointToLatLng([size.x * across, size.y * down]));
  const xs = corners.map(({ lng }) => worldX(lng));
  const ys = corners.map(({ lat }) => worldY(lat));
  return { west: Math.min(...xs), north: Math.min(...ys), east: Math.max(...xs), south: Math.max(...ys) };
}
