import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { dayOf, type Instant, parseDate, weekdayOf } from '../../shared/kernel/instant.ts';
import { weekdayWord } from '../../shared/station/hours-words.ts';
import type { PublicStation } from '../../shared/station/station.ts';
import { TextButton } from '../ui/parts/Button.tsx';
import { Tag } from '../ui/parts/Card.tsx';
import { Icon } from '../ui/parts/Icon.tsx';
import { isReachable, type Verdict } from '../ui/station/judge.ts';
import { Lintel } from '../ui/station/Lintel.tsx';
import { usePorts } from '../ui/use-ports.tsx';
import { arrivalText } from '../ui/words/arrive.ts';
import { distanceParts, distanceText, travel, travelText } from '../ui/words/distance.ts';
import { freshText, SYNTHETIC_TAG } from '../ui/words/fresh.ts';
import { feeText, wayInText } from '../ui/words/row.ts';
import { stateWords, type Telling } from '../ui/words/state.ts';
import { dateWords, dayText } from '../ui/words/time.ts';
import { type Arrival, opensInTime } from './arrival.ts';
import css from './station.module.css';

export type HeadProps = {
  station: PublicStation;
  verdict: Verdict;
  distance: number | null;
  arrival: Arrival | null;
  accuracy: number;
  telling: Telling;
  /** The union answerable, null as long as its name is not known. */
  union: string | null;
};

/** Lintel, name, and whether going there makes sense. */
export function HeadCard(props: HeadProps) {
  const { station, verdict, telling } = props;
  return (
    <article className={css.card}>
      <Lintel verdict={verdict} telling={telling} />
      <div className={css.body}>
        <h1 className={`${css.name} ${station.name.length > 24 ? css.longName : ''}`}>{station.name}</h1>
        {isWorthGoing(props) ? <Near {...props} /> : <Demoted {...props} />}
        <CaseNote {...props} />
      </div>
    </article>
  );
}

/** Not in vain: open long enough, open by the time one is there, or nobody knows. */
export function isWorthGoing({ verdict, arrival }: Pick<HeadProps, 'verdict' | 'arrival'>): boolean {
  if (isReachable(verdict) || verdict.kind === 'unknown') return true;
  return verdict.kind === 'closed' && opensInTime(arrival);
}

/** The room of distance and arrival is kept from the start: nothing moves when the fix comes. */
function Near(props: HeadProps) {
  const { station, distance, accuracy, arrival, telling } = props;
  return (
    <>
      <div className={css.near}>
        {distance === null ? (
          <AskPlace />
        ) : (
          <>
            <Distance metres={distance} accuracy={accuracy} />
            {arrival !== null && <ArrivalLine arrival={arrival} weak={telling.weak} />}
          </>
        )}
      </div>
      <Trust station={station} now={telling.now}>
        {null}
      </Trust>
    </>
  );
}

function AskPlace() {
  const { locate } = usePorts();
  return <TextButton onClick={() => locate.request()}>定位一下，看离我多远</TextButton>;
}

function Distance({ metres, accuracy }: { metres: number; accuracy: number }) {
  const { value, unit } = distanceParts(metres, accuracy);
  const way = travel(metres);
  return (
    <p className={css.fact}>
      <b className={css.metres}>{value}</b>
      {unit}
      <span className={css.way}>
        <Icon name={way.by} />
        {travelText(way)}
      </span>
    </p>
  );
}

function ArrivalLine({ arrival, weak }: { arrival: Arrival; weak: boolean }) {
  const fits = arrival.kind === 'still' || opensInTime(arrival);
  const tone = fits ? css.fits : arrival.kind === 'unknown' ? css.doubt : css.late;
  return (
    <p className={`${css.arrive} ${tone}`}>
      <Icon name={fits ? 'check' : arrival.kind === 'unknown' ? 'warning' : 'clock'} size="s" />
      <span>{arrivalText(arrival, weak)}</span>
    </p>
  );
}

function Trust({ station, now, children }: { station: PublicStation; now: Instant; children: ReactNode }) {
  return (
    <p className={css.hint}>
      {children ?? freshText(station, dayOf(now))}
      {station.origin === 'synthetic' && <Tag>{SYNTHETIC_TAG}</Tag>}
    </p>
  );
}

/** A shut door: why and until when first, how far it is only as a hint. */
function Demoted({ station, verdict, distance, accuracy, telling, union }: HeadProps) {
  const since = station.statusNote === null ? null : dateWords(station.statusNote.since, dayOf(telling.now));
  return (
    <>
      {verdict.kind === 'suspended' && (
        <p className={css.why}>
          <b>{isBlank(verdict.reason) ? '先别去。' : `${verdict.reason}，先别去。`}</b>
          {verdict.until === null ? '什么时候恢复还没说。' : `预计 ${withWeekday(verdict.until, telling.now)}恢复。`}
        </p>
      )}
      {verdict.kind === 'too-late' && <p className={css.why}>现在还开着，走到那儿就关门了。</p>}
      {verdict.kind === 'closed' && verdict.opensAt === null && <p className={css.why}>最近没有开门的时间。</p>}
      {since !== null && verdict.kind === 'suspended' && (
        <p className={css.hint}>{union === null ? `${since}公布` : `${union} ${since}公布`}</p>
      )}
      <Trust station={station} now={telling.now}>
        {distance === null ? null : `离你 ${distanceText(distance, accuracy)}，${travelText(travel(distance))}`}
      </Trust>
    </>
  );
}

function isBlank(text: string | null): boolean {
  return text === null || text === '';
}

/** A case that is open about a station whose door stays open: what for, until when, and who hears an objection. */
function CaseNote({ station, telling }: HeadProps) {
  const note = station.statusNote;
  const reason = note === null || note.reason === '' ? '' : `：${note.reason}`;
  const until = note?.until ?? null;
  if (station.status === 'exit-notice') {
    const last = until === null ? '' : `公示到 ${withWeekday(until, telling.now)}，`;
    return (
      <p className={css.case}>
        <b>正在公示退出{reason}</b>
        {last}这几天照常开放。有意见可以打 12351 告诉工会，也可以{' '}
        <Link className={css.link} href={`/notices/${station.code}`}>
          提异议
        </Link>
      </p>
    );
  }
  if (station.status !== 'rectifying') return null;
  return (
    <p className={css.case}>
      <b>正在限期整改{reason}</b>
      {until === null ? '' : `${withWeekday(until, telling.now)}前改好，`}照常开放。
    </p>
  );
}

function withWeekday(text: string, now: Instant): string {
  const day = parseDate(text);
  return day === null ? text : `${dayText(day, dayOf(now))}（${weekdayWord(weekdayOf(day))}）`;
}

/** What 读给我听 reads. */
export function spokenHead({ station, verdict, distance, accuracy, arrival, telling }: HeadProps): string {
  const { word, detail } = stateWords(verdict, telling);
  const parts = [
    station.name,
    distance === null ? null : distanceText(distance, accuracy),
    word,
    detail,
    arrival === null ? null : arrivalText(arrival, telling.weak),
    station.entrance ?? station.address,
    wayInText(station.access),
    feeText(station.access),
    freshText(station, dayOf(telling.now)),
    station.origin === 'synthetic' ? SYNTHETIC_TAG : null,
  ];
  return parts.filter((part) => part !== null && part !== '').join('，');
}
