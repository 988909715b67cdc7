import { pixelOf, pixelsPerMetre, type Scene } from './scene.ts';
import { type Box, type Lettering, overlap, padded, textBox } from './text.ts';

/** `gap`: the part of the ring its name takes the place of, in radians from the east; null where it is drawn whole. */
export type DrawnRing = {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly name: Lettering | null;
  readonly gap: { readonly from: number; readonly to: number } | null;
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
/** CSS pixels between a ring and the letters of its name. */
const AIR = 4;
const TURN = Math.PI * 2;
/** Places tried for a name, from the lowest point of the ring: there nothing else points. */
const STEPS = 32;
const PLACES: readonly number[] = [
  0.25,
  0.75,
  ...Array.from({ length: STEPS }, (_, step) => 0.25 + ((step % 2 === 0 ? 1 : -1) * Math.ceil((step + 1) / 2)) / STEPS),
].map((turns) => turns * TURN);

/** The finest set whose first ring shows: 250, 500 and 1,000 m where streets are. */
export function ringsIn(scene: Scene): readonly DrawnRing[] {
  const middle = scene.rings;
  if (middle === null || scene.zoom < FROM_ZOOM) return [];
  const perMetre = pixelsPerMetre(middle.lat, scene.zoom);
  const set = SETS.find(([first]) => (first ?? 0) * perMetre >= SMALLEST);
  const { x, y } = pixelOf(scene, middle);
  const taken: Box[] = [buttonsOf(scene)];
  return (set ?? []).map((metres) => {
    const circle = { x, y, radius: metres * perMetre };
    const text = metres < 1000 ? `${metres} 米` : `${metres / 1000} 公里`;
    const name = nameOn(circle, { text, size: TEXT * scene.look.textScale, free: clearOf(scene), taken });
    if (name === null) return { ...circle, name: null, gap: null };
    const box = padded(textBox(name.lettering), AIR);
    taken.push(box);
    return { ...circle, name: name.lettering, gap: gapOf(circle, box, name.angle) };
  });
}

/** What nothing covers of the box. */
export function clearOf({ width, height, rimX, rimY, above, below }: Scene): Box {
  return { left: rimX, top: rimY + above, right: width - rimX, bottom: height - rimY - below };
}

/** CSS pixels of the buttons in the corner above what covers the foot. */
const BUTTONS = { width: 72, height: 172 };

export function buttonsOf(scene: Scene): Box {
  const { right, bottom } = clearOf(scene);
  return { left: right - BUTTONS.width, top: bottom - BUTTONS.height, right, bottom };
}

type Circle = { readonly x: number; readonly y: number; readonly radius: number };
type Naming = {
  readonly text: string;
  readonly size: number;
  readonly free: Box;
  readonly taken: readonly Box[];
};

/** At the first place of the ring where the whole name is seen. */
function nameOn({ x, y, radius }: Circle, { text, size, free, taken }: Naming) {
  for (const angle of PLACES) {
    const lettering = { text, size, x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) };
    const box = padded(textBox(lettering), AIR);
    if (isWithin(box, free) && !taken.some((other) => overlap(other, box))) return { lettering, angle };
  }
  return null;
}

function isWithin(box: Box, outer: Box): boolean {
  return box.left >= outer.left && box.right <= outer.right && box.top >= outer.top && box.bottom <= outer.bottom;
}

/** Where the ring runs under its name, to both sides of the name's middle. */
function gapOf({ x, y, radius }: Circle, box: Box, angle: number) {
  const reach = (sign: number): number => {
    const step = (sign * 1) / Math.max(1, radius);
    let at = angle;
    while (Math.abs(at - angle) < Math.PI && isAt(box, x + radius * Math.cos(at), y + radius * Math.sin(at)))
      at += step;
    return at;
  };
  return { from: reach(-1), to: reach(1) };
}

function isAt({ left, top, right, bottom }: Box, x: number, y: number): boolean {
  return x > left && x < right && y > top && y < bottom;
}

/** Whether a ring's line runs through a box. */
export function crosses({ x, y, radius }: Circle, { left, top, right, bottom }: Box): boolean {
  const nearest = Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
  const farthest = Math.hypot(Math.max(x - left, right - x), Math.max(y - top, bottom - y));
  return nearest <= radius && radius <= farthest;
}
