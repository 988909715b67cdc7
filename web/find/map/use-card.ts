import { useMemo } from 'react';
import { metresBetween } from '../../../shared/geo/distance.ts';
import type { StationCode } from '../../../shared/station/code.ts';
import { verdictOf, type When } from '../../ui/station/answer.ts';
import { useMinute, useSync } from '../../ui/use-ports.tsx';
import type { FindProps } from '../props.ts';
import type { Carded } from './StationCard.tsx';

export type Card = {
  readonly one: Carded | null;
  /** Whether somebody chose it; else it is the nearest open one. */
  readonly isChosen: boolean;
  /** To be ringed; the same array for the same station. */
  readonly codes: readonly StationCode[];
  readonly when: When;
};

/** What the sheet tells of: the chosen station, else the answer of the list. */
export function useCard({ near, placed }: Pick<FindProps, 'near' | 'placed'>, selected: StationCode | null): Card {
  const { table, calendar } = useSync();
  const now = useMinute();
  const when = useMemo(() => ({ now, calendar }), [now, calendar]);
  const from = placed.anchor?.point ?? null;
  const row = useMemo(() => (table === null || selected === null ? null : table.row(selected)), [table, selected]);
  const chosen = useMemo((): Carded | null => {
    if (row === null) return null;
    const distance = from === null ? null : metresBetween(from, row.point);
    return { row, distance, verdict: verdictOf(row, { ...when, distance }) };
  }, [row, from, when]);
  const one = chosen ?? near.list?.hero ?? null;
  const code = one?.row.code ?? null;
  const codes = useMemo(() => (code === null ? [] : [code]), [code]);
  return { one, isChosen: chosen !== null, codes, when };
}
