import gcoord from 'gcoord';
import { encodeArc, OUTLINE_FORMAT, OUTLINE_VERSION } from '../../../shared/geo/outline.ts';
import { isInside, type Ring, doubleArea as ringArea } from '../../../shared/geo/polygon.ts';
import { type Edges, endsOf, toggle, Vertices } from './edges.ts';
import { isRecord, jsonOf } from './json.ts';
import { type Arc, arcsOf, ringsOf, simplify } from './topology.ts';

/** How one outline file is drawn from the raw areas. Tolerance in grid steps; loops below `smallest` square steps go. */
export type Drawing = {
  readonly grid: number;
  readonly origin: readonly [number, number];
  readonly tolerance: number;
  readonly smallest: number;
  /** Codes whose every islet stays, whatever its size. */
  readonly keepWhole: (owner: string) => boolean;
  /** The area codes an owner's borders belong to: a county itself, or its city, province and the nation. */
  readonly areasOf: (owner: string) => readonly string[];
  /** Areas without holes: what looks like one is a gap between two sources. */
  readonly isSolid: (code: string) => boolean;
};

export type OutlineFile = {
  readonly format: string;
  readonly version: number;
  readonly datum: 'gcj02';
  readonly grid: number;
  readonly origin: readonly [number, number];
  readonly arcs: readonly string[];
  readonly areas: Readonly<Record<string, readonly (readonly number[])[]>>;
  readonly lines: Readonly<Record<string, readonly number[]>>;
};

type Lines = Readonly<Record<string, readonly (readonly (readonly [number, number])[])[]>>;

export type RawAreas = { readonly vertices: Vertices; readonly edges: ReadonlyMap<string, Edges> };

/** Draws the areas as one file of shared arcs. */
export function draw(raw: RawAreas, drawing: Drawing, lines: Lines): OutlineFile {
  const { paths, numbers, kept } = drawnArcs(raw, drawing);
  const areas: Record<string, readonly (readonly number[])[]> = {};
  const used = new Map<number, number>();
  const renumber = (n: number): number => {
    const path = n < 0 ? ~n : n;
    const place = used.get(path) ?? used.set(path, used.size).size - 1;
    return n < 0 ? ~place : place;
  };
  for (const code of [...numbers.keys()].sort()) {
    const drawn = ringsOf(numbers.get(code) ?? [], paths).map((ring) => {
      const path = ring.flatMap((n) => (n < 0 ? [...(paths[~n] ?? [])].reverse() : (paths[n] ?? [])).slice(1));
      const column = Float64Array.from(path.flatMap((id) => [raw.vertices.x(id), raw.vertices.y(id)]));
      return { ring, column, area: Math.abs(ringArea(column)) / 2, stays: ring.some((n) => kept.has(n < 0 ? ~n : n)) };
    });
    // Slivers where the sources of two neighbours disagree, borders drawn straight onto each other, and islets go.
    const whole = drawn.filter(({ column, area, stays }) => column.length >= 6 && (stays || area >= drawing.smallest));
    const outer = drawing.isSolid(code) ? whole.filter((one) => !liesInAnother(one, whole)) : whole;
    areas[code] = outer.map(({ ring }) => ring.map(renumber));
  }
  const texts = [...used.keys()].map((n) =>
    encodeArc((paths[n] ?? []).flatMap((id) => [raw.vertices.x(id), raw.vertices.y(id)])),
  );
  const { grid, origin } = drawing;
  const head = { format: OUTLINE_FORMAT, version: OUTLINE_VERSION, datum: 'gcj02', grid, origin } as const;
  return { ...head, areas, ...withLines(texts, lines, drawing) };
}

type Drawn = { readonly column: Ring; readonly area: number };

/** By most of its vertices: a gap may touch the coast in one. */
function liesInAnother({ column, area }: Drawn, all: readonly Drawn[]): boolean {
  return all.some((other) => {
    if (other.area <= area) return false;
    let inside = 0;
    for (let i = 0; i < column.length; i += 2) {
      if (isInside([other.column], column[i] ?? 0, column[i + 1] ?? 0)) inside++;
    }
    return inside * 4 > column.length;
  });
}

/** Simplified arcs, which areas each one bounds, and which must stay however little they enclose. */
function drawnArcs(raw: RawAreas, drawing: Drawing) {
  const numbers = new Map<string, number[]>();
  const paths: (readonly number[])[] = [];
  const kept = new Set<number>();
  for (const arc of arcsOf(raw.edges)) {
    const users = oddOnes(arc.owners.flatMap(drawing.areasOf));
    if (users.length === 0) continue;
    const path = drawnPath(arc, raw.vertices, drawing);
    if (path === null) continue;
    if (arc.owners.some(drawing.keepWhole)) kept.add(paths.length);
    for (const code of users) {
      const list = numbers.get(code);
      if (list) list.push(paths.length);
      else numbers.set(code, [paths.length]);
    }
    paths.push(path);
  }
  return { paths, numbers, kept };
}

function withLines(texts: readonly string[], lines: Lines, { grid, origin }: Drawing) {
  const arcs = [...texts];
  const numbered: Record<string, readonly number[]> = {};
  for (const [name, strokes] of Object.entries(lines)) {
    numbered[name] = strokes.map((stroke) => {
      const steps = stroke.flatMap(([x, y]) => [Math.round(x * grid - origin[0]), Math.round(y * grid - origin[1])]);
      return arcs.push(encodeArc(steps)) - 1;
    });
  }
  return { arcs, lines: numbered };
}

/** The same areas on a grid `factor` times as coarse: small disagreements of neighbouring sources fall together. */
export function coarser({ vertices, edges }: RawAreas, factor: number): RawAreas {
  const fewer = new Vertices();
  const moved = vertices.xs.map((x, id) => fewer.id(Math.round(x / factor), Math.round(vertices.y(id) / factor)));
  const snapped = [...edges].map(([code, own]) => {
    const kept = new Set<number>();
    for (const key of own) {
      const [a, b] = endsOf(key);
      toggle(kept, moved[a] ?? 0, moved[b] ?? 0);
    }
    return [code, kept] as const;
  });
  return { vertices: fewer, edges: new Map(snapped) };
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
