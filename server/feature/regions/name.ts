import type { Region, RegionCode } from '../../../shared/station/region.ts';
import type { FormerCode } from './former.ts';

export type NameIndex = (text: string) => readonly Region[];

type Hit = { readonly region: Region; readonly from: number; readonly to: number };

/** Addresses name their region at the beginning; what comes later is streets and shops. */
const LOOK_AT = 40;
const LONGEST = 16;
/** After a short name these make it a street: 南京路, 北京东路. */
const STREET = /^[东西南北中一二三]?[路街道巷弄大]/;

/** Finds the regions a text names. Full names count anywhere near the beginning, short ones (郑州) only at the very start or right after another. */
export function nameIndex(all: readonly Region[], former: readonly FormerCode[]): NameIndex {
  const full = new Map<string, Region[]>();
  const short = new Map<string, Region[]>();
  const byCode = new Map(all.map((region) => [region.code, region]));
  for (const region of all) {
    if (region.level === 'nation') continue;
    for (const name of fullForms(region.name)) put(full, name, region);
    put(short, region.short, region);
  }
  for (const { today, name } of former) {
    const region = byCode.get(today);
    if (region && name !== null) put(full, name, region);
  }
  const parents = (region: Region): readonly RegionCode[] => {
    const parent = region.parent === null ? undefined : byCode.get(region.parent);
    return parent ? [parent.code, ...parents(parent)] : [];
  };
  return (text) => {
    const bare = text.slice(0, LOOK_AT).replace(/[\s,，、·.。()（）-]/g, '');
    const whole = short.get(bare) ?? [];
    const hits =
      whole.length > 0 ? whole.map((region) => ({ region, from: 0, to: bare.length })) : find(bare, full, short);
    return best(hits, parents);
  };
}

/** 管城回族区 is written 管城区 as well, 长阳土家族自治县 长阳县. */
function fullForms(name: string): readonly string[] {
  const plain = /^(.{2,}?)(?:[^\s]{1,4}族)+(?:自治)?([区县旗州])$/.exec(name);
  return plain && !name.startsWith('东乡族') ? [name, `${plain[1]}${plain[2]}`] : [name];
}

function put(index: Map<string, Region[]>, name: string, region: Region): void {
  const known = index.get(name);
  if (!known) index.set(name, [region]);
  else if (!known.includes(region)) known.push(region);
}

/** The longest names at each place, left to right. */
function find(
  text: string,
  full: ReadonlyMap<string, readonly Region[]>,
  short: ReadonlyMap<string, readonly Region[]>,
): readonly Hit[] {
  const hits: Hit[] = [];
  let end = 0;
  for (let from = 0; from < text.length; from++) {
    for (let length = Math.min(LONGEST, text.length - from); length >= 2; length--) {
      const word = text.slice(from, from + length);
      const named = full.get(word);
      const isStart = from === end;
      const shortly = isStart && !STREET.test(text.slice(from + length)) ? short.get(word) : undefined;
      // 城区, 郊区, 矿区 alone are no names: they count right after their city.
      const found = named && (length > 2 || (isStart && from > 0)) ? named : shortly;
      if (!found) continue;
      for (const region of found) hits.push({ region, from, to: from + length });
      end = from + length;
      from = end - 1;
      break;
    }
  }
  return hits;
}

/** The hits with most of their ancestors named before them, and among those the deepest. */
function best(hits: readonly Hit[], parents: (region: Region) => readonly RegionCode[]): readonly Region[] {
  const scored = hits.map((hit) => {
    const above = parents(hit.region);
    const said = hits.filter((other) => other.to <= hit.from && above.includes(other.region.code));
    return { region: hit.region, score: new Set(said.map(({ region }) => region.code)).size, depth: above.length };
  });
  const first = Math.min(...hits.map(({ from }) => from));
  // A name that follows another but does not lie in it (郑州市…朝阳区 of a chain's head office) says nothing.
  const usable = scored.filter(({ score }, i) => score > 0 || hits[i]?.from === first);
  const top = Math.max(...usable.map(({ score }) => score));
  const depth = Math.max(...usable.filter(({ score }) => score === top).map((hit) => hit.depth));
  const winners = usable.filter((hit) => hit.score === top && (top === 0 || hit.depth === depth));
  return [...new Set(winners.map(({ region }) => region))];
}
