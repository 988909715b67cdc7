import { Link } from 'wouter';
import { instant } from '../../../shared/kernel/instant.ts';
import {
  HISTORY_SUBJECT_WORDS,
  historyActorWord,
  historyChanges,
  historyStepWord,
} from '../../../shared/words/history.ts';
import { UNWRITTEN } from '../../../shared/words/value.ts';
import { CodeText } from '../../desk/parts/CodeText.tsx';
import { exactText } from '../../desk/parts/when.ts';
import css from './audit.module.css';
import type { LogRow } from './row.ts';

/** Changes told in a row; all of them are in its dialog. */
const TOLD = 2;

/** Stands in the row already, of what belongs to a station. */
const SHOWN = ['station', 'union', 'code'];

type Props = { rows: readonly LogRow[]; open: (row: LogRow) => void };

export function LogTable({ rows, open }: Props) {
  return (
    <table className={css.log}>
      <caption className={css.caption}>操作日志，最新的在前</caption>
      <thead>
        <tr>
          <th scope="col">时间</th>
          <th scope="col">谁</th>
          <th scope="col">对什么</th>
          <th scope="col">做了什么</th>
          <th scope="col">
            <span className={css.caption}>全部内容</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.seq}>
            <td className={css.when}>
              <time dateTime={new Date(row.at).toISOString()}>{exactText(instant(row.at))}</time>
              <small>第 {row.seq} 条</small>
            </td>
            <td>
              <b>{historyActorWord(row.actor)}</b>
              <small>{row.union.name}</small>
            </td>
            <td>
              <Subject row={row} />
            </td>
            <td>
              <b>{historyStepWord(row.subject, row.step)}</b>
              <Told row={row} />
            </td>
            <td className={css.way}>
              <button type="button" className={css.open} onClick={() => open(row)}>
                看全部<span className={css.caption}>：第 {row.seq} 条</span>
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Subject({ row: { subject, station } }: { row: LogRow }) {
  if (station === null) return <b>{HISTORY_SUBJECT_WORDS[subject]}</b>;
  return (
    <>
      <Link href={`/stations/${station.id}`} className={css.station ?? ''}>
        {station.name}
      </Link>
      <small>
        {subject !== 'station' && <>{HISTORY_SUBJECT_WORDS[subject]} · </>}
        <CodeText code={station.code} />
      </small>
    </>
  );
}

function Told({ row }: { row: LogRow }) {
  const changes = historyChanges(row.subject, row.before, row.after).filter(({ field }) => !SHOWN.includes(field));
  const told = row.before === null && row.subject === 'station' ? [] : changes.slice(0, TOLD);
  return (
    <>
      {told.map(({ field, name, before, after }) => (
        <small key={field} className={css.change}>
          {name}：{row.before === null || before === UNWRITTEN ? after : `${before} → ${after}`}
        </small>
      ))}
      {changes.length > TOLD && told.length > 0 && <small>还有 {changes.length - TOLD} 项</small>}
      {row.reason !== null && <small className={css.change}>原因：{row.reason}</small>}
    </>
  );
}
