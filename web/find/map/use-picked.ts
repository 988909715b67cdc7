import { useMemo, useState } from 'react';
import type { StationTable } from '../../../shared/feed/row.ts';
import { metresBetween } from '../../../shared/geo/distance.ts';
import type { Gcj02 } from '../../../shared/geo/point.ts';
import type { StationCode } from '../../../shared/station/code.ts';
import type { Stop } from '../../../shared/station/station.ts';
import type { Fragment } from '../../ui/fragment.ts';
import { useSync } from '../../ui/use-ports.tsx';

/** The chosen station and which of its places: a mobile one is a mark at each stop. */
export type Picked = { readonly code: StationCode; readonly at: Gcj02 };

/** What the address says was chosen, at the mark that was tapped; of an address alone, at the place nearest to its view. */
export function usePicked({ selected, view }: Fragment, from: Gcj02 | null) {
  const { table } = useSync();
  const [tapped, tap] = useState<Picked | null>(null);
  const [start] = useState(view?.centre ?? null);
  const picked = useMemo((): Picked | null => {
    if (selected === null) return null;
    if (tapped?.code === selected) return tapped;
    const row = table?.row(selected) ?? null;
    if (table === null || row === null) return null;
    const stop = row.kind === 'mobile' ? nearestStop(table, selected, start ?? from ?? row.point) : null;
    return { code: selected, at: stop?.point ?? row.point };
  }, [selected, tapped, table, start, from]);
  return [picked, tap] as const;
}

/** Of a mobile station; null when its stops are not on this phone. */
export function nearestStop(table: StationTable, code: StationCode, to: Gcj02): Stop | null {
  const station = table.station(code);
  if (station === null || 'op' in station) return null;
  const far = ({ point }: Stop): number => metresBetween(to, point);
  return station.stops.reduce<Stop | null>((best, one) => (best !== null && far(best) <= far(one) ? best : one), null);
}
