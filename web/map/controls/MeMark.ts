import type { Map as LeafletMap } from 'leaflet';
import { DivIcon } from 'leaflet/src/layer/marker/DivIcon.js';
import { Marker } from 'leaflet/src/layer/marker/Marker.js';
import type { Gcj02 } from '../../../shared/geo/point.ts';
import css from '../map.module.css';

const SVG = 'http://www.w3.org/2000/svg';
/** CSS pixels of the box round the dot; the cone needs the room. */
const SIDE = 96;
/** Degrees to each side when the phone does not say how sure it is; surer and less sure within these. */
const USUAL_SPREAD = 30;
const LEAST_SPREAD = 18;
const MOST_SPREAD = 55;

export type Facing = { readonly degrees: number; readonly accuracy: number | null } | null;

/** Me on the map: a dot, and a cone where the phone knows where it points. Not a control, so nothing to focus. */
export class MeMark {
  readonly #marker: Marker;
  readonly #cone = document.createElementNS(SVG, 'path');

  constructor(map: LeafletMap, point: Gcj02) {
    const picture = document.createElementNS(SVG, 'svg');
    picture.setAttribute('viewBox', '-48 -48 96 96');
    picture.setAttribute('class', css.me ?? '');
    this.#cone.setAttribute('class', css.cone ?? '');
    picture.append(this.#cone, dot(css.rim ?? '', 12), dot(css.dot ?? '', 8));
    const box = document.createElement('div');
    box.append(picture);
    const icon = new DivIcon({ html: box, className: css.mark ?? '', iconSize: [SIDE, SIDE] });
    this.#marker = new Marker([point.lat, point.lng], { icon, interactive: false, keyboard: false }).addTo(map);
    this.#marker.getElement()?.setAttribute('aria-hidden', 'true');
  }

  move({ lng, lat }: Gcj02): void {
    this.#marker.setLatLng([lat, lng]);
  }

  face(facing: Facing): void {
    if (facing === null) {
      this.#cone.removeAttribute('d');
      return;
    }
    const spread = Math.min(MOST_SPREAD, Math.max(LEAST_SPREAD, facing.accuracy ?? USUAL_SPREAD));
    const turn = (degrees: number): string => {
      const angle = (degrees * Math.PI) / 180;
      return `${(44 * Math.sin(angle)).toFixed(2)} ${(-44 * Math.cos(angle)).toFixed(2)}`;
    };
    this.#cone.setAttribute('d', `M0 0L${turn(-spread)}A44 44 0 0 1 ${turn(spread)}Z`);
    this.#cone.setAttribute('transform', `rotate(${facing.degrees})`);
  }

  remove(): void {
    this.#marker.remove();
  }
}

function dot(className: string, radius: number): SVGCircleElement {
  const circle = document.createElementNS(SVG, 'circle');
  circle.setAttribute('class', className);
  circle.setAttribute('r', String(radius));
  return circle;
}
