import { useMemo } from 'react';
import { stopHours } from '../../../shared/feed/map-rows.ts';
import type { ListRow, StationTable } from '../../../shared/feed/row.ts';
import { metresBetween } from '../../../shared/geo/distance.ts';
import type { Gcj02 } from '../../../shared/geo/point.ts';
import type { Stop } from '../../../shared/station/station.ts';
import type { Chosen } from '../../map/stations/StationMarks.tsx';
import { verdictOf, type When } from '../../ui/station/answer.ts';
import { useMinute, useSync } from '../../ui/use-ports.tsx';
import type { FindProps } from '../props.ts';
import type { Carded } from './StationCard.tsx';
import { nearestStop, type Picked } from './use-picked.ts';

export type Card = {
  readonly one: Carded | null;
  /** Whether somebody chose it; else it is the nearest open one. */
  readonly isChosen: boolean;
  /** To be ringed; the same array for the same station. */
  readonly codes: readonly Chosen[];
  readonly when: When;
};

/** What the sheet tells of: the chosen station, else the answer of the list. */
export function useCard({ near, placed }: Pick<FindProps, 'near' | 'placed'>, picked: Picked | null): Card {
  const { table, calendar } = useSync();
  const now = useMinute();
  const when = useMemo(() => ({ now, calendar }), [now, calendar]);
  const from = placed.anchor?.point ?? null;
  const chosen = useMemo(
    () => (table === null || picked === null ? null : cardOf(picked, { table, from, when })),
    [table, picked, from, when],
  );
  const one = chosen ?? near.list?.hero ?? null;
  const code = one?.row.code ?? null;
  const at = picked !== null && picked.code === code ? picked.at : null;
  const codes = useMemo(() => (code === null ? [] : [{ code, at }]), [code, at]);
  return { one, isChosen: chosen !== null, codes, when };
}

type Asked = { readonly table: StationTable; readonly from: Gcj02 | null; readonly when: When };

/** Of a mobile station the stop that was chosen is told of: how far that is, and whether it stands there now. */
function cardOf({ code, at }: Picked, { table, from, when }: Asked): Carded | null {
  const row = table.row(code);
  if (row === null) return null;
  const stop = row.kind === 'mobile' ? nearestStop(table, code, at) : null;
  const told = stop === null ? row : rowAt(row, stop);
  const distance = from === null ? null : metresBetween(from, told.point);
  return { row: told, stop, distance, verdict: verdictOf(told, { ...when, distance }) };
}

export function rowAt(row: ListRow, stop: Stop): ListRow {
  return { ...row, point: stop.point, hours: stopHours(stop, row.hours) };
}
