import { leafCount, leafStart, type Span } from './tree.ts';

/** Keys are (coordinate, row): no two are equal, so stacked points cannot make the order depend on the way there. */
function isBefore(axis: Int32Array, a: number, b: number): boolean {
  const x = axis[a] ?? 0;
  const y = axis[b] ?? 0;
  return x < y || (x === y && a < b);
}

function middleOf(axis: Int32Array, ids: Uint32Array, span: Span): number {
  const a = ids[span.from] ?? 0;
  const b = ids[(span.from + span.to) >> 1] ?? 0;
  const c = ids[span.to - 1] ?? 0;
  if (isBefore(axis, a, b)) return isBefore(axis, b, c) ? b : isBefore(axis, a, c) ? c : a;
  return isBefore(axis, a, c) ? a : isBefore(axis, b, c) ? c : b;
}

/** Puts the `at` smallest ids of the span in front (Hoare's selection). */
function select(axis: Int32Array, ids: Uint32Array, cut: Span & { readonly at: number }): void {
  let from = cut.from;
  let to = cut.to;
  while (to - from > 1) {
    const pivot = middleOf(axis, ids, { from, to });
    let i = from;
    let j = to - 1;
    while (i <= j) {
      while (isBefore(axis, ids[i] ?? 0, pivot)) i += 1;
      while (isBefore(axis, pivot, ids[j] ?? 0)) j -= 1;
      if (i > j) break;
      const held = ids[i] ?? 0;
      ids[i] = ids[j] ?? 0;
      ids[j] = held;
      i += 1;
      j -= 1;
    }
    if (cut.at <= j) to = j + 1;
    else if (cut.at >= i) from = i;
    else return;
  }
}

/** A degree of longitude is about four fifths of one of latitude over China: integers, so every engine cuts alike. */
function isWide(lng: Int32Array, lat: Int32Array, ids: Uint32Array): boolean {
  let west = Infinity;
  let east = -Infinity;
  let south = Infinity;
  let north = -Infinity;
  for (const id of ids) {
    const x = lng[id] ?? 0;
    const y = lat[id] ?? 0;
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < south) south = y;
    if (y > north) north = y;
  }
  return (east - west) * 4 >= (north - south) * 5;
}

/**
 * The permutation that makes rows a tree: new row p is old row `result[p]`. Coordinates in column units. The same
 * points give the same permutation everywhere; rows of one leaf keep their old order.
 */
export function orderRows(lng: Int32Array, lat: Int32Array): Uint32Array {
  const n = lng.length;
  const leaves = leafCount(n);
  const ids = Uint32Array.from({ length: n }, (_, row) => row);
  for (let parts = 1; parts < leaves; parts *= 2) {
    for (let part = 0; part < parts; part += 1) {
      const from = leafStart(n, parts, part);
      const to = leafStart(n, parts, part + 1);
      const axis = isWide(lng, lat, ids.subarray(from, to)) ? lng : lat;
      select(axis, ids, { from, to, at: leafStart(n, 2 * parts, 2 * part + 1) });
    }
  }
  for (let leaf = 0; leaf < leaves; leaf += 1) {
    ids.subarray(leafStart(n, leaves, leaf), leafStart(n, leaves, leaf + 1)).sort();
  }
  return ids;
}
