import { BORDER_LEVEL, type BorderArc, type BorderName, encodeBorders } from '../../../shared/geo/borders.ts';
import { readOutlines } from '../../../shared/geo/outline.ts';
import { boxOfRings, doubleArea, isInside, metresToBorder, type Ring } from '../../../shared/geo/polygon.ts';
import type { Region } from '../../../shared/station/region.ts';
import type { OutlineFile } from '../division/outlines.ts';
import { joinArcs } from './join.ts';
import { type MapMaterial, mapAreas } from './map-areas.ts';
import { netOf } from './net.ts';

/** Steps an arc may leave the joined border by: with the drawing's own step, below 500 m. */
const TOLERANCE = 1.4;
/** Longer county names are written short. Letters. */
const LONG_NAME = 5;

/** The two borders files of the builtin base map, by path below data/. */
export function mapFiles(material: MapMaterial, regions: readonly Region[]): ReadonlyMap<string, Uint8Array> {
  const file = mapAreas(material);
  const parents = new Map(regions.map(({ code, parent }): [string, string | null] => [code, parent]));
  const inner = new Set(parents.values());
  const leaves = regions.filter(({ code }) => !inner.has(code)).sort((a, b) => (a.code < b.code ? -1 : 1));
  const numbers = new Map(leaves.map(({ code }, n): [string, number] => [code, n]));
  const chainOf = (code: string): readonly string[] => {
    const parent = parents.get(code);
    return parent && parents.get(parent) ? [code, ...chainOf(parent)] : [code];
  };
  const drawn = netOf(file, { chainOf, leafNumber: (code) => numbers.get(code) ?? null });
  const arcs = joinArcs(drawn, TOLERANCE);
  const names = namer(file);
  const isCounty = ({ level }: BorderArc): boolean => level === BORDER_LEVEL.county;
  const above = regions.filter(({ level }) => level === 'province' || level === 'city');
  const head = { grid: file.grid, origin: file.origin };
  const whole = { ...head, names: sorted(above.map(names)), arcs: arcs.filter((arc) => !isCounty(arc)) };
  const counties = { ...head, names: leaves.map(names), arcs: arcs.filter(isCounty) };
  return new Map([
    ['outline/outline-china.bin', encodeBorders(whole)],
    ['outline/outline-counties.bin', encodeBorders(counties)],
  ]);
}

function sorted(names: readonly BorderName[]): readonly BorderName[] {
  return [...names].sort((a, b) => a.code - b.code);
}

function namer(file: OutlineFile): (region: Region) => BorderName {
  const read = readOutlines(file);
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  const { areas } = read.value;
  return ({ code, level, name, short, centre }) => {
    const seat = [centre.lng, centre.lat] as const;
    const [lng, lat] = level === 'city' ? seat : middleOf(areas.get(code) ?? [], seat);
    return {
      code: Number(code),
      level: BORDER_LEVEL[level],
      text: level === 'county' && name.length <= LONG_NAME ? name : short,
      x: Math.round(lng * file.grid - file.origin[0]),
      y: Math.round(lat * file.grid - file.origin[1]),
    };
  };
}

/** Parts of the box of the largest ring that are tried on each axis. */
const TRIES = 20;

/** Where an area's name has most room: the point of a lattice farthest from its border; the seat without an outline. */
function middleOf(rings: readonly Ring[], seat: readonly [number, number]): readonly [number, number] {
  const largest = [...rings].sort((a, b) => Math.abs(doubleArea(b)) - Math.abs(doubleArea(a)))[0];
  if (!largest) return seat;
  const [west, south, east, north] = boxOfRings([largest]);
  let best = { room: -1, lng: seat[0], lat: seat[1] };
  for (let i = 1; i < TRIES * TRIES; i++) {
    const lng = west + ((east - west) * (i % TRIES)) / TRIES;
    const lat = south + ((north - south) * Math.floor(i / TRIES)) / TRIES;
    if (!isInside([largest], lng, lat)) continue;
    const room = metresToBorder([largest], lng, lat);
    if (room > best.room) best = { room, lng, lat };
  }
  return [best.lng, best.lat];
}
