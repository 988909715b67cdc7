import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { ListRow } from '../../../shared/feed/row.ts';
import { dayOf } from '../../../shared/kernel/instant.ts';
import { Dot, Tag } from '../parts/Card.tsx';
import { distanceParts, distanceText, travel, travelText } from '../words/distance.ts';
import { freshText, SYNTHETIC_TAG } from '../words/fresh.ts';
import { feeText, nameText, rowName, wayInText } from '../words/row.ts';
import { stateWords, type Telling } from '../words/state.ts';
import type { Verdict } from './judge.ts';
import { StateLine } from './Lintel.tsx';
import css from './station.module.css';

/** `distance` null: nobody knows where the person is. `accuracy` of the fix in metres. */
export type Standing = { readonly distance: number | null; readonly accuracy: number; readonly verdict: Verdict };

export function Rows({ children }: { children: ReactNode }) {
  return <ul className={css.rows}>{children}</ul>;
}

type RowProps = {
  row: ListRow;
  standing: Standing;
  telling: Telling;
  has?: readonly string[];
  name?: ReactNode;
  /** Where it leads when not to its page. */
  href?: string;
  /** Before it leads there. */
  onTap?: () => void;
};

/** One link with everything a person needs to choose; its spoken name says the same in the same order. */
export function StationRow({ row, standing, telling, has = [], name, href, onTap }: RowProps) {
  const { distance, accuracy, verdict } = standing;
  const today = dayOf(telling.now);
  const spoken = rowName(row, {
    distance: distance === null ? null : distanceText(distance, accuracy),
    state: stateWords(verdict, telling),
    today,
    has,
  });
  const how = [wayInText(row.access), feeText(row.access), ...has].filter((part) => part !== null);
  return (
    <li>
      <Link href={href ?? `/s/${row.code}`} className={css.row} aria-label={spoken} onClick={onTap}>
        {distance !== null && <Distance metres={distance} accuracy={accuracy} />}
        <span className={css.text}>
          <span className={css.name} style={{ display: 'block' }}>
            {name ?? nameText(row)}
          </span>
          <StateLine verdict={verdict} telling={telling} />
          <span className={css.how} style={{ display: 'block' }}>
            <Joined parts={how} />
          </span>
          <Provenance row={row} telling={telling} />
        </span>
      </Link>
    </li>
  );
}

export function Distance({ metres, accuracy }: { metres: number; accuracy: number }) {
  const { value, unit } = distanceParts(metres, accuracy);
  return (
    <span className={css.far}>
      <b className={`${css.metres} ${unit === '' ? css.words : ''}`}>
        {value}
        {unit !== '' && <span className={css.unit}>{unit}</span>}
      </b>
      <span className={css.way}>{travelText(travel(metres))}</span>
    </span>
  );
}

export function Provenance({
  row,
  telling,
}: {
  row: Pick<ListRow, 'verified' | 'verifiedOn' | 'origin'>;
  telling: Telling;
}) {
  return (
    <span className={css.meta}>
      <span>{freshText(row, dayOf(telling.now))}</span>
      {row.origin === 'synthetic' && <Tag>{SYNTHETIC_TAG}</Tag>}
    </span>
  );
}

export function Joined({ parts }: { parts: readonly string[] }) {
  return parts.map((part, at) => (
    <span key={part}>
      {at > 0 && <Dot />}
      {part}
    </span>
  ));
}
