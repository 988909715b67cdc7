import type { Gcj02 } from '../../shared/geo/point.ts';
import type { GoBy, MapApp, TravelMode } from '../ui/ports.ts';

/** Only the station's own place is handed over, never the person's. */
export type Goal = { readonly name: string; readonly point: Gcj02; readonly mode: TravelMode };

export type MapChoice = { readonly id: MapApp; readonly word: string };

const APPS: readonly MapChoice[] = [
  { id: 'amap', word: '高德' },
  { id: 'baidu', word: '百度' },
  { id: 'tencent', word: '腾讯' },
  { id: 'apple', word: '苹果' },
];

/** All four, everywhere; Apple's own comes first on what Apple makes and last elsewhere. */
export function mapChoices(isApple: boolean): readonly MapChoice[] {
  if (!isApple) return APPS;
  return [...APPS.filter(({ id }) => id === 'apple'), ...APPS.filter(({ id }) => id !== 'apple')];
}

const MODE_WORDS: { readonly [mode in TravelMode]: string } = { walk: '走路', ride: '骑车', drive: '开车' };

/** `高德 · 走路`; Baidu's link opens the place and asks there. */
export function goByText({ app, mode }: GoBy): string {
  const word = APPS.find(({ id }) => id === app)?.word ?? '';
  return app === 'baidu' ? `${word}地图` : `${word} · ${MODE_WORDS[mode]}`;
}

const APP = 'xiejiao';
const AMAP_MODE = { walk: 'walk', ride: 'ride', drive: 'car' } as const;
const TENCENT_MODE = { walk: 'walk', ride: 'bike', drive: 'drive' } as const;
/** Apple's links know walking and driving only; by bike one follows the footpath. */
const APPLE_MODE = { walk: 'w', ride: 'w', drive: 'd' } as const;

/** Signs that are not seen: they turn the reading direction, or are half a sign, which breaks the encoding. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu;
const LONGEST = 60;

/** Names come from ledgers. As a map app may show one, percent-encoded: never empty, never so long that a link breaks. */
function nameIn(text: string): string {
  const fit = [...text.replace(UNSEEN, ' ').trim()].slice(0, LONGEST).join('').trim();
  return encodeURIComponent(fit === '' ? '工会驿站' : fit);
}

/** The link that opens a map app with the way to a station. GCJ-02 throughout; each app has its own order of the pair. */
export function mapLink(app: MapApp, goal: Goal): string {
  switch (app) {
    case 'amap':
      return amap(goal);
    case 'baidu':
      return baidu(goal);
    case 'tencent':
      return tencent(goal);
    case 'apple':
      return apple(goal);
  }
}

/** Longitude first. */
function amap({ name, point, mode }: Goal): string {
  const to = `${degrees(point.lng)},${degrees(point.lat)},${nameIn(name)}`;
  return `https://uri.amap.com/navigation?to=${to}&mode=${AMAP_MODE[mode]}&src=${APP}&coordinate=gaode&callnative=1`;
}

/** Latitude first. A marker, not a route: Baidu's route link demands where the person starts. */
function baidu({ name, point }: Goal): string {
  const title = nameIn(name);
  const location = latFirst(point);
  return `https://api.map.baidu.com/marker?location=${location}&title=${title}&content=${title}&output=html&coord_type=gcj02&src=webapp.${APP}.${APP}`;
}

/** Latitude first. */
function tencent({ name, point, mode }: Goal): string {
  const to = `to=${nameIn(name)}&tocoord=${latFirst(point)}`;
  return `https://apis.map.qq.com/uri/v1/routeplan?type=${TENCENT_MODE[mode]}&${to}&coord_type=2&referer=${APP}`;
}

/** Latitude first. */
function apple({ name, point, mode }: Goal): string {
  return `https://maps.apple.com/?daddr=${latFirst(point)}&dirflg=${APPLE_MODE[mode]}&q=${nameIn(name)}`;
}

function latFirst(point: Gcj02): string {
  return `${degrees(point.lat)},${degrees(point.lng)}`;
}

/** At most six decimals, never in exponent form. */
function degrees(value: number): string {
  return value.toFixed(6).replace(/\.?0+$/, '');
}
