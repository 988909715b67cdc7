import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { type Instant, instant } from '../../shared/kernel/instant.ts';
import type { Region } from '../../shared/station/region.ts';
import type { SyncState } from '../sync/state.ts';
import type { LocateState, Ports, Prefs, Source } from './ports.ts';

const PortsContext = createContext<Ports | null>(null);

export function PortsProvider({ ports, children }: { ports: Ports; children: ReactNode }) {
  return <PortsContext.Provider value={ports}>{children}</PortsContext.Provider>;
}

export function usePorts(): Ports {
  const ports = useContext(PortsContext);
  if (ports === null) throw new Error('a screen was rendered outside PortsProvider');
  return ports;
}

export function useSource<T>(source: Source<T>): T {
  return useSyncExternalStore(source.subscribe, source.get);
}

export const useSync = (): SyncState => useSource(usePorts().sync);
export const useLocate = (): LocateState => useSource(usePorts().locate);
export const usePrefs = (): Prefs => useSource(usePorts().prefs);

const MINUTE_MS = 60_000;

/** Now, cut to the whole minute, so that a screen renders again only when a word on it can change. */
export function useMinute(): Instant {
  const { clock } = usePorts();
  return useSyncExternalStore(clock.subscribe, () => instant(Math.floor(clock.now() / MINUTE_MS) * MINUTE_MS));
}

/** `undefined` while loading, null when there are none to be had. Loads once, when `wanted`. */
export function useRegions(wanted: boolean): readonly Region[] | null | undefined {
  const { regions } = usePorts();
  const [list, setList] = useState<readonly Region[] | null | undefined>(undefined);
  useEffect(() => {
    if (!wanted) return;
    let alive = true;
    regions.load().then((loaded) => {
      if (alive) setList(loaded);
    });
    return () => {
      alive = false;
    };
  }, [wanted, regions]);
  return list;
}
