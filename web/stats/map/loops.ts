import { BORDER_LEVEL } from '../../../shared/geo/borders.ts';
import type { Line, Net } from '../../map/base/net.ts';

type Path = { readonly line: Line; readonly at: Float64Array; readonly head: string; readonly tail: string };
type Loop = { readonly at: readonly number[]; readonly lines: readonly Line[] };

/**
 * Closed paths of the wanted lines, flat x, y, for filling even-odd. Unlike the base map, which leaves out what does not close, a
 * gap is closed straight: a division must never be missing, and where outlines have gaps they are a grid's step wide. What ends
 * at a gap is therefore walked first, from there.
 */
export function loopsOf({ points, lines }: Net, wanted: (line: Line) => boolean): readonly Float64Array[] {
  const paths = lines.filter(wanted).map((line): Path => {
    const at = points.subarray(line.from * 2, line.to * 2);
    return { line, at, head: endOf(at, 0), tail: endOf(at, at.length - 2) };
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
  const loops: Loop[] = [];
  const walk = (from: string) => {
    const loop = walkFrom(from, open, at);
    if (loop.at.length > 0) loops.push(loop);
  };
  for (const end of at.keys()) if (isGap(end)) walk(end);
  for (const path of paths) if (open.has(path)) walk(path.head);
  // What has no other border is all of it: a city in the midst of nobody's land.
  const areas = loops.filter((loop) => !isHole(loop));
  return (areas.length > 0 ? areas : loops).map(({ at }) => Float64Array.from(at));
}

function walkFrom(from: string, open: Set<Path>, at: ReadonlyMap<string, readonly Path[]>): Loop {
  const loop: number[] = [];
  const lines: Line[] = [];
  let here = from;
  for (;;) {
    const next = at.get(here)?.find((path) => open.has(path));
    if (next === undefined) return { at: loop, lines };
    open.delete(next);
    lines.push(next.line);
    const isForward = next.head === here;
    const size = next.at.length;
    // The first vertex is the last of the path before.
    for (let i = loop.length === 0 ? 0 : 2; i < size; i += 2) {
      const place = isForward ? i : size - 2 - i;
      loop.push(next.at[place] ?? 0, next.at[place + 1] ?? 0);
    }
    here = isForward ? next.tail : next.head;
    if (here === from) return { at: loop, lines };
  }
}

/** A lake or a gap between the outlines of counties, far from any coast: nobody's, and land all the same. */
function isHole({ lines }: Loop): boolean {
  return lines.every(({ level, owners }) => owners.length === 1 && level !== BORDER_LEVEL.nation);
}

function endOf(at: Float64Array, i: number): string {
  return `${at[i]},${at[i + 1]}`;
}
