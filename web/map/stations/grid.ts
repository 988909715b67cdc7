import { CHUNK, type Plot, WORLD } from './plot.ts';
import { OPEN_UP_TO, type Shown, UNKNOWN_MARK } from './shown.ts';

/** A rectangle of cells of 2^shift world units; `west`, `north` = first cell of the world's grid. */
export type Frame = {
  readonly shift: number;
  readonly west: number;
  readonly north: number;
  readonly cols: number;
  readonly rows: number;
};

/** What stands in each cell of a frame, row by row. A cell's only row is its `rowSum`; its middle the sums ÷ count. */
export type Cells = {
  readonly frame: Frame;
  readonly count: Int32Array;
  readonly open: Int32Array;
  readonly unknown: Int32Array;
  readonly sumX: Float64Array;
  readonly sumY: Float64Array;
  readonly rowSum: Float64Array;
};

/** What is looked at, in world units. */
export type WorldBox = { readonly west: number; readonly north: number; readonly east: number; readonly south: number };

export function frameOf({ west, north, east, south }: WorldBox, shift: number): Frame {
  const cell = (unit: number) => Math.max(0, Math.min(WORLD - 1, Math.floor(unit))) >> shift;
  const first = { west: cell(west), north: cell(north) };
  return { shift, ...first, cols: cell(east) - first.west + 1, rows: cell(south) - first.north + 1 };
}

function emptyCells(frame: Frame): Cells {
  const size = frame.cols * frame.rows;
  return {
    frame,
    count: new Int32Array(size),
    open: new Int32Array(size),
    unknown: new Int32Array(size),
    sumX: new Float64Array(size),
    sumY: new Float64Array(size),
    rowSum: new Float64Array(size),
  };
}

/** Counts the shown rows of a frame; runs of rows that lie outside cost one look each. */
export function countCells({ n, x, y, boxes }: Plot, shown: Shown, frame: Frame): Cells {
  const cells = emptyCells(frame);
  const { shift, cols, rows } = frame;
  const { count, open, unknown, sumX, sumY, rowSum } = cells;
  const left = frame.west << shift;
  const top = frame.north << shift;
  const width = cols * 2 ** shift;
  const height = rows * 2 ** shift;
  for (let chunk = 0; chunk * CHUNK < n; chunk++) {
    const at = chunk * 4;
    if ((boxes[at] ?? 0) >= left + width || (boxes[at + 2] ?? 0) < left) continue;
    if ((boxes[at + 1] ?? 0) >= top + height || (boxes[at + 3] ?? 0) < top) continue;
    const to = Math.min(n, (chunk + 1) * CHUNK);
    for (let row = chunk * CHUNK; row < to; row++) {
      const look = shown[row] ?? 0;
      if (look === 0) continue;
      const dx = (x[row] ?? 0) - left;
      const dy = (y[row] ?? 0) - top;
      if (dx < 0 || dy < 0 || dx >= width || dy >= height) continue;
      const cell = (dy >> shift) * cols + (dx >> shift);
      count[cell] = (count[cell] ?? 0) + 1;
      if (look <= OPEN_UP_TO) open[cell] = (open[cell] ?? 0) + 1;
      else if (look === UNKNOWN_MARK) unknown[cell] = (unknown[cell] ?? 0) + 1;
      sumX[cell] = (sumX[cell] ?? 0) + (x[row] ?? 0);
      sumY[cell] = (sumY[cell] ?? 0) + (y[row] ?? 0);
      rowSum[cell] = (rowSum[cell] ?? 0) + row;
    }
  }
  return cells;
}

/** The same from cells counted before that are as fine or finer: their number, not the stations', is the cost. */
export function gatherCells(fine: Cells, frame: Frame): Cells {
  const cells = emptyCells(frame);
  const by = frame.shift - fine.frame.shift;
  for (let row = 0; row < fine.frame.rows; row++) {
    const down = ((fine.frame.north + row) >> by) - frame.north;
    if (down < 0 || down >= frame.rows) continue;
    for (let col = 0; col < fine.frame.cols; col++) {
      const across = ((fine.frame.west + col) >> by) - frame.west;
      if (across < 0 || across >= frame.cols) continue;
      addCell(fine, row * fine.frame.cols + col, { to: cells, cell: down * frame.cols + across });
    }
  }
  return cells;
}

function addCell(from: Cells, at: number, { to, cell }: { readonly to: Cells; readonly cell: number }): void {
  if (from.count[at] === 0) return;
  to.count[cell] = (to.count[cell] ?? 0) + (from.count[at] ?? 0);
  to.open[cell] = (to.open[cell] ?? 0) + (from.open[at] ?? 0);
  to.unknown[cell] = (to.unknown[cell] ?? 0) + (from.unknown[at] ?? 0);
  to.sumX[cell] = (to.sumX[cell] ?? 0) + (from.sumX[at] ?? 0);
  to.sumY[cell] = (to.sumY[cell] ?? 0) + (from.sumY[at] ?? 0);
  to.rowSum[cell] = (to.rowSum[cell] ?? 0) + (from.rowSum[at] ?? 0);
}

/** Takes one row out again, because it is drawn by itself. */
export function takeOut({ x, y }: Plot, shown: Shown, { cells, row }: { cells: Cells; row: number }): void {
  const look = shown[row] ?? 0;
  const { frame, count, open, unknown, sumX, sumY, rowSum } = cells;
  const across = ((x[row] ?? 0) >> frame.shift) - frame.west;
  const down = ((y[row] ?? 0) >> frame.shift) - frame.north;
  if (look === 0 || across < 0 || down < 0 || across >= frame.cols || down >= frame.rows) return;
  const cell = down * frame.cols + across;
  count[cell] = (count[cell] ?? 0) - 1;
  if (look <= OPEN_UP_TO) open[cell] = (open[cell] ?? 0) - 1;
  else if (look === UNKNOWN_MARK) unknown[cell] = (unknown[cell] ?? 0) - 1;
  sumX[cell] = (sumX[cell] ?? 0) - (x[row] ?? 0);
  sumY[cell] = (sumY[cell] ?? 0) - (y[row] ?? 0);
  rowSum[cell] = (rowSum[cell] ?? 0) - row;
}

/** Where the rows of a plot lie; null when there are none. */
export function extentOf({ boxes }: Plot): WorldBox | null {
  if (boxes.length === 0) return null;
  const box = { west: WORLD, north: WORLD, east: 0, south: 0 };
  for (let at = 0; at < boxes.length; at += 4) {
    box.west = Math.min(box.west, boxes[at] ?? WORLD);
    box.north = Math.min(box.north, boxes[at + 1] ?? WORLD);
    box.east = Math.max(box.east, boxes[at + 2] ?? 0);
    box.south = Math.max(box.south, boxes[at + 3] ?? 0);
  }
  return box;
}
