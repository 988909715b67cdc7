import { UNITS_PER_DEGREE } from './distance.ts';
import { sphereMetres } from './geodesic.ts';
import { EVERY_CLASS, type NearQuestion, passesMore, type Search } from './question.ts';
import { LEAF_ROWS, NODE, ROW, type Tree } from './tree.ts';

// Overwritten by each walk, never kept past it: a walk does not allocate.
const stackNodes = new Int32Array(64);
const stackSpans = new Int32Array(64);
const stackLeaves = new Int32Array(64);
const stackX = new Float64Array(64);
const stackY = new Float64Array(64);
const gathered = new Int32Array(LEAF_ROWS);

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
function mayServe(search: Search, tree: Tree, node: number): boolean {
  const { nodes } = tree;
  const lo = nodes[node * NODE.words + NODE.lo] ?? 0;
  if ((~lo & search.needLo) !== 0) return false;
  if (search.classes !== EVERY_CLASS && ((nodes[node * NODE.words + NODE.classes] ?? 0) & search.classes) === 0) {
    return false;
  }
  if (!search.hasMore) return true;
  const hi = tree.hi[node] ?? 0;
  if ((hi & search.needHi) !== search.needHi) return false;
  return (search.anyLo | search.anyHi) === 0 || ((lo & search.anyLo) | (hi & search.anyHi)) !== 0;
}

/**
 * Depth first, the nearer half first. The other one waits with the squares of its gaps to the asker on either axis,
 * measured with the scale at the asker, and is mostly dropped when its turn comes.
 */
export function walkTree(search: Search, tree: Tree): void {
  const { found } = search;
  startWalk(tree);
  let waiting = 1;
  while (waiting > 0) {
    waiting -= 1;
    const gapX = stackX[waiting] ?? 0;
    const gapY = stackY[waiting] ?? 0;
    if (gapX + gapY > found.cut) continue;
    let node = stackNodes[waiting] ?? 0;
    let leaf = stackLeaves[waiting] ?? 0;
    let span = stackSpans[waiting] ?? 0;
    while (span > 1 && mayServe(search, tree, node)) {
      const low = tree.nodes[node * NODE.words + NODE.low] ?? 0;
      const high = tree.nodes[node * NODE.words + NODE.high] ?? 0;
      const half = span >> 1;
      const isLat = (low & 1) === 1;
      const at = isLat ? search.lat : search.lng;
      const past = at - (low >> 1);
      const ahead = high - at;
      const gap = Math.max(past, ahead) * (isLat ? search.metric.y : search.metric.x);
      let far = node + 1;
      let farLeaf = leaf;
      if (past < ahead) {
        far = node + span;
        farLeaf = leaf + half;
        node += 1;
      } else {
        node += span;
        leaf += half;
      }
      span = half;
      if (gap * gap + (isLat ? gapX : gapY) > found.cut) continue;
      stackNodes[waiting] = far;
      stackLeaves[waiting] = farLeaf;
      stackSpans[waiting] = half;
      stackX[waiting] = isLat ? gapX : gap * gap;
      stackY[waiting] = isLat ? gap * gap : gapY;
      waiting += 1;
    }
    if (span === 1 && mayServe(search, tree, node)) offerLeaf(search, tree, leaf);
  }
}

function startWalk(tree: Tree): void {
  stackNodes[0] = 0;
  stackLeaves[0] = 0;
  stackSpans[0] = tree.leaves;
  stackX[0] = 0;
  stackY[0] = 0;
}

/**
 * Gathers the passing rows of a leaf, as places in `tree.rows`. Without a branch a row: whether one passes is a toss
 * that no processor guesses, and each wrong guess costs more than the row.
 */
function gatherLeaf(search: Search, tree: Tree, leaf: number): number {
  const { rows } = tree;
  const { needLo, groups } = search;
  const to = ((leaf + 1) * tree.leafRows) << ROW.shift;
  let count = 0;
  for (let at = (leaf * tree.leafRows) << ROW.shift; at < to; at += ROW.words) {
    gathered[count] = at;
    const missing = ~(rows[at + ROW.lo] ?? 0) & needLo;
    // Of 32 leading zeros, none but 0 has all.
    count += (Math.clz32(missing) >> 5) & (groups[rows[at + ROW.group] ?? 0] ?? 0);
  }
  return count;
}

/** The same over the packed rows of one leaf. */
function offerLeaf(search: Search, tree: Tree, leaf: number): void {
  const count = gatherLeaf(search, tree, leaf);
  const { rows } = tree;
  const { metric, found, lng, lat } = search;
  const { x, x1, y, y1 } = metric;
  for (let i = 0; i < count; i += 1) {
    const at = gathered[i] ?? 0;
    const dLat = (rows[at + ROW.lat] ?? 0) - lat;
    const north = dLat * (y + y1 * dLat);
    const east = ((rows[at + ROW.lng] ?? 0) - lng) * (x + x1 * dLat);
    const square = east * east + north * north;
    if (square > found.limit) continue;
    if (!search.hasMore || passesMore(search, at >> ROW.shift)) found.offer(at >> ROW.shift, square);
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
