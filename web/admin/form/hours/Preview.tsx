import { useRef } from 'react';
import { DAY_MINUTES, dayOf } from '../../../../shared/kernel/instant.ts';
import type { Refusal } from '../../../../shared/kernel/refusal.ts';
import type { Result } from '../../../../shared/kernel/result.ts';
import { type DayRule, type Hours, UNKNOWN_HOURS } from '../../../../shared/station/hours.ts';
import { baseOn, ruleOn } from '../../../../shared/station/hours-day.ts';
import { WEEKDAYS } from '../../../../shared/station/week-line.ts';
import { weekText } from '../../../../shared/station/week-text.ts';
import { changesBetween } from '../../../../shared/words/change.ts';
import { DiffTable } from '../../../desk/parts/DiffTable.tsx';
import { useCalendar } from '../../../desk/parts/use-calendar.ts';
import { useNow } from '../../../desk/use-now.ts';
import { verdictOf } from '../../../ui/station/answer.ts';
import { Lintel } from '../../../ui/station/Lintel.tsx';
import { hoursLine } from '../../../ui/words/hours.ts';
import { hoursFaultText } from '../parts/fault.tsx';
import css from './preview.module.css';

/** What the app makes of the hours, in the words workers will read, and how that differs from what they read now. */
export function Preview({ read, before }: { read: Result<Hours, Refusal>; before: Hours | null }) {
  const last = useRef<Hours | null>(null);
  if (read.ok) last.current = read.value;
  return (
    <aside className={css.preview} aria-label="系统这样理解">
      <h3 className={css.title}>系统这样理解</h3>
      {!read.ok && <p className={css.fault}>{hoursFaultText(read.refusal)}下面还是改之前的。</p>}
      {last.current !== null && <Understood hours={last.current} before={before} />}
    </aside>
  );
}

function Understood({ hours, before }: { hours: Hours; before: Hours | null }) {
  const changes = before === null ? [] : changesBetween({ hours: before }, { hours });
  return (
    <>
      <Bars hours={hours} />
      <h3 className={css.title}>劳动者会看到</h3>
      <WorkersHours hours={hours} />
      {before !== null && <h3 className={css.title}>和现在公布的相比</h3>}
      {before !== null && (changes.length === 0 ? <p>没有变化。</p> : <DiffTable changes={changes} />)}
    </>
  );
}

/** Seven days from 0 to 24 as bars; what runs past midnight is drawn on. */
function Bars({ hours }: { hours: Hours }) {
  const today = dayOf(useNow());
  const { rows } = weekText(hours, today, useCalendar());
  const base = baseOn(hours, today);
  return (
    <div className={css.bars}>
      <div className={css.scale} aria-hidden="true">
        {[0, 6, 12, 18, 24].map((hour) => (
          <span key={hour}>{hour}</span>
        ))}
      </div>
      {WEEKDAYS.map((weekday) => (
        <div key={weekday} className={css.day}>
          <span className={rows[weekday]?.today ? css.today : ''}>{rows[weekday]?.label}</span>
          <Bar rule={ruleOn(base, weekday)} />
          <span className={css.times}>{rows[weekday]?.text}</span>
        </div>
      ))}
    </div>
  );
}

function Bar({ rule }: { rule: DayRule }) {
  const spans = rule.kind === 'spans' ? rule.spans : [];
  return (
    <svg className={css.bar} viewBox={`0 0 ${DAY_MINUTES} 14`} preserveAspectRatio="none" aria-hidden="true">
      <rect className={rule.kind === 'unknown' ? css.doubt : css.track} width={DAY_MINUTES} height="14" rx="20" />
      {spans.map(([from, to]) => (
        <rect
          key={`${from}-${to}`}
          className={css.span}
          x={from}
          width={Math.min(to, DAY_MINUTES) - from}
          height="14"
        />
      ))}
    </svg>
  );
}

/** The lintel and the lines below it, as on the phone. */
export function WorkersHours({ hours }: { hours: Hours }) {
  const now = useNow();
  const calendar = useCalendar();
  const { notes } = weekText(hours, dayOf(now), calendar);
  const verdict = verdictOf(
    { status: 'active', statusNote: null, hours, verified: 'desk', verifiedOn: null },
    { now, calendar, distance: null },
  );
  return (
    <div className={css.phone}>
      <Lintel verdict={verdict} telling={{ now, weak: false }} />
      <div className={css.inside}>
        <p>{hoursLine(hours, now)}</p>
        {notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
        {hours.base.kind === UNKNOWN_HOURS.base.kind && hours.raw !== null && <p>原文：{hours.raw}</p>}
      </div>
    </div>
  );
}
