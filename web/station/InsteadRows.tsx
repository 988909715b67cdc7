import { useMemo } from 'react';
import type { StationTable } from '../../shared/feed/row.ts';
import type { Gcj02 } from '../../shared/geo/point.ts';
import type { StationCode } from '../../shared/station/code.ts';
import type { PublicStation } from '../../shared/station/station.ts';
import { CallUnion } from '../ui/parts/CallUnion.tsx';
import { Rows, StationRow } from '../ui/station/StationRow.tsx';
import { useHere } from '../ui/use-here.ts';
import { useMinute, useSync } from '../ui/use-ports.tsx';
import type { Telling } from '../ui/words/state.ts';
import { thingWord } from '../ui/words/thing.ts';
import { betterEquipped, type Instead, openInstead, withMore } from './near.ts';
import css from './station.module.css';

type Ask = {
  table: StationTable;
  near: { readonly code: StationCode | null; readonly point: Gcj02 | null };
};

/** Open ones near the person, or near the station when nobody knows where the person is. */
export function useInstead({ table, near }: Ask): readonly Instead[] {
  const here = useHere();
  const { calendar } = useSync();
  const now = useMinute();
  const from = here?.point ?? near.point;
  const { code } = near;
  return useMemo(
    () => (from === null ? [] : openInstead(table, from, { without: code, when: { now, calendar } })),
    [table, from, code, now, calendar],
  );
}

type RowsProps = { all: readonly Instead[]; telling: Telling; accuracy: number };

/** Where to go instead: right below a door that is shut. `fromHere` false: the distances are from the shut station. */
export function InsteadRows({ all, telling, accuracy, fromHere }: RowsProps & { fromHere: boolean }) {
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
      <h2 className={css.heading}>{fromHere ? '去这几个，现在开着' : '离它最近、现在开着的'}</h2>
      <ListOf all={all} telling={telling} accuracy={accuracy} />
    </>
  );
}

type OtherProps = {
  station: PublicStation;
  table: StationTable;
  instead: readonly Instead[];
  telling: Telling;
  /** Said above already, because this door is shut. */
  isShut: boolean;
};

/** The page's end: what else is open near by, what has more, and who has what is missing here. */
export function Others({ station, table, instead, telling, isShut }: OtherProps) {
  const here = useHere();
  const accuracy = here?.accuracy ?? 0;
  const { fuller, lacking } = useBetter({ station, table, instead });
  const near = isShut ? [] : instead.map((one) => withMore(one, station));
  return (
    <>
      {near.length > 0 && (
        <section aria-label="附近还开着的">
          <h2 className={css.heading}>{here === null ? '它附近还开着的' : '附近还开着的'}</h2>
          <ListOf all={near} telling={telling} accuracy={accuracy} />
        </section>
      )}
      {fuller.length > 0 && (
        <section aria-label="东西更全的">
          <h2 className={css.heading}>这里有的都有，还更全</h2>
          <ListOf all={fuller} telling={telling} accuracy={accuracy} />
        </section>
      )}
      {lacking.length > 0 && (
        <section aria-label="有这里没有的">
          <h2 className={css.heading}>{lackingTitle(lacking)}</h2>
          <ListOf all={lacking} telling={telling} accuracy={accuracy} />
        </section>
      )}
    </>
  );
}

/** `有微波炉的最近一个`, or without the thing's name when there are several. */
function lackingTitle(lacking: readonly Instead[]): string {
  const [first] = lacking;
  const [thing] = first?.more ?? [];
  return lacking.length === 1 && thing !== undefined ? `有${thingWord(thing)}的最近一个` : '有这里没有的，最近的';
}

function useBetter({ station, table, instead }: Pick<OtherProps, 'station' | 'table' | 'instead'>) {
  const here = useHere();
  const { calendar } = useSync();
  const now = useMinute();
  const from = here?.point ?? station.point;
  return useMemo(
    () =>
      betterEquipped(table, station, {
        from,
        when: { now, calendar },
        shown: instead.map(({ row }) => row.code),
      }),
    [table, station, from, now, calendar, instead],
  );
}

/** More than this is a list nobody reads. */
const MORE_SAID = 3;

function ListOf({ all, telling, accuracy }: RowsProps) {
  return (
    <Rows>
      {all.map(({ row, distance, verdict, more }) => (
        <StationRow
          key={row.code}
          row={row}
          standing={{ distance, accuracy, verdict }}
          telling={telling}
          has={more.length === 0 ? [] : [`还有${more.slice(0, MORE_SAID).map(thingWord).join('、')}`]}
        />
      ))}
    </Rows>
  );
}
