import type { LatLng, Map as LeafletMap } from 'leaflet';
import type { Gcj02 } from '../../../shared/geo/point.ts';
import { DomUtil } from '../leaflet-parts.ts';
import { lookOf } from './look.ts';
import { worldX, worldY } from './net.ts';
import type { Scene, WorldPoint } from './scene.ts';

/** What lies on the ground besides borders. */
export type OnGround = {
  readonly me: { readonly point: Gcj02; readonly accuracy: number } | null;
  /** Middle of the distance rings. */
  readonly rings: Gcj02 | null;
  /** CSS pixels at the head and at the foot that something covers. */
  readonly above: number;
  readonly below: number;
};

/** Painted beyond the box on each side, as a share of it: a short drag shows no edge. */
const RIM = 0.25;
/** CSS pixels of the line above the sheet that says which base is seen, in letters of the usual size. */
const NOTE = 48;
/** Sharper than this is not seen on borders and costs memory. */
const SHARPEST = 2;

/** The scene of what a map looks at now; null while its box has no size. */
export function sceneOf(map: LeafletMap, { me, rings, above, below }: OnGround): Scene | null {
  const { x: width, y: height } = map.getSize();
  if (width === 0 || height === 0) return null;
  const { lng, lat } = map.getCenter();
  const look = lookOf(document.documentElement);
  // Names grow by half as much as the letters of the page.
  const note = NOTE * (2 * look.textScale - 1);
  const [rimX, rimY] = [Math.round(width * RIM), Math.round(height * RIM)];
  return {
    width: width + 2 * rimX,
    height: height + 2 * rimY,
    rimX,
    rimY,
    above,
    below: below + note,
    ratio: Math.min(SHARPEST, window.devicePixelRatio),
    zoom: map.getZoom(),
    middle: { lng, lat },
    x: worldX(lng),
    y: worldY(lat),
    me: me === null ? null : { ...worldPoint(me.point), accuracy: me.accuracy },
    rings: rings === null ? null : worldPoint(rings),
    look,
  };
}

function worldPoint({ lng, lat }: Gcj02): WorldPoint {
  return { x: worldX(lng), y: worldY(lat), lat };
}

/** One canvas a bit larger than the map's box, which shows a scene and stays where that scene lies while the map moves. */
export class Sheet {
  readonly canvas = document.createElement('canvas');
  readonly #map: LeafletMap;
  #scene: Scene | null = null;

  constructor(map: LeafletMap, pane: string, layer: string) {
    this.#map = map;
    const made = map.getPane(pane) ?? map.createPane(pane);
    made.style.pointerEvents = 'none';
    made.style.zIndex = layer;
    this.canvas.className = 'leaflet-zoom-animated';
    this.canvas.setAttribute('aria-hidden', 'true');
    made.append(this.canvas);
  }

  /** The canvas holds this scene now. */
  put(scene: Scene): void {
    this.#scene = scene;
    this.canvas.style.width = `${scene.width}px`;
    this.canvas.style.height = `${scene.height}px`;
    this.stretch(this.#map.getCenter(), this.#map.getZoom());
  }

  /** Whether the map has moved farther than the rim around the box reaches. */
  isUsedUp(): boolean {
    if (this.#scene === null) return true;
    const { middle, rimX, rimY } = this.#scene;
    const off = this.#map.latLngToContainerPoint(middle).subtract(this.#map.getSize().divideBy(2));
    return Math.abs(off.x) > rimX || Math.abs(off.y) > rimY;
  }

  /** To where the scene belongs when the map looks at `centre` from `zoom`, also in the midst of a zoom. */
  stretch(centre: LatLng, zoom: number): void {
    if (this.#scene === null) return;
    const { width, height, middle, zoom: own } = this.#scene;
    const map = this.#map;
    const scale = map.getZoomScale(zoom, own);
    const pane = DomUtil.getPosition(map.getPane('mapPane') ?? this.canvas);
    const origin = map.project(centre, zoom).subtract(map.getSize().divideBy(2)).add(pane).round();
    const corner = map.project(middle, zoom).subtract(origin);
    corner.x -= (width / 2) * scale;
    corner.y -= (height / 2) * scale;
    DomUtil.setTransform(this.canvas, scale === 1 ? corner.round() : corner, scale);
  }

  remove(): void {
    this.canvas.remove();
  }
}
