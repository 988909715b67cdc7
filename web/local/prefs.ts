import { isNumber, isText, jsonOf, listOf, oneOf, shapeOf } from '../../shared/feed/guard.ts';
import { type Gcj02, gcj02, isInChinaBox } from '../../shared/geo/point.ts';
import { type Instant, instant } from '../../shared/kernel/instant.ts';
import { isRegionCode, type RegionCode } from '../../shared/station/region.ts';
import { type Cell, cell } from '../platform/cell.ts';
import type { KeyValue } from '../platform/key-value.ts';

/** The place the last list was sorted by; it never leaves the phone. */
type LastPlace = {
  readonly point: Gcj02;
  readonly accuracy: number;
  readonly at: Instant;
  readonly label: string;
};
type Theme = 'auto' | 'light' | 'dark' | 'sun';
type TextSize = 'normal' | 'elder';
type TravelMode = 'walk' | 'ride' | 'drive';
type MapApp = 'amap' | 'baidu' | 'tencent' | 'apple';
/** When the national part comes: on any line, by itself on Wi-Fi only, or never. */
type CoreWish = 'on' | 'ask' | 'off';
type GoBy = { readonly app: MapApp; readonly mode: TravelMode };
export type Prefs = {
  readonly theme: Theme;
  readonly size: TextSize;
  readonly lastPlace: LastPlace | null;
  readonly goBy: GoBy | null;
  readonly wechatSeen: boolean;
  readonly shifted: boolean;
  readonly places: readonly RegionCode[];
  readonly core: CoreWish;
  readonly tiles: string | null;
};

export type PrefsStore = Pick<Cell<Prefs>, 'get' | 'subscribe'> & { set(change: Partial<Prefs>): void };

const KEY = 'prefs';
const isTheme = oneOf<Theme>(['auto', 'light', 'dark', 'sun']);
const isSize = oneOf<TextSize>(['normal', 'elder']);
const isCoreWish = oneOf<CoreWish>(['on', 'ask', 'off']);
const isGoBy = shapeOf({
  app: oneOf<MapApp>(['amap', 'baidu', 'tencent', 'apple']),
  mode: oneOf<TravelMode>(['walk', 'ride', 'drive']),
});
const isPlaces = listOf((value: unknown): value is RegionCode => isText(value) && isRegionCode(value));
const MOST_PLACES = 4;
const isPlace = shapeOf({
  point: shapeOf({ lng: isNumber, lat: isNumber }),
  accuracy: isNumber,
  at: isNumber,
  label: isText,
});

/** Kept where it can be read before the first picture, so that nothing jumps: colours, size, and the last place. */
export function openPrefs(notes: KeyValue, usual: Prefs): PrefsStore {
  const state = cell(readPrefs(notes.get(KEY), usual));
  return {
    get: state.get,
    subscribe: state.subscribe,
    set: (change) => {
      const next = { ...state.get(), ...change };
      notes.put(KEY, JSON.stringify(next));
      state.put(next);
    },
  };
}

/** Each field for itself: one that cannot be read is as usual, the others stay. */
export function readPrefs(text: string | null, usual: Prefs): Prefs {
  const value = text === null ? undefined : jsonOf(text);
  if (typeof value !== 'object' || value === null) return usual;
  const theme: unknown = Reflect.get(value, 'theme');
  const size: unknown = Reflect.get(value, 'size');
  const goBy: unknown = Reflect.get(value, 'goBy');
  const places: unknown = Reflect.get(value, 'places');
  const core: unknown = Reflect.get(value, 'core');
  const tiles: unknown = Reflect.get(value, 'tiles');
  return {
    theme: isTheme(theme) ? theme : usual.theme,
    size: isSize(size) ? size : usual.size,
    lastPlace: readPlace(Reflect.get(value, 'lastPlace')) ?? usual.lastPlace,
    goBy: isGoBy(goBy) ? goBy : usual.goBy,
    wechatSeen: Reflect.get(value, 'wechatSeen') === true,
    shifted: Reflect.get(value, 'shifted') === true,
    places: isPlaces(places) ? places.slice(0, MOST_PLACES) : usual.places,
    core: isCoreWish(core) ? core : usual.core,
    tiles: isText(tiles) ? tiles : usual.tiles,
  };
}

function readPlace(value: unknown): LastPlace | null {
  if (!isPlace(value) || !isInChinaBox(value.point)) return null;
  const { point, accuracy, at, label } = value;
  return { point: gcj02(point.lng, point.lat), accuracy, at: instant(at), label };
}
