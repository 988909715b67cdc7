import type { Look } from '../../ui/station/judge.ts';
import { type Cells, countCells, extentOf, type Frame, frameOf, gatherCells, takeOut, type WorldBox } from './grid.ts';
import { type Plot, unitsPerPixel } from './plot.ts';
import { lookAt, type Shown } from './shown.ts';

/** One thing on the canvas, at a place in world units: a station's mark, or a bubble that stands for several. */
export type Drawn = Mark | ({ readonly kind: 'bubble'; readonly x: number; readonly y: number } & Tallied);

export type Mark = {
  readonly kind: 'mark';
  readonly x: number;
  readonly y: number;
  readonly look: Look;
  /** Of the plot. */
  readonly row: number;
};

/** How many stand together; of them `open` can be walked into, `unknown` nobody knows about. */
export type Tallied = { readonly count: number; readonly open: number; readonly unknown: number };

/** Cells are 64 px; near by, where marks stand apart, 32. */
const CELL_SHIFT = 28;
const FINE_ZOOM = 14;
/** Up to here the counts come from the cells of this zoom, counted once for all views. */
const COARSE_ZOOM = 7;

export type Crowd = {
  /** What to draw for a view at a whole zoom, `alone`: marks drawn by themselves, passing or not. */
  drawn(box: WorldBox, zoom: number, alone: readonly Mark[]): readonly Drawn[];
};

/** The shown rows of a plot, ready to be counted view by view. Nothing is indexed: a changed filter makes a new one. */
export function crowdOf(plot: Plot, shown: Shown): Crowd {
  let coarse: Cells | null = null;
  const cellsOf = (box: WorldBox, zoom: number): Cells => {
    const shift = cellShift(zoom);
    if (zoom > COARSE_ZOOM) return countCells(plot, shown, frameOf(box, shift));
    coarse ??= countCells(plot, shown, wholeFrame(plot));
    return gatherCells(coarse, frameOf(box, shift));
  };
  return {
    drawn: (box, zoom, alone) => {
      const cells = cellsOf(box, zoom);
      for (const { row } of alone) takeOut(plot, shown, { cells, row });
      return [...joined(plot, shown, { cells, zoom }), ...alone];
    },
  };
}

export function cellShift(zoom: number): number {
  return CELL_SHIFT - zoom - (zoom >= FINE_ZOOM ? 1 : 0);
}

function wholeFrame(plot: Plot): Frame {
  const box = extentOf(plot) ?? { west: 0, north: 0, east: 0, south: 0 };
  return frameOf(box, cellShift(COARSE_ZOOM));
}

export function markOf({ x, y }: Plot, row: number, look: Look): Mark {
  return { kind: 'mark', x: x[row] ?? 0, y: y[row] ?? 0, look, row };
}

/** Marks need this much room between their middles, bubbles that much. CSS pixels. */
const ROOM = { mark: 30, bubble: 50 } as const;

/** Counts make bubbles wider than high. */
const NARROW = 0.85;

function roomOf({ count }: { readonly count: number }): number {
  return count > 1 ? ROOM.bubble : ROOM.mark;
}

type Spot = { x: number; y: number; count: number; open: number; unknown: number; rowSum: number };

/**
 * Cells cut a crowd where their edges happen to lie. The fullest take their places first; a spot that would cover one of
 * them joins it, and a bubble never moves for it, so what is drawn stays apart.
 */
function joined(plot: Plot, shown: Shown, { cells, zoom }: { cells: Cells; zoom: number }): readonly Drawn[] {
  const perPixel = unitsPerPixel(zoom);
  const placed: Spot[] = [];
  for (const spot of spotsOf(cells)) {
    const host = placed.find((other) => {
      const areBubbles = spot.count > 1 && other.count > 1;
      const room = perPixel * (roomOf(spot) + roomOf(other));
      const dx = 2 * (spot.x - other.x) * (areBubbles ? NARROW : 1);
      const dy = 2 * (spot.y - other.y);
      return dx * dx + dy * dy < room * room;
    });
    if (host === undefined) {
      placed.push(spot);
      continue;
    }
    host.count += spot.count;
    host.open += spot.open;
    host.unknown += spot.unknown;
  }
  return placed.map(({ x, y, count, open, unknown, rowSum }) =>
    count === 1
      ? markOf(plot, rowSum, lookAt(shown, rowSum) ?? 'unknown')
      : { kind: 'bubble', x, y, count, open, unknown },
  );
}

/** Filled cells, fullest first, then from the north-west: the same crowd is always drawn the same. */
function spotsOf({ count, open, unknown, sumX, sumY, rowSum }: Cells): readonly Spot[] {
  const spots: Spot[] = [];
  for (let cell = 0; cell < count.length; cell++) {
    const here = count[cell] ?? 0;
    if (here === 0) continue;
    spots.push({
      x: (sumX[cell] ?? 0) / here,
      y: (sumY[cell] ?? 0) / here,
      count: here,
      open: open[cell] ?? 0,
      unknown: unknown[cell] ?? 0,
      rowSum: rowSum[cell] ?? 0,
    });
  }
  return spots.sort((a, b) => b.count - a.count);
}

/** `9开`; when none is open `2不详`, else `3关`. From ten thousand on `1.2万开`. */
export function bubbleText({ count, open, unknown }: Tallied): string {
  if (open > 0) return `${shortCount(open)}开`;
  return unknown > 0 ? `${shortCount(unknown)}不详` : `${shortCount(count)}关`;
}

function shortCount(n: number): string {
  return n < 10_000 ? String(n) : `${Math.round(n / 1000) / 10}万`;
}
