import type { TileProvider } from '../../../shared/wire/tiles.ts';
import type { GroundSupply } from '../../../web/sync/ground.ts';

const URLS = {
  china: new URL('../../../data/outline/outline-china.bin', import.meta.url),
  counties: new URL('../../../data/outline/outline-counties.bin', import.meta.url),
} as const;

/** The real borders, and the tiles a scene offers. */
export function galleryGround(tiles: readonly TileProvider[]): GroundSupply {
  return {
    borders: async (part) => new Uint8Array(await (await fetch(URLS[part])).arrayBuffer()),
    keptTiles: () => tiles,
    tiles: async () => tiles,
  };
}
