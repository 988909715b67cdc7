import { UNITS_PER_DEGREE } from './distance.ts';
import { sphereMetres } from './geodesic.ts';
import { EVERY_CLASS, type NearQuestion, passesMore, type Search } from './question.ts';
import { leafStart, type NodeMasks, ROW, type Tree } from './tree.ts';

// Overwritten by each walk, never kept past it: a walk does not allocate.
const stackNodes = new Int32Array(64);
const stackX = new Float64Array(64);
const stackY = new Float64Array(64);

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

/** Whether any row of the node can pass: never false for a node that holds one. */
function mayServe(search: Search, masks: NodeMasks, node: number): boolean {
  const lo = masks.lo[node] ?? 0;
  if ((lo & search.needLo) !== search.needLo) return false;
  if (search.classes !== EVERY_CLASS && ((masks.classes[node] ?? 0) & search.classes) === 0) return false;
  if (!search.hasMore) return true;
  const hi = masks.hi[node] ?? 0;
  if ((hi & search.needHi) !== search.needHi) return false;
  return (search.anyLo | search.anyHi) === 0 || ((lo & search.anyLo) | (hi & search.anyHi)) !== 0;
}

/**
 * Depth first, the nearer half first. The other one waits with the squares of its gaps to the asker on either axis,
 * measured with the scale at the asker, and is mostly dropped when its turn comes.
 */
export function walkTree(search: Search, tree: Tree): void {
  const { axis, low, high, masks } = tree;
  const { found, lng, lat, metric } = search;
  const inner = tree.leaves - 1;
  let waiting = 1;
  stackNodes[0] = 0;
  stackX[0] = 0;
  stackY[0] = 0;
  while (waiting > 0) {
    waiting -= 1;
    const gapX = stackX[waiting] ?? 0;
    const gapY = stackY[waiting] ?? 0;
    let node = stackNodes[waiting] ?? 0;
    if (gapX + gapY > found.cut) continue;
    while (node < inner && mayServe(search, masks, node)) {
      const isLat = axis[node] === 1;
      const at = isLat ? lat : lng;
      const past = at - (low[node] ?? 0);
      const ahead = (high[node] ?? 0) - at;
      const isLeftNearer = past < ahead;
      const gap = (isLeftNearer ? ahead : past) * (isLat ? metric.y : metric.x);
      const farX = isLat ? gapX : gap * gap;
      const farY = isLat ? gap * gap : gapY;
      node = 2 * node + (isLeftNearer ? 1 : 2);
      if (farX + farY > found.cut) continue;
      stackNodes[waiting] = isLeftNearer ? node + 1 : node - 1;
      stackX[waiting] = farX;
      stackY[waiting] = farY;
      waiting += 1;
    }
    if (node >= inner && mayServe(search, masks, node)) offerLeaf(search, tree, node - inner);
  }
}

/** The same over the packed rows of one leaf. */
function offerLeaf(search: Search, tree: Tree, leaf: number): void {
  const { rows } = tree;
  const { needLo, metric, found, groups } = search;
  const { x, x1, y, y1 } = metric;
  const atLng = search.lng;
  const atLat = search.lat;
  const to = leafStart(tree.n, tree.leaves, leaf + 1) * ROW.words;
  for (let at = leafStart(tree.n, tree.leaves, leaf) * ROW.words; at < to; at += ROW.words) {
    const dLat = (rows[at + ROW.lat] ?? 0) - atLat;
    const north = dLat * (y + y1 * dLat);
    const east = ((rows[at + ROW.lng] ?? 0) - atLng) * (x + x1 * dLat);
    const square = east * east + north * north;
    if (square > found.limit || ((rows[at + ROW.lo] ?? 0) & needLo) !== needLo) continue;
    if (groups !== null && groups[rows[at + ROW.group] ?? 0] !== 1) continue;
    if (!search.hasMore || passesMore(search, at / ROW.words)) found.offer(at / ROW.words, square);
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
