import { decodeBorders } from '../../../shared/geo/borders.ts';
import { netOf } from './net.ts';
import { type Atlas, atlasOf } from './paint.ts';
import type { Scene } from './scene.ts';

/** To the painter. `borders` replaces what it had: the country, then the counties when they have come. */
export type Order =
  | { readonly kind: 'borders'; readonly parts: readonly Uint8Array[] }
  | { readonly kind: 'paint'; readonly id: number; readonly scene: Scene };

/** From the painter: the picture of the scene of that order, and the names in its box from the middle outwards. */
export type Report = { readonly id: number; readonly picture: ImageBitmap; readonly names: readonly string[] };

/** A file that cannot be read draws nothing; the one before it still does. */
export function atlasFrom(parts: readonly Uint8Array[]): Atlas {
  const nets = [];
  for (const part of parts) {
    const read = decodeBorders(part);
    if (!read.ok) break;
    nets.push(netOf(read.value));
  }
  return atlasOf(nets);
}
