import type { Instant } from '../../shared/kernel/instant.ts';
import type { Doubt } from '../../shared/station/hours-day.ts';
import type { PublicStation } from '../../shared/station/station.ts';
import { openFor } from '../ui/station/answer.ts';
import { useSync } from '../ui/use-ports.tsx';
import { breakSentence, comingChanges, DOUBT_WORDS, weekRows, weekSummary } from '../ui/words/hours.ts';
import { Section } from './Section.tsx';
import css from './station.module.css';

/** 开放时间: the week, what breaks it, and what was written when nobody could read it. */
export function Hours({ station, now }: { station: PublicStation; now: Instant }) {
  const { calendar } = useSync();
  const { hours } = station;
  const rows = weekRows(hours, now);
  const { doubt } = openFor(station, { now, calendar });
  const said: readonly Doubt[] = doubt.filter((one) => one !== 'unconfirmed' || hours.base.kind !== 'unknown');
  const notes = [
    breakSentence(hours, now),
    ...comingChanges(hours, now, calendar),
    ...said.map((one) => DOUBT_WORDS[one]),
  ];
  return (
    <Section title="开放时间">
      {rows.length > 0 ? <Week rows={rows} /> : <p className={css.row}>{plain(station, now)}</p>}
      {hours.base.kind === 'unknown' && hours.raw !== null && <p className={css.raw}>原文：{hours.raw}</p>}
      {notes.some((note) => note !== null) && (
        <p className={css.notes}>{notes.filter((note) => note !== null).join('')}</p>
      )}
    </Section>
  );
}

function plain({ hours }: PublicStation, now: Instant): string {
  if (hours.base.kind !== 'unknown') return `${weekSummary(hours, now).join('；')}。`;
  return hours.raw === null ? '没人写过几点开，先打电话问问。' : '写法看不准，先打电话问问。';
}

function Week({ rows }: { rows: ReturnType<typeof weekRows> }) {
  return (
    <dl className={css.week}>
      {rows.map(({ label, texts, isToday, isOff }) => (
        <div key={label} className={isToday ? css.today : isOff ? css.off : ''}>
          <dt className={css.weekday}>{label}</dt>
          <dd>
            {texts.map((text) => (
              <span key={text}>{text}</span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
