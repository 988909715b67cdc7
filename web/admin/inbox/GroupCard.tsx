import { Alert, Button } from 'antd';
import { useId, useState } from 'react';
import { Link } from 'wouter';
import { CodeText } from '../../desk/parts/CodeText.tsx';
import { DemoTag } from '../../desk/parts/DemoTag.tsx';
import { DeskIcon } from '../../desk/parts/DeskIcon.tsx';
import { StatusWord } from '../../desk/parts/StatusWord.tsx';
import { Tag } from '../../desk/parts/Tag.tsx';
import { AnswerDialog } from './AnswerDialog.tsx';
import css from './inbox.module.css';
import { ReportLine } from './ReportLine.tsx';
import { useAnswering } from './use-answering.ts';
import { findingText, type Group, RECTIFIABLE, REVISABLE, type ReportView } from './words.ts';

const isOpen = ({ state }: ReportView) => state !== 'resolved' && state !== 'dismissed';
const isUntaken = ({ state }: ReportView) => state === 'queued' || state === 'received';

/** One station with what was said of it, or one suggested place; what can be done with all of it at once stands at its head. */
export function GroupCard({ group }: { group: Group }) {
  const [answering, setAnswering] = useState<readonly ReportView[] | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const answer = useAnswering();
  const heading = useId();
  const accept = async (reports: readonly ReportView[]) => setFault(await answer(reports, { kind: 'accept' }));
  const open = group.reports.filter(isOpen);
  return (
    <article className={css.card} aria-labelledby={heading}>
      <header className={css.head}>
        <GroupName group={group} id={heading} />
        <GroupActs group={group} accept={accept} settle={setAnswering} />
      </header>
      {fault !== null && <Alert type="error" showIcon title={fault} closable={{ onClose: () => setFault(null) }} />}
      <ul className={css.lines}>
        {group.reports.map((report) => (
          <ReportLine
            key={report.id}
            report={report}
            accept={() => accept([report])}
            settle={() => setAnswering([report])}
            isAlone={open.length < 2}
          />
        ))}
      </ul>
      {group.total > group.reports.length && (
        <p className={css.rest}>
          一共 {group.total} 条，这里是最早的 {group.reports.length} 条，答复完再列后面的。
        </p>
      )}
      {answering !== null && <AnswerDialog reports={answering} close={() => setAnswering(null)} answer={answer} />}
    </article>
  );
}

function GroupName({ group: { station, union, reports, isRepeated, shut }, id }: { group: Group; id: string }) {
  const late = reports.filter(({ isOverdue }) => isOverdue).length;
  return (
    <div className={css.about}>
      <h2 className={css.name} id={id}>
        {station === null ? placeName(reports[0]) : <Link href={`/stations/${station.id}`}>{station.name}</Link>}
      </h2>
      <div className={css.facts}>
        {station === null ? (
          reports[0]?.kind === 'new-place' && <span>推荐建站的地点</span>
        ) : (
          <CodeText code={station.code} />
        )}
        {station !== null && station.status !== 'active' && <StatusWord status={station.status} />}
        <span>{station === null ? reports[0]?.place?.address : station.address}</span>
        <span>{union.name}</span>
        {isRepeated && <Tag tone="late">开放时间里关着门 {shut} 次</Tag>}
        {late > 0 && <Tag tone="soon">超期 {late} 条</Tag>}
        {station?.origin === 'synthetic' && <DemoTag />}
      </div>
    </div>
  );
}

/** A station may have been purged since, and a place's name erased. */
function placeName(first: ReportView | undefined): string {
  if (first?.kind !== 'new-place') return '登记册里已经没有的站点';
  return first.place?.name || '推荐的地点';
}

type ActsProps = {
  group: Group;
  accept: (reports: readonly ReportView[]) => Promise<void>;
  settle: (reports: readonly ReportView[]) => void;
};

function GroupActs({ group, accept, settle }: ActsProps) {
  const { station, reports } = group;
  const open = reports.filter(isOpen);
  const untaken = open.filter(isUntaken);
  const [first] = open;
  if (first === undefined) return null;
  const isMany = open.length > 1;
  const finding = encodeURIComponent(findingText(group));
  return (
    <div className={css.acts}>
      {station === null && first.kind === 'new-place' && (
        <Link className={css.link ?? ''} href={`/stations/new?from=${first.id}`}>
          <DeskIcon name="plus" />
          登记成站点
        </Link>
      )}
      {station !== null && REVISABLE.includes(station.status) && (
        <Link className={css.link ?? ''} href={`/stations/${station.id}/revise?from=${first.id}`}>
          <DeskIcon name="edit" />
          变更资料
        </Link>
      )}
      {station !== null && RECTIFIABLE.includes(station.status) && (
        <Link className={css.link ?? ''} href={`/stations/${station.id}?step=rectify&reason=${finding}`}>
          <DeskIcon name="warning" />
          限期整改
        </Link>
      )}
      {isMany && untaken.length > 0 && <Button onClick={() => accept(untaken)}>受理全部</Button>}
      {isMany && (
        <Button type="primary" onClick={() => settle(open)}>
          一起答复 {open.length} 条
        </Button>
      )}
    </div>
  );
}
