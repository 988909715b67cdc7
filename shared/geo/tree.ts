/**
 * The packed k-d tree. It has no pointers: the order of the rows is the tree. With `leaves` = the smallest power of
 * two that leaves at most LEAF_ROWS rows in each, node a of level d holds the rows ⌊n·a/2^d⌋ … ⌊n·(a+1)/2^d⌋ − 1, and
 * every row of its left half lies before every row of its right half along one axis. Nodes are numbered from the
 * root 0, the children of i are 2i + 1 and 2i + 2, so the leaves are leaves − 1 … 2·leaves − 2.
 */
export const LEAF_ROWS = 16;

/** What a tree reads of its rows; row r everywhere is index r. */
export type TreeColumns = {
  readonly n: number;
  readonly lng: Int32Array;
  readonly lat: Int32Array;
  readonly maskLo: Uint32Array;
  readonly maskHi: Uint32Array;
  readonly group: Uint16Array;
  /** Class bits of each group: any assignment is sound, a telling one skips more. */
  readonly groupClasses: Uint32Array;
};

/** Rows `from` … `to` − 1. */
export type Span = { readonly from: number; readonly to: number };

/** Per node, the OR over its rows. Length `nodeCount(n)` each. */
export type NodeMasks = { readonly lo: Uint32Array; readonly hi: Uint32Array; readonly classes: Uint32Array };

/** Words of one row in `Tree.rows`: what nearly every test of a row reads lies side by side. */
export const ROW = { words: 4, shift: 2, lng: 0, lat: 1, lo: 2, group: 3 } as const;
/** Words of one node in `Tree.nodes`. Leaves have no `low` and `high`. */
export const NODE = { words: 4, low: 0, high: 1, lo: 2, classes: 3 } as const;

/**
 * What a walk needs: the rows packed by ROW and the nodes packed by NODE, so that each costs one look into memory.
 * Here each node is followed by its left half and that by its right half: what a walk visits around one place lies
 * together. The left half of node i is i + 1, the right half of one with s leaves is i + s.
 * `low` is 2 × the last coordinate of the left half + the axis the halves lie apart on (0 longitude, 1 latitude),
 * `high` the first coordinate of the right half there: coordinates are below 2^30.
 */
export type Tree = {
  readonly leaves: number;
  /** n / leaves, which is exact: leaf l starts at row ⌊l × this⌋. */
  readonly leafRows: number;
  readonly nodes: Int32Array;
  readonly rows: Int32Array;
  /** `NodeMasks.hi` in the order of `nodes`: few questions ask for them. */
  readonly hi: Int32Array;
};

export function leafCount(n: number): number {
  let leaves = 1;
  while (leaves * LEAF_ROWS < n) leaves *= 2;
  return leaves;
}

export function nodeCount(n: number): number {
  return 2 * leafCount(n) - 1;
}

/** First row of a leaf, counted from 0; leaf `leaves` gives n. Exact: the product stays far below 2^53. */
export function leafStart(n: number, leaves: number, leaf: number): number {
  return Math.floor((n * leaf) / leaves);
}

/** The OR of each node's rows, for a pack that wants to ship them. Rows hidden later only make them supersets. */
export function nodeMasks(columns: TreeColumns): NodeMasks {
  const { n } = columns;
  const leaves = leafCount(n);
  const lo = new Uint32Array(2 * leaves - 1);
  const hi = new Uint32Array(2 * leaves - 1);
  const classes = new Uint32Array(2 * leaves - 1);
  for (let node = 2 * leaves - 2; node >= 0; node -= 1) {
    const leaf = node - leaves + 1;
    if (leaf < 0) {
      const left = 2 * node + 1;
      lo[node] = (lo[left] ?? 0) | (lo[left + 1] ?? 0);
      hi[node] = (hi[left] ?? 0) | (hi[left + 1] ?? 0);
      classes[node] = (classes[left] ?? 0) | (classes[left + 1] ?? 0);
      continue;
    }
    let rowsLo = 0;
    let rowsHi = 0;
    let rowsClasses = 0;
    const to = leafStart(n, leaves, leaf + 1);
    for (let row = leafStart(n, leaves, leaf); row < to; row += 1) {
      rowsLo |= columns.maskLo[row] ?? 0;
      rowsHi |= columns.maskHi[row] ?? 0;
      rowsClasses |= columns.groupClasses[columns.group[row] ?? 0] ?? 0;
    }
    lo[node] = rowsLo;
    hi[node] = rowsHi;
    classes[node] = rowsClasses;
  }
  return { lo, hi, classes };
}

/** Box of each node in column units: west, south, east, north. */
type Boxes = readonly [Int32Array, Int32Array, Int32Array, Int32Array];

function boxLeaf(columns: TreeColumns, boxes: Boxes, leaf: Span & { readonly node: number }): void {
  let west = 0x7fffffff;
  let south = 0x7fffffff;
  let east = -0x80000000;
  let north = -0x80000000;
  for (let row = leaf.from; row < leaf.to; row += 1) {
    const x = columns.lng[row] ?? 0;
    const y = columns.lat[row] ?? 0;
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < south) south = y;
    if (y > north) north = y;
  }
  boxes[0][leaf.node] = west;
  boxes[1][leaf.node] = south;
  boxes[2][leaf.node] = east;
  boxes[3][leaf.node] = north;
}

function boxInner(boxes: Boxes, node: number, left: number): void {
  const right = left + 1;
  boxes[0][node] = Math.min(boxes[0][left] ?? 0, boxes[0][right] ?? 0);
  boxes[1][node] = Math.min(boxes[1][left] ?? 0, boxes[1][right] ?? 0);
  boxes[2][node] = Math.max(boxes[2][left] ?? 0, boxes[2][right] ?? 0);
  boxes[3][node] = Math.max(boxes[3][left] ?? 0, boxes[3][right] ?? 0);
}

function packRows(columns: TreeColumns): Int32Array {
  const rows = new Int32Array(columns.n * ROW.words);
  for (let row = 0; row < columns.n; row += 1) {
    const at = row * ROW.words;
    rows[at + ROW.lng] = columns.lng[row] ?? 0;
    rows[at + ROW.lat] = columns.lat[row] ?? 0;
    rows[at + ROW.lo] = columns.maskLo[row] ?? 0;
    rows[at + ROW.group] = columns.group[row] ?? 0;
  }
  return rows;
}

/** Writes the split of an inner node: on one axis at least the halves do not overlap; the wider gap says more. */
function packSplit(boxes: Boxes, nodes: Int32Array, split: { readonly left: number; readonly at: number }): void {
  const { left, at } = split;
  const [west, south, east, north] = boxes;
  const isWide = (west[left + 1] ?? 0) - (east[left] ?? 0) >= (south[left + 1] ?? 0) - (north[left] ?? 0);
  nodes[at + NODE.low] = isWide ? 2 * (east[left] ?? 0) : 2 * (north[left] ?? 0) + 1;
  nodes[at + NODE.high] = (isWide ? west[left + 1] : south[left + 1]) ?? 0;
}

/** Where each node goes in `Tree.nodes`. */
function placeNodes(leaves: number): Int32Array {
  const places = new Int32Array(2 * leaves - 1);
  let span = leaves;
  for (let node = 0; node < leaves - 1; node += 1) {
    // The first node of the next level is one less than a power of two.
    if (node + 1 >= (2 * leaves) / span) span /= 2;
    const place = places[node] ?? 0;
    places[2 * node + 1] = place + 1;
    places[2 * node + 2] = place + span;
  }
  return places;
}

/** Opens a tree over rows in `orderRows` order with masks that came with them: only the splits are gathered. */
export function openTree(columns: TreeColumns, masks: NodeMasks): Tree {
  const { n } = columns;
  const leaves = leafCount(n);
  const count = 2 * leaves - 1;
  const boxes: Boxes = [new Int32Array(count), new Int32Array(count), new Int32Array(count), new Int32Array(count)];
  const places = placeNodes(leaves);
  const nodes = new Int32Array(count * NODE.words);
  const hi = new Int32Array(count);
  for (let node = count - 1; node >= 0; node -= 1) {
    const leaf = node - leaves + 1;
    const place = places[node] ?? 0;
    const at = place * NODE.words;
    if (leaf >= 0) {
      boxLeaf(columns, boxes, { node, from: leafStart(n, leaves, leaf), to: leafStart(n, leaves, leaf + 1) });
    } else {
      boxInner(boxes, node, 2 * node + 1);
      packSplit(boxes, nodes, { left: 2 * node + 1, at });
    }
    nodes[at + NODE.lo] = masks.lo[node] ?? 0;
    nodes[at + NODE.classes] = masks.classes[node] ?? 0;
    hi[place] = masks.hi[node] ?? 0;
  }
  return { leaves, leafRows: n / leaves, nodes, rows: packRows(columns), hi };
}

/** A few passes over the rows, some scans' worth of time: done when the second nearest question comes. */
export function buildTree(columns: TreeColumns): Tree {
  return openTree(columns, nodeMasks(columns));
}
