import { BORDER_LEVEL } from '../../../shared/geo/borders.ts';
import { latticeOf, roomiest, type Spot } from './lattice.ts';
import type { Net, PlaceName } from './net.ts';
import { buttonsOf, clearOf, crosses, type DrawnRing } from './rings.ts';
import { pixelOf, type Scene } from './scene.ts';
import { type Box, type Lettering, overlap, padded, textBox } from './text.ts';

/** Names of a level show from one zoom to before another, in a size that grows between them. */
type Band = {
  readonly level: number;
  readonly from: number;
  readonly to: number;
  readonly sizes: readonly [number, number];
};

/** Highest first: what stands first keeps its place, what would overlap it is left out. */
const BANDS: readonly Band[] = [
  { level: BORDER_LEVEL.province, from: 0, to: 7.5, sizes: [13, 17] },
  { level: BORDER_LEVEL.city, from: 5.5, to: 10.5, sizes: [13, 18] },
  { level: BORDER_LEVEL.county, from: 8.5, to: 30, sizes: [13, 18] },
];
/** From here on an area is larger than the screen: its name stands where most of it is seen. */
const ROAMING_ZOOM = 10;
const TAIWAN = 710_000;
/** CSS pixels kept free around a name. */
const AIR = 6;
/** CSS pixels between a name and a ring. */
const RING_AIR = 2;

/** What is written, and where, for the nets in hand: a pure function, the same in a worker and on the page. */
export function labelsIn(scene: Scene, nets: readonly Net[], rings: readonly DrawnRing[]): readonly Lettering[] {
  const ringNames = rings.flatMap(({ name }) => (name === null ? [] : [padded(textBox(name), AIR)]));
  const dot = scene.me === null ? [] : [around(pixelOf(scene, scene.me))];
  const taken: Box[] = [...ringNames, ...dot, ...coveredIn(scene)];
  const isFree = (box: Box): boolean =>
    isSeen(box, scene) &&
    !taken.some((other) => overlap(other, padded(box, AIR))) &&
    !rings.some((ring) => crosses(ring, padded(box, RING_AIR)));
  const placed: Lettering[] = [];
  const written = new Set<number>();
  for (const { code, lettering, others } of candidates(scene, nets)) {
    if (written.has(code)) continue;
    // A ring or my own dot moves a name a bit, it does not take it away.
    const isUnderDot = dot.some((one) => overlap(one, padded(textBox(lettering), AIR)));
    const beside = isUnderDot || isNear(rings, lettering) ? SHIFTS.map(([x, y]) => moved(lettering, x, y)) : [];
    const places = [lettering, ...beside, ...others.map((spot) => ({ ...lettering, ...spot }))];
    const free = places.find((place) => isFree(textBox(place)));
    if (free === undefined) continue;
    taken.push(padded(textBox(free), AIR));
    placed.push(free);
    written.add(code);
  }
  return placed;
}

/** Filters at the head, the sheet at the foot, the buttons above it: no name goes there. */
function coveredIn(scene: Scene): readonly Box[] {
  const { left, top, right, bottom } = clearOf(scene);
  const head = { left, top: scene.rimY, right, bottom: top };
  const foot = { left, top: bottom, right, bottom: scene.height - scene.rimY };
  return [head, foot, buttonsOf(scene)];
}

/** Right and down, in parts of the name's size. */
const SHIFTS: readonly (readonly [number, number])[] = [
  [0, -2.2],
  [0, 2.2],
  [-2.5, 0],
  [2.5, 0],
  [-2.5, -2.2],
  [2.5, -2.2],
  [-2.5, 2.2],
  [2.5, 2.2],
];

function moved(lettering: Lettering, right: number, down: number): Lettering {
  const { x, y, size } = lettering;
  return { ...lettering, x: x + right * size, y: y + down * size };
}

/** Within the outermost ring, where my dot is too. */
function isNear(rings: readonly DrawnRing[], { x, y }: Lettering): boolean {
  return rings.some((ring) => Math.hypot(x - ring.x, y - ring.y) < ring.radius + AIR);
}

/** CSS pixels of the dot with its rim. */
const DOT = 14;

function around({ x, y }: Spot): Box {
  return { left: x - DOT, top: y - DOT, right: x + DOT, bottom: y + DOT };
}

/** `others`: where it may stand when its first place is taken. */
type Candidate = { readonly code: number; readonly lettering: Lettering; readonly others: readonly Spot[] };

function* candidates(scene: Scene, nets: readonly Net[]): Generator<Candidate> {
  const spots =
    scene.zoom >= ROAMING_ZOOM && nets.length > 1
      ? roomiest(latticeOf(scene, nets))
      : new Map<number, readonly Spot[]>();
  const inner = clearOf(scene);
  for (const band of BANDS) {
    if (scene.zoom < band.from || scene.zoom >= band.to) continue;
    const size = sizeIn(band, scene);
    for (const { name, leaf } of namesOf(nets, band.level)) {
      const own = pixelOf(scene, name);
      const isInside = own.x > inner.left && own.x < inner.right && own.y > inner.top && own.y < inner.bottom;
      const roaming = leaf === null ? [] : (spots.get(leaf) ?? []);
      const { text, code } = name;
      const [first = own, ...others] = (isInside ? [own, ...roaming] : roaming).map((spot) =>
        held(spot, { inner, size, text }),
      );
      yield { code, lettering: { text, size, ...first }, others };
    }
  }
}

type Hold = { readonly inner: Box; readonly size: number; readonly text: string };

/** A roaming name is pulled in from the edge so that it is read whole. */
function held({ x, y }: Spot, { inner, size, text }: Hold): Spot {
  const box = textBox({ text, size, x, y });
  if (box.right < inner.left || box.left > inner.right || box.bottom < inner.top || box.top > inner.bottom)
    return { x, y };
  const half = (box.right - box.left) / 2 + AIR;
  const isNarrow = inner.right - inner.left < 2 * half;
  return { x: isNarrow ? x : Math.min(Math.max(x, inner.left + half), inner.right - half), y };
}

/**
 * Leaves carry their number. Provinces and cities stand in the first net; the second lists every leaf, among them provinces
 * and cities without counties, whose names go on where those of their level end.
 */
function namesOf(
  [country, counties]: readonly Net[],
  level: number,
): readonly { readonly name: PlaceName; readonly leaf: number | null }[] {
  const own = (country?.names ?? [])
    .filter((name) => name.level === level)
    // However little room there is: a map of China names Taiwan.
    .sort((a, b) => Number(b.code === TAIWAN) - Number(a.code === TAIWAN))
    .map((name) => ({ name, leaf: null }));
  const leaves = (counties?.names ?? []).map((name, leaf) => ({ name, leaf }));
  return level === BORDER_LEVEL.county ? leaves : [...own, ...leaves.filter(({ name }) => name.level < level)];
}

function sizeIn({ from, to, sizes }: Band, { zoom, look }: Scene): number {
  const share = Math.min(1, Math.max(0, (zoom - from) / (Math.min(to, 14) - from)));
  return Math.round((sizes[0] + (sizes[1] - sizes[0]) * share) * look.textScale);
}

function isSeen(box: Box, scene: Scene): boolean {
  return box.right > 0 && box.left < scene.width && box.bottom > 0 && box.top < scene.height;
}

/** What can be read in the box itself, from its middle outwards: the picture in words. */
export function namesSeen(scene: Scene, labels: readonly Lettering[]): readonly string[] {
  const [x, y] = [scene.width / 2, scene.height / 2];
  const [wide, high] = [x - scene.rimX, y - scene.rimY];
  return labels
    .filter((one) => Math.abs(one.x - x) < wide && Math.abs(one.y - y) < high)
    .map(({ text, ...at }) => ({ text, far: Math.hypot(at.x - x, at.y - y) }))
    .sort((a, b) => a.far - b.far)
    .map(({ text }) => text);
}
