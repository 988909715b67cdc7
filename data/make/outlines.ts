import gcoord from 'gcoord';
import { encodeArc, OUTLINE_FORMAT, OUTLINE_VERSION } from '../../shared/geo/outline.ts';
import type { Edges, Vertices } from './edges.ts';
import { GRID } from './features.ts';
import { isRecord, jsonOf } from './json.ts';
import { type Arc, arcsOf, ringsOf, simplify } from './topology.ts';

/** How one outline file is drawn from the raw areas. Tolerance in grid steps; loops below `smallest` square steps go. */
export type Drawing = {
  readonly tolerance: number;
  readonly smallest: number;
  /** Codes whose every islet stays, whatever its size. */
  readonly keepWhole: (owner: string) => boolean;
  /** The area codes an owner's borders belong to: a county itself, or its city, province and the nation. */
  readonly areasOf: (owner: string) => readonly string[];
};

export type OutlineFile = {
  readonly format: string;
  readonly version: number;
  readonly datum: 'gcj02';
  readonly grid: number;
  readonly arcs: readonly string[];
  readonly areas: Readonly<Record<string, readonly (readonly number[])[]>>;
  readonly lines: Readonly<Record<string, readonly number[]>>;
};

type Lines = Readonly<Record<string, readonly (readonly (readonly [number, number])[])[]>>;

/** Draws the areas as one file of shared arcs. */
export function draw(
  raw: { readonly vertices: Vertices; readonly edges: ReadonlyMap<string, Edges> },
  drawing: Drawing,
  lines: Lines,
): OutlineFile {
  const numbers = new Map<string, number[]>();
  const paths: (readonly number[])[] = [];
  for (const arc of arcsOf(raw.edges)) {
    const users = oddOnes(arc.owners.flatMap(drawing.areasOf));
    if (users.length === 0) continue;
    const path = drawnPath(arc, raw.vertices, drawing);
    if (path === null) continue;
    for (const code of users) numbers.set(code, [...(numbers.get(code) ?? []), paths.length]);
    paths.push(path);
  }
  const arcs = paths.map((path) => encodeArc(path.flatMap((id) => [raw.vertices.x(id), raw.vertices.y(id)])));
  const areas: Record<string, readonly (readonly number[])[]> = {};
  for (const code of [...numbers.keys()].sort()) {
    const rings = ringsOf(numbers.get(code) ?? [], paths);
    // Two borders between the same junctions, both drawn straight, enclose nothing.
    areas[code] = rings.filter((ring) => corners(ring, paths) >= 3);
  }
  const strokes: Record<string, readonly number[]> = {};
  for (const [name, list] of Object.entries(lines)) {
    strokes[name] = list.map((line) => arcs.push(encodeArc(line.flatMap(([x, y]) => [snap(x), snap(y)]))) - 1);
  }
  return { format: OUTLINE_FORMAT, version: OUTLINE_VERSION, datum: 'gcj02', grid: GRID, arcs, areas, lines: strokes };
}

function corners(ring: readonly number[], paths: readonly (readonly number[])[]): number {
  return ring.reduce((sum, n) => sum + (paths[n < 0 ? ~n : n]?.length ?? 1) - 1, 0);
}

function snap(degrees: number): number {
  return Math.round(degrees * GRID);
}

/** An area bounds an arc when it lies on one side of it only. */
function oddOnes(codes: readonly string[]): readonly string[] {
  const odd = new Set<string>();
  for (const code of codes) if (!odd.delete(code)) odd.add(code);
  return [...odd];
}

function drawnPath(arc: Arc, vertices: Vertices, drawing: Drawing): readonly number[] | null {
  const isLoop = arc.path[0] === arc.path[arc.path.length - 1];
  if (!isLoop) return simplify(arc.path, vertices, drawing.tolerance);
  const stays = arc.owners.some(drawing.keepWhole);
  if (!stays && Math.abs(doubleArea(arc.path, vertices)) / 2 < drawing.smallest) return null;
  const path = simplify(arc.path, vertices, drawing.tolerance);
  // A loop drawn with fewer than three corners encloses nothing: an islet that stays keeps its own few.
  return path.length >= 4 ? path : simplify(arc.path, vertices, 0);
}

function doubleArea(path: readonly number[], vertices: Vertices): number {
  let sum = 0;
  for (let i = 0; i + 1 < path.length; i++) {
    const [a = 0, b = 0] = [path[i], path[i + 1]];
    sum += vertices.x(a) * vertices.y(b) - vertices.x(b) * vertices.y(a);
  }
  return sum;
}

/** The ten dashes of the South China Sea and the islands north-east of Taiwan, from the world map's China (WGS-84). */
export function dashLines(files: ReadonlyMap<string, Buffer>): readonly (readonly (readonly [number, number])[])[] {
  const world = jsonOf(files, 'world.zh.json');
  const features = isRecord(world) && Array.isArray(world.features) ? world.features : [];
  const china = features.find((f) => isRecord(f) && isRecord(f.properties) && f.properties.iso_a2 === 'CN');
  const geometry = isRecord(china) && isRecord(china.geometry) ? china.geometry.coordinates : null;
  if (!Array.isArray(geometry)) throw new Error('no China in the world map');
  return geometry.slice(-DASHES).map((polygon) => {
    const [ring]: unknown[] = Array.isArray(polygon) ? polygon : [];
    if (!Array.isArray(ring)) throw new Error('a dash without a ring');
    return ring.map(([lng, lat]: [number, number]) => gcoord.transform([lng, lat], gcoord.WGS84, gcoord.GCJ02));
  });
}
const DASHES = 10;
