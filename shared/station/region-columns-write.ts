import type { Region } from './region.ts';
import { KINDS, PER_DEGREE, type RegionColumns, usualParent } from './region-columns.ts';
import { BASE, shortSymbols, symbolsOf } from './symbols.ts';

/** A region with the pinyin of each character of its short name. */
export type ReadRegion = Region & { readonly syllables: readonly string[] };

/** The other way of `readRegionColumns`. Throws when the regions reach beyond what the format can say: a fault of the data. */
export function writeRegionColumns(regions: readonly ReadRegion[]): RegionColumns {
  const known = new Set<string>(regions.map(({ code }) => code));
  const above = new Set<string | null>(regions.map(({ parent }) => parent));
  const odd = regions.filter(({ code, parent }) => parent !== usualParent(code, known));
  const endings = commonEndings(regions);
  const characters = charactersOf(regions);
  const places = new Map(characters.map((character, at) => [character, at]));
  return {
    codes: steps(regions.map(({ code }) => Number(code)))
      .map((step) => shortSymbols(step, 1))
      .join(''),
    odd: odd.map(({ code, parent }) => [code, parent ?? '']),
    readings: readingsText(characters),
    endings,
    names: regions.map((region) => nameText(region, places, endings)).join(''),
    whole: regions.filter((region) => endingAt(region, endings) < 0).map(({ code, name }) => [code, name]),
    centres: centresText(regions),
    sides: regions
      .filter(({ code }) => !above.has(code))
      .map((region) =>
        sidesOf(region)
          .map((side) => shortSymbols(side, 2))
          .join(''),
      )
      .join(''),
  };
}

/** The most usual first, as many as there is room for. */
function commonEndings(regions: readonly Region[]): readonly string[] {
  const all = regions.flatMap(({ name, short }) => (name.startsWith(short) ? [name.slice(short.length)] : []));
  return byUse(all).slice(0, KINDS.ending - KINDS.seldom + BASE);
}

function endingAt({ name, short }: Region, endings: readonly string[]): number {
  return name.startsWith(short) ? endings.indexOf(name.slice(short.length)) : -1;
}

/** Characters behind their syllable; those that stand alone in `names` first, then all others, by syllable. */
function charactersOf(regions: readonly ReadRegion[]): readonly string[] {
  const used = byUse(regions.flatMap(readCharacters));
  return [...used.slice(0, KINDS.often).sort(), ...used.slice(KINDS.often).sort()];
}

function readCharacters({ short, pinyin, syllables }: ReadRegion): readonly string[] {
  const characters = [...short];
  if (syllables.join('') !== pinyin || syllables.length !== characters.length || syllables.includes('')) {
    throw new Error(`${short} is not read ${syllables.join(' ')}`);
  }
  return characters.map((character, at) => `${syllables[at]}${character}`);
}

function readingsText(characters: readonly string[]): string {
  let before = '';
  return characters
    .map((read) => {
      const [syllable = ''] = /^[a-z]+/.exec(read) ?? [];
      const text = syllable === before ? read.slice(syllable.length) : read;
      before = syllable;
      return text;
    })
    .join('');
}

function nameText(region: ReadRegion, places: ReadonlyMap<string, number>, endings: readonly string[]): string {
  const characters = readCharacters(region).map((read) => {
    const at = places.get(read) ?? 0;
    const rest = at - KINDS.often;
    if (rest < 0) return symbolsOf(at, 1);
    const first = KINDS.often + Math.floor(rest / BASE);
    if (first >= KINDS.seldom) throw new RangeError('more characters than the format has room for');
    return symbolsOf(first, 1) + symbolsOf(rest % BASE, 1);
  });
  const ending = Math.max(0, endingAt(region, endings)) + KINDS.seldom;
  const isOne = ending < KINDS.ending;
  return (
    characters.join('') +
    (isOne ? symbolsOf(ending, 1) : symbolsOf(KINDS.ending, 1) + symbolsOf(ending - KINDS.ending, 1))
  );
}

function centresText(regions: readonly Region[]): string {
  const lngs = steps(regions.map(({ centre }) => ticks(centre.lng)));
  const lats = steps(regions.map(({ centre }) => ticks(centre.lat)));
  return lngs.map((lng, at) => shortSymbols(unsigned(lng), 2) + shortSymbols(unsigned(lats[at] ?? 0), 2)).join('');
}

function sidesOf({ centre, box: [west, south, east, north] }: Region): readonly number[] {
  const per = PER_DEGREE.side;
  const scale = per / PER_DEGREE.centre;
  const [lng, lat] = [ticks(centre.lng) * scale, ticks(centre.lat) * scale];
  const [w, s, e, n] = [
    Math.round(west * per),
    Math.round(south * per),
    Math.round(east * per),
    Math.round(north * per),
  ];
  return [lng - w, lat - s, e - lng, n - lat];
}

function ticks(degrees: number): number {
  return Math.round(degrees * PER_DEGREE.centre);
}

function steps(values: readonly number[]): readonly number[] {
  return values.map((value, at) => value - (values[at - 1] ?? 0));
}

function unsigned(step: number): number {
  return step < 0 ? -2 * step - 1 : 2 * step;
}

/** Each of those, the most used first. */
function byUse(all: readonly string[]): readonly string[] {
  const use = new Map<string, number>();
  for (const one of all) use.set(one, (use.get(one) ?? 0) + 1);
  return [...use].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([one]) => one);
}
