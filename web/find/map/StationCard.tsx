import { useEffect, useRef } from 'react';
import { stopHours } from '../../../shared/feed/map-rows.ts';
import type { ListRow, StationTable } from '../../../shared/feed/row.ts';
import type { Stop } from '../../../shared/station/station.ts';
import { ButtonLink, ToolButton } from '../../ui/parts/Button.tsx';
import { Icon } from '../../ui/parts/Icon.tsx';
import { Unseen } from '../../ui/parts/Shell.tsx';
import type { When } from '../../ui/station/answer.ts';
import type { Verdict } from '../../ui/station/judge.ts';
import { Lintel } from '../../ui/station/Lintel.tsx';
import { Provenance } from '../../ui/station/StationRow.tsx';
import { distanceParts, distanceText, travel, travelText } from '../../ui/words/distance.ts';
import { feeText, nameText, wayInText } from '../../ui/words/row.ts';
import type { Telling } from '../../ui/words/state.ts';
import { stopTimes } from '../../ui/words/stop.ts';
import css from './map.module.css';
import { doorLook } from './wanted.ts';

/** A station as the map tells of it. `distance` null: nobody knows where the person is. Metres. */
export type Carded = {
  readonly row: ListRow;
  readonly distance: number | null;
  readonly verdict: Verdict;
  /** Of a mobile station the stop that was chosen, which the rest is about. */
  readonly stop?: Stop | null;
};

type Props = {
  readonly one: Carded;
  readonly accuracy: number;
  readonly telling: Telling;
  readonly table: StationTable;
  readonly when: When;
  /** The entrance is told where there is room for it. */
  readonly withEntrance?: boolean;
  /** Null: it stands there by itself, not because somebody chose it. */
  readonly onClose: (() => void) | null;
};

/** The answer again, smaller: state, how far, how to get in, 带我去. */
export function StationCard({ one, accuracy, telling, table, when, withEntrance = false, onClose }: Props) {
  const { row, distance, verdict, stop = null } = one;
  const heading = useFocused(onClose === null ? null : row.code);
  return (
    <article>
      <Lintel verdict={verdict} telling={telling} />
      <div className={css.body}>
        <div className={css.title}>
          <h2 ref={heading} tabIndex={-1} className={css.name}>
            {nameText(row)}
          </h2>
          {distance !== null && <Far metres={distance} accuracy={accuracy} />}
          {onClose !== null && (
            <ToolButton aria-label="关闭" onClick={onClose}>
              <Icon name="close" />
            </ToolButton>
          )}
        </div>
        {withEntrance && row.entrance !== null && <p className={css.hint}>{row.entrance}</p>}
        <Facts row={row} distance={distance} />
        {stop === null ? (
          <StopLines row={row} table={table} when={when} />
        ) : (
          <StopList stops={[stop]} lead="停靠点：" />
        )}
        <Provenance row={row} telling={telling} />
        <div className={css.acts}>
          <ButtonLink weight="go" href={`/s/${row.code}?go=1`}>
            <Icon name="navigate" />
            带我去
          </ButtonLink>
          <ButtonLink weight="tall" href={`/s/${row.code}`}>
            详情
          </ButtonLink>
        </div>
      </div>
    </article>
  );
}

type Brief = Pick<Props, 'one' | 'accuracy' | 'telling'> & { readonly onUnfold: () => void };

/** Where letters are large and the screen is small: the state and how far, and the map keeps its room. */
export function BriefCard({ one, accuracy, telling, onUnfold }: Brief) {
  const { row, distance, verdict } = one;
  return (
    <article>
      <Unseen as="h2">{nameText(row)}</Unseen>
      <Lintel verdict={verdict} telling={telling} />
      <button type="button" className={css.more} aria-expanded={false} onClick={onUnfold}>
        {distance === null ? '' : distanceText(distance, accuracy)}
        <span>
          看看
          <Icon name="down" size="s" />
        </span>
      </button>
    </article>
  );
}

/** Whoever chose a station hears and sees it next. */
function useFocused(code: string | null) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (code !== null) heading.current?.focus({ preventScroll: true });
  }, [code]);
  return heading;
}

function Far({ metres, accuracy }: { metres: number; accuracy: number }) {
  const { value, unit } = distanceParts(metres, accuracy);
  return (
    <p className={css.far}>
      <b className={unit === '' ? css.beside : ''}>{value}</b>
      {unit !== '' && <span> {unit}</span>}
    </p>
  );
}

function Facts({ row, distance }: Pick<Carded, 'row' | 'distance'>) {
  const fee = feeText(row.access);
  const way = distance === null ? null : travel(distance);
  return (
    <p className={css.facts}>
      <b>
        <Icon name="door" size="s" />
        {wayInText(row.access)}
      </b>
      {fee !== null && (
        <b>
          <Icon name="free" size="s" />
          {fee}
        </b>
      )}
      {way !== null && (
        <span>
          <Icon name={way.by} size="s" />
          {travelText(way)}
        </span>
      )}
    </p>
  );
}

/** A mobile station: where it stands now, else where it stops and when. */
function StopLines({ row, table, when }: { row: ListRow; table: StationTable; when: When }) {
  if (row.kind !== 'mobile') return null;
  const station = table.station(row.code);
  if (station === null || 'op' in station || station.stops.length === 0) return null;
  const { stops, status } = station;
  const now = stops.find((stop) => {
    const look = doorLook({ hours: stopHours(stop, station.hours), status }, when);
    return look === 'open' || look === 'closing';
  });
  return now === undefined ? <StopList stops={stops} lead="" /> : <StopList stops={[now]} lead="现在停在 " />;
}

function StopList({ stops, lead }: { stops: readonly Stop[]; lead: string }) {
  return (
    <ul className={css.stops}>
      {stops.map((stop) => (
        <li key={`${stop.name}${stop.point.lng}`}>
          <Icon name="pin" size="s" />
          {lead}
          {stop.name}，{stopTimes(stop)}
        </li>
      ))}
    </ul>
  );
}
