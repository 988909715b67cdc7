import type { LatLng, LeafletEventHandlerFnMap, Map as LeafletMap } from 'leaflet';
import { watchLook } from './look.ts';
import { paintRings } from './paint.ts';
import { openPainter, type Painted, type Painter } from './painter.ts';
import { type OnGround, Sheet, sceneOf } from './sheet.ts';

/** Below the tiles (200), which cover it where they came. */
const BELOW_TILES = '150';
/** Rings and my accuracy: over tiles, below stations (450). */
const OVER_TILES = '350';

/** The builtin base of a map: borders and names painted off the main thread, rings and my accuracy at once. */
export class Base {
  readonly #map: LeafletMap;
  readonly #onNames: (names: readonly string[]) => void;
  readonly #events: LeafletEventHandlerFnMap;
  readonly #painter: Painter;
  readonly #ground: Sheet;
  readonly #rings: Sheet;
  readonly #unwatch: () => void;
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
      move: () => void (this.#rings.isUsedUp() && this.#ask()),
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

  #ask(): void {
    const scene = sceneOf(this.#map, this.#on);
    if (scene === null) return;
    this.#painter.paint(scene);
    const { canvas } = this.#rings;
    canvas.width = Math.round(scene.width * scene.ratio);
    canvas.height = Math.round(scene.height * scene.ratio);
    const brush = canvas.getContext('2d');
    if (brush === null) return;
    paintRings(brush, scene);
    this.#rings.put(scene);
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
