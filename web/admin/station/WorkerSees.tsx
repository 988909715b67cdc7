import { dayOf, parseDate } from '../../../shared/kernel/instant.ts';
import { OPENABLE, PUBLISHED, type Station } from '../../../shared/station/station.ts';
import { dateText } from '../../../shared/words/value.ts';
import { useCalendar } from '../../desk/parts/use-calendar.ts';
import { useNow } from '../../desk/use-now.ts';
import { verdictOf } from '../../ui/station/answer.ts';
import { Lintel } from '../../ui/station/Lintel.tsx';
import { freshText } from '../../ui/words/fresh.ts';
import { hoursLine } from '../../ui/words/hours.ts';
import { feeText, wayInText } from '../../ui/words/row.ts';
import css from './desk.module.css';

/** The station as a worker's phone shows it now, in the same words. */
export function WorkerSees({ station }: { station: Station }) {
  const now = useNow();
  const calendar = useCalendar();
  const isShown = PUBLISHED.includes(station.status);
  return (
    <section className={css.panel} aria-labelledby="sees-title">
      <h2 id="sees-title" className={css.title}>
        劳动者现在看到
      </h2>
      {isShown ? (
        <div className={css.phone}>
          <Lintel verdict={verdictOf(station, { now, calendar, distance: null })} telling={{ now, weak: false }} />
          <div className={css.inside}>
            <b>{station.name}</b>
            <Note station={station} />
            <p>{hoursLine(station.hours, now)}</p>
            <p>
              {[station.entrance, wayInText(station.access), feeText(station.access)]
                .filter((part) => part !== null)
                .join('，')}
            </p>
            <p className={css.quiet}>{freshText(station, dayOf(now))}</p>
          </div>
        </div>
      ) : (
        <p>{HIDDEN[station.status] ?? '看不到：还没验收，不在地图上。'}</p>
      )}
      {station.code !== null && (
        <a className={css.link} href={`/s/${station.code}`} target="_blank" rel="noreferrer">
          打开劳动者的页面
        </a>
      )}
    </section>
  );
}

const HIDDEN: { readonly [status: string]: string } = {
  retired: '不在地图上。扫旧码看到“已退出”、原因和最近的站点。',
  merged: '不在地图上。扫旧码会领到接替的站点。',
  relocated: '不在地图上。扫旧码会领到新址。',
  abandoned: '看不到：没有建成。',
};

function Note({ station }: { station: Station }) {
  const { statusNote, status } = station;
  if (statusNote === null || status === 'active' || status === 'exit-proposed') return null;
  const until =
    statusNote.until !== null && parseDate(statusNote.until) !== null ? `，到${dateText(statusNote.until)}` : '';
  const word = OPENABLE.includes(status) ? (status === 'rectifying' ? '正在限期整改：' : '正在公示退出：') : '';
  return (
    <p>
      {word}
      {statusNote.reason}
      {until}
    </p>
  );
}
