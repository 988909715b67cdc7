import { pixelOf, pixelsPerMetre, type Scene } from './scene.ts';
import type { Lettering } from './text.ts';

export type DrawnRing = {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly name: Lettering | null;
};

const SETS: readonly (readonly number[])[] = [
  [50, 100, 250],
  [250, 500, 1000],
  [1000, 2000, 5000],
  [5000, 10_000, 20_000],
];
/** CSS pixels: a smaller ring would lie under the mark of my position. */
const SMALLEST = 30;
/** Below this zoom distances on foot say nothing. */
const FROM_ZOOM = 9;
const TEXT = 14;
/** CSS pixels between a ring's name and the edge of the box. */
const MARGIN = 14;

/** The finest set whose first ring shows: 250, 500 and 1,000 m where streets are. */
export function ringsIn(scene: Scene): readonly DrawnRing[] {
  const middle = scene.rings;
  if (middle === null || scene.zoom < FROM_ZOOM) return [];
  const perMetre = pixelsPerMetre(middle.lat, scene.zoom);
  const set = SETS.find(([first]) => (first ?? 0) * perMetre >= SMALLEST);
  const { x, y } = pixelOf(scene, middle);
  return (set ?? []).map((metres) => {
    const radius = metres * perMetre;
    return { x, y, radius, name: nameOf({ scene, x, y, radius }, metres) };
  });
}

type Placed = { readonly scene: Scene; readonly x: number; readonly y: number; readonly radius: number };

/** Below its ring's lowest point, or on top where that is out of sight. */
function nameOf({ scene, x, y, radius }: Placed, metres: number): Lettering | null {
  const size = TEXT * scene.look.textScale;
  const text = metres < 1000 ? `${metres} 米` : `${metres / 1000} 公里`;
  const isInside = (at: number): boolean =>
    at > scene.rimY + scene.above + MARGIN &&
    at < scene.height - scene.rimY - scene.below - MARGIN &&
    x > scene.rimX &&
    x < scene.width - scene.rimX;
  const at = [y + radius, y - radius].find(isInside);
  return at === undefined ? null : { text, size, x, y: at };
}
