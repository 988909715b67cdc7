import type { Line, Net } from '../../map/base/net.ts';

type Path = { readonly at: Float64Array; readonly head: string; readonly tail: string };

/**
 * Closed paths of the wanted lines, flat x, y, for filling even-odd. Unlike the base map, which leaves out what does not close, a
 * gap is closed straight: a division must never be missing, and where outlines have gaps they are a grid's step wide. What ends
 * at a gap is therefore walked first, from there.
 */
export function loopsOf({ points, lines }: Net, wanted: (line: Line) => boolean): readonly Float64Array[] {
  const paths = lines.filter(wanted).map(({ from, to }): Path => {
    const at = points.subarray(from * 2, to * 2);
    return { at, head: endOf(at, 0), tail: endOf(at, at.length - 2) };
  });
  const at = new Map<string, Path[]>();
  for (const path of paths) {
    for (const end of [path.head, path.tail]) {
      const ways = at.get(end);
      if (ways) ways.push(path);
      else at.set(end, [path]);
    }
  }
  const open = new Set(paths);
  const isGap = (end: string) => (at.get(end)?.length ?? 0) % 2 === 1;
  const loops: Float64Array[] = [];
  const walk = (from: string) => {
    const loop = walkFrom(from, open, at);
    if (loop.length > 0) loops.push(Float64Array.from(loop));
  };
  for (const end of at.keys()) if (isGap(end)) walk(end);
  for (const path of paths) if (open.has(path)) walk(path.head);
  return loops;
}

function walkFrom(from: string, open: Set<Path>, at: ReadonlyMap<string, readonly Path[]>): readonly number[] {
  const loop: number[] = [];
  let here = from;
  for (;;) {
    const next = at.get(here)?.find((path) => open.has(path));
    if (next === undefined) return loop;
    open.delete(next);
    const isForward = next.head === here;
    const size = next.at.length;
    // The first vertex is the last of the path before.
    for (let i = loop.length === 0 ? 0 : 2; i < size; i += 2) {
      const place = isForward ? i : size - 2 - i;
      loop.push(next.at[place] ?? 0, next.at[place + 1] ?? 0);
    }
    here = isForward ? next.tail : next.head;
    if (here === from) return loop;
  }
}

function endOf(at: Float64Array, i: number): string {
  return `${at[i]},${at[i + 1]}`;
}
