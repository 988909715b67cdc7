import { Button } from 'antd';
import type { ReportId } from '../../../shared/report/report.ts';
import { REPORT_STATE_OFFICIAL } from '../../../shared/words/report.ts';
import { Tag, type Tone } from '../../desk/parts/Tag.tsx';
import { When } from '../../desk/parts/When.tsx';
import { pathOf } from '../../platform/ask.ts';
import css from './inbox.module.css';
import { kindText, type ReportView } from './words.ts';

const TONES: { readonly [S in ReportView['state']]: Tone } = {
  queued: 'calm',
  received: 'info',
  accepted: 'soon',
  resolved: 'ok',
  dismissed: 'calm',
};

type Props = {
  report: ReportView;
  accept: () => void;
  settle: () => void;
  /** The only one open here: its button is the one to press. */
  isAlone: boolean;
};

/** What one worker said, what was answered, and what can be done. */
export function ReportLine({ report, accept, settle, isAlone }: Props) {
  const { text, place, seenAt, at, state, inHours, kind, isOverdue, isErased } = report;
  const isOpen = state !== 'resolved' && state !== 'dismissed';
  return (
    <li className={css.line}>
      <div className={css.said}>
        <p className={css.kind}>
          <b>{kindText(report)}</b>
          <Tag tone={TONES[state]}>{REPORT_STATE_OFFICIAL[state]}</Tag>
          {isOverdue && <Tag tone="late">超期</Tag>}
        </p>
        {text !== null && <p className={css.text}>{text}</p>}
        {isErased && <p className={css.quiet}>原文和照片保存到期，已经清除。</p>}
        <p className={css.quiet}>
          <span>
            <When at={seenAt} />
            {place === null ? '看到的' : '推荐的'}
          </span>
          {kind === 'door-shut' && inHours !== null && (
            <span>{inHours ? '在公布的开放时间里' : '不在公布的开放时间里'}</span>
          )}
          {at - seenAt > LATE_MS && (
            <span>
              <When at={at} />
              收到
            </span>
          )}
          <span>查询码 {spaced(report.lookup)}</span>
        </p>
        <Answered report={report} />
      </div>
      {report.hasPhoto && <Photo id={report.id} about={kindText(report)} />}
      {isOpen && (
        <div className={css.lineActs}>
          {state !== 'accepted' && <Button onClick={accept}>受理</Button>}
          <Button type={isAlone ? 'primary' : 'default'} onClick={settle}>
            答复
          </Button>
        </div>
      )}
    </li>
  );
}

/** A report may wait on the phone for a net: worth saying when it waited long. */
const LATE_MS = 3_600_000;

function Answered({ report: { answer, answeredAt } }: { report: ReportView }) {
  if (answer === null) return null;
  return (
    <p className={css.answer}>
      <span className={css.quiet}>
        答复
        {answeredAt !== null && (
          <>
            {' '}
            <When at={answeredAt} />
          </>
        )}
      </span>
      {answer}
    </p>
  );
}

/** Only those who answer for the station can fetch it: it opens as large as it is on a page of its own. */
function Photo({ id, about }: { id: string; about: string }) {
  // Answers of our server carry whole ids only.
  const href = pathOf('inboxPhoto', { params: { id: id as ReportId } });
  return (
    <a className={css.photo} href={href} target="_blank" rel="noreferrer">
      <img src={href} alt={`照片：${about}，在新页打开`} loading="lazy" width="96" height="72" />
    </a>
  );
}

function spaced(lookup: string): string {
  return lookup.replace(/(\d{4})(?=\d)/g, '$1 ');
}
