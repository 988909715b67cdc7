import { BORDER_LEVEL } from '../../../shared/geo/borders.ts';
import { latticeOf, roomiest, type Spot } from './lattice.ts';
import type { Net, PlaceName } from './net.ts';
import type { DrawnRing } from './rings.ts';
import { pixelOf, type Scene } from './scene.ts';
import { type Box, type Lettering, overlap, textBox } from './text.ts';

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

/** What is written, and where, for the nets in hand: a pure function, the same in a worker and on the page. */
export function labelsIn(scene: Scene, nets: readonly Net[], rings: readonly DrawnRing[]): readonly Lettering[] {
  const taken: Box[] = rings.flatMap(({ name }) => (name === null ? [] : [padded(textBox(name))]));
  const dot = scene.me === null ? null : around(pixelOf(scene, scene.me));
  if (dot !== null) taken.push(dot);
  taken.push(controlsOf(scene));
  const placed: Lettering[] = [];
  const written = new Set<number>();
  for (const { code, lettering, others } of candidates(scene, nets)) {
    if (written.has(code)) continue;
    const isUnderDot = dot !== null && overlap(dot, padded(textBox(lettering)));
    const beside = isUnderDot ? SHIFTS.map((shift) => ({ ...lettering, y: lettering.y + shift * lettering.size })) : [];
    const places = [lettering, ...beside, ...others.map((spot) => ({ ...lettering, ...spot }))];
    const free = places.find((place) => isFree(textBox(place), scene, taken));
    if (free === undefined) continue;
    taken.push(padded(textBox(free)));
    placed.push(free);
    written.add(code);
  }
  return placed;
}

function isFree(box: Box, scene: Scene, taken: readonly Box[]): boolean {
  return isSeen(box, scene) && !taken.some((other) => overlap(other, padded(box)));
}

/** CSS pixels of the buttons in the corner above what covers the foot. */
const CONTROLS = { width: 64, height: 150 };

function controlsOf({ width, height, rimX, rimY, below }: Scene): Box {
  const [right, bottom] = [width - rimX, height - rimY - below];
  return { left: right - CONTROLS.width, top: bottom - CONTROLS.height, right, bottom };
}

/** A name under my own dot is moved a bit up or down, not lost. In parts of its size. */
const SHIFTS = [-2.2, 2.2];
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
  const inner = {
    left: scene.rimX,
    top: scene.rimY + scene.above,
    right: scene.width - scene.rimX,
    bottom: scene.height - scene.rimY - scene.below,
  };
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

function padded({ left, top, right, bottom }: Box): Box {
  return { left: left - AIR, top: top - AIR, right: right + AIR, bottom: bottom + AIR };
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
