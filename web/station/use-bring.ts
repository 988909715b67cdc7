import { useEffect } from 'react';
import { codeParts, parseCode, type StationCode } from '../../shared/station/code.ts';
import type { Region, RegionCode } from '../../shared/station/region.ts';
import { cityOf } from '../ui/city-of.ts';
import { usePorts, useRegions, useSync } from '../ui/use-ports.tsx';

/**
 * Whoever scans a plaque wants that station, wherever the phone is: the code names a county, and its city is fetched
 * when the phone knows nothing of the code. True while it may still come.
 */
export function useBring(text: string): boolean {
  const { sync } = usePorts();
  const { phase, table, problem } = useSync();
  const code = parseCode(text);
  const wanted = phase !== 'reading' && code.ok && (table === null || table.station(code.value) === null);
  const regions = useRegions(wanted);
  const city = code.ok && regions ? issuedIn(code.value, regions) : null;
  useEffect(() => {
    if (wanted && city !== null) sync.ensureCity(city);
  }, [wanted, city, sync]);
  return wanted && problem === null && (regions === undefined || city !== null);
}

/** A county that has been merged away since is looked for in the city its code still begins with. */
function issuedIn(code: StationCode, regions: readonly Region[]): RegionCode | null {
  const county = String(codeParts(code).region);
  const own =
    regions.find((one) => one.code === county) ?? regions.find((one) => one.code === `${county.slice(0, 4)}00`);
  return own === undefined ? null : cityOf(own);
}
