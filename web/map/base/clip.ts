/** West, north, east, south. */
export type Window = readonly [number, number, number, number];

/**
 * What of a ring lies in the window (Sutherland–Hodgman, one side after the other): enough for filling, where edges that
 * run along the window's side do not show. Flat x, y.
 */
export function clipRing(ring: Float64Array, window: Window): ArrayLike<number> {
  let path: ArrayLike<number> = ring;
  for (const side of [0, 1, 2, 3] as const) {
    path = clipSide(path, side, window[side]);
    if (path.length === 0) break;
  }
  return path;
}

function clipSide(path: ArrayLike<number>, side: 0 | 1 | 2 | 3, limit: number): number[] {
  const axis = side % 2;
  const sign = side < 2 ? 1 : -1;
  const kept: number[] = [];
  const last = path.length - 2;
  let [x0, y0] = [path[last] ?? 0, path[last + 1] ?? 0];
  let room0 = sign * ((axis === 0 ? x0 : y0) - limit);
  for (let i = 0; i + 1 < path.length; i += 2) {
    const x1 = path[i] ?? 0;
    const y1 = path[i + 1] ?? 0;
    const room1 = sign * ((axis === 0 ? x1 : y1) - limit);
    if (room0 >= 0 !== room1 >= 0) {
      const share = room0 / (room0 - room1);
      kept.push(x0 + share * (x1 - x0), y0 + share * (y1 - y0));
    }
    if (room1 >= 0) kept.push(x1, y1);
    [x0, y0, room0] = [x1, y1, room1];
  }
  return kept;
}
