import { readOutlines } from '../../../shared/geo/outline.ts';
import { boxOfRings, doubleArea, isInside, type Ring } from '../../../shared/geo/polygon.ts';
import type { Division } from './codes.ts';
import { type Edges, union } from './edges.ts';
import type { Areas } from './features.ts';
import { listText } from './json.ts';
import { pinyinOf, shortName } from './names.ts';
import { coarser, draw, type OutlineFile } from './outlines.ts';
import { citiesText, phoneText } from './phone.ts';

export type Material = {
  readonly today: readonly Division[];
  readonly raw: Areas;
  readonly dashes: readonly (readonly (readonly [number, number])[])[];
  readonly aliases: Readonly<Record<string, string>>;
  readonly provincePieces: Readonly<Record<string, string>>;
};

const NATION = '000000';
/** Seats where the outline source has none: 台北, 香港, 澳门, and the three youngest cities of the 兵团, which have no outline yet. */
const SEATS: Readonly<Record<string, readonly [number, number]>> = {
  '710000': [121.5145, 25.0376],
  '810000': [114.1696, 22.3193],
  '820000': [113.5439, 22.1987],
  '659010': [84.8275, 44.693],
  '659011': [93.7527, 42.7995],
  '659012': [83.9575, 46.215],
};
/** Half a side, in degrees, of the box of a division that has no outline. */
const NO_OUTLINE_BOX = 0.05;

/** Steps a degree of provinces and cities for phones: 400 m. */
const PHONE_GRID = 256;

/** The text of every file below data/, by path. */
export function writeRegions(material: Material): Readonly<Record<string, string>> {
  const parents = new Map(material.today.map((division) => [division.code, division.parent]));
  const leaves = leavesOf(material.today);
  const isPiece = (owner: string) => material.provincePieces[owner] !== undefined;
  const kept = new Map([...material.raw.edges].filter(([code]) => leaves.has(code) || isPiece(code)));
  const { grid, origin } = material.raw;
  const fineness = grid / 1024;
  const raw = { vertices: material.raw.vertices, edges: kept };
  const above = (owner: string): readonly string[] => {
    const parent = material.provincePieces[owner] ?? parents.get(owner) ?? null;
    return parent === null ? [] : [parent, ...above(parent)];
  };
  const fine = draw(
    raw,
    {
      grid,
      origin,
      tolerance: 0.5 * fineness,
      smallest: 6 * fineness * fineness,
      keepWhole: isReef,
      areasOf: (code) => (isPiece(code) ? [] : [code]),
      isSolid: () => false,
    },
    {},
  );
  const cities = byCity(kept, (code) => (leaves.get(code) === 'county' ? parents.get(code) : code));
  const coarse = draw(
    coarser({ vertices: raw.vertices, edges: cities }, grid / PHONE_GRID),
    {
      grid: PHONE_GRID,
      origin: [(origin[0] * PHONE_GRID) / grid, (origin[1] * PHONE_GRID) / grid],
      tolerance: 1.5,
      smallest: 6,
      keepWhole: isReef,
      areasOf: (owner) => (isPiece(owner) ? above(owner) : [owner, ...above(owner)]),
      isSolid: (code) => code === NATION,
    },
    { dash: material.dashes },
  );
  return {
    ...regionFiles(material, ringsOf(fine)),
    'outline/counties.json': outlineText(fine),
    'outline/china.json': outlineText(coarse),
  };
}

function ringsOf(file: OutlineFile): ReadonlyMap<string, readonly Ring[]> {
  const read = readOutlines(file);
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return read.value.areas;
}

/** Borders inside a city are gone before arcs are cut, so that its outline is drawn in long ones. */
function byCity(areas: ReadonlyMap<string, Edges>, cityOf: (code: string) => string | undefined) {
  const cities = new Map<string, Edges[]>();
  for (const [code, edges] of areas) {
    const city = cityOf(code) ?? code;
    cities.set(city, [...(cities.get(city) ?? []), edges]);
  }
  return new Map([...cities].map(([city, parts]) => [city, union(parts)]));
}

/** The islets of the South China Sea stay however small: a map of China shows them. */
function isReef(owner: string): boolean {
  return /^4603|^442100/.test(owner);
}

/** Divisions without children, with their level. */
function leavesOf(today: readonly Division[]): ReadonlyMap<string, Division['level']> {
  const withChildren = new Set(today.map((division) => division.parent));
  return new Map(today.filter(({ code }) => !withChildren.has(code)).map(({ code, level }) => [code, level]));
}

type Box = readonly [west: number, south: number, east: number, north: number];
type Place = { readonly box: Box; readonly seat: readonly [number, number] };

function regionFiles(
  material: Material,
  rings: ReadonlyMap<string, readonly Ring[]>,
): Readonly<Record<string, string>> {
  const { today, aliases } = material;
  const leaves = leavesOf(today);
  const places = placesOf(material, rings, leaves);
  const nation = { code: NATION, name: '中华人民共和国', level: 'nation', parent: null };
  const rows = [nation, ...today].map((d) => {
    const short = d.code === NATION ? '全国' : shortName(d.name);
    const { box, seat } = places.get(d.code) ?? { box: [0, 0, 0, 0], seat: [0, 0] };
    return [d.code, d.name, short, pinyinOf(short), d.level, d.parent, round(seat[0]), round(seat[1]), ...outward(box)];
  });
  const cities = rows.filter((row) => row[4] === 'city' || (row[4] === 'province' && leaves.has(String(row[0]))));
  const live = new Set(today.map(({ code }) => code));
  const former = Object.entries(aliases)
    .filter(([from]) => !live.has(from))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [from, to] of former) if (!live.has(to)) throw new Error(`alias ${from} leads to ${to}, which is gone`);
  return {
    'regions/regions.json': `${listText(rows)}\n`,
    'regions/phone.json': phoneText(rows),
    'regions/cities.json': citiesText(cities),
    'regions/aliases.json': `${listText(former.map(([from, to]) => [from, to, formerName(from, to, material)]))}\n`,
  };
}

/** Seat and box of every region: of leaves from their outlines, of the others from their children. */
function placesOf(
  { today, raw }: Material,
  rings: ReadonlyMap<string, readonly Ring[]>,
  leaves: ReadonlyMap<string, unknown>,
): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const code of leaves.keys()) {
    const own = rings.get(code);
    const given = SEATS[code] ?? raw.seats.get(code);
    const seat = own ? seatInside(own, given) : given;
    if (!seat) throw new Error(`${code} has neither outline nor seat`);
    const half = NO_OUTLINE_BOX;
    places.set(code, {
      seat,
      box: own ? boxOfRings(own) : [seat[0] - half, seat[1] - half, seat[0] + half, seat[1] + half],
    });
  }
  for (const level of ['city', 'province'] as const) {
    for (const { code } of today.filter((d) => d.level === level && !leaves.has(d.code))) {
      const children = today.flatMap((d) => {
        const place = places.get(d.code);
        return d.parent === code && place ? [{ ...d, ...place }] : [];
      });
      places.set(code, { box: hull(children.map(({ box }) => box)), seat: cityCentre(children) });
    }
  }
  const provinces = today.flatMap(({ code, level }) => (level === 'province' ? [places.get(code)] : []));
  return places.set(NATION, { box: hull(provinces.flatMap((p) => (p ? [p.box] : []))), seat: [103.84, 36.06] });
}

/** The old name, unless a county of the same city still bears it. */
function formerName(from: string, to: string, { raw, today }: Material): string | null {
  const name = raw.names.get(from);
  const parent = today.find(({ code }) => code === to)?.parent;
  const inUse = today.some((division) => division.name === name && division.parent === parent);
  return name === undefined || inUse ? null : name;
}

function round(degrees: number): number {
  return Math.round(degrees * 1e4) / 1e4;
}

function outward([w, s, e, n]: Box): readonly number[] {
  return [Math.floor(w * 1e4) / 1e4, Math.floor(s * 1e4) / 1e4, Math.ceil(e * 1e4) / 1e4, Math.ceil(n * 1e4) / 1e4];
}

function hull(boxes: readonly Box[]): Box {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const [w, s, e, n] of boxes) {
    [west, south, east, north] = [Math.min(west, w), Math.min(south, s), Math.max(east, e), Math.max(north, n)];
  }
  return [west, south, east, north];
}

/** The seat the source gives when it lies inside today's outline, otherwise a point well inside the largest ring. */
function seatInside(rings: readonly Ring[], given: readonly [number, number] | undefined): readonly [number, number] {
  if (given && isInside(rings, given[0], given[1])) return given;
  const largest = [...rings].sort((a, b) => Math.abs(doubleArea(b)) - Math.abs(doubleArea(a)))[0];
  if (!largest) throw new Error('an area without rings');
  const [west, south, east, north] = boxOfRings([largest]);
  for (const steps of [2, 4, 8, 16, 32]) {
    for (let i = 1; i < steps; i++) {
      const lat = south + ((north - south) * i) / steps;
      for (let j = 1; j < steps; j++) {
        const lng = west + ((east - west) * j) / steps;
        if (isInside(rings, lng, lat)) return [lng, lat];
      }
    }
  }
  throw new Error('no point found inside an area');
}

/** Mean seat of the urban districts (xx01–xx20), of which the first alone when there are none; a province takes its first city. */
function cityCentre(
  children: readonly { readonly code: string; readonly level: string; readonly seat: readonly [number, number] }[],
) {
  const urban = children.filter(({ code, level }) => level === 'county' && Number(code.slice(4)) <= 20);
  const used = urban.length > 0 ? urban : children.slice(0, 1);
  const mean = (axis: 0 | 1) => used.reduce((sum, { seat }) => sum + seat[axis], 0) / used.length;
  return [mean(0), mean(1)] as const;
}

/** One arc and one area a line. */
function outlineText(file: OutlineFile): string {
  const { arcs, areas, ...rest } = file;
  const lines = Object.entries(areas).map(([code, rings]) => `"${code}":${JSON.stringify(rings)}`);
  const head = JSON.stringify(rest).slice(0, -1);
  return `${head},"arcs":${listText(arcs)},"areas":{\n${lines.join(',\n')}\n}}\n`;
}
