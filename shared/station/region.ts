import type { Gcj02 } from '../geo/point.ts';
import type { Brand } from '../kernel/brand.ts';

/** GB/T 2260 adcode, 6 digits: `410000` province, `410100` city, `410102` county. */
export type RegionCode = Brand<string, 'RegionCode'>;
export type RegionLevel = 'nation' | 'province' | 'city' | 'county';

/** West, south, east, north in GCJ-02 degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number];

export type Region = {
  readonly code: RegionCode;
  /** Full name, 郑州市. */
  readonly name: string;
  /** 郑州. */
  readonly short: string;
  /** Full pinyin without tones or spaces, zhengzhou; right for polyphones (重庆 chongqing). */
  readonly pinyin: string;
  readonly level: RegionLevel;
  /** The nation is `000000` and its own root: parent null. A region without children stands for the levels below it: 东莞, 济源, 石河子 are cities and their own counties, Hong Kong is its own city too; see data/README.md. */
  readonly parent: RegionCode | null;
  readonly centre: Gcj02;
  readonly box: Box;
};

export const NATION = '000000' as RegionCode;

export function isRegionCode(text: string): text is RegionCode {
  return /^[1-9]\d{5}$/.test(text) || text === NATION;
}
