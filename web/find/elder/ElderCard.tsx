import { Link } from 'wouter';
import { Icon } from '../../ui/parts/Icon.tsx';
import { Lintel } from '../../ui/station/Lintel.tsx';
import { Provenance } from '../../ui/station/StationRow.tsx';
import { travel, travelText } from '../../ui/words/distance.ts';
import { feeText, nameText, wayInText } from '../../ui/words/row.ts';
import { brokenThings } from '../../ui/words/thing.ts';
import { BigDistance, heroThings } from '../Hero.tsx';
import type { Judged } from '../list.ts';
import type { FindProps } from '../props.ts';
import css from './elder.module.css';

/** One station as large as the phone; its name leads to its page. */
export function ElderCard({ one, at, props }: { one: Judged; at: number; props: FindProps }) {
  const { near } = props;
  const { row, distance, verdict } = one;
  return (
    <article className={css.card} id="nearest" tabIndex={-1} aria-label={nameText(row)}>
      <Lintel verdict={verdict} telling={near.telling} />
      <div className={css.body}>
        <p className={css.fact}>
          <BigDistance metres={distance} accuracy={near.accuracy} />
          <span className={css.way}>
            {placing(at, props)}
            <b>{travelText(travel(distance))}</b>
          </span>
        </p>
        <h2 className={css.name}>
          <Link href={`/s/${row.code}`}>
            {nameText(row)}
            <Icon name="next" />
          </Link>
        </h2>
        <p className={css.hint}>{row.entrance ?? row.address}</p>
        <WayIn one={one} />
        <Things one={one} want={props.filters.want} />
        <div className={css.meta}>
          <Provenance row={row} telling={near.telling} />
        </div>
      </div>
    </article>
  );
}

/** `离你最近`, `第 3 近`; a picked place is not where the person is. */
function placing(at: number, { placed }: FindProps): string {
  if (at > 0) return `第 ${at + 1} 个`;
  if (placed.anchor?.kind === 'region') return `离${placed.region?.short ?? ''}中心最近`;
  if (placed.anchor?.kind === 'chosen') return '离选的地方最近';
  return placed.anchor?.kind === 'last' ? '离上次的位置' : '离你最近';
}

function WayIn({ one: { row } }: { one: Judged }) {
  const fee = feeText(row.access);
  return (
    <p className={css.in}>
      <Icon name="door" size="l" />
      <span>
        {wayInText(row.access)}
        {fee === null ? '' : `，${fee === '免费' ? '不要钱' : fee}`}
      </span>
    </p>
  );
}

function Things({ one, want }: { one: Judged; want: FindProps['filters']['want'] }) {
  const things = heroThings(one, want);
  const broken = brokenThings(one.row.amenity);
  return (
    <>
      {things.length > 0 && (
        <p className={css.things}>
          {things.map(({ code, word, icon }) => (
            <span key={code}>
              <Icon name={icon} size="xl" />
              {word}
            </span>
          ))}
        </p>
      )}
      {broken.length > 0 && (
        <p className={css.bad}>
          <Icon name="broken" />
          <span>{broken.join('、')}坏了</span>
        </p>
      )}
    </>
  );
}
