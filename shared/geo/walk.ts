import { UNITS_PER_DEGREE } from './distance.ts';
import { sphereMetres } from './geodesic.ts';
import { type NearQuestion, passesMore, type Search } from './question.ts';
import { leafStart, NODE, type Tree } from './tree.ts';

// Overwritten by each walk, never kept past it: a walk does not allocate.
const stackNodes = new Int32Array(64);
const stackGaps = new Float64Array(64);
/** Beyond every finite limit. */
const NOWHERE = Infinity;

/** The inner loop of scan and tree: rows `from` … `to` − 1 become candidates when they pass and are near enough. */
export function offerRows(search: Search, from: number, to: number): void {
  const { lng, lat, maskLo } = search.columns;
  const { needLo, metric, found } = search;
  const { x, x1, y, y1 } = metric;
  const atLng = search.lng;
  const atLat = search.lat;
  for (let row = from; row < to; row += 1) {
    const dLat = (lat[row] ?? 0) - atLat;
    const north = dLat * (y + y1 * dLat);
    const east = ((lng[row] ?? 0) - atLng) * (x + x1 * dLat);
    const square = east * east + north * north;
    if (square > found.limit || ((maskLo[row] ?? 0) & needLo) !== needLo) continue;
    if (passesMore(search, row)) found.offer(row, square);
  }
}

/** Square of the gap to a node's box with the asker's scale, or NOWHERE when no row in it can pass. */
function gapTo(search: Search, nodes: Int32Array, at: number): number {
  const lo = nodes[at + NODE.lo] ?? 0;
  if ((lo & search.needLo) !== search.needLo) return NOWHERE;
  const hi = nodes[at + NODE.hi] ?? 0;
  if ((hi & search.needHi) !== search.needHi) return NOWHERE;
  if ((search.anyLo | search.anyHi) !== 0 && ((lo & search.anyLo) | (hi & search.anyHi)) === 0) return NOWHERE;
  if (search.groups !== null && ((nodes[at + NODE.classes] ?? 0) & search.classes) === 0) return NOWHERE;
  const west = (nodes[at + NODE.west] ?? 0) - search.lng;
  const east = search.lng - (nodes[at + NODE.east] ?? 0);
  const south = (nodes[at + NODE.south] ?? 0) - search.lat;
  const north = search.lat - (nodes[at + NODE.north] ?? 0);
  const dx = (west > 0 ? west : east > 0 ? east : 0) * search.metric.x;
  const dy = (south > 0 ? south : north > 0 ? north : 0) * search.metric.y;
  return dx * dx + dy * dy;
}

/** Depth first, the nearer child first; the other one waits with its gap and is mostly dropped when its turn comes. */
export function walkTree(search: Search, tree: Tree): void {
  const { n, leaves, nodes } = tree;
  const { found } = search;
  const inner = leaves - 1;
  let waiting = 1;
  stackNodes[0] = 0;
  stackGaps[0] = gapTo(search, nodes, 0);
  while (waiting > 0) {
    waiting -= 1;
    let gap = stackGaps[waiting] ?? NOWHERE;
    let node = stackNodes[waiting] ?? 0;
    while (gap <= found.cut && node < inner) {
      const left = 2 * node + 1;
      const leftGap = gapTo(search, nodes, left * NODE.words);
      const rightGap = gapTo(search, nodes, (left + 1) * NODE.words);
      const isLeftNearer = leftGap <= rightGap;
      const farGap = isLeftNearer ? rightGap : leftGap;
      if (farGap <= found.cut) {
        stackNodes[waiting] = isLeftNearer ? left + 1 : left;
        stackGaps[waiting] = farGap;
        waiting += 1;
      }
      node = isLeftNearer ? left : left + 1;
      gap = isLeftNearer ? leftGap : rightGap;
    }
    if (gap <= found.cut) offerRows(search, leafStart(n, leaves, node - inner), leafStart(n, leaves, node - inner + 1));
  }
}

/** For askers abroad and for wants so rare that the k-th is far off: every passing row, measured on the sphere. */
export function scanFar(search: Search, question: NearQuestion): void {
  const { n, lng, lat, maskLo } = search.columns;
  const { found } = search;
  for (let row = 0; row < n; row += 1) {
    if (((maskLo[row] ?? 0) & search.needLo) !== search.needLo || !passesMore(search, row)) continue;
    const to = { lng: (lng[row] ?? 0) / UNITS_PER_DEGREE, lat: (lat[row] ?? 0) / UNITS_PER_DEGREE };
    const metres = sphereMetres(question.from, to);
    if (metres * metres <= found.limit) found.offer(row, metres * metres);
  }
}
