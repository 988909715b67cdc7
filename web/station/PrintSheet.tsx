import { dateText, dayOf, type Instant } from '../../shared/kernel/instant.ts';
import { spacedCode } from '../../shared/station/code.ts';
import { baseOn } from '../../shared/station/hours-day.ts';
import type { PublicStation } from '../../shared/station/station.ts';
import { weekRows } from '../../shared/station/week-text.ts';
import { AMENITY_STATE_WORDS } from '../../shared/words/station.ts';
import { datedSentence, SYNTHETIC_TAG } from '../ui/words/fresh.ts';
import { hoursLine } from '../ui/words/hours.ts';
import { wayInText } from '../ui/words/row.ts';
import { thingWord } from '../ui/words/thing.ts';
import { wholeDate } from '../ui/words/time.ts';
import { useHoursNotes, Week } from './Hours.tsx';
import css from './print.module.css';
import { datesText, thingsOf } from './things.ts';
import type { PageQr } from './use-print.ts';

type Props = { station: PublicStation; now: Instant; union: string | null; url: string; qr: PageQr | null };

/** The station on one A4 sheet, to hang up or hand over: only what stays true without a clock. Not on the screen. */
export function PrintSheet(props: Props) {
  const { station, now, union, url } = props;
  const notes = useHoursNotes(station, now);
  const today = dayOf(now);
  const { text } = datesText(thingsOf(station), today);
  return (
    <div className={css.sheet} aria-hidden="true">
      <div className={css.head}>
        <div>
          <p className={css.name}>{station.name}</p>
          <p className={css.code}>站点编码 {spacedCode(station.code)}</p>
          {station.origin === 'synthetic' && <p className={css.stamp}>{SYNTHETIC_TAG}，不是真的驿站</p>}
        </div>
        <Code {...props} />
      </div>
      <dl className={css.facts}>
        {factsOf(station).map(([title, text]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p className={css.title}>开放时间</p>
      <Times station={station} now={now} />
      {notes.length > 0 && <p>{notes.join('')}</p>}
      <p className={css.title}>
        里面有什么
        {text !== null && <small>{text}</small>}
      </p>
      <dl className={css.facts}>
        {thingLines(station).map(([state, things]) => (
          <div key={state}>
            <dt>{state}</dt>
            <dd>{things}</dd>
          </div>
        ))}
      </dl>
      <p className={css.foot}>
        {datedSentence(station, union)}
        {union === null ? '' : `归${union}管。`}不对可以打 12351。{wholeDate(dateText(today))}打印，最新的看 {url}
      </p>
    </div>
  );
}

/** The week as a pattern: on paper no row is today's. */
function Times({ station, now }: { station: PublicStation; now: Instant }) {
  const today = dayOf(now);
  if (baseOn(station.hours, today).kind !== 'weekly') return <p>{hoursLine(station.hours, now)}。</p>;
  return <Week rows={weekRows(station.hours, today)} />;
}

function Code({ qr, url }: Props) {
  if (qr === null || qr.side === 0) return <p className={css.url}>{url}</p>;
  return (
    <figure className={css.qr}>
      <svg viewBox={`0 0 ${qr.side} ${qr.side}`} shapeRendering="crispEdges" aria-hidden="true">
        <path d={qr.path} fill="#000" />
      </svg>
      <figcaption>扫一扫，看现在开不开</figcaption>
    </figure>
  );
}

function factsOf(station: PublicStation): readonly (readonly [string, string])[] {
  const { access } = station;
  const fee = access.free === null ? '不清楚要不要钱' : access.free ? '免费，不用买东西' : '要收费';
  const rows: readonly (readonly [string, string | null])[] = [
    ['地址', station.address],
    ['门在哪儿', station.entrance],
    ['怎么进', `${wayInText(access)}；${fee}`],
    ['电话', station.publicPhone],
  ];
  return rows.flatMap(([title, text]) => (text === null || text === '' ? [] : [[title, text] as const]));
}

/** One line a state: 有, 只在部分季节有, 坏了，在修, 不清楚, 没有. */
function thingLines(station: PublicStation): readonly (readonly [string, string])[] {
  const lines = new Map<string, string[]>();
  for (const { code, fact } of thingsOf(station)) {
    const word = AMENITY_STATE_WORDS[fact.state];
    const thing = fact.note === null ? thingWord(code) : `${thingWord(code)}（${fact.note}）`;
    lines.set(word, [...(lines.get(word) ?? []), thing]);
  }
  return [...lines].map(([word, things]) => [word, things.join('、')] as const);
}
