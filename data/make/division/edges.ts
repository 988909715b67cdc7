/**
 * An area as the set of its boundary edges on an integer grid, even-odd: a point is inside when a ray crosses an odd
 * number of them. The union of areas that share borders is then the symmetric difference of their sets, and the
 * direction of rings does not matter.
 */
export type Edges = ReadonlySet<number>;

/** Vertices of the grid as small numbers, so that an edge fits one number. */
export class Vertices {
  readonly xs: number[] = [];
  readonly ys: number[] = [];
  readonly #ids = new Map<number, number>();

  id(x: number, y: number): number {
    const key = x * 1_048_576 + y;
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    this.xs.push(x);
    this.ys.push(y);
    this.#ids.set(key, this.xs.length - 1);
    return this.xs.length - 1;
  }

  x(id: number): number {
    return this.xs[id] ?? Number.NaN;
  }

  y(id: number): number {
    return this.ys[id] ?? Number.NaN;
  }
}

/** Room for 16 million vertices; an edge stays below 2^48. */
const STRIDE = 16_777_216;

export function edge(a: number, b: number): number {
  return a < b ? a * STRIDE + b : b * STRIDE + a;
}

export function endsOf(key: number): readonly [number, number] {
  const a = Math.floor(key / STRIDE);
  return [a, key - a * STRIDE];
}

/** Adds an edge, or takes it away when it was there: twice the same border is no border. */
export function toggle(edges: Set<number>, a: number, b: number): void {
  if (a === b) return;
  const key = edge(a, b);
  if (!edges.delete(key)) edges.add(key);
}

export function union(areas: Iterable<Edges>): Set<number> {
  const sum = new Set<number>();
  for (const area of areas) for (const key of area) if (!sum.delete(key)) sum.add(key);
  return sum;
}

/** A straight cut through the grid; the left side is where the cross product is positive. */
export type Cut = { readonly from: readonly [number, number]; readonly to: readonly [number, number] };

/** The part of an area left of a cut. The other part is the same call with the cut turned round: both share the new border exactly. */
export function leftOf(area: Edges, cut: Cut, vertices: Vertices): Set<number> {
  const kept = new Set<number>();
  const crossings: { readonly id: number; readonly along: number }[] = [];
  const dx = cut.to[0] - cut.from[0];
  const dy = cut.to[1] - cut.from[1];
  const side = (id: number) => dx * (vertices.y(id) - cut.from[1]) - dy * (vertices.x(id) - cut.from[0]);
  for (const key of area) {
    const [a, b] = endsOf(key);
    const sa = side(a);
    const sb = side(b);
    if (sa > 0 === sb > 0) {
      if (sa > 0) toggle(kept, a, b);
      continue;
    }
    const share = sa / (sa - sb);
    const x = vertices.x(a) + (vertices.x(b) - vertices.x(a)) * share;
    const y = vertices.y(a) + (vertices.y(b) - vertices.y(a)) * share;
    const id = vertices.id(Math.round(x), Math.round(y));
    crossings.push({ id, along: (x - cut.from[0]) * dx + (y - cut.from[1]) * dy });
    toggle(kept, sa > 0 ? a : b, id);
  }
  crossings.sort((p, q) => p.along - q.along);
  for (let i = 0; i + 1 < crossings.length; i += 2) toggle(kept, crossings[i]?.id ?? 0, crossings[i + 1]?.id ?? 0);
  return kept;
}
