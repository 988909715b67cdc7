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
  const { hours } = station;
  const notes = useHoursNotes(station, now);
  return (
    <Section title="开放时间">
      <WeekOf station={station} now={now} />
      {hours.base.kind === 'unknown' && hours.raw !== null && <p className={css.raw}>原文：{hours.raw}</p>}
      {notes.length > 0 && (
        <ul className={`${css.notes} ${css.noteList}`}>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** The sentences below the week, and why the whole may be wrong. */
export function useHoursNotes(station: PublicStation, now: Instant): readonly string[] {
  const { calendar } = useSync();
  const { hours } = station;
  const { notes } = weekText(hours, dayOf(now), calendar ?? NO_CALENDAR);
  const { doubt } = openFor(station, { now, calendar });
  const isUnknown = hours.base.kind === 'unknown';
  const doubts = doubt.map((one) => (isUnknown && one === 'unconfirmed' ? null : DOUBT_WORDS[one]));
  return [...new Set([...notes, ...doubts.filter((one) => one !== null)])];
}

/** The seven rows, or one line where every day is the same or unknown. */
export function WeekOf({ station, now }: { station: PublicStation; now: Instant }) {
  const { calendar } = useSync();
  const today = dayOf(now);
  const { rows } = weekText(station.hours, today, calendar ?? NO_CALENDAR);
  if (baseOn(station.hours, today).kind === 'weekly') return <Week rows={rows} />;
  const special = rows.find((row) => row.special !== null);
  return (
    <>
      {special !== undefined && <Week rows={[special]} />}
      <p className={css.row}>{hoursLine(station.hours, now)}。</p>
    </>
  );
}

export function Week({ rows }: { rows: readonly WeekRow[] }) {
  return (
    <dl className={css.week}>
      {rows.map(({ label, text, times, today, closed, special }) => (
        <div key={label} className={`${today ? css.today : ''} ${closed ? css.off : ''}`}>
          <dt className={css.weekday}>{label}</dt>
          <dd className={css.times}>
            {(times.length > 0 ? times : [text]).map((time, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a ledger may name the same span twice, and rows never move
              <span key={at}>{time}</span>
            ))}
            {special !== null && special !== '' && <span className={css.special}>{special}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
