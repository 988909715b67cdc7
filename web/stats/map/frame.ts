import { BORDER_LEVEL } from '../../../shared/geo/borders.ts';
import type { Line, Net } from '../../map/base/net.ts';

/** West, north, east, south, as parts of the world's side (GCJ-02 Mercator). */
export type WorldBox = readonly [number, number, number, number];

/** Where a drawing lies: CSS pixels from world coordinates. */
export type Frame = {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly west: number;
  readonly north: number;
};

const RIM = 14;

/** As large as fits, not distorted, in the middle. */
export function frameOf([west, north, east, south]: WorldBox, width: number, highest: number): Frame {
  const [wide, high] = [Math.max(east - west, 1e-7), Math.max(south - north, 1e-7)];
  const scale = Math.min((width - 2 * RIM) / wide, (highest - 2 * RIM) / high);
  const height = Math.ceil(high * scale + 2 * RIM);
  return { width, height, scale, west: west - (width / scale - wide) / 2, north: north - RIM / scale };
}

export function pixelIn({ scale, west, north }: Frame, x: number, y: number): readonly [number, number] {
  return [(x - west) * scale, (y - north) * scale];
}

export function boxOf(lines: readonly Pick<Line, 'west' | 'north' | 'east' | 'south'>[]): WorldBox {
  let [west, north, east, south] = [1, 1, 0, 0];
  for (const line of lines) {
    west = Math.min(west, line.west);
    north = Math.min(north, line.north);
    east = Math.max(east, line.east);
    south = Math.max(south, line.south);
  }
  return [west, north, east, south];
}

export function isSeen(line: Line, { width, height, scale, west, north }: Frame): boolean {
  return (
    line.east > west && line.west < west + width / scale && line.south > north && line.north < north + height / scale
  );
}

/** Vertices nearer to the one before than this many pixels are left out: nobody sees them. */
const NEAREST = 0.8;

/**
 * Lines on the frame's pixels, with no more vertices than are seen. Each keeps its ends, so that they go on meeting, and is
 * thinned by itself, so that neighbours keep one border between them.
 */
export function thinned(nets: readonly Net[], wanted: (line: Line) => boolean, frame: Frame): Net {
  const points: number[] = [];
  const lines: Line[] = [];
  for (const { points: all, lines: own } of nets) {
    for (const line of own) {
      if (!wanted(line)) continue;
      const from = points.length / 2;
      thinInto(points, { all, line, frame });
      lines.push({ ...line, from, to: points.length / 2 });
    }
  }
  return { points: Float64Array.from(points), lines, names: [] };
}

type Thinning = { readonly all: Float64Array; readonly line: Line; readonly frame: Frame };

function thinInto(points: number[], { all, line: { from, to }, frame }: Thinning): void {
  let last: readonly [number, number] | null = null;
  for (let i = from; i < to; i++) {
    const at = pixelIn(frame, all[2 * i] ?? 0, all[2 * i + 1] ?? 0);
    const isEnd = i === from || i === to - 1;
    if (!isEnd && last !== null && Math.hypot(at[0] - last[0], at[1] - last[1]) < NEAREST) continue;
    points.push(at[0], at[1]);
    last = at;
  }
}

/** As an SVG path. A ring that came down to a point is still a dot under a stroke with round ends. */
export function ringPath(rings: readonly Float64Array[]): string {
  return rings.map((ring) => `M${pairs(ring)}Z`).join('');
}

export function linePath({ points, lines }: Net): string {
  return lines.map(({ from, to }) => `M${pairs(points.subarray(from * 2, to * 2))}`).join('');
}

function pairs(path: Float64Array): string {
  const said: string[] = [];
  for (let i = 0; i + 1 < path.length; i += 2)
    said.push(`${(path[i] ?? 0).toFixed(1)} ${(path[i + 1] ?? 0).toFixed(1)}`);
  return said.join('L');
}

export function isDash({ level }: Line): boolean {
  return level === BORDER_LEVEL.dash;
}
