import { isRegionCode, NATION, type Region, type RegionCode } from '../../../shared/station/region.ts';
import type { FormerCode } from './former.ts';
import { type NameIndex, nameIndex } from './name.ts';

/** Today's divisions. A region without children stands for the levels below it: 东莞 is its own county, 香港 its own city too. */
export type RegionTable = {
  /** By code; the nation first. */
  readonly all: readonly Region[];
  readonly former: readonly FormerCode[];
  get(code: RegionCode): Region | null;
  children(code: RegionCode): readonly Region[];
  /** Whether a station may lie in it directly: no children. */
  isLeaf(code: RegionCode): boolean;
  leaves(under?: RegionCode): readonly Region[];
  /** The region whose feed and pack a county belongs to: its city, or itself when it stands alone. A province or the nation answers itself. */
  cityOf(code: RegionCode): RegionCode;
  /** Itself or an ancestor. */
  isWithin(inner: RegionCode, outer: RegionCode): boolean;
  /** Today's code of any code: itself, its successor, or null when it was never one we know. */
  alias(code: string): RegionCode | null;
  /** 河南省郑州市金水区 from the province down. */
  fullName(code: RegionCode): string;
  /**
   * Regions that district or address text names, all equally likely ones, deepest first; none for zones GB/T 2260
   * does not know (高新区). `within` keeps those under it and lets a bare 金水区 be unambiguous.
   */
  byName(text: string, within?: RegionCode): readonly Region[];
};

export function regionTable(all: readonly Region[], former: readonly FormerCode[]): RegionTable {
  const byCode = new Map(all.map((region) => [region.code, region]));
  const today = new Map(former.map((one) => [one.code, one.today]));
  const below = childrenOf(all);
  let names: NameIndex | null = null;
  const parentOf = (code: RegionCode) => byCode.get(code)?.parent ?? null;
  const isLeaf = (code: RegionCode) => byCode.has(code) && !below.has(code);
  const isWithin = (inner: RegionCode, outer: RegionCode): boolean => {
    if (inner === outer) return true;
    const parent = parentOf(inner);
    return parent !== null && isWithin(parent, outer);
  };
  return {
    all,
    former,
    get: (code) => byCode.get(code) ?? null,
    children: (code) => below.get(code) ?? [],
    isLeaf,
    leaves: (under = NATION) => all.filter(({ code }) => isLeaf(code) && isWithin(code, under)),
    cityOf: (code) => (byCode.get(code)?.level === 'county' ? (parentOf(code) ?? code) : code),
    isWithin,
    alias: (code) => (isRegionCode(code) ? aliasOf(code, byCode, today) : null),
    fullName: (code) => fullNameOf(code, byCode),
    byName: (text, within = NATION) => {
      names ??= nameIndex(all, former);
      return names(text).filter(({ code }) => isWithin(code, within));
    },
  };
}

function childrenOf(all: readonly Region[]): ReadonlyMap<RegionCode, readonly Region[]> {
  const below = new Map<RegionCode, Region[]>();
  for (const region of all) {
    if (region.parent === null) continue;
    const list = below.get(region.parent);
    if (list) list.push(region);
    else below.set(region.parent, [region]);
  }
  return below;
}

function aliasOf(
  code: RegionCode,
  live: ReadonlyMap<RegionCode, Region>,
  today: ReadonlyMap<RegionCode, RegionCode>,
): RegionCode | null {
  if (live.has(code)) return code;
  const known = today.get(code);
  if (known !== undefined) return known;
  // Map services number districts of Taiwan, Hong Kong and Macau each in their own way; GB/T 2260 has none.
  const province = `${code.slice(0, 2)}0000`;
  return /^(71|81|82)/.test(code) && isRegionCode(province) && live.has(province) ? province : null;
}

/** 北京市 the city repeats 北京市 the province: said once. */
function fullNameOf(code: RegionCode, byCode: ReadonlyMap<RegionCode, Region>): string {
  const parts: string[] = [];
  for (let at = byCode.get(code); at && at.level !== 'nation'; at = at.parent ? byCode.get(at.parent) : undefined) {
    if (parts[0] !== at.name) parts.unshift(at.name);
  }
  return parts.join('');
}
