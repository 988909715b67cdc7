import type { Region, RegionCode } from '../../../shared/station/region.ts';

/** What the picker shows under `parent` (null = provinces), filtered by what was typed. */
export function regionsUnder(all: readonly Region[], parent: RegionCode | null): readonly Region[] {
  if (parent === null) return all.filter((one) => one.level === 'province');
  return all.filter((one) => one.parent === parent);
}

/** Matches Chinese names anywhere and pinyin from the start; every level, best match first, at most `limit`. */
export function findRegions(all: readonly Region[], typed: string, limit: number): readonly Region[] {
  const text = typed.trim().toLowerCase().replace(/\s+/g, '');
  if (text === '') return [];
  const scored = all
    .filter((one) => one.level !== 'nation')
    .map((one) => ({ one, score: scoreOf(one, text) }))
    .filter(({ score }) => score > 0);
  scored.sort((a, b) => b.score - a.score || LEVELS.indexOf(a.one.level) - LEVELS.indexOf(b.one.level));
  return scored.slice(0, limit).map(({ one }) => one);
}

const LEVELS: readonly Region['level'][] = ['nation', 'province', 'city', 'county'];

function scoreOf({ name, short, pinyin }: Region, text: string): number {
  if (name === text || short === text || pinyin === text) return 4;
  if (name.startsWith(text)) return 3;
  if (pinyin.startsWith(text)) return 2;
  return name.includes(text) ? 1 : 0;
}

/** `河南省 郑州市 二七区`, from the province down. */
export function regionPath(all: readonly Region[], region: Region): string {
  const names = [region.name];
  for (let up = parentOf(all, region); up !== null && up.level !== 'nation'; up = parentOf(all, up)) {
    if (up.name !== names[0]) names.unshift(up.name);
  }
  return names.join(' ');
}

function parentOf(all: readonly Region[], region: Region): Region | null {
  return all.find((one) => one.code === region.parent) ?? null;
}
