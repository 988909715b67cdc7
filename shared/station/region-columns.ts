import { gcj02 } from '../geo/point.ts';
import { type Box, isRegionCode, NATION, type Region, type RegionCode, type RegionLevel } from './region.ts';
import { BASE, numberOf, shortNumbers } from './symbols.ts';

/**
 * All regions as a few texts, a sixth of the size of one row each: what a phone keeps of data/regions/regions.json.
 * Numbers are written in symbols (`symbols.ts`); regions stand in ascending order of their codes.
 * - `codes`: for each region the distance from the code before it, the first from 0; short numbers of one symbol.
 * - `odd`: [code, parent] where the parent is not the city of the first four digits, nor else the province.
 * - `readings`: pinyin syllables, each followed by the characters read so; a character read in two ways stands twice.
 * - `names`: the characters of the short name, then the ending that makes it the whole name. The first symbol of each
 *   tells which it is, see `KINDS`; a character is its place among those of `readings`, an ending its place in `endings`.
 * - `whole`: [code, name] where the whole name is not the short one with such an ending; there the first ending stands.
 * - `centres`: longitude and latitude in 1/2000° (at most 40 m off), each less that of the region before, the first from
 *   0; a step up is written as its double, one down as its double less one; short numbers of two symbols.
 * - `sides`: how far west, south, east and north the box reaches from that centre, in 1e-4°, four short numbers of two
 *   symbols; of regions without further ones below. The box of any other just holds those of its children, whose codes
 *   are greater than its own.
 * The level is the depth below the nation.
 */
export type RegionColumns = {
  readonly codes: string;
  readonly odd: readonly Pair[];
  readonly readings: string;
  readonly endings: readonly string[];
  readonly names: string;
  readonly whole: readonly Pair[];
  readonly centres: string;
  readonly sides: string;
};
type Pair = readonly [code: string, value: string];

/**
 * What a first symbol in `names` below each bound is. `often`: one of the characters that come first, alone. `seldom`:
 * any other; with the symbol that follows its place among those. `ending`: alone; from the last bound on a second follows.
 */
export const KINDS = { often: 48, seldom: 66, ending: BASE - 1 } as const;
export const PER_DEGREE = { centre: 2000, side: 10_000 } as const;
const LEVELS: readonly RegionLevel[] = ['nation', 'province', 'city', 'county'];

/** Null when the columns do not hold the same regions. */
export function readRegionColumns(columns: RegionColumns): readonly Region[] | null {
  const codes = readCodes(columns.codes);
  const names = readNames(columns);
  const centres = readCentres(columns.centres);
  if (names.length !== codes.length || centres.length !== codes.length) return null;
  const known = new Set(codes);
  const odd = new Map(columns.odd);
  const whole = new Map(columns.whole);
  const parents = new Map(codes.map((code) => [code, odd.get(code) ?? usualParent(code, known)]));
  const boxes = readBoxes(columns.sides, centres, parents);
  if (boxes === null) return null;
  const regions: Region[] = [];
  for (const [at, code] of codes.entries()) {
    const level = LEVELS[depthOf(code, parents)];
    const parent = parents.get(code) ?? null;
    const name = names[at];
    const box = boxes.get(code);
    const [lng = 0, lat = 0] = centres[at] ?? [];
    if (level === undefined || name === undefined || box === undefined) return null;
    if (!isRegionCode(code) || (parent !== null && !isRegionCode(parent))) return null;
    const { short, pinyin } = name;
    const centre = gcj02(lng / PER_DEGREE.centre, lat / PER_DEGREE.centre);
    regions.push({ code, name: whole.get(code) ?? short + name.ending, short, pinyin, level, parent, centre, box });
  }
  return regions;
}

export function usualParent(code: string, known: ReadonlySet<string>): RegionCode | null {
  if (code === NATION) return null;
  if (code.slice(2) === '0000') return NATION;
  const city = `${code.slice(0, 4)}00`;
  const parent = code !== city && known.has(city) ? city : `${code.slice(0, 2)}0000`;
  return isRegionCode(parent) ? parent : null;
}

/** Four is deeper than any: parents that go round end there. */
function depthOf(code: string, parents: ReadonlyMap<string, string | null>): number {
  let depth = 0;
  for (let up = parents.get(code) ?? null; up !== null && depth < LEVELS.length; depth++) up = parents.get(up) ?? null;
  return depth;
}

function readCodes(text: string): readonly string[] {
  let code = 0;
  return shortNumbers(text, 1).map((step) => {
    code += step;
    return String(code).padStart(6, '0');
  });
}

type Name = { readonly short: string; readonly pinyin: string; readonly ending: string };

function readNames({ readings, names, endings }: RegionColumns): readonly Name[] {
  const characters = [...readings.matchAll(/([a-z]+)([^a-z]+)/g)].flatMap(([, syllable = '', read = '']) =>
    [...read].map((character) => ({ character, syllable })),
  );
  const found: Name[] = [];
  let [short, pinyin] = ['', ''];
  let at = 0;
  while (at < names.length) {
    const first = numberOf(names.charAt(at++));
    const isTwo = first >= KINDS.often && (first < KINDS.seldom || first >= KINDS.ending);
    const second = isTwo ? numberOf(names.charAt(at++)) : 0;
    if (first >= KINDS.seldom) {
      found.push({ short, pinyin, ending: endings[first - KINDS.seldom + second] ?? '' });
      [short, pinyin] = ['', ''];
      continue;
    }
    const one = characters[first < KINDS.often ? first : KINDS.often + (first - KINDS.often) * BASE + second];
    short += one?.character ?? '';
    pinyin += one?.syllable ?? '';
  }
  return found;
}

type Centre = readonly [lng: number, lat: number];

function readCentres(text: string): readonly Centre[] {
  const steps = shortNumbers(text, 2).map((step) => (step % 2 === 0 ? step / 2 : -(step + 1) / 2));
  const centres: Centre[] = [];
  let [lng, lat] = [0, 0];
  for (let at = 0; at + 1 < steps.length; at += 2) {
    lng += steps[at] ?? 0;
    lat += steps[at + 1] ?? 0;
    centres.push([lng, lat]);
  }
  return centres;
}

/** `parents` in the order of `centres`. Null when there are not four sides for each region that has its own. */
function readBoxes(
  text: string,
  centres: readonly Centre[],
  parents: ReadonlyMap<string, string | null>,
): ReadonlyMap<string, Box> | null {
  const sides = shortNumbers(text, 2);
  const above = new Set(parents.values());
  const boxes = new Map<string, Box>();
  let at = 0;
  for (const [row, code] of [...parents.keys()].entries()) {
    if (above.has(code)) continue;
    const [lng, lat] = (centres[row] ?? []).map((ticks) => (ticks * PER_DEGREE.side) / PER_DEGREE.centre);
    const [w = 0, s = 0, e = 0, n = 0] = sides.slice(at, at + 4);
    at += 4;
    if (lng === undefined || lat === undefined) return null;
    boxes.set(code, [lng - w, lat - s, lng + e, lat + n]);
  }
  if (at !== sides.length) return null;
  // Children stand behind their parents.
  for (const [code, parent] of [...parents].reverse()) {
    const box = boxes.get(code);
    if (parent !== null && box !== undefined) boxes.set(parent, hull(boxes.get(parent) ?? box, box));
  }
  const degrees = (ticks: number) => ticks / PER_DEGREE.side;
  return new Map([...boxes].map(([code, [w, s, e, n]]) => [code, [degrees(w), degrees(s), degrees(e), degrees(n)]]));
}

export function hull(a: Box, b: Box): Box {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}
