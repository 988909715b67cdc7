import { useEffect, useMemo } from 'react';
import type { ListRow, StationTable } from '../../shared/feed/row.ts';
import type { Gcj02 } from '../../shared/geo/point.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import { type CopyAge, copyAge, isWeak } from '../ui/station/copy-age.ts';
import { useMinute, usePorts, useSync } from '../ui/use-ports.tsx';
import { distanceText } from '../ui/words/distance.ts';
import { announceText } from '../ui/words/find.ts';
import { placeLabel } from '../ui/words/place.ts';
import type { Telling } from '../ui/words/state.ts';
import type { Anchor } from './anchor.ts';
import type { Filters } from './filters.ts';
import { type Ask, makeList, type NearList, REACH } from './list.ts';
import type { Placed } from './use-anchor.ts';

export type Near = {
  /** Null while there is no table or no place to measure from. */
  readonly list: NearList | null;
  readonly ask: Ask | null;
  readonly now: Instant;
  readonly telling: Telling;
  readonly age: CopyAge;
  /** Of the fix, metres. */
  readonly accuracy: number;
  /** `二七区德化街一带`, when a station near by gives the place a name. */
  readonly label: string | null;
  readonly announce: string;
};

/** The list for the place in use, made again when the minute, the table, the place or the filters change. */
export function useNear({ anchor, region }: Placed, filters: Filters): Near {
  const { table, calendar, ...state } = useSync();
  const now = useMinute();
  const ask = useMemo<Ask | null>(
    () => (table === null || anchor === null ? null : { table, from: anchor.point, filters, now, calendar }),
    [table, anchor, filters, now, calendar],
  );
  const list = useMemo(() => (ask === null ? null : makeList(ask)), [ask]);
  const nearest = useMemo(
    () => (table === null || anchor === null ? null : nearestRow(table, anchor.point)),
    [table, anchor],
  );
  const label = region?.name ?? (nearest === null ? null : placeLabel(nearest.address, nearest.name));
  useSavedPlace(anchor, label);
  const accuracy = anchor !== null && 'accuracy' in anchor ? anchor.accuracy : 0;
  const age = copyAge({ ...state, table, calendar }, now, nearest?.code ?? null);
  return {
    list,
    ask,
    now,
    telling: { now, weak: isWeak(age) },
    age,
    accuracy,
    label,
    announce: announceOf(list, accuracy),
  };
}

function announceOf(list: NearList | null, accuracy: number): string {
  if (list === null) return '';
  const open = list.hero === null ? 0 : list.rows.length + 1;
  return announceText(open, list.hero === null ? null : distanceText(list.hero.distance, accuracy));
}

function nearestRow(table: StationTable, from: Gcj02): ListRow | null {
  const [first] = table.nearest({ from, want: [], wantAny: [], unknownToo: false, k: 1, passes: null });
  return first === undefined || first.distance > REACH ? null : first.row;
}

/** Kept on the phone so that the next visit begins with a list. */
function useSavedPlace(anchor: Anchor | null, label: string | null): void {
  const { prefs } = usePorts();
  useEffect(() => {
    if (anchor?.kind !== 'fix' || label === null) return;
    const { point, accuracy, at } = anchor;
    if (prefs.get().lastPlace?.at !== at) prefs.set({ lastPlace: { point, accuracy, at, label } });
  }, [anchor, label, prefs]);
}
