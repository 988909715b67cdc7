import { Link } from 'wouter';
import type { ListRow } from '../../../shared/feed/row.ts';
import { dayOf } from '../../../shared/kernel/instant.ts';
import { verdictOf } from '../../ui/station/answer.ts';
import { copyAge, isWeak } from '../../ui/station/copy-age.ts';
import { StateLine } from '../../ui/station/Lintel.tsx';
import { Provenance } from '../../ui/station/StationRow.tsx';
import { useMinute, useSync } from '../../ui/use-ports.tsx';
import { distanceParts, distanceText, travel, travelText } from '../../ui/words/distance.ts';
import { rowName } from '../../ui/words/row.ts';
import { stateWords } from '../../ui/words/state.ts';
import { markedParts } from './marked.ts';
import css from './search.module.css';

type Props = { row: ListRow; distance: number | null; typed: string };

export function FoundRow({ row, distance, typed }: Props) {
  const state = useSync();
  const now = useMinute();
  const verdict = verdictOf(row, { now, calendar: state.calendar, distance });
  const telling = { now, weak: isWeak(copyAge(state, now, row.code)) };
  const [before, hit, after] = markedParts(row.name, typed);
  const spoken = rowName(row, {
    distance: distance === null ? null : distanceText(distance, 0),
    state: stateWords(verdict, telling),
    today: dayOf(now),
    has: [],
  });
  return (
    <li>
      <Link href={`/s/${row.code}`} className={css.row} aria-label={spoken}>
        <span>
          <span className={css.name}>
            {before}
            {hit !== '' && <mark>{hit}</mark>}
            {after}
          </span>
          <span className={css.hint}>{row.address}</span>
          <span className={css.state}>
            <StateLine verdict={verdict} telling={telling} />
          </span>
          <Provenance row={row} telling={telling} />
        </span>
        {distance !== null && <Far metres={distance} />}
      </Link>
    </li>
  );
}

function Far({ metres }: { metres: number }) {
  const { value, unit } = distanceParts(metres, 0);
  return (
    <span className={css.far}>
      <b>
        {value}
        {unit !== '' && <small>{unit}</small>}
      </b>
      <span>{travelText(travel(metres))}</span>
    </span>
  );
}
