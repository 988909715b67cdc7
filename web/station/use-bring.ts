import { useEffect } from 'react';
import { codeParts, parseCode, type StationCode } from '../../shared/station/code.ts';
import type { Region, RegionCode } from '../../shared/station/region.ts';
import { cityOf } from '../ui/city-of.ts';
import { usePorts, useRegions, useSync } from '../ui/use-ports.tsx';

/** `idle`: nothing to fetch. `coming`: its city may still come. `done`: it is here, or cannot be had. */
export type Bringing = 'idle' | 'coming' | 'done';

/**
 * Whoever scans a plaque wants that station, wherever the phone is: the code names a county, and its city is fetched
 * when the phone knows nothing of the code.
 */
export function useBring(text: string): Bringing {
  const { sync } = usePorts();
  const { phase, table, cities, problem } = useSync();
  const code = parseCode(text);
  const wanted = phase !== 'reading' && code.ok && (table === null || table.station(code.value) === null);
  const regions = useRegions(wanted);
  const city = code.ok && regions ? issuedIn(code.value, regions) : null;
  useEffect(() => {
    if (wanted && city !== null) sync.ensureCity(city);
  }, [wanted, city, sync]);
  if (!wanted) return 'idle';
  if (problem !== null || regions === null || (regions !== undefined && city === null)) return 'done';
  return cities.some(({ region }) => region === city) ? 'done' : 'coming';
}

/** A county that has been merged away since is looked for in the city its code still begins with. */
function issuedIn(code: StationCode, regions: readonly Region[]): RegionCode | null {
  const county = String(codeParts(code).region);
  const own =
    regions.find((one) => one.code === county) ?? regions.find((one) => one.code === `${county.slice(0, 4)}00`);
  return own === undefined ? null : cityOf(own);
}
