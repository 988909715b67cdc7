import gcoord from 'gcoord';
import type { Region } from '../../../shared/station/region.ts';
import type { Division } from './codes.ts';
import { toggle, Vertices } from './edges.ts';
import type { Areas } from './features.ts';
import { isRecord } from './json.ts';

/** A county of an official file: rings in the file's own datum, degrees. */
type County = { readonly code: string; readonly name: string; readonly rings: readonly (readonly Pair[])[] };
type Pair = readonly [number, number];

/** An official survey is finer than the packages: 12 m a step. */
const GRID = 8192;

export type Official = {
  readonly today: readonly Division[];
  readonly raw: Areas;
  readonly leftOut: readonly string[];
};

/**
 * Divisions and areas of an official county map. `file` is parsed GeoJSON or TopoJSON with one feature a county (or city
 * without counties), its code in `adcode`, `code`, `gb`, `pac`, `a` or `id` (156 before it is dropped) and its name in
 * `name` or `n`. Provinces and cities that the file does not name keep their names from `known`.
 */
export function readOfficial(file: unknown, datum: 'wgs84' | 'gcj02', known: readonly Region[]): Official {
  const vertices = new Vertices();
  const edges = new Map<string, Set<number>>();
  const names = new Map<string, string>();
  for (const { code, name, rings } of countiesOf(file)) {
    const own = edges.get(code) ?? new Set<number>();
    for (const ring of rings) addRing(own, datum === 'wgs84' ? ring.map(toGcj02) : ring, vertices);
    edges.set(code, own);
    names.set(code, name);
  }
  const { today, leftOut } = divisionsOf(names, new Map(known.map(({ code, name }) => [code, name])));
  const seats = new Map(known.map(({ code, centre }) => [code as string, [centre.lng, centre.lat] as const]));
  return { today, raw: { grid: GRID, origin: [0, 0], vertices, edges, seats, names }, leftOut };
}

function toGcj02([lng, lat]: Pair): Pair {
  return gcoord.transform([lng, lat], gcoord.WGS84, gcoord.GCJ02);
}

function addRing(edges: Set<number>, ring: readonly Pair[], vertices: Vertices): void {
  const ids = ring.map(([lng, lat]) => vertices.id(Math.round(lng * GRID), Math.round(lat * GRID)));
  for (let i = 0; i < ids.length; i++) toggle(edges, ids[i] ?? 0, ids[(i + 1) % ids.length] ?? 0);
}

/** Counties of the file with the cities and provinces above them; a county whose city nobody names is left out. */
function divisionsOf(names: ReadonlyMap<string, string>, known: ReadonlyMap<string, string>) {
  const today = new Map<string, Division>();
  const leftOut: string[] = [];
  const add = (code: string, level: Division['level'], parent: string): boolean => {
    const name = names.get(code) || known.get(code);
    if (!name) return false;
    today.set(code, { code, name, level, parent });
    return true;
  };
  for (const code of names.keys()) {
    const province = `${code.slice(0, 2)}0000`;
    const city = code.startsWith('5002') ? '500100' : `${code.slice(0, 4)}00`;
    const isAlone = code.endsWith('00') || code.slice(2, 4) === '90';
    const placed =
      add(province, 'province', '000000') &&
      (code === province ||
        (isAlone ? add(code, 'city', province) : add(city, 'city', province) && add(code, 'county', city)));
    if (!placed) leftOut.push(code);
  }
  return { today: [...today.values()].sort((a, b) => (a.code < b.code ? -1 : 1)), leftOut };
}

function countiesOf(file: unknown): readonly County[] {
  if (!isRecord(file)) throw new Error('the file is neither GeoJSON nor TopoJSON');
  if (file.type === 'FeatureCollection' && Array.isArray(file.features)) {
    return file.features.map((feature: unknown) => {
      if (!isRecord(feature) || !isRecord(feature.geometry)) throw new Error('a feature without geometry');
      return countyOf({ ...feature, rings: ringsOf(feature.geometry.type, feature.geometry.coordinates) });
    });
  }
  if (file.type !== 'Topology' || !isRecord(file.objects)) throw new Error('the file is neither GeoJSON nor TopoJSON');
  const arcs = arcsOf(file);
  const layers = Object.entries(file.objects).filter(([, layer]) => isRecord(layer) && Array.isArray(layer.geometries));
  // The layer with most members is the counties': files of cities and provinces beside them are common.
  const sizes = layers.map(([, layer]) => (isRecord(layer) && Array.isArray(layer.geometries) ? layer.geometries : []));
  const counties = sizes.sort((a, b) => b.length - a.length)[0] ?? [];
  return counties.map((geometry: unknown) => {
    if (!isRecord(geometry)) throw new Error('a geometry that is none');
    return countyOf({ ...geometry, rings: ringsOf(geometry.type, geometry.arcs).map((ring) => joined(ring, arcs)) });
  });
}

/** Rings of a polygon or multipolygon; for TopoJSON a "ring" is still a list of arc numbers. */
function ringsOf(type: unknown, nested: unknown): readonly unknown[] {
  if (!Array.isArray(nested) || (type !== 'Polygon' && type !== 'MultiPolygon')) throw new Error(`${type} is no area`);
  return type === 'Polygon' ? nested : nested.flat();
}

function countyOf(feature: Record<string, unknown> & { readonly rings: readonly unknown[] }): County {
  const about = isRecord(feature.properties) ? feature.properties : {};
  const text = String(about.adcode ?? about.code ?? about.gb ?? about.pac ?? about.a ?? feature.id ?? '');
  const code = text.replace(/^156(?=\d{6}$)/, '').replace(/^(71|81|82)\d{4}$/, '$10000');
  if (!/^[1-9]\d{5}$/.test(code)) throw new Error(`a feature without a six-digit code: ${JSON.stringify(about)}`);
  const isSpecial = /^(71|81|82)/.test(code);
  return { code, name: isSpecial ? '' : String(about.name ?? about.n ?? ''), rings: feature.rings.map(pairsOf) };
}

function arcsOf(topology: Record<string, unknown>): readonly (readonly Pair[])[] {
  const { transform, arcs } = topology;
  if (!Array.isArray(arcs)) throw new Error('a TopoJSON without arcs');
  const [sx, sy] = isRecord(transform) ? (pairsOf([transform.scale])[0] ?? [1, 1]) : [1, 1];
  const [tx, ty] = isRecord(transform) ? (pairsOf([transform.translate])[0] ?? [0, 0]) : [0, 0];
  return arcs.map((arc: unknown) => {
    let [x, y] = [0, 0];
    return pairsOf(arc).map(([dx, dy]): Pair => {
      [x, y] = isRecord(transform) ? [x + dx, y + dy] : [dx, dy];
      return [x * sx + tx, y * sy + ty];
    });
  });
}

function joined(ring: unknown, arcs: readonly (readonly Pair[])[]): readonly Pair[] {
  if (!Array.isArray(ring)) throw new Error('a ring that is no list of arcs');
  return ring.flatMap((n: unknown) => {
    const arc = typeof n === 'number' ? arcs[n < 0 ? ~n : n] : undefined;
    if (!arc || typeof n !== 'number') throw new Error(`arc ${n} is not in the file`);
    return n < 0 ? [...arc].reverse() : arc;
  });
}

function pairsOf(ring: unknown): readonly Pair[] {
  if (!Array.isArray(ring)) throw new Error('a ring that is no list');
  return ring.map((point: unknown) => {
    const [x, y]: unknown[] = Array.isArray(point) ? point : [];
    if (typeof x !== 'number' || typeof y !== 'number') throw new Error('a vertex that is no pair of numbers');
    return [x, y];
  });
}
