import chinaUrl from '../../data/outline/outline-china.bin?url';
import countiesUrl from '../../data/outline/outline-counties.bin?url';
import { jsonOf } from '../../shared/feed/guard.ts';
import { type TileProvider, tileProvidersIn } from '../../shared/wire/tiles.ts';
import type { Http } from '../platform/http.ts';
import type { KeyValue } from '../platform/key-value.ts';

/** What the ground of the map is made of: borders that come with the app, and tiles the operator offers. */
export type GroundSupply = {
  /** Bytes of shared/geo/borders.ts; null when they can be had neither from the phone nor from the server. */
  borders(part: 'china' | 'counties'): Promise<Uint8Array | null>;
  /** The offer the server made last, kept for when it cannot be asked. */
  keptTiles(): readonly TileProvider[];
  /** The offer of now; null when the server cannot be asked. */
  tiles(): Promise<readonly TileProvider[] | null>;
};

const CONFIG = '/api/v1/config';
const KEY = 'tiles';
const URLS = { china: chinaUrl, counties: countiesUrl } as const;

export function groundSupply(http: Http, notes: KeyValue): GroundSupply {
  return {
    borders: async (part) => {
      const answer = await http.bytes(URLS[part]);
      return answer.ok ? answer.value : null;
    },
    keptTiles: () => tileProvidersIn({ tiles: jsonOf(notes.get(KEY) ?? 'null') }),
    tiles: async () => {
      const answer = await http.json(CONFIG);
      if (!answer.ok) return null;
      const offered = tileProvidersIn(answer.value);
      if (offered.length === 0) notes.remove(KEY);
      else notes.put(KEY, JSON.stringify(offered));
      return offered;
    },
  };
}
