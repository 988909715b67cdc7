import { initialsFrom, type Place, type PlaceHit, searchPlaces } from '../../../shared/search/places.ts';
import type { Region, RegionCode } from '../../../shared/station/region.ts';

/** What the picker shows under `parent` (null = provinces). */
export function regionsUnder(all: readonly Region[], parent: RegionCode | null): readonly Region[] {
  if (parent === null) return all.filter((one) => one.level === 'province');
  return all.filter((one) => one.parent === parent);
}

type Named = Place & { readonly region: Region };
export type RegionHit = { readonly region: Region; readonly marks: PlaceHit<Place>['marks'] };

/** Names, pinyin and initials of every level; best match first, the larger of equals before the smaller; at most `limit`. */
export function findRegions(all: readonly Region[], typed: string, limit: number): readonly RegionHit[] {
  const hits = searchPlaces(namedOf(all), typed);
  return hits.slice(0, limit).map(({ place, marks }) => ({ region: place.region, marks }));
}

/** The letters of three thousand names are found once, and not before somebody types. */
const named = new WeakMap<readonly Region[], readonly Named[]>();

function namedOf(all: readonly Region[]): readonly Named[] {
  const known = named.get(all);
  if (known !== undefined) return known;
  const made = [...all]
    .filter((one) => one.level !== 'nation' && !repeatsItsParent(all, one))
    .sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level))
    .map((region) => ({ ...region, region, initials: initialsFrom(region.short, region.pinyin) }));
  named.set(all, made);
  return made;
}

const LEVELS: readonly Region['level'][] = ['nation', 'province', 'city', 'county'];

/** 北京市 is a province and its only city: one of them is enough to look for. */
function repeatsItsParent(all: readonly Region[], { name, level, parent }: Region): boolean {
  return level === 'city' && all.some((one) => one.code === parent && one.name === name);
}

/** `河南省 郑州市 二七区`, from the province down. */
export function regionPath(all: readonly Region[], region: Region): string {
  const names = [region.name];
  for (let up = parentOf(all, region); up !== null && up.level !== 'nation'; up = parentOf(all, up)) {
    if (up.name !== names[0]) names.unshift(up.name);
  }
  return names.join(' ');
}

/** Where a place lies, without its own name again. */
export function pathAbove(all: readonly Region[], region: Region): string {
  return regionPath(all, region).split(' ').slice(0, -1).join(' ');
}

export function parentOf(all: readonly Region[], region: Region): Region | null {
  return all.find((one) => one.code === region.parent) ?? null;
}
