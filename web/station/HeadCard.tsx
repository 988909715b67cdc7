import { dayOf, type Instant, instant, parseDate, weekdayOf } from '../../shared/kernel/instant.ts';
import { weekdayWord } from '../../shared/station/hours-words.ts';
import type { PublicStation } from '../../shared/station/station.ts';
import { TextButton } from '../ui/parts/Button.tsx';
import { Tag } from '../ui/parts/Card.tsx';
import { Icon } from '../ui/parts/Icon.tsx';
import { openFor } from '../ui/station/answer.ts';
import { isReachable, type Verdict } from '../ui/station/judge.ts';
import { Lintel } from '../ui/station/Lintel.tsx';
import { usePorts, useSync } from '../ui/use-ports.tsx';
import { distanceParts, distanceText, travel, travelText } from '../ui/words/distance.ts';
import { freshText, SYNTHETIC_TAG } from '../ui/words/fresh.ts';
import { feeText, wayInText } from '../ui/words/row.ts';
import { stateWords, type Telling } from '../ui/words/state.ts';
import { dateWords, dayText, timeText } from '../ui/words/time.ts';
import css from './station.module.css';

export type HeadProps = {
  station: PublicStation;
  verdict: Verdict;
  distance: number | null;
  accuracy: number;
  telling: Telling;
};

/** Lintel, name, and whether going there makes sense. */
export function HeadCard(props: HeadProps) {
  const { station, verdict, telling } = props;
  const going = isReachable(verdict) || verdict.kind === 'unknown';
  return (
    <article className={css.card}>
      <Lintel verdict={verdict} telling={telling} />
      <div className={css.body}>
        <h1 className={css.name}>{station.name}</h1>
        {going ? <Near {...props} /> : <Demoted {...props} />}
        {station.status === 'exit-notice' && <p className={css.hint}>正在公示退出{noteOf(station)}</p>}
        {station.status === 'rectifying' && <p className={css.hint}>正在限期整改，照常开放</p>}
      </div>
    </article>
  );
}

function noteOf({ statusNote }: PublicStation): string {
  return statusNote === null ? '' : `：${statusNote.reason}`;
}

function Near({ station, distance, accuracy, telling }: HeadProps) {
  const { locate } = usePorts();
  if (distance === null) {
    return <TextButton onClick={() => locate.request()}>定位一下，看离我多远</TextButton>;
  }
  const { value, unit } = distanceParts(distance, accuracy);
  const way = travel(distance);
  return (
    <>
      <p className={css.fact}>
        <b className={css.metres}>{value}</b>
        {unit}
        <span className={css.way}>
          <Icon name={way.by} />
          {travelText(way)}
        </span>
      </p>
      <Arrival station={station} at={instant(telling.now + way.minutes * 60_000)} />
      {station.origin === 'synthetic' && <Tag>{SYNTHETIC_TAG}</Tag>}
    </>
  );
}

function Arrival({ station, at }: { station: PublicStation; at: Instant }) {
  const { calendar } = useSync();
  const { state } = openFor(station, { now: at, calendar });
  if (state === 'unknown') return null;
  const open = state === 'open';
  return (
    <p className={`${css.arrive} ${open ? css.fits : css.late}`}>
      <Icon name={open ? 'check' : 'clock'} size="s" />
      你到时（{timeText(at)}）{open ? '仍开放' : '已经关门'}
    </p>
  );
}

/** A shut door: why and until when first, how far it is only as a hint. */
function Demoted({ station, verdict, distance, accuracy, telling }: HeadProps) {
  const today = dayOf(telling.now);
  return (
    <>
      {verdict.kind === 'suspended' && (
        <p className={css.why}>
          <b>{verdict.reason === null ? '先别去。' : `${verdict.reason}，先别去。`}</b>
          {verdict.until === null ? '什么时候恢复还没说。' : `预计 ${withWeekday(verdict.until, telling.now)}恢复。`}
        </p>
      )}
      {verdict.kind === 'too-late' && <p className={css.why}>现在还开着，走到那儿就关门了。</p>}
      {verdict.kind === 'closed' && verdict.opensAt === null && <p className={css.why}>最近没有开门的时间。</p>}
      {station.statusNote !== null && verdict.kind === 'suspended' && (
        <p className={css.hint}>{dateWords(station.statusNote.since, today)}公布</p>
      )}
      <p className={css.hint}>
        {distance === null
          ? freshText(station, today)
          : `离你 ${distanceText(distance, accuracy)}，${travelText(travel(distance))}`}
        {station.origin === 'synthetic' && <Tag>{SYNTHETIC_TAG}</Tag>}
      </p>
    </>
  );
}

function withWeekday(text: string, now: Instant): string {
  const day = parseDate(text);
  return day === null ? text : `${dayText(day, dayOf(now))}（${weekdayWord(weekdayOf(day))}）`;
}

/** What 读给我听 reads. */
export function spokenHead({ station, verdict, distance, accuracy, telling }: HeadProps): string {
  const { word, detail } = stateWords(verdict, telling);
  const parts = [
    station.name,
    distance === null ? null : distanceText(distance, accuracy),
    word,
    detail,
    station.entrance ?? station.address,
    wayInText(station.access),
    feeText(station.access),
    freshText(station, dayOf(telling.now)),
    station.origin === 'synthetic' ? SYNTHETIC_TAG : null,
  ];
  return parts.filter((part) => part !== null && part !== '').join('，');
}
