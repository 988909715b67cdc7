import { NATION, type Region, type RegionCode } from '../station/region.ts';

/** Province, city, county; what has none below it stands for the levels below as well (东莞, 济源). */
export type Line = readonly [province: RegionCode, city: RegionCode, county: RegionCode];
export const DIVISION_LEVELS = ['province', 'city', 'county'] as const;
export type DivisionLevel = (typeof DIVISION_LEVELS)[number];

/** The tree of divisions as it stood at some time. */
export class Divisions {
  private readonly lines = new Map<RegionCode, Line>();
  private readonly leaves: readonly RegionCode[];

  constructor(
    private readonly regions: ReadonlyMap<string, Region>,
    /** Codes that no longer exist and what they are counted under; empty to leave them as they were. */
    private readonly aliases: ReadonlyMap<RegionCode, RegionCode>,
  ) {
    const parents = new Set([...regions.values()].map(({ parent }) => parent));
    this.leaves = [...regions.values()].map(({ code }) => code).filter((code) => code !== NATION && !parents.has(code));
  }

  /** A code the tree does not know is placed by its digits. */
  lineOf(said: RegionCode): Line {
    const known = this.lines.get(said);
    if (known !== undefined) return known;
    const code = this.regions.has(said) ? said : (this.aliases.get(said) ?? said);
    const line = this.regions.has(code) ? this.lineIn(code) : byDigits(code);
    this.lines.set(said, line);
    return line;
  }

  isWithin(code: RegionCode, division: RegionCode): boolean {
    return division === NATION || this.lineOf(code).includes(division);
  }

  /** The level right below a division; a municipality's only city is passed over. Of a county, the county itself. */
  levelBelow(division: RegionCode): DivisionLevel {
    if (division === NATION) return 'province';
    const below = Math.min(this.lineOf(division).indexOf(division) + 1, 2);
    const level = DIVISION_LEVELS[below] ?? 'county';
    return level === 'city' && this.below(division, level).length === 1 ? 'county' : level;
  }

  /** All divisions of a level within one, in the order of their codes. */
  below(division: RegionCode, level: DivisionLevel): readonly RegionCode[] {
    const at = DIVISION_LEVELS.indexOf(level);
    const codes = new Set<RegionCode>();
    for (const leaf of this.leaves) {
      const line = this.lineOf(leaf);
      if (division === NATION || line.includes(division)) codes.add(line[at] ?? leaf);
    }
    return [...codes].sort();
  }

  private lineIn(code: RegionCode): Line {
    const upwards: RegionCode[] = [];
    let next: RegionCode | null = code;
    while (next !== null && next !== NATION && upwards.length < 4) {
      upwards.push(next);
      next = this.regions.get(next)?.parent ?? null;
    }
    const [province = code, city = province, county = city] = upwards.reverse();
    return [province, city, county];
  }
}

function byDigits(code: RegionCode): Line {
  return [`${code.slice(0, 2)}0000` as RegionCode, `${code.slice(0, 4)}00` as RegionCode, code];
}
