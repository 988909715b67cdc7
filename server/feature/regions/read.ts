import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Outlines, readOutlines } from '../../../shared/geo/outline.ts';
import { gcj02 } from '../../../shared/geo/point.ts';
import { isRegionCode, type Region, type RegionCode, type RegionLevel } from '../../../shared/station/region.ts';
import { type CountyLocator, countyLocator } from './county.ts';
import type { FormerCode } from './former.ts';
import { type RegionTable, regionTable } from './table.ts';

let root: string | null = null;

/** The folder that holds `data/`: the nearest above this file, from the source tree and from `dist` alike; looked for once. */
export function dataRoot(): string {
  root ??= findRoot();
  return root;
}

function findRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'data/regions/regions.json'))) {
    const above = dirname(folder);
    if (above === folder) throw new Error('data/regions/regions.json is nowhere above the program');
    folder = above;
  }
  return join(folder, 'data');
}

/** Reads `regions/regions.json` and `regions/aliases.json`. The files are ours: a fault in them is a bug and throws. */
export function loadRegions(data: string = dataRoot()): RegionTable {
  const rows = readRows(join(data, 'regions/regions.json')).map(readRegion);
  const former = readRows(join(data, 'regions/aliases.json')).map(readFormer);
  return regionTable(rows, former);
}

export function loadOutlines(data: string = dataRoot()): Outlines {
  const read = readOutlines(JSON.parse(readFileSync(join(data, 'outline/counties.json'), 'utf8')));
  if (!read.ok) throw new Error(`outline/counties.json: ${JSON.stringify(read.refusal)}`);
  return read.value;
}

const located = new Map<string, CountyLocator>();

/** Reads the county outlines (about 0.3 s, 60 MB): once a process, whoever asks. */
export function loadCountyOf(data: string = dataRoot()): CountyLocator {
  const known = located.get(data) ?? countyLocator(loadOutlines(data));
  located.set(data, known);
  return known;
}

function readRows(path: string): readonly (readonly unknown[])[] {
  const rows: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!Array.isArray(rows) || !rows.every(Array.isArray)) throw new Error(`${path}: not a list of rows`);
  return rows;
}

/** One row of `regions/regions.json`; throws where it holds no region. */
export function readRegion(row: readonly unknown[]): Region {
  const [code, name, short, pinyin, level, parent, lng, lat, west, south, east, north] = row;
  return {
    code: codeOf(code),
    name: String(name),
    short: String(short),
    pinyin: String(pinyin),
    level: levelOf(level),
    parent: parent === null ? null : codeOf(parent),
    centre: gcj02(Number(lng), Number(lat)),
    box: [Number(west), Number(south), Number(east), Number(north)],
  };
}

function readFormer([code, today, name]: readonly unknown[]): FormerCode {
  return { code: codeOf(code), today: codeOf(today), name: typeof name === 'string' ? name : null };
}

function codeOf(value: unknown): RegionCode {
  if (typeof value !== 'string' || !isRegionCode(value)) throw new Error(`${String(value)} is no region code`);
  return value;
}

function levelOf(value: unknown): RegionLevel {
  if (value === 'nation' || value === 'province' || value === 'city' || value === 'county') return value;
  throw new Error(`${String(value)} is no level`);
}
