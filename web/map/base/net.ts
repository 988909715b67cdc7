import { BORDER_LEVEL, type Borders } from '../../../shared/geo/borders.ts';

/** Mercator coordinates as parts of the world's side, 0–1 from the north-west corner. GCJ-02. */
export function worldX(lng: number): number {
  return lng / 360 + 0.5;
}

export function worldY(lat: number): number {
  const sin = Math.sin((lat * Math.PI) / 180);
  return 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI);
}

export type PlaceName = {
  readonly text: string;
  readonly level: number;
  readonly code: number;
  readonly x: number;
  readonly y: number;
};

/** One arc as a window on the columns: vertices `from` to `to` (without), and its box on the world. */
export type Line = {
  readonly level: number;
  readonly owners: readonly number[];
  readonly from: number;
  readonly to: number;
  readonly west: number;
  readonly north: number;
  readonly east: number;
  readonly south: number;
};

/** Borders ready to draw: vertices as world coordinates, flat x, y. */
export type Net = {
  readonly points: Float64Array;
  readonly lines: readonly Line[];
  readonly names: readonly PlaceName[];
};

export function netOf({ grid, origin, names, arcs }: Borders): Net {
  const points = new Float64Array(arcs.reduce((sum, { steps }) => sum + steps.length, 0));
  const toX = (x: number): number => worldX((x + origin[0]) / grid);
  const toY = (y: number): number => worldY((y + origin[1]) / grid);
  let at = 0;
  const lines = arcs.map(({ level, owners, steps }): Line => {
    const from = at / 2;
    let [west, north, east, south] = [1, 1, 0, 0];
    for (let i = 0; i + 1 < steps.length; i += 2) {
      const x = toX(steps[i] ?? 0);
      const y = toY(steps[i + 1] ?? 0);
      points[at++] = x;
      points[at++] = y;
      west = Math.min(west, x);
      east = Math.max(east, x);
      north = Math.min(north, y);
      south = Math.max(south, y);
    }
    return { level, owners, from, to: at / 2, west, north, east, south };
  });
  const placed = names.map((name) => ({ ...name, x: toX(name.x), y: toY(name.y) }));
  return { points, lines, names: placed };
}

/** Closed rings of lines that meet end to end, flat x, y; what does not close is left out. */
export function ringsOf(nets: readonly Net[], wanted: (line: Line) => boolean): readonly Float64Array[] {
  const paths = nets.flatMap(({ points, lines }) =>
    lines.filter(wanted).map(({ from, to }) => points.subarray(from * 2, to * 2)),
  );
  const at = new Map<string, Float64Array[]>();
  for (const path of paths) {
    for (const end of [head(path), tail(path)]) {
      const ways = at.get(end);
      if (ways) ways.push(path);
      else at.set(end, [path]);
    }
  }
  const open = new Set(paths);
  return paths.flatMap((first) => (open.delete(first) ? closed(first, open, at) : []));
}

function closed(
  first: Float64Array,
  open: Set<Float64Array>,
  at: ReadonlyMap<string, readonly Float64Array[]>,
): readonly Float64Array[] {
  const ring = [...first];
  const start = head(first);
  let end = tail(first);
  while (end !== start) {
    const here = end;
    const next = (at.get(here) ?? []).find((path) => open.has(path));
    if (!next) return [];
    open.delete(next);
    const isForward = head(next) === here;
    for (let i = 2; i < next.length; i += 2) {
      const from = isForward ? i : next.length - 2 - i;
      ring.push(next[from] ?? 0, next[from + 1] ?? 0);
    }
    end = isForward ? tail(next) : head(next);
  }
  return [Float64Array.from(ring)];
}

function head(path: Float64Array): string {
  return `${path[0]},${path[1]}`;
}

function tail(path: Float64Array): string {
  return `${path[path.length - 2]},${path[path.length - 1]}`;
}

export function isCoast({ level }: Line): boolean {
  return level === BORDER_LEVEL.nation;
}
