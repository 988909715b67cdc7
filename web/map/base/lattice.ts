import type { Net } from './net.ts';
import { type Scene, worldSize } from './scene.ts';

const COLUMNS = 14;
const ROWS = 20;

export type Spot = { readonly x: number; readonly y: number };
/** Which leaf (number of the list) covers each point of a lattice over the map's box; -1 at sea and abroad. */
export type Lattice = { readonly leaves: Int16Array; readonly spotOf: (index: number) => Spot };

type Crossing = { readonly x: number; readonly owners: readonly number[] };

/** Even-odd along each row: a border crossed toggles the leaves on its sides, and the one left odd covers what follows. */
export function latticeOf(scene: Scene, nets: readonly Net[]): Lattice {
  const inner = {
    width: scene.width - 2 * scene.rimX,
    height: scene.height - 2 * scene.rimY - scene.above - scene.below,
  };
  const spotOf = (index: number): Spot => ({
    x: scene.rimX + (inner.width * ((index % COLUMNS) + 0.5)) / COLUMNS,
    y: scene.rimY + scene.above + (inner.height * (Math.floor(index / COLUMNS) + 0.5)) / ROWS,
  });
  const size = worldSize(scene.zoom);
  const leaves = new Int16Array(COLUMNS * ROWS).fill(-1);
  for (let row = 0; row < ROWS; row++) {
    const y = scene.y + (spotOf(row * COLUMNS).y - scene.height / 2) / size;
    const crossings = crossingsAt(nets, y);
    for (let column = 0; column < COLUMNS; column++) {
      const index = row * COLUMNS + column;
      leaves[index] = leafAt(crossings, scene.x + (spotOf(index).x - scene.width / 2) / size);
    }
  }
  return { leaves, spotOf };
}

export function leafOf(nets: readonly Net[], { x, y }: Spot): number {
  return leafAt(crossingsAt(nets, y), x);
}

function crossingsAt(nets: readonly Net[], y: number): readonly Crossing[] {
  const found: Crossing[] = [];
  for (const { lines, points } of nets) {
    for (const line of lines) {
      if (line.owners.length === 0 || y < line.north || y > line.south) continue;
      for (let i = line.from + 1; i < line.to; i++) {
        const y0 = points[2 * i - 1] ?? 0;
        const y1 = points[2 * i + 1] ?? 0;
        if (y0 > y === y1 > y) continue;
        const x0 = points[2 * i - 2] ?? 0;
        const x1 = points[2 * i] ?? 0;
        found.push({ x: x0 + ((y - y0) / (y1 - y0)) * (x1 - x0), owners: line.owners });
      }
    }
  }
  return found.sort((a, b) => a.x - b.x);
}

function leafAt(crossings: readonly Crossing[], x: number): number {
  const odd = new Set<number>();
  for (const crossing of crossings) {
    if (crossing.x > x) break;
    for (const owner of crossing.owners) if (!odd.delete(owner)) odd.add(owner);
  }
  for (const owner of odd) return owner;
  return -1;
}

/** Spots tried for one name. */
const CHOICES = 12;

/** The spots of every leaf in sight, those deepest inside what is seen of it first. */
export function roomiest({ leaves, spotOf }: Lattice): ReadonlyMap<number, readonly Spot[]> {
  const found = new Map<number, { depth: number; index: number }[]>();
  for (const [index, leaf] of leaves.entries()) {
    if (leaf < 0) continue;
    const known = found.get(leaf);
    const one = { depth: depthOf(leaves, index), index };
    if (known) known.push(one);
    else found.set(leaf, [one]);
  }
  const best = (all: readonly { depth: number; index: number }[]): readonly Spot[] =>
    [...all]
      .sort((p, q) => q.depth - p.depth)
      .slice(0, CHOICES)
      .map(({ index }) => spotOf(index));
  return new Map([...found].map(([leaf, all]) => [leaf, best(all)]));
}

/** Steps to the nearest point of another leaf or to the edge; names are wide, so a column counts for less than a row. */
function depthOf(leaves: Int16Array, index: number): number {
  const column = index % COLUMNS;
  const row = Math.floor(index / COLUMNS);
  let depth = Math.min((column + 1) * 0.6, (COLUMNS - column) * 0.6, row + 1, ROWS - row);
  for (const [other, leaf] of leaves.entries()) {
    if (leaf === leaves[index]) continue;
    const across = Math.abs((other % COLUMNS) - column) * 0.6;
    const down = Math.abs(Math.floor(other / COLUMNS) - row);
    depth = Math.min(depth, Math.hypot(across, down));
  }
  return depth;
}
