import { type Edges, endsOf, type Vertices } from './edges.ts';

/** A border between two junctions, or a loop, used by one or two areas. Vertex ids. */
export type Arc = { readonly path: readonly number[]; readonly owners: readonly string[] };

/** Cuts the borders of all areas into arcs, each shared by the areas on its sides, so that simplifying leaves no gap. */
export function arcsOf(areas: ReadonlyMap<string, Edges>): readonly Arc[] {
  const owners = new Map<number, string>();
  for (const [code, edges] of areas) {
    for (const key of edges) owners.set(key, owners.has(key) ? `${owners.get(key)} ${code}` : code);
  }
  const star = new Map<number, number[]>();
  for (const key of owners.keys()) {
    for (const id of endsOf(key)) {
      const edges = star.get(id);
      if (edges) edges.push(key);
      else star.set(id, [key]);
    }
  }
  const isJunction = (id: number) => {
    const edges = star.get(id) ?? [];
    return edges.length !== 2 || owners.get(edges[0] ?? 0) !== owners.get(edges[1] ?? 0);
  };
  const done = new Set<number>();
  const arcs: Arc[] = [];
  const walk = (start: number, first: number) => {
    const path = [start];
    let key: number | undefined = first;
    let at = start;
    while (key !== undefined && !done.has(key)) {
      done.add(key);
      const [a, b] = endsOf(key);
      at = a === at ? b : a;
      path.push(at);
      key = isJunction(at) ? undefined : (star.get(at) ?? []).find((other) => !done.has(other));
    }
    arcs.push({ path, owners: (owners.get(first) ?? '').split(' ') });
  };
  for (const [id, edges] of star) if (isJunction(id)) for (const key of edges) if (!done.has(key)) walk(id, key);
  for (const key of owners.keys()) if (!done.has(key)) walk(endsOf(key)[0], key);
  return arcs;
}

/** Douglas–Peucker with the ends kept; `tolerance` in grid steps. A loop is split at its farthest vertex first. */
export function simplify(path: readonly number[], vertices: Vertices, tolerance: number): readonly number[] {
  const last = path.length - 1;
  const keep = new Set([0, last]);
  const stack: (readonly [number, number])[] = [[0, last]];
  for (let span = stack.pop(); span; span = stack.pop()) {
    const [from, to] = span;
    let worst = 0;
    let at = -1;
    for (let i = from + 1; i < to; i++) {
      const off = distance(path[i] ?? 0, [path[from] ?? 0, path[to] ?? 0], vertices);
      if (off > worst) {
        worst = off;
        at = i;
      }
    }
    const isLoop = from === 0 && to === last && path[0] === path[last];
    if (at < 0 || (worst <= tolerance && !isLoop)) continue;
    keep.add(at);
    stack.push([from, at], [at, to]);
  }
  return path.filter((_, i) => keep.has(i));
}

/** Grid steps from a vertex to the segment between two others. A step of longitude is taken 0.8 as long as one of latitude. */
function distance(id: number, [a, b]: readonly [number, number], vertices: Vertices): number {
  const squeeze = 0.8;
  const dx = (vertices.x(b) - vertices.x(a)) * squeeze;
  const dy = vertices.y(b) - vertices.y(a);
  const px = (vertices.x(id) - vertices.x(a)) * squeeze;
  const py = vertices.y(id) - vertices.y(a);
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / length));
  return Math.hypot(px - t * dx, py - t * dy);
}

/** Rings of one area as signed arc numbers: `n` runs arc n forwards, `~n` backwards. */
export function ringsOf(numbers: readonly number[], paths: readonly (readonly number[])[]): number[][] {
  const open = new Set(numbers);
  const starts = new Map<number, number[]>();
  const head = (n: number) => paths[n]?.[0] ?? -1;
  const tail = (n: number) => paths[n]?.[(paths[n]?.length ?? 1) - 1] ?? -1;
  for (const n of numbers) for (const id of [head(n), tail(n)]) starts.set(id, [...(starts.get(id) ?? []), n]);
  const rings: number[][] = [];
  for (const first of numbers) {
    if (!open.delete(first)) continue;
    const ring = [first];
    let at = tail(first);
    while (at !== head(first)) {
      const next = (starts.get(at) ?? []).find((n) => open.has(n));
      if (next === undefined) throw new Error(`a border ends at vertex ${at}`);
      open.delete(next);
      ring.push(head(next) === at ? next : ~next);
      at = head(next) === at ? tail(next) : head(next);
    }
    rings.push(ring);
  }
  return rings;
}
