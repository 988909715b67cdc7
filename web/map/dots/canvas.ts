import type { Map as LeafletMap, LeafletMouseEvent, Point } from 'leaflet';
import { DomUtil } from '../leaflet-parts.ts';
import type { Dot } from './dot.ts';

const PANE = 'dots';
/** Over the base (200), under me (600). */
const PANE_LAYER = '450';
const RADIUS = 6;
const LARGE = 10;
/** A finger is wider than a dot. */
const REACH = 16;

const TOKENS: { readonly [T in Dot['tone']]: string } = {
  good: '--open-solid',
  hurry: '--closing-solid',
  shut: '--suspended-fg',
  quiet: '--ink-3',
};

type Told = { readonly look: (id: string | null) => void; readonly pick: (id: string) => void };

/** One canvas over a map, drawn anew whenever the map comes to rest; while it moves the canvas moves with its pane. */
export class DotCanvas {
  private readonly canvas = document.createElement('canvas');
  private readonly events: Record<string, (event: never) => void>;
  private dots: readonly Dot[] = [];
  private looked: string | null = null;

  constructor(
    private readonly map: LeafletMap,
    told: Told,
  ) {
    const pane = map.getPane(PANE) ?? map.createPane(PANE);
    pane.style.zIndex = PANE_LAYER;
    pane.style.pointerEvents = 'none';
    this.canvas.setAttribute('aria-hidden', 'true');
    pane.append(this.canvas);
    this.events = {
      moveend: () => this.paint(),
      resize: () => this.paint(),
      zoomstart: () => this.clear(),
      zoomend: () => this.paint(),
      click: (event: LeafletMouseEvent) => this.at(event, told.pick),
      mousemove: (event: LeafletMouseEvent) => this.at(event, (id) => id !== this.looked && told.look(id)),
    };
    map.on(this.events);
  }

  remove(): void {
    this.map.off(this.events);
    this.canvas.remove();
    this.map.getContainer().style.cursor = '';
  }

  show(dots: readonly Dot[], looked: string | null): void {
    this.dots = dots;
    this.looked = looked;
    this.paint();
  }

  /** The dot nearest to a pointer, if one is within its reach. */
  private at({ containerPoint }: LeafletMouseEvent, found: (id: string) => void): void {
    let [best, least]: [Dot | null, number] = [null, REACH];
    for (const dot of this.dots) {
      const gap = this.pixelOf(dot).distanceTo(containerPoint);
      if (gap < least) [best, least] = [dot, gap];
    }
    this.map.getContainer().style.cursor = best === null ? '' : 'pointer';
    if (best !== null) found(best.id);
  }

  private pixelOf({ point }: Dot): Point {
    return this.map.latLngToContainerPoint([point.lat, point.lng]);
  }

  private clear(): void {
    this.canvas.width = 0;
  }

  private paint(): void {
    const { map, canvas } = this;
    const size = map.getSize();
    const sharpness = window.devicePixelRatio;
    canvas.width = Math.round(size.x * sharpness);
    canvas.height = Math.round(size.y * sharpness);
    canvas.style.width = `${size.x}px`;
    canvas.style.height = `${size.y}px`;
    DomUtil.setPosition(canvas, map.containerPointToLayerPoint([0, 0]));
    const to = canvas.getContext('2d');
    if (to === null) return;
    to.scale(sharpness, sharpness);
    const style = getComputedStyle(document.documentElement);
    const last = this.dots.filter(({ id }) => id === this.looked);
    for (const dot of [...this.dots, ...last]) this.draw(to, dot, style);
  }

  private draw(to: CanvasRenderingContext2D, dot: Dot, style: CSSStyleDeclaration): void {
    const { x, y } = this.pixelOf(dot);
    const isLooked = dot.id === this.looked;
    to.beginPath();
    to.arc(x, y, isLooked ? LARGE : RADIUS, 0, 2 * Math.PI);
    to.fillStyle = style.getPropertyValue(TOKENS[dot.tone]).trim();
    to.strokeStyle = style.getPropertyValue(isLooked ? '--ink' : '--card').trim();
    to.lineWidth = isLooked ? 3 : 1.5;
    to.fill();
    to.stroke();
  }
}
