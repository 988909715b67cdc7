import type { Map as LeafletMap } from 'leaflet';
import { useEffect, useState } from 'react';
import type { TileProvider } from '../../shared/wire/tiles.ts';
import type { GroundSupply } from '../sync/ground.ts';
import { usePorts, usePrefs } from '../ui/use-ports.tsx';
import { leadTo, placeOf } from './moves.ts';
import { crsOf, type Plane } from './plane.ts';
import { Tiles, type TilesState } from './tiles/Tiles.ts';

export type Street = {
  /** What the operator offers; empty: the builtin base alone. */
  readonly providers: readonly TileProvider[];
  /** Turned on by the person; null: the builtin base. */
  readonly provider: TileProvider | null;
  readonly state: TilesState;
  readonly plane: Plane;
  readonly choose: (id: string | null) => void;
};

/** Street tiles under the map: none, and no host asked, until the person turned one on. */
export function useTiles(map: LeafletMap | null, supply: GroundSupply | null): Street {
  const { prefs } = usePorts();
  const { tiles: chosen } = usePrefs();
  const providers = useProviders(supply);
  const provider = providers.find(({ id }) => id === chosen) ?? null;
  const [state, setState] = useState<TilesState>('coming');
  const [plane, setPlane] = useState<Plane>('gcj02');
  useEffect(() => {
    if (map === null) return;
    const wanted = provider?.crs ?? 'gcj02';
    if (map.options.crs !== crsOf(wanted)) {
      // Asked in the old plane, shown in the new one: the map goes on looking at the same place.
      const view = placeOf(map);
      map.options.crs = crsOf(wanted);
      // Leaflet lays everything out again, though neither place nor zoom changed.
      leadTo(map, view, { reset: true });
    }
    setPlane(wanted);
    setState('coming');
    if (provider === null) return;
    const tiles = new Tiles(map, provider, setState);
    return () => tiles.remove();
  }, [map, provider]);
  return { providers, provider, state, plane, choose: (id) => prefs.set({ tiles: id }) };
}

/** The offer kept from last time at once, then that of now where the server answers. */
function useProviders(supply: GroundSupply | null): readonly TileProvider[] {
  const [providers, setProviders] = useState<readonly TileProvider[]>([]);
  useEffect(() => {
    if (supply === null) return;
    let alive = true;
    setProviders((known) => same(known, supply.keptTiles()));
    supply.tiles().then((now) => {
      if (alive && now !== null) setProviders((known) => same(known, now));
    });
    return () => {
      alive = false;
    };
  }, [supply]);
  return providers;
}

/** The list in hand when nothing changed, so that tiles on the screen are not laid anew. */
function same(known: readonly TileProvider[], now: readonly TileProvider[]): readonly TileProvider[] {
  return JSON.stringify(known) === JSON.stringify(now) ? known : now;
}
