import { toGcj02 } from '../../../../shared/geo/datum.ts';
import { type Datum, type Gcj02, isInChinaBox } from '../../../../shared/geo/point.ts';
import { readCoordinates } from '../../../../shared/search/coordinates.ts';
import { readMapText } from '../../../../shared/search/map-link.ts';
import type { SourcePoint } from '../../../../shared/station/station.ts';

/** What a pasted text says about a place. `source`: the pair as it came, when it came as a pair. */
export type Pasted =
  | { readonly kind: 'none' }
  | { readonly kind: 'bad'; readonly text: string }
  | {
      readonly kind: 'place';
      readonly point: Gcj02;
      readonly source: SourcePoint | null;
      /** What people should know about how it was read. */
      readonly note: string;
    };

const APPS: { readonly [source: string]: string } = {
  amap: '高德',
  baidu: '百度',
  tencent: '腾讯',
  apple: '苹果地图',
  osm: 'OSM',
  geo: '系统',
};

/** `datum` is what the person said the numbers are in; a link knows that of itself. */
export function readPasted(text: string, datum: Datum): Pasted {
  if (text.trim() === '') return { kind: 'none' };
  const read = readMapText(text);
  if (read === null)
    return { kind: 'bad', text: '没认出坐标。像这样写：113.664412, 34.757321，或者粘贴地图里复制的链接。' };
  switch (read.kind) {
    case 'short':
      return {
        kind: 'bad',
        text: '这是短链接，里面没有坐标。在手机上点开它，再复制浏览器里的长地址，或者在下面的地图上选。',
      };
    case 'no-point':
      return { kind: 'bad', text: '这个链接里没有坐标。在地图里点一下站点的位置，再复制一次，或者在下面的地图上选。' };
    case 'abroad':
      return { kind: 'bad', text: '这个坐标不在国内。看看经度和纬度有没有写错。' };
    case 'place':
      return read.source === 'numbers' ? ofNumbers(text, datum) : ofLink(read.point, read.source);
  }
}

function ofLink(point: Gcj02, app: string): Pasted {
  // Only these two give their links in what we store: of others the pair as it came is not at hand.
  const isSame = app === 'amap' || app === 'tencent';
  const source = isSame ? ({ crs: 'gcj02', lng: point.lng, lat: point.lat } as const) : null;
  return { kind: 'place', point: rounded(point), source, note: `从${APPS[app] ?? '地图'}的链接里读出来的。` };
}

function ofNumbers(text: string, datum: Datum): Pasted {
  const pair = readCoordinates(text);
  if (pair === null) return { kind: 'none' };
  // In China the longitude is always the larger number.
  const isSwapped = pair.a < pair.b;
  const [lng, lat] = isSwapped ? [pair.b, pair.a] : [pair.a, pair.b];
  const point = toGcj02({ lng, lat }, datum);
  if (!isInChinaBox(point)) return { kind: 'bad', text: '这个坐标不在国内。看看经度和纬度有没有写错。' };
  const note = isSwapped ? '先写的是纬度，已经调过来了。' : '';
  return { kind: 'place', point: rounded(point), source: { crs: datum, lng, lat }, note };
}

/** Six decimals, as stations are stored. */
export function rounded({ lng, lat }: Gcj02): Gcj02 {
  return toGcj02({ lng: Math.round(lng * 1e6) / 1e6, lat: Math.round(lat * 1e6) / 1e6 }, 'gcj02');
}
