import type { MapRows } from '../../../shared/feed/row.ts';

/** The Mercator world is this wide and high: 0.06 px at the nearest zoom, and cells of a grid are a shift away. */
export const WORLD = 2 ** 30;
const UNITS = 1e5;
/** Rows whose box is looked at before the rows: they stand in the order of a k-d tree, so most boxes are small. */
export const CHUNK = 256;

/**
 * All rows of a table on the Mercator plane of GCJ-02, one after another: row i of block b is `starts[b] + i`.
 * `boxes` holds west, north, east, south of each run of CHUNK rows.
 */
export type Plot = {
  readonly n: number;
  readonly blocks: readonly MapRows[];
  readonly starts: readonly number[];
  readonly x: Int32Array;
  readonly y: Int32Array;
  readonly boxes: Int32Array;
};

/** A pass over the rows; done once for a table. */
export function plotRows(blocks: readonly MapRows[]): Plot {
  const starts: number[] = [];
  let n = 0;
  for (const block of blocks) {
    starts.push(n);
    n += block.n;
  }
  const x = new Int32Array(n);
  const y = new Int32Array(n);
  blocks.forEach((block, at) => {
    placeBlock(block, x.subarray(starts[at]), y.subarray(starts[at]));
  });
  return { n, blocks, starts, x, y, boxes: boxesOf(x, y) };
}

function placeBlock({ n, lng, lat }: MapRows, x: Int32Array, y: Int32Array): void {
  const toY = latitudeScale(lat);
  const perUnit = WORLD / (360 * UNITS);
  for (let row = 0; row < n; row++) {
    x[row] = Math.round(((lng[row] ?? 0) + 180 * UNITS) * perUnit);
    y[row] = toY(lat[row] ?? 0);
  }
}

/** Steps of the table below, in units of 1e-5°: between them a straight line is right to a tenth of a pixel. */
const STEP = 1024;

/** The logarithms of Mercator cost more than all else here, so they come from a table over the rows' latitudes. */
function latitudeScale(lat: Int32Array): (unit: number) => number {
  let south = 0x7fffffff;
  let north = -0x80000000;
  for (const one of lat) {
    if (one < south) south = one;
    if (one > north) north = one;
  }
  const size = Math.max(0, Math.ceil((north - south) / STEP)) + 2;
  const table = new Float64Array(size);
  for (let at = 0; at < size; at++) table[at] = worldY((south + at * STEP) / UNITS);
  return (unit) => {
    const steps = (unit - south) / STEP;
    const at = Math.floor(steps);
    const from = table[at] ?? 0;
    return Math.round(from + (steps - at) * ((table[at + 1] ?? 0) - from));
  };
}

function boxesOf(x: Int32Array, y: Int32Array): Int32Array {
  const n = x.length;
  const boxes = new Int32Array(Math.ceil(n / CHUNK) * 4);
  for (let chunk = 0; chunk * CHUNK < n; chunk++) {
    let west = WORLD;
    let north = WORLD;
    let east = 0;
    let south = 0;
    const to = Math.min(n, (chunk + 1) * CHUNK);
    for (let row = chunk * CHUNK; row < to; row++) {
      const px = x[row] ?? 0;
      const py = y[row] ?? 0;
      if (px < west) west = px;
      if (px > east) east = px;
      if (py < north) north = py;
      if (py > south) south = py;
    }
    boxes.set([west, north, east, south], chunk * 4);
  }
  return boxes;
}

export function worldX(lng: number): number {
  return ((lng + 180) / 360) * WORLD;
}

export function worldY(lat: number): number {
  const sin = Math.sin((lat * Math.PI) / 180);
  return (0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * WORLD;
}

export function lngOf(x: number): number {
  return (x / WORLD) * 360 - 180;
}

export function latOf(y: number): number {
  return (Math.atan(Math.sinh((0.5 - y / WORLD) * 2 * Math.PI)) * 180) / Math.PI;
}

/** World units in one CSS pixel. */
export function unitsPerPixel(zoom: number): number {
  return WORLD / (256 * 2 ** zoom);
}

/** Block and row of a row of the plot. */
export function blockOf({ blocks, starts }: Plot, row: number): { readonly block: MapRows; readonly row: number } {
  let at = starts.length - 1;
  while (at > 0 && (starts[at] ?? 0) > row) at--;
  const block = blocks[at];
  if (block === undefined) throw new Error(`the plot has no row ${row}`);
  return { block, row: row - (starts[at] ?? 0) };
}
