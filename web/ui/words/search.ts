import type { MapSource } from '../../../shared/search/map-link.ts';

/** Where a pasted place comes from. */
export const SOURCE_WORDS: { readonly [source in MapSource]: string } = {
  amap: '高德地图的链接',
  baidu: '百度地图的链接',
  tencent: '腾讯地图的链接',
  apple: '苹果地图的链接',
  osm: 'OpenStreetMap 的链接',
  geo: '坐标',
  numbers: '坐标，按高德和腾讯地图的算',
};

type Counted = { readonly typed: string; readonly stations: number; readonly places: number; readonly most: number };

/** `“dhj” 找到 3 个驿站、1 个地方`. A pasted link is too long to be said again. */
export function countSentence({ typed, stations, places, most }: Counted): string {
  const said = typed.length > 24 ? '' : `“${typed}” `;
  if (stations === 0 && places === 0) return said === '' ? '没找到' : `${said}没找到`;
  const found = [
    stations > 0 ? `${stations}${stations >= most ? ' 多' : ' '}个驿站` : '',
    places > 0 ? `${places} 个地方` : '',
  ];
  return `${said}找到 ${found.filter((part) => part !== '').join('、')}`;
}

/** What stands in the way of an answer, and the next step. */
export type NoteKind = 'mistyped' | 'wrong-length' | 'short' | 'no-point' | 'abroad';

export function noteSentence(kind: NoteKind, { digits, near }: { digits: number; near: number }): string {
  switch (kind) {
    case 'mistyped':
      return near > 0
        ? '这个编码多半抄错了一位，也许是下面这个。对照站牌再看一遍。'
        : '这个编码多半抄错了一位。对照站牌上的 15 位数字再看一遍。';
    case 'wrong-length':
      return `编码是 15 位数字，这里有 ${digits} 位。对照站牌再看一遍。`;
    case 'short':
      return '这是短链接，里面没有位置，要联网问地图公司才知道，这里不替你去问。把地名打进来搜，或者在地图软件里复制坐标。';
    case 'no-point':
      return '这条地图链接里没有坐标。把地名打进来搜，或者在地图软件里复制坐标。';
    case 'abroad':
      return '这个坐标不在中国。';
  }
}

export type CameraTrouble = 'refused' | 'no-camera' | 'busy' | 'broken' | 'cannot';

/** Why nothing is scanned, and what to do instead. */
export const CAMERA_WORDS: { readonly [kind in CameraTrouble]: string } = {
  refused: '没有相机权限。到浏览器设置里允许相机再试，或者把编码打进来。',
  'no-camera': '没找到相机。可以从照片里读，或者把编码打进来。',
  busy: '相机正被别的软件用着。关掉那个软件再试。',
  broken: '相机打不开。可以从照片里读，或者把编码打进来。',
  cannot: '这个浏览器读不了二维码。把站牌上的 15 位编码打进来就行。',
};

/** What was read instead of a plaque; long texts are cut. */
export function notPlaqueText(read: string, isMistyped: boolean): string {
  if (isMistyped) return '像是站牌，可是编码对不上，多半没读清。再对准一次。';
  const said = read.trim().replace(/\s+/g, ' ');
  return `这不是驿站的站牌。读到的是 ${said.length > 40 ? `${said.slice(0, 40)}…` : said}`;
}
