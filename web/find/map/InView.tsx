import { useMemo, useState } from 'react';
import type { ListRow, StationTable } from '../../../shared/feed/row.ts';
import { type Gcj02, gcj02 } from '../../../shared/geo/point.ts';
import type { StationCode } from '../../../shared/station/code.ts';
import type { MapPlace } from '../../map/ground.ts';
import { nearestShown } from '../../map/stations/pick.ts';
import { latOf, lngOf } from '../../map/stations/plot.ts';
import type { Stations } from '../../map/stations/StationMarks.tsx';
import { Icon } from '../../ui/parts/Icon.tsx';
import { verdictOf, type When } from '../../ui/station/answer.ts';
import { Rows, StationRow } from '../../ui/station/StationRow.tsx';
import type { Telling } from '../../ui/words/state.ts';
import css from './map.module.css';
import { rowAt } from './use-card.ts';
import { addressOf } from './use-map.ts';
import { nearestStop, type Picked } from './use-picked.ts';
import { boxOfView, middleOf, type Sight } from './view.ts';

const MOST = 20;

type Props = {
  readonly stations: Stations;
  readonly table: StationTable;
  readonly view: MapPlace;
  readonly sight: Sight;
  /** Where distances begin; null: the middle of the map, and none is told. */
  readonly from: Gcj02 | null;
  readonly accuracy: number;
  readonly when: When;
  readonly telling: Telling;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  /** Which of its marks a row stands for, before its link chooses the station. */
  readonly onTap: (picked: Picked) => void;
};

/** The map in words: what stands in view, nearest first, each a link that chooses it. Keyboard and screen readers go by it. */
export function InView(props: Props) {
  const { isOpen, onToggle } = props;
  return (
    <div className={css.inView}>
      <button type="button" className={css.more} aria-expanded={isOpen} onClick={onToggle}>
        视野里的站点
        <span>
          {isOpen ? '收起' : '看看'}
          <span className={isOpen ? css.turned : ''}>
            <Icon name="down" size="s" />
          </span>
        </span>
      </button>
      {isOpen && <SeenRows {...props} />}
    </div>
  );
}

function SeenRows({ stations, table, view, sight, from, accuracy, when, telling, onTap }: Props) {
  const { rows, total } = useMemo(() => {
    const box = boxOfView(view, sight);
    return nearestShown(stations.plot, stations.shown, { box, from: from ?? middleOf(view, sight), most: MOST });
  }, [stations, view, sight, from]);
  const seen = rows.flatMap(({ row, code, distance }) => {
    const one = rowSeen(table, code, placeOf(stations, row));
    return one === null ? [] : [{ at: row, one, distance }];
  });
  if (total === 0) return <p className={css.none}>视野里没有合适的站点，挪一挪地图，或者少选几样。</p>;
  return (
    <>
      <p className={css.none}>{total > MOST ? `${total} 个里最近的 ${MOST} 个` : `${total} 个`}</p>
      <Rows>
        {seen.map(({ at, one, distance }) => (
          <StationRow
            key={at}
            href={addressOf(one.code)}
            row={one}
            standing={standingOf(one, { distance: from === null ? null : distance, accuracy, when })}
            telling={telling}
            onTap={() => onTap({ code: one.code, at: one.point })}
          />
        ))}
      </Rows>
    </>
  );
}

/** Of a mobile station the stop that stands there. */
function rowSeen(table: StationTable, code: StationCode, at: Gcj02): ListRow | null {
  const row = table.row(code);
  const stop = row?.kind === 'mobile' ? nearestStop(table, code, at) : null;
  return row === null || stop === null ? row : rowAt(row, stop);
}

function placeOf({ plot }: Stations, row: number): Gcj02 {
  return gcj02(lngOf(plot.x[row] ?? 0), latOf(plot.y[row] ?? 0));
}

type Where = { readonly distance: number | null; readonly accuracy: number; readonly when: When };

function standingOf(row: ListRow, { distance, accuracy, when }: Where) {
  return { distance, accuracy, verdict: verdictOf(row, { ...when, distance }) };
}

/** Whether the list is unfolded, and how to fold it: choosing from it folds it. */
export function useUnfolded(selected: string | null) {
  const [openFor, setOpenFor] = useState<{ readonly at: string | null } | null>(null);
  const isOpen = openFor !== null && openFor.at === selected;
  return {
    isOpen,
    toggle: () => setOpenFor(isOpen ? null : { at: selected }),
    unfold: () => setOpenFor({ at: selected }),
  };
}
