import { bdMetresToGcj } from '../geo/baidu.ts';
import { toGcj02 } from '../geo/datum.ts';
import { type Datum, type Gcj02, isInChinaBox } from '../geo/point.ts';
import { readCoordinates } from './coordinates.ts';
import { type Link, readLink } from './link.ts';

export type MapSource = 'amap' | 'baidu' | 'tencent' | 'apple' | 'osm' | 'geo' | 'numbers';

/** What a pasted or shared text says about a place. */
export type MapText =
  | { readonly kind: 'place'; readonly point: Gcj02; readonly name: string | null; readonly source: MapSource }
  /** A short link says where only to whoever asks its maker. `words`: what stood beside it, to search for instead. */
  | { readonly kind: 'short'; readonly words: string }
  /** A map's link that names a place by the map's own number, or numbers outside China. */
  | { readonly kind: 'no-point' | 'abroad'; readonly words: string };

const SHORT_HOSTS = /^(surl\.amap\.com|j\.map\.baidu\.com|maps\.app\.goo\.gl|goo\.gl|url\.cn|maps\.apple|t\.cn)$/;
const SHORT_PATHS = /^map\.qq\.com\/s\//;
const MAP_HOSTS = /(^|\.)(amap\.com|gaode\.com|map\.baidu\.com|map\.qq\.com|maps\.apple\.com)$/;
const PAIR = /(?:^|[^\w.-])(-?\d{1,3}(?:\.\d+)?)\s*[,，]\s*(-?\d{1,3}(?:\.\d+)?)/;

type Found = { readonly a: number; readonly b: number; readonly datum: Datum; readonly name: string | null };
type Reader = (link: Link) => Found | Gcj02 | null;

/** Null when the text has nothing to do with a map. The order of a pair does not matter: in China longitude is the larger. */
export function readMapText(text: string): MapText | null {
  const url = /[a-z][a-z\d+.-]*:(?:\/\/)?[^\s，。；、“”（）【】<>"']+/i.exec(text)?.[0];
  const link = url === undefined ? null : readLink(url);
  const words = url === undefined ? text.trim() : wordsBeside(text, url);
  if (link === null) return ofNumbers(text);
  if (SHORT_HOSTS.test(link.host) || SHORT_PATHS.test(link.host + link.path)) return { kind: 'short', words };
  const source = sourceOf(link);
  if (source === null) return ofNumbers(text);
  const found = READERS[source](link);
  if (found === null) return { kind: 'no-point', words };
  if (!('datum' in found)) return placed(found, { name: nameOf(link), source, words });
  return placed(inChina(found), { name: found.name ?? nameOf(link), source, words });
}

type Rest = { readonly name: string | null; readonly source: MapSource; readonly words: string };

function placed(point: Gcj02 | null, { name, source, words }: Rest): MapText {
  if (point === null || !isInChinaBox(point)) return { kind: 'abroad', words };
  return { kind: 'place', point, name: name ?? (words === '' ? null : words), source };
}

/** The pair the way round that lies in China; null when neither does. */
function inChina({ a, b, datum }: Pick<Found, 'a' | 'b' | 'datum'>): Gcj02 | null {
  const [lng, lat] = a > b ? [a, b] : [b, a];
  return isInChinaBox({ lng, lat }) ? toGcj02({ lng, lat }, datum) : null;
}

/** Numbers alone say nothing of their datum: what people copy here comes from maps drawn in GCJ-02. */
function ofNumbers(text: string): MapText | null {
  const pair = readCoordinates(text);
  if (pair === null) return null;
  const point = inChina({ ...pair, datum: 'gcj02' });
  return point === null ? { kind: 'abroad', words: '' } : { kind: 'place', point, name: null, source: 'numbers' };
}

function sourceOf({ scheme, host }: Link): Exclude<MapSource, 'numbers'> | null {
  if (scheme === 'geo') return 'geo';
  if (/^(amapuri|androidamap|iosamap)$/.test(scheme)) return 'amap';
  if (/^(baidumap|bdapp|bdmap)$/.test(scheme)) return 'baidu';
  if (scheme === 'qqmap') return 'tencent';
  if (scheme === 'maps' || host === 'maps.apple.com') return 'apple';
  if (!MAP_HOSTS.test(host)) return /(^|\.)openstreetmap\.org$/.test(host) ? 'osm' : null;
  if (host.endsWith('map.baidu.com')) return 'baidu';
  return host.endsWith('map.qq.com') ? 'tencent' : 'amap';
}

const READERS: { readonly [source in Exclude<MapSource, 'numbers'>]: Reader } = {
  amap: (link) => {
    // `dev=1`: not yet shifted. `coordinate=wgs84` likewise.
    const raw = link.query.get('dev') === '1' || link.query.get('coordinate') === 'wgs84';
    const datum = raw ? 'wgs84' : 'gcj02';
    return (
      pairIn(link, ['position', 'to', 'dest', 'location', 'center', 'q', 'p'], datum) ??
      twoIn(
        link,
        [
          ['lng', 'lat'],
          ['lon', 'lat'],
          ['dlon', 'dlat'],
        ],
        datum,
      )
    );
  },
  baidu: (link) => {
    const kind = (link.query.get('coord_type') ?? '').toLowerCase();
    const datum = kind.startsWith('gcj') ? 'gcj02' : kind.startsWith('wgs') ? 'wgs84' : 'bd09';
    const [, x, y] = /@(\d{6,8}(?:\.\d+)?),(\d{6,8}(?:\.\d+)?)/.exec(link.path) ?? [];
    if (x !== undefined && y !== undefined) return bdMetresToGcj(Number(x), Number(y));
    return pairIn(link, ['location', 'destination', 'latlng', 'center'], datum);
  },
  tencent: (link) => {
    const datum = link.query.get('coord_type') === '1' ? 'wgs84' : 'gcj02';
    return (
      pairIn(link, ['marker', 'tocoord', 'coord', 'center', 'latlng'], datum) ??
      twoIn(link, [['pointx', 'pointy']], datum)
    );
  },
  apple: (link) => pairIn(link, ['coordinate', 'll', 'daddr', 'sll', 'center', 'q'], 'gcj02'),
  osm: (link) =>
    twoIn(link, [['mlon', 'mlat']], 'wgs84') ??
    pairOf(/map=\d+\/(-?[\d.]+)\/(-?[\d.]+)/.exec(link.fragment)?.slice(1, 3).join(',') ?? '', 'wgs84'),
  geo: (link) => pairOf(link.host, 'wgs84'),
};

/** The first of these parts that holds a pair: `39.9,116.4`, `coord:39.9,116.4;title:…`, `latlng:39.9,116.4|name:…`, `116.4,39.9,名`. */
function pairIn({ query }: Link, names: readonly string[], datum: Datum): Found | null {
  for (const name of names) {
    const found = pairOf(query.get(name) ?? '', datum);
    if (found !== null) return found;
  }
  return null;
}

function pairOf(text: string, datum: Datum): Found | null {
  const [whole, a, b] = PAIR.exec(text) ?? [];
  if (whole === undefined) return null;
  const rest = text.slice(text.indexOf(whole) + whole.length);
  const [, name] = /(?:title:|name:|^,)\s*([^,;|]+)/.exec(rest) ?? [];
  return { a: Number(a), b: Number(b), datum, name: name?.trim() ?? null };
}

function twoIn({ query }: Link, pairs: readonly (readonly [string, string])[], datum: Datum): Found | null {
  for (const [x, y] of pairs) {
    const found = pairOf(`${query.get(x) ?? ''},${query.get(y) ?? ''}`, datum);
    if (found !== null) return found;
  }
  return null;
}

function nameOf({ query }: Link): string | null {
  for (const key of ['name', 'title', 'poiname', 'destname', 'dname', 'toname', 'q']) {
    const name = query.get(key)?.trim() ?? '';
    if (name !== '' && !PAIR.test(name)) return name;
  }
  return null;
}

/** What a map app writes round its link: 【高德地图】 and an invitation to open it say nothing. */
function wordsBeside(text: string, url: string): string {
  return text
    .replace(url, ' ')
    .replace(/【[^】]*】|\[[^\]]*\]/g, ' ')
    .replace(/(点击|复制|打开|查看|来自|我在|我分享了|分享).{0,12}(地图|链接|位置)/g, ' ')
    .replace(/[\s，。,:：；;]+/g, ' ')
    .trim()
    .slice(0, 60);
}
