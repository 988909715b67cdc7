import type { Brand } from '../kernel/brand.ts';

type LngLat = { readonly lng: number; readonly lat: number };

/** What a phone's GPS and a browser report. Degrees. */
export type Wgs84 = Brand<LngLat, 'wgs84'>;
/** What stations are stored and published in, and Chinese map apps draw. Degrees, 6 decimals. */
export type Gcj02 = Brand<LngLat, 'gcj02'>;
/** Baidu's own offset on top of GCJ-02. Degrees. */
export type Bd09 = Brand<LngLat, 'bd09'>;

export type Datum = 'gcj02' | 'wgs84' | 'bd09' | 'cgcs2000';

export function wgs84(lng: number, lat: number): Wgs84 {
  return { lng, lat } as Wgs84;
}
export function gcj02(lng: number, lat: number): Gcj02 {
  return { lng, lat } as Gcj02;
}
export function bd09(lng: number, lat: number): Bd09 {
  return { lng, lat } as Bd09;
}

/** Longitude and latitude of China with its islands: outside it a pair is refused or was swapped. */
export const CHINA_BOX = { west: 73.4, east: 135.2, south: 3.4, north: 53.7 } as const;

export function isInChinaBox(p: LngLat): boolean {
  return p.lng >= CHINA_BOX.west && p.lng <= CHINA_BOX.east && p.lat >= CHINA_BOX.south && p.lat <= CHINA_BOX.north;
}
