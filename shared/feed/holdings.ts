import type { StationCode } from '../station/code.ts';
import type { RegionCode } from '../station/region.ts';
import { codeNumber, countyOfCode } from './code-block.ts';
import type { Drop } from './feed.ts';
import type { LocalCity } from './local.ts';
import type { Source } from './source.ts';

/**
 * Decides, for every station held more than once, which copy is shown, and hides the others; hides what was dropped.
 * A copy counts by its seq: that of its change, or of its pack. A drop that is no move hides every older copy.
 * The national core answers only for cities not held, since a held city's own feed is pulled each time; but a station
 * that moved from a held city to one that is not is shown by the core.
 */
export function settleHoldings(sources: readonly Source[]): void {
  const held = new Set(sources.map(({ city }) => city.columns.region));
  const drops = newestDrops(sources);
  for (const source of sources) {
    hideOwn(source);
    if (source.city.columns.region === 'CN') hideHeldCities(source, { held, drops });
  }
  const twice = candidates(sources, drops);
  if (twice.size > 0) hideLower(sources, twice, drops);
}

type Holding = { readonly source: Source; readonly row: number; readonly seq: number };
type Drops = ReadonlyMap<number, Drop>;

/** The drop with the highest seq of each station, over all regions. */
function newestDrops(sources: readonly Source[]): Drops {
  const newest = new Map<number, Drop>();
  for (const city of new Set(sources.map((source) => source.city))) {
    for (const drop of city.drops.values()) {
      const code = codeNumber(drop.code);
      if ((newest.get(code)?.seq ?? -1) < drop.seq) newest.set(code, drop);
    }
  }
  return newest;
}

/** Base rows that the same region replaced or dropped. */
function hideOwn({ city, isBase, n, code, hidden }: Source): void {
  if (!isBase || city.overlay.size + city.drops.size === 0) return;
  const gone = new Set<number>();
  for (const changed of city.overlay.keys()) gone.add(codeNumber(changed));
  for (const dropped of city.drops.keys()) gone.add(codeNumber(dropped));
  for (let row = 0; row < n; row++) if (gone.has(code[row] ?? 0)) hidden[row] = 1;
}

/** A county's city: as the core says, else by the usual digits. */
export function cityOfCounty(core: LocalCity, county: number): RegionCode {
  const usual = `${String(county).slice(0, 4)}00` as RegionCode;
  return core.columns.core.cities.get(String(county) as RegionCode) ?? usual;
}

function hideHeldCities(
  source: Source,
  { held, drops }: { readonly held: ReadonlySet<string>; readonly drops: Drops },
): void {
  const { n, code, hidden, city, isBase } = source;
  let county = -1;
  let isHeld = false;
  for (let row = 0; row < n; row++) {
    const now = isBase ? (city.columns.core.county[row] ?? 0) : Number(source.piecesOf(row).facts.region);
    if (now !== county) {
      county = now;
      isHeld = held.has(cityOfCounty(city, county));
    }
    if (!isHeld) continue;
    const drop = drops.get(code[row] ?? 0);
    const isAway = drop !== undefined && drop.reason === 'moved' && drop.movedTo !== null && !held.has(drop.movedTo);
    if (!isAway) hidden[row] = 1;
  }
}

/**
 * Stations that may be held twice. Two regions hold one station only after it moved, and then at least one copy is a
 * stray or a change.
 */
function candidates(sources: readonly Source[], drops: Drops): ReadonlySet<number> {
  const twice = new Set<number>();
  if (sources.filter(({ isBase }) => isBase).length < 2) return twice;
  for (const drop of drops.values()) twice.add(codeNumber(drop.code));
  for (const { isBase, code, city } of sources) {
    if (isBase) for (const row of city.columns.core.strays) twice.add(code[row] ?? 0);
    else for (const one of code) twice.add(one);
  }
  return twice;
}

function hideLower(sources: readonly Source[], twice: ReadonlySet<number>, drops: Drops): void {
  const holdings = new Map<number, Holding>();
  // A byte for each county a candidate's code names: what lies elsewhere, nearly all, costs no more than this look.
  const counties = new Uint8Array(1_000_000);
  for (const code of twice) counties[countyOfCode(code)] = 1;
  for (const source of sources) {
    const { n, code, hidden } = source;
    for (let row = 0; row < n; row++) {
      const one = code[row] ?? 0;
      if (counties[countyOfCode(one)] === 0 || hidden[row] === 1 || !twice.has(one)) continue;
      keepHigher(holdings, { source, row, seq: source.seqOf(row) }, drops.get(one));
    }
  }
}

function keepHigher(holdings: Map<number, Holding>, mine: Holding, drop: Drop | undefined): void {
  const { source, row, seq } = mine;
  if (drop !== undefined && drop.reason !== 'moved' && drop.seq > seq) {
    source.hidden[row] = 1;
    return;
  }
  const code = source.code[row] ?? 0;
  const other = holdings.get(code);
  const loser = other !== undefined && other.seq >= seq ? mine : other;
  if (loser !== undefined) loser.source.hidden[loser.row] = 1;
  if (loser !== mine) holdings.set(code, mine);
}

/** Where a station is shown from, or null. */
export function shownAt(
  sources: readonly Source[],
  code: StationCode,
): { readonly source: Source; readonly row: number } | null {
  const wanted = codeNumber(code);
  for (const source of sources) {
    const row = source.code.indexOf(wanted);
    if (row >= 0 && source.hidden[row] !== 1) return { source, row };
  }
  return null;
}
