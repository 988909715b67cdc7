import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { dataRoot } from '../../server/feature/regions/read.ts';
import { toGcj02 } from '../../shared/geo/datum.ts';
import { gcj02 } from '../../shared/geo/point.ts';
import { boxOfRings, isInside, type Ring } from '../../shared/geo/polygon.ts';
import { countyOf, regions } from '../fixtures/world/world.ts';

const folder = process.env.REFERENCE_DATA ?? resolve(dataRoot(), '../../shared/data');
const present = existsSync(join(folder, 'boundaries/cn.topo.json'));
const absent = present ? '' : ' (reference data absent)';

type Topology = {
  readonly transform: { readonly scale: readonly [number, number]; readonly translate: readonly [number, number] };
  readonly arcs: readonly (readonly (readonly [number, number])[])[];
  readonly objects: { readonly counties: { readonly geometries: readonly Geometry[] } };
};
type Geometry = {
  readonly type: string;
  readonly arcs: readonly never[];
  readonly properties: { readonly a: number; readonly n: string };
};

/** Counties of the reference as rings in WGS-84. */
function counties(): readonly { readonly code: string; readonly rings: readonly Ring[] }[] {
  const topology: Topology = JSON.parse(readFileSync(join(folder, 'boundaries/cn.topo.json'), 'utf8'));
  const { scale, translate } = topology.transform;
  const arcs = topology.arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]) => {
      x += dx;
      y += dy;
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]] as const;
    });
  });
  const ringOf = (numbers: readonly number[]): Ring =>
    Float64Array.from(
      numbers.flatMap((n) => (n < 0 ? [...(arcs[~n] ?? [])].reverse() : (arcs[n] ?? [])).slice(1).flat()),
    );
  return topology.objects.counties.geometries.map(({ type, arcs: own, properties }) => {
    const polygons: readonly (readonly (readonly number[])[])[] = type === 'Polygon' ? [own] : own;
    return { code: String(properties.a), rings: polygons.flat().map(ringOf) };
  });
}

/** Up to `wanted` points spread evenly over an area, on a lattice. */
function pointsIn(rings: readonly Ring[], wanted: number): readonly (readonly [number, number])[] {
  const [west, south, east, north] = boxOfRings(rings);
  const found: (readonly [number, number])[] = [];
  const steps = Math.ceil(Math.sqrt(wanted * 2.5));
  for (let i = 0; i < steps * steps; i++) {
    const lng = west + ((east - west) * ((i % steps) + 0.5)) / steps;
    const lat = south + ((north - south) * (Math.floor(i / steps) + 0.5)) / steps;
    if (isInside(rings, lng, lat)) found.push([lng, lat]);
  }
  return found;
}

describe(`against the reference${absent}`, () => {
  it.skipIf(!present)('puts at least 98 % of 7,209 shops into their county', () => {
    const rows: Record<string, string>[] = parse(readFileSync(join(folder, 'poi-stores-cn.csv')), { columns: true });
    const right = rows.filter((row) => {
      const found = countyOf(gcj02(Number(row.lng_gcj02), Number(row.lat_gcj02)));
      return found !== null && found === regions.alias(row.adcode ?? '');
    });
    console.info(
      `shops in the right county: ${right.length} of ${rows.length}, ${((100 * right.length) / rows.length).toFixed(2)} %`,
    );
    expect(rows.length).toBe(7209);
    expect(right.length / rows.length).toBeGreaterThan(0.98);
  });

  it.skipIf(!present)('puts at least 97 % of points spread over all 2,891 counties into theirs', () => {
    let [all, right] = [0, 0];
    for (const { code, rings } of counties()) {
      const today = regions.alias(code);
      for (const [lng, lat] of pointsIn(rings, 12)) {
        all++;
        if (countyOf(toGcj02({ lng, lat }, 'wgs84')) === today) right++;
      }
    }
    console.info(`points in the right county: ${right} of ${all}, ${((100 * right) / all).toFixed(2)} %`);
    expect(all).toBeGreaterThan(25_000);
    expect(right / all).toBeGreaterThan(0.97);
  });

  it.skipIf(!present)('misses at most 43 of its codes, 3 through aliases, and has at most 6 it lacks', () => {
    const codes = counties().map(({ code }) => code);
    const live = new Set<string>(regions.all.map(({ code }) => code));
    const missing = codes.filter((code) => !live.has(code));
    const unled = codes.filter((code) => regions.alias(code) === null);
    const known = new Set(codes);
    const dead = regions.leaves().filter(({ code }) => !known.has(code));
    console.info(
      `codes missing ${missing.length} (${unled.length} through aliases: ${unled}), dead ${dead.length}: ${dead.map(({ code }) => code)}`,
    );
    expect(missing.length).toBeLessThanOrEqual(43);
    expect(unled.length).toBeLessThanOrEqual(3);
    expect(dead.length).toBeLessThanOrEqual(6);
  });
});
