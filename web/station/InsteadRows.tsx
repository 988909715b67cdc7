import { useMemo } from 'react';
import type { StationTable } from '../../shared/feed/row.ts';
import type { Gcj02 } from '../../shared/geo/point.ts';
import type { StationCode } from '../../shared/station/code.ts';
import { CallUnion } from '../ui/parts/CallUnion.tsx';
import { Rows, StationRow } from '../ui/station/StationRow.tsx';
import { useHere } from '../ui/use-here.ts';
import { useMinute, useSync } from '../ui/use-ports.tsx';
import type { Telling } from '../ui/words/state.ts';
import { type Instead, openInstead } from './near.ts';
import css from './station.module.css';

type Ask = {
  table: StationTable;
  near: { readonly code: StationCode | null; readonly point: Gcj02 | null };
  wanted: boolean;
};

/** Open ones near the person, or near the shut station when nobody knows where the person is. */
export function useInstead({ table, near, wanted }: Ask): readonly Instead[] {
  const here = useHere();
  const { calendar } = useSync();
  const now = useMinute();
  const from = here?.point ?? near.point;
  const { code } = near;
  return useMemo(
    () => (wanted && from !== null ? openInstead(table, from, { without: code, when: { now, calendar } }) : []),
    [table, from, code, wanted, now, calendar],
  );
}

export function InsteadRows({
  all,
  telling,
  accuracy,
}: {
  all: readonly Instead[];
  telling: Telling;
  accuracy: number;
}) {
  if (all.length === 0) {
    return (
      <div className={css.section}>
        <p className={css.row}>附近这会儿没有别的开着。</p>
        <div className={css.stack}>
          <CallUnion />
        </div>
      </div>
    );
  }
  return (
    <>
      <h2 className={css.heading}>去这几个，现在开着</h2>
      <Rows>
        {all.map(({ row, distance, verdict }) => (
          <StationRow key={row.code} row={row} standing={{ distance, accuracy, verdict }} telling={telling} />
        ))}
      </Rows>
    </>
  );
}
