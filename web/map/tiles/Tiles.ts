import type { Map as LeafletMap } from 'leaflet';
import { TileLayer } from 'leaflet/src/layer/tile/TileLayer.js';
import type { TileProvider } from '../../../shared/wire/tiles.ts';

/** `coming` until the first answers are in. `failing`: most tiles of the view are missing; the builtin base shows through. */
export type TilesState = 'coming' | 'here' | 'failing';

/** Missing tiles are asked for again after so long, then twice as long each time. Milliseconds. */
const AGAIN_MS = 8000;
const AGAIN_MOST_MS = 120_000;

/** The tiles of one provider on a map. Missing ones come back by themselves when their host does. */
export class Tiles {
  readonly #layers: readonly TileLayer[];
  readonly #tell: (state: TilesState) => void;
  readonly #online = (): void => this.#again();
  readonly #missing = new Set<HTMLImageElement>();
  #state: TilesState = 'coming';
  #wait = AGAIN_MS;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(map: LeafletMap, provider: TileProvider, tell: (state: TilesState) => void) {
    this.#tell = tell;
    this.#layers = provider.urls.map((url) => layerOf(provider, url));
    for (const layer of this.#layers) {
      layer.on({
        tileload: ({ tile }) => this.#came(tile),
        tileerror: ({ tile }) => this.#missed(tile),
        tileunload: ({ tile }) => void this.#missing.delete(tile),
        load: () => this.#judge(),
      });
      layer.addTo(map);
    }
    // A host that hangs is as good as none.
    this.#arm();
    window.addEventListener('online', this.#online);
  }

  remove(): void {
    window.removeEventListener('online', this.#online);
    if (this.#timer !== null) clearTimeout(this.#timer);
    for (const layer of this.#layers) layer.off().remove();
  }

  #came(tile: HTMLImageElement): void {
    this.#missing.delete(tile);
    this.#wait = AGAIN_MS;
    this.#judge();
  }

  #missed(tile: HTMLImageElement): void {
    this.#missing.add(tile);
    this.#judge();
    if (this.#timer === null) this.#arm();
  }

  #arm(): void {
    this.#timer = setTimeout(() => this.#again(), this.#wait);
    this.#wait = Math.min(AGAIN_MOST_MS, this.#wait * 2);
  }

  /** The same pictures once more: what lies there already stays. */
  #again(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#state === 'coming') this.#turn('failing');
    for (const tile of this.#missing) tile.setAttribute('src', tile.src);
    if (this.#missing.size > 0) this.#arm();
  }

  /** A tile here and there is missing from any host; most of them missing is no host. */
  #judge(): void {
    const here = this.#layers.reduce((sum, layer) => sum + tilesOf(layer), 0);
    if (here === 0 && this.#missing.size === 0) return;
    this.#turn(this.#missing.size > here ? 'failing' : 'here');
  }

  #turn(state: TilesState): void {
    if (this.#state === state) return;
    this.#state = state;
    this.#tell(state);
  }
}

/** Tiles of the layer that have come. */
function tilesOf(layer: TileLayer): number {
  return layer.getContainer()?.querySelectorAll('.leaflet-tile-loaded').length ?? 0;
}

function layerOf({ kind, subdomains, minZoom, maxZoom }: TileProvider, url: string): TileLayer {
  return new TileLayer(url, {
    tms: kind === 'tms',
    subdomains: [...subdomains],
    minNativeZoom: minZoom,
    maxNativeZoom: maxZoom,
    maxZoom: 22,
    noWrap: true,
    // Keys are bound to the app's address: the host sees that much, never which page.
    referrerPolicy: 'origin',
  });
}
