import type { BorderArc } from '../../../shared/geo/borders.ts';
import { Vertices } from '../division/edges.ts';
import { simplify } from '../division/topology.ts';

/** Arcs that meet where no third one does and bound the same leaves become one, which is then simplified as a whole. */
export function joinArcs(arcs: readonly BorderArc[], tolerance: number): readonly BorderArc[] {
  const kinds = new Map<string, BorderArc[]>();
  for (const arc of arcs) {
    const kind = `${arc.level} ${[...arc.owners].sort().join(' ')}`;
    const same = kinds.get(kind);
    if (same) same.push(arc);
    else kinds.set(kind, [arc]);
  }
  const degree = new Map<string, number>();
  for (const { steps } of arcs) {
    for (const end of [head(steps), tail(steps)]) degree.set(end, (degree.get(end) ?? 0) + 1);
  }
  const isFree = (end: string): boolean => degree.get(end) === 2;
  return [...kinds.values()].flatMap((same) => chains(same, isFree)).map((arc) => fewer(arc, tolerance));
}

function chains(same: readonly BorderArc[], isFree: (end: string) => boolean): readonly BorderArc[] {
  const open = new Set(same);
  const at = new Map<string, BorderArc[]>();
  for (const arc of same) {
    for (const end of [head(arc.steps), tail(arc.steps)]) at.set(end, [...(at.get(end) ?? []), arc]);
  }
  const grow = (steps: readonly number[]): readonly number[] => {
    let path = steps;
    for (let next = following(path); next; next = following(path)) {
      open.delete(next);
      path = [...path, ...(head(next.steps) === tail(path) ? next.steps : reversed(next.steps)).slice(2)];
    }
    return path;
  };
  const following = (path: readonly number[]): BorderArc | undefined =>
    isFree(tail(path)) ? (at.get(tail(path)) ?? []).find((arc) => open.has(arc)) : undefined;
  return same.flatMap((arc) => (open.delete(arc) ? [{ ...arc, steps: grow(reversed(grow(arc.steps))) }] : []));
}

function fewer(arc: BorderArc, tolerance: number): BorderArc {
  const vertices = new Vertices();
  // A negative latitude or longitude does not happen in China; ids come from pairs.
  const path: number[] = [];
  for (let i = 0; i < arc.steps.length; i += 2) path.push(vertices.id(arc.steps[i] ?? 0, arc.steps[i + 1] ?? 0));
  const kept = simplify(path, vertices, tolerance);
  return { ...arc, steps: kept.flatMap((id) => [vertices.x(id), vertices.y(id)]) };
}

function reversed(steps: readonly number[]): number[] {
  const back: number[] = [];
  for (let i = steps.length - 2; i >= 0; i -= 2) back.push(steps[i] ?? 0, steps[i + 1] ?? 0);
  return back;
}

function head(steps: readonly number[]): string {
  return `${steps[0]},${steps[1]}`;
}

function tail(steps: readonly number[]): string {
  return `${steps[steps.length - 2]},${steps[steps.length - 1]}`;
}
