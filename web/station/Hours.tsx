import { dayOf, type Instant } from '../../shared/kernel/instant.ts';
import { baseOn } from '../../shared/station/hours-day.ts';
import type { PublicStation } from '../../shared/station/station.ts';
import { type WeekRow, weekText } from '../../shared/station/week-text.ts';
import { NO_CALENDAR, openFor } from '../ui/station/answer.ts';
import { useSync } from '../ui/use-ports.tsx';
import { DOUBT_WORDS, hoursLine } from '../ui/words/hours.ts';
import { Section } from './Section.tsx';
import css from './station.module.css';

/** 开放时间: the week, what breaks it, and what was written when nobody could read it. */
export function Hours({ station, now }: { station: PublicStation; now: Instant }) {
  const { calendar } = useSync();
  const { hours } = station;
  const today = dayOf(now);
  const { rows, notes } = weekText(hours, today, calendar ?? NO_CALENDAR);
  const { doubt } = openFor(station, { now, calendar });
  const isUnknown = hours.base.kind === 'unknown';
  const doubts = doubt.map((one) => (isUnknown && one === 'unconfirmed' ? null : DOUBT_WORDS[one]));
  const said = [...notes, ...doubts.filter((one) => one !== null)];
  return (
    <Section title="开放时间">
      {baseOn(hours, today).kind === 'weekly' ? (
        <Week rows={rows} />
      ) : (
        <p className={css.row}>{hoursLine(hours, now)}。</p>
      )}
      {isUnknown && hours.raw !== null && <p className={css.raw}>原文：{hours.raw}</p>}
      {said.length > 0 && <p className={css.notes}>{said.join('')}</p>}
    </Section>
  );
}

function Week({ rows }: { rows: readonly WeekRow[] }) {
  return (
    <dl className={css.week}>
      {rows.map(({ label, text, times, today, closed }) => (
        <div key={label} className={today ? css.today : closed ? css.off : ''}>
          <dt className={css.weekday}>{label}</dt>
          <dd className={css.times}>
            {(times.length > 0 ? times : [text]).map((time) => (
              <span key={time}>{time}</span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
