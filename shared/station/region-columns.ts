import { gcj02 } from '../geo/point.ts';
import { isRegionCode, NATION, type Region, type RegionCode, type RegionLevel } from './region.ts';

/**
 * All regions as a few texts, a quarter of the size of one row each: what a phone keeps of data/regions/regions.json.
 * A number is written in symbols: the 91 printable ASCII characters from `#` to `~` but for the backslash, the highest
 * place first. A *short* number is one symbol (codes) or two (sides); the last symbol alone says that three follow.
 * - `codes`: for each region, in ascending order, the short distance from the code before it; the first from 0.
 * - `odd`: [code, parent] where the parent is not the city of the first four digits, nor else the province.
 * - `names`: the short name, then either one symbol naming an ending of `endings`, or the whole name between blanks.
 * - `pinyin`: each with its first letter capital, and nothing between them.
 * - `centres`: longitude and latitude less 73° and 3°, in 1e-4°, three symbols each.
 * - `sides`: how far west, south, east and north the box reaches from the centre, in 1e-4°, four short numbers.
 * The level is the depth below the nation.
 */
export type RegionColumns = {
  readonly codes: string;
  readonly odd: readonly (readonly [code: string, parent: string])[];
  readonly endings: readonly string[];
  readonly names: string;
  readonly pinyin: string;
  readonly centres: string;
  readonly sides: string;
};

const SYMBOLS = Array.from({ length: 92 }, (_, at) => String.fromCharCode(35 + at))
  .filter((symbol) => symbol !== '\\')
  .join('');
const BASE = SYMBOLS.length;
/** The last symbol: a number too large for its usual width follows in `WIDE` symbols. */
const LARGE = BASE - 1;
const WIDE = 3;
const DEGREE = 1e4;
const WEST = 73 * DEGREE;
const SOUTH = 3 * DEGREE;
const LEVELS: readonly RegionLevel[] = ['nation', 'province', 'city', 'county'];

/** Throws when the regions are out of order or reach beyond what the format can say: that is a fault of the data. */
export function writeRegionColumns(regions: readonly Region[]): RegionColumns {
  const known = new Set<string>(regions.map(({ code }) => code));
  const odd = regions.filter(({ code, parent }) => parent !== usualParent(code, known));
  const endings = commonEndings(regions);
  let before = 0;
  const codes = regions.map(({ code }) => {
    const step = Number(code) - before;
    before = Number(code);
    return short(step, 1);
  });
  return {
    codes: codes.join(''),
    odd: odd.map(({ code, parent }) => [code, parent ?? '']),
    endings,
    names: regions.map((region) => nameText(region, endings)).join(''),
    pinyin: regions.map(({ pinyin }) => pinyin.charAt(0).toUpperCase() + pinyin.slice(1)).join(''),
    centres: regions.map(({ centre }) => wide(ticks(centre.lng) - WEST) + wide(ticks(centre.lat) - SOUTH)).join(''),
    sides: regions
      .map((region) =>
        sidesOf(region)
          .map((side) => short(side, 2))
          .join(''),
      )
      .join(''),
  };
}

/** Null when the columns do not hold the same regions. */
export function readRegionColumns(columns: RegionColumns): readonly Region[] | null {
  const codes = readCodes(columns.codes);
  const names = readNames(columns);
  const pinyin = columns.pinyin.match(/[A-Z][a-z]*/g) ?? [];
  const centres = numbersOf(columns.centres, WIDE);
  const sides = numbersOf(columns.sides, 2);
  const count = codes.length;
  if (names.length !== count || pinyin.length !== count) return null;
  if (centres.length !== 2 * count || sides.length !== 4 * count) return null;
  const known = new Set(codes);
  const odd = new Map(columns.odd);
  const parents = new Map(codes.map((code) => [code, odd.get(code) ?? usualParent(code, known)]));
  const regions: Region[] = [];
  for (const [at, code] of codes.entries()) {
    const level = LEVELS[depthOf(code, parents)];
    const parent = parents.get(code) ?? null;
    const [short = '', name = ''] = names[at] ?? [];
    if (level === undefined || !isRegionCode(code) || (parent !== null && !isRegionCode(parent))) return null;
    const places = placesOf(centres.slice(2 * at, 2 * at + 2), sides.slice(4 * at, 4 * at + 4));
    regions.push({ code, name, short, pinyin: (pinyin[at] ?? '').toLowerCase(), level, parent, ...places });
  }
  return regions;
}

function usualParent(code: string, known: ReadonlySet<string>): RegionCode | null {
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
  return numbersOf(text, 1).map((step) => {
    code += step;
    return String(code).padStart(6, '0');
  });
}

/** Endings that more than one name has. */
function commonEndings(regions: readonly Region[]): readonly string[] {
  const use = new Map<string, number>();
  for (const { name, short: bare } of regions) {
    if (!name.startsWith(bare)) continue;
    use.set(name.slice(bare.length), (use.get(name.slice(bare.length)) ?? 0) + 1);
  }
  const common = [...use].filter(([, count]) => count > 1).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return common.slice(0, BASE).map(([ending]) => ending);
}

function nameText({ name, short: bare }: Region, endings: readonly string[]): string {
  const at = name.startsWith(bare) ? endings.indexOf(name.slice(bare.length)) : -1;
  return at >= 0 ? bare + SYMBOLS.charAt(at) : `${bare} ${name} `;
}

function readNames({ names, endings }: RegionColumns): readonly (readonly [short: string, name: string])[] {
  const read: (readonly [string, string])[] = [];
  for (const [, bare = '', symbol, whole] of names.matchAll(/([^ -~]+)(?:([!-~])| ([^ ]+) )/g)) {
    read.push([bare, whole ?? bare + (endings[SYMBOLS.indexOf(symbol ?? '')] ?? '')]);
  }
  return read;
}

function sidesOf({ centre, box: [west, south, east, north] }: Region): readonly number[] {
  const [lng, lat] = [ticks(centre.lng), ticks(centre.lat)];
  return [lng - ticks(west), lat - ticks(south), ticks(east) - lng, ticks(north) - lat];
}

function placesOf(
  [x = 0, y = 0]: readonly number[],
  [w = 0, s = 0, e = 0, n = 0]: readonly number[],
): Pick<Region, 'centre' | 'box'> {
  const [lng, lat] = [x + WEST, y + SOUTH];
  return {
    centre: gcj02(lng / DEGREE, lat / DEGREE),
    box: [(lng - w) / DEGREE, (lat - s) / DEGREE, (lng + e) / DEGREE, (lat + n) / DEGREE],
  };
}

function ticks(degrees: number): number {
  return Math.round(degrees * DEGREE);
}

function short(value: number, width: 1 | 2): string {
  return value < LARGE * BASE ** (width - 1) ? digits(value, width) : SYMBOLS.charAt(LARGE) + wide(value);
}

function wide(value: number): string {
  return digits(value, WIDE);
}

function digits(value: number, width: number): string {
  if (!Number.isInteger(value) || value < 0 || value >= BASE ** width) throw new RangeError(`${value} in ${width}`);
  let text = '';
  for (let rest = value; text.length < width; rest = Math.floor(rest / BASE)) text = SYMBOLS.charAt(rest % BASE) + text;
  return text;
}

/** Numbers of `width` symbols each; of those narrower than `WIDE`, ones that say that they are large. */
function numbersOf(text: string, width: number): readonly number[] {
  const numbers: number[] = [];
  let at = 0;
  while (at < text.length) {
    const isLarge = width < WIDE && SYMBOLS.indexOf(text.charAt(at)) === LARGE;
    const from = isLarge ? at + 1 : at;
    at = from + (isLarge ? WIDE : width);
    let value = 0;
    for (const symbol of text.slice(from, at)) value = value * BASE + SYMBOLS.indexOf(symbol);
    numbers.push(value);
  }
  return numbers;
}
