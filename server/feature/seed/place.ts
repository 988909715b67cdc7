import type { Outlines } from '../../../shared/geo/outline.ts';
import { type Gcj02, gcj02 } from '../../../shared/geo/point.ts';
import { isInside, type Ring } from '../../../shared/geo/polygon.ts';
import type { Region, RegionCode } from '../../../shared/station/region.ts';
import type { RegionTable } from '../regions/table.ts';
import { type Dice, diceOf } from './dice.ts';
import { MILLIONS, STACKED } from './rates.ts';

/** A county that gets stations, with the places in it where they gather. */
export type Ground = {
  readonly region: Region;
  readonly rings: readonly Ring[];
  readonly towns: readonly { readonly lng: number; readonly lat: number; readonly name: number }[];
  /** Degrees: how far from the middle of its town most stations lie. */
  readonly spread: number;
  /** The last point given out, for stations stacked on one another. */
  last: Gcj02 | null;
};

/** Draws counties heavy-tailed: by the people of their province, more in districts and the provinces' first cities, and by luck. */
export function groundDrawer(regions: RegionTable, outlines: Outlines, seed: number): (dice: Dice) => Ground {
  const grounds: Ground[] = [];
  const upTo: number[] = [];
  let total = 0;
  for (const [province, leaves] of byProvince(regions)) {
    const luck = leaves.map((region) => ({ region, weight: weightOf(region, diceOf(`${seed} ${region.code}`)) }));
    const sum = luck.reduce((all, { weight }) => all + weight, 0);
    for (const { region, weight } of luck) {
      const rings = outlines.areas.get(region.code);
      if (!rings) continue;
      grounds.push(groundOf(region, rings, diceOf(`${seed} towns ${region.code}`)));
      total += (weight / sum) * (MILLIONS[province] ?? 0);
      upTo.push(total);
    }
  }
  return (dice) => {
    const at = dice.next() * total;
    let low = 0;
    let high = upTo.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((upTo[middle] ?? 0) > at) high = middle;
      else low = middle + 1;
    }
    const ground = grounds[low];
    if (!ground) throw new Error('no county has an outline');
    return ground;
  };
}

function byProvince(regions: RegionTable): ReadonlyMap<string, readonly Region[]> {
  const provinces = new Map<string, Region[]>();
  for (const leaf of regions.leaves()) {
    const province = leaf.code.slice(0, 2);
    if (MILLIONS[province] === undefined || isReef(leaf.code)) continue;
    provinces.set(province, [...(provinces.get(province) ?? []), leaf]);
  }
  return provinces;
}

function isReef(code: RegionCode): boolean {
  return code.startsWith('4603');
}

function weightOf({ code, name }: Region, dice: Dice): number {
  const district = name.endsWith('区') ? 2 : name.endsWith('市') ? 1.4 : 1;
  const capital = code.slice(2, 4) === '01' ? 2.5 : 1;
  const normal = Math.sqrt(-2 * Math.log(1 - dice.next())) * Math.cos(2 * Math.PI * dice.next());
  return district * capital * Math.exp(0.8 * normal);
}

function groundOf(region: Region, rings: readonly Ring[], dice: Dice): Ground {
  const [west, south, east, north] = region.box;
  const spread = Math.min(0.12, Math.max(0.006, Math.min(east - west, north - south) / 8));
  const towns = [{ lng: region.centre.lng, lat: region.centre.lat, name: dice.below(1e6) }];
  for (let i = 0; i < 40 && towns.length < 7; i++) {
    const lng = west + dice.next() * (east - west);
    const lat = south + dice.next() * (north - south);
    if (isInside(rings, lng, lat)) towns.push({ lng, lat, name: dice.below(1e6) });
  }
  return { region, rings, towns, spread, last: null };
}

/** A point inside the county: near its seat mostly, near a town otherwise; a few exactly where the one before is. */
export function pointIn(ground: Ground, dice: Dice): { readonly point: Gcj02; readonly town: number } {
  const town = ground.towns[dice.chance(0.55) ? 0 : dice.below(ground.towns.length)] ?? ground.region.centre;
  const name = 'name' in town ? town.name : 0;
  if (ground.last && dice.chance(STACKED)) return { point: ground.last, town: name };
  for (let i = 0; i < 12; i++) {
    const away = ground.spread * dice.exponential() * (town === ground.towns[0] ? 1 : 0.4);
    const turn = dice.next() * 2 * Math.PI;
    const lng = round(town.lng + (Math.cos(turn) * away) / Math.cos((town.lat * Math.PI) / 180));
    const lat = round(town.lat + Math.sin(turn) * away);
    if (!isInside(ground.rings, lng, lat)) continue;
    ground.last = gcj02(lng, lat);
    return { point: ground.last, town: name };
  }
  ground.last = gcj02(round(town.lng), round(town.lat));
  return { point: ground.last, town: name };
}

function round(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
