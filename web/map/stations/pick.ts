import { metresBetween } from '../../../shared/geo/distance.ts';
import { type Gcj02, gcj02 } from '../../../shared/geo/point.ts';
import type { StationCode } from '../../../shared/station/code.ts';
import type { Drawn } from './crowd.ts';
import type { WorldBox } from './grid.ts';
import { blockOf, CHUNK, latOf, lngOf, type Plot } from './plot.ts';
import type { Shown } from './shown.ts';

/** Half of the 48 px a finger needs. */
const REACH = 24;

/** What a finger at a place (world units) meant: the nearest thing within 24 px, the last drawn of two as near. */
export function pickAt(drawn: readonly Drawn[], at: { readonly x: number; readonly y: number }, perPixel: number) {
  let best: Drawn | null = null;
  let least = (REACH * perPixel) ** 2;
  for (const one of drawn) {
    const square = (one.x - at.x) ** 2 + (one.y - at.y) ** 2;
    if (square > least) continue;
    least = square;
    best = one;
  }
  return best;
}

export function codeAt(plot: Plot, row: number): StationCode {
  const at = blockOf(plot, row);
  return at.block.codeOf(at.row);
}

/** Rows of the plot a station is drawn at: one, its stops, or none. */
export function rowsOfCode({ blocks, starts }: Plot, code: StationCode): readonly number[] {
  const wanted = Number(code);
  return blocks.flatMap((block, at) => {
    const rows: number[] = [];
    for (let row = block.code.indexOf(wanted); row >= 0; row = block.code.indexOf(wanted, row + 1)) {
      if (block.hidden[row] !== 1) rows.push((starts[at] ?? 0) + row);
    }
    return rows;
  });
}

export type InView = { readonly row: number; readonly code: StationCode; readonly distance: number };

/** The shown stations of a box, nearest to `from` first, at most `most`; `total` counts them all. */
export function nearestShown(
  plot: Plot,
  shown: Shown,
  { box, from, most }: { readonly box: WorldBox; readonly from: Gcj02; readonly most: number },
): { readonly rows: readonly InView[]; readonly total: number } {
  const found: { row: number; distance: number }[] = [];
  let total = 0;
  let worst = Number.POSITIVE_INFINITY;
  const take = (row: number, x: number, y: number) => {
    total++;
    const distance = metresBetween(from, gcj02(lngOf(x), latOf(y)));
    if (distance >= worst) return;
    found.push({ row, distance });
    if (found.length < 2 * most) return;
    found.sort((a, b) => a.distance - b.distance);
    found.length = most;
    worst = found[most - 1]?.distance ?? worst;
  };
  eachShown(plot, shown, { box, found: take });
  const rows = found.map(({ row }) => inViewAt(plot, from, row)).sort((a, b) => a.distance - b.distance);
  return { rows: rows.slice(0, most), total };
}

/** Its distance as the list tells it, from the degrees and not from the plane. */
function inViewAt(plot: Plot, from: Gcj02, row: number): InView {
  const { block, row: at } = blockOf(plot, row);
  const point = gcj02((block.lng[at] ?? 0) / 1e5, (block.lat[at] ?? 0) / 1e5);
  return { row, code: block.codeOf(at), distance: metresBetween(from, point) };
}

function eachShown(
  { n, x, y, boxes }: Plot,
  shown: Shown,
  { box, found }: { readonly box: WorldBox; readonly found: (row: number, x: number, y: number) => void },
): void {
  const { west, north, east, south } = box;
  for (let chunk = 0; chunk * CHUNK < n; chunk++) {
    const at = chunk * 4;
    if ((boxes[at] ?? 0) > east || (boxes[at + 2] ?? 0) < west) continue;
    if ((boxes[at + 1] ?? 0) > south || (boxes[at + 3] ?? 0) < north) continue;
    const to = Math.min(n, (chunk + 1) * CHUNK);
    for (let row = chunk * CHUNK; row < to; row++) {
      if (shown[row] === 0) continue;
      const px = x[row] ?? 0;
      const py = y[row] ?? 0;
      if (px >= west && px <= east && py >= north && py <= south) found(row, px, py);
    }
  }
}
