import { isNumber, isText, listOf, oneOf, shapeOf } from '../feed/guard.ts';

/**
 * Street tiles the operator of a server offers, as phones get them. `urls`: one template a layer, lowest first, with `{z}`,
 * `{x}`, `{y}` and `{s}` (one of `subdomains`); a key is already in it. `crs`: the datum whose Mercator plane the tiles are
 * cut from. `tms` counts y from the south. `minZoom`–`maxZoom`: what the host has; the map enlarges beyond.
 */
export type TileProvider = {
  readonly id: string;
  readonly name: string;
  readonly kind: 'xyz' | 'tms' | 'wmts';
  readonly urls: readonly string[];
  readonly subdomains: readonly string[];
  readonly crs: 'wgs84' | 'gcj02';
  readonly attribution: string;
  /** 审图号, shown whenever the tiles are. */
  readonly reviewNumber: string;
  readonly minZoom: number;
  readonly maxZoom: number;
};

const isTexts = listOf(isText);
const isProvider = shapeOf({
  id: isText,
  name: isText,
  kind: oneOf<TileProvider['kind']>(['xyz', 'tms', 'wmts']),
  urls: isTexts,
  subdomains: isTexts,
  crs: oneOf<TileProvider['crs']>(['wgs84', 'gcj02']),
  attribution: isText,
  reviewNumber: isText,
  minZoom: isNumber,
  maxZoom: isNumber,
});

/** The `tiles` of a config reply; what is no provider, or bears no attribution or review number, is left out. */
export function tileProvidersIn(config: unknown): readonly TileProvider[] {
  if (typeof config !== 'object' || config === null) return [];
  const tiles: unknown = Reflect.get(config, 'tiles');
  if (!Array.isArray(tiles)) return [];
  return tiles.filter(isProvider).filter(({ attribution, reviewNumber }) => attribution !== '' && reviewNumber !== '');
}

/** Whether the host of the tiles is the app's own: then nobody else sees where the map looks. */
export function isOwnHost({ urls }: TileProvider): boolean {
  return urls.every((url) => url.startsWith('/') && !url.startsWith('//'));
}
