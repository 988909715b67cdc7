import { Link } from 'wouter';
import type { Match } from '../../../shared/feed/row.ts';
import { dayOf } from '../../../shared/kernel/instant.ts';
import { verdictOf } from '../../ui/station/answer.ts';
import { copyAge, isWeak } from '../../ui/station/copy-age.ts';
import { StateLine } from '../../ui/station/Lintel.tsx';
import { Provenance } from '../../ui/station/StationRow.tsx';
import type { Here } from '../../ui/use-here.ts';
import { useMinute, useSync } from '../../ui/use-ports.tsx';
import { distanceParts, distanceText, travel, travelText } from '../../ui/words/distance.ts';
import { nameText, rowName } from '../../ui/words/row.ts';
import { stateWords } from '../../ui/words/state.ts';
import { Marked } from './Marked.tsx';
import { literalMarks } from './marked.ts';
import { type OptionProps, optionDress } from './option.ts';
import css from './search.module.css';

type Props = { match: Match; typed: string; here: Here | null; option: OptionProps };

/** One answer of the list of answers, as a link: a tap opens it, and so does Enter in the field. */
export function FoundRow({ match, typed, here, option }: Props) {
  const { row, marks } = match;
  const state = useSync();
  const now = useMinute();
  const distance = here === null ? null : match.distance;
  const verdict = verdictOf(row, { now, calendar: state.calendar, distance });
  const telling = { now, weak: isWeak(copyAge(state, now, row.code)) };
  const spoken = rowName(row, {
    distance: distance === null ? null : distanceText(distance, here?.accuracy ?? 0),
    state: stateWords(verdict, telling),
    today: dayOf(now),
    has: [],
  });
  return (
    <li role="none">
      <Link href={`/s/${row.code}`} {...optionDress(option, css.row)} aria-label={spoken}>
        <span>
          <span className={css.name}>{row.name === '' ? nameText(row) : <Marked name={row.name} marks={marks} />}</span>
          {row.address !== '' && (
            <span className={css.hint}>
              <Marked name={row.address} marks={literalMarks(row.address, typed)} />
            </span>
          )}
          <span className={css.state}>
            <StateLine verdict={verdict} telling={telling} />
          </span>
          <Provenance row={row} telling={telling} />
        </span>
        {distance !== null && <Far metres={distance} accuracy={here?.accuracy ?? 0} />}
      </Link>
    </li>
  );
}

function Far({ metres, accuracy }: { metres: number; accuracy: number }) {
  const { value, unit } = distanceParts(metres, accuracy);
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
