import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import type { DayEdit } from '../../../../shared/station/hours-edit.ts';
import css from './hours.module.css';
import { SpanList } from './SpanList.tsx';
import { daysWord, putOn, runsOf } from './week-runs.ts';

type Props = { path: string; days: readonly DayEdit[]; put: (days: readonly DayEdit[]) => void };

/** A week by runs of equal days, or by single days where one wants to change just one of them. */
export function WeekGrid({ path, days, put }: Props) {
  const [isSingle, setSingle] = useState(false);
  const runs = isSingle ? days.map((_, day) => [day]) : runsOf(days);
  return (
    <div className={css.week}>
      {runs.map((run) => {
        const first = run[0] ?? 0;
        const day = days[first] ?? { known: true, spans: [] };
        return (
          <div key={run.join()} className={css.day} data-field={`${path}.${first}`}>
            <b className={css.weekday}>{daysWord(run)}</b>
            {day.known ? (
              <SpanList
                path={`${path}.${first}.spans`}
                name={daysWord(run)}
                spans={day.spans}
                put={(spans) => put(putOn(days, run, { known: true, spans }))}
              />
            ) : (
              <span className={css.none}>开，几点没写</span>
            )}
            <DayActs days={days} run={run} put={put} />
          </div>
        );
      })}
      <Checkbox checked={isSingle} onChange={(event) => setSingle(event.target.checked)}>
        一天一天分开改
      </Checkbox>
    </div>
  );
}

type ActsProps = { days: readonly DayEdit[]; run: readonly number[]; put: (days: readonly DayEdit[]) => void };

const WORKDAYS = [0, 1, 2, 3, 4];
const ALL = [0, 1, 2, 3, 4, 5, 6];

function DayActs({ days, run, put }: ActsProps) {
  const day = days[run[0] ?? 0];
  if (day === undefined) return null;
  const word = daysWord(run);
  return (
    <span className={css.acts}>
      {!day.known && (
        <Button size="small" onClick={() => put(putOn(days, run, { known: true, spans: [] }))}>
          写时间
        </Button>
      )}
      {!WORKDAYS.every((weekday) => run.includes(weekday)) && (
        <Button
          size="small"
          type="link"
          aria-label={`把${word}的时间用到周一至周五`}
          onClick={() => put(putOn(days, WORKDAYS, day))}
        >
          用到工作日
        </Button>
      )}
      {run.length < ALL.length && (
        <Button
          size="small"
          type="link"
          aria-label={`把${word}的时间用到每天`}
          onClick={() => put(putOn(days, ALL, day))}
        >
          用到每天
        </Button>
      )}
    </span>
  );
}
