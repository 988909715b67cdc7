import type { LatLng, LeafletEventHandlerFnMap, Map as LeafletMap } from 'leaflet';
import { watchLook } from './look.ts';
import { paintRings } from './paint.ts';
import { openPainter, type Painted, type Painter } from './painter.ts';
import { ringsIn } from './rings.ts';
import type { Scene } from './scene.ts';
import { type OnGround, Sheet, sceneOf } from './sheet.ts';

/** Below the tiles (200), which cover it where they came. */
const BELOW_TILES = '150';
/** Rings and my accuracy: over tiles, below stations (450). */
const OVER_TILES = '350';
/** A finger that drags for longer than this sees what comes into view; a short pan is painted once, when it rests. */
const LONG_DRAG_MS = 350;

/** The builtin base of a map: borders and names painted off the main thread, rings and my accuracy at once. */
export class Base {
  readonly #map: LeafletMap;
  readonly #onNames: (names: readonly string[]) => void;
  readonly #events: LeafletEventHandlerFnMap;
  readonly #painter: Painter;
  readonly #ground: Sheet;
  readonly #rings: Sheet;
  readonly #unwatch: () => void;
  #later: ReturnType<typeof setTimeout> | null = null;
  #on: OnGround = { me: null, rings: null, above: 0, below: 0 };

  /** `onNames`: what is written on the picture that has just come to be seen. */
  constructor(map: LeafletMap, onNames: (names: readonly string[]) => void) {
    this.#map = map;
    this.#onNames = onNames;
    this.#ground = new Sheet(map, 'ground', BELOW_TILES);
    this.#rings = new Sheet(map, 'rings', OVER_TILES);
    this.#painter = openPainter((painted) => this.#show(painted));
    this.#unwatch = watchLook(document.documentElement, () => this.#ask());
    this.#events = {
      move: () => this.#wait(),
      moveend: () => this.#ask(),
      viewreset: () => this.#ask(),
      resize: () => this.#ask(),
      zoomanim: ({ center, zoom }) => this.#stretch(center, zoom),
      zoom: () => this.#stretch(map.getCenter(), map.getZoom()),
    };
    map.on(this.#events);
    this.#ask();
  }

  remove(): void {
    this.#map.off(this.#events);
    this.#waitNoMore();
    this.#unwatch();
    this.#painter.close();
    this.#ground.remove();
    this.#rings.remove();
  }

  /** The country's borders, then the counties' too when they have come. */
  borders(parts: readonly Uint8Array[]): void {
    this.#painter.borders(parts);
    this.#ask();
  }

  put(on: OnGround): void {
    this.#on = on;
    this.#ask();
  }

  /** Nothing is painted in the midst of a move: both pictures reach beyond the box and move with it. */
  #wait(): void {
    this.#later ??= setTimeout(() => {
      this.#later = null;
      if (this.#rings.isUsedUp()) this.#ask();
    }, LONG_DRAG_MS);
  }

  #waitNoMore(): void {
    if (this.#later !== null) clearTimeout(this.#later);
    this.#later = null;
  }

  #ask(): void {
    this.#waitNoMore();
    const scene = sceneOf(this.#map, this.#on);
    if (scene === null) return;
    this.#painter.paint(scene);
    const { canvas } = this.#rings;
    const isBare = scene.me === null && ringsIn(scene).length === 0;
    // A canvas costs its clearing and its way to the screen even when nothing is on it.
    canvas.hidden = isBare;
    if (!isBare) this.#drawRings(canvas, scene);
    this.#rings.put(scene);
  }

  #drawRings(canvas: HTMLCanvasElement, scene: Scene): void {
    const [width, height] = [Math.round(scene.width * scene.ratio), Math.round(scene.height * scene.ratio)];
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    const brush = canvas.getContext('2d');
    if (brush !== null) paintRings(brush, scene);
  }

  #show({ scene, picture, names }: Painted): void {
    const { canvas } = this.#ground;
    canvas.width = picture.width;
    canvas.height = picture.height;
    canvas.getContext('bitmaprenderer')?.transferFromImageBitmap(picture);
    this.#ground.put(scene);
    this.#onNames(names);
  }

  #stretch(centre: LatLng, zoom: number): void {
    this.#ground.stretch(centre, zoom);
    this.#rings.stretch(centre, zoom);
  }
}
