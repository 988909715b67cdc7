import { Alert, Tabs } from 'antd';
import { Link, useParams } from 'wouter';
import { CodeText } from '../../desk/parts/CodeText.tsx';
import { ContactsOf } from '../../desk/parts/contacts/ContactsOf.tsx';
import { DemoTag } from '../../desk/parts/DemoTag.tsx';
import { DueTag } from '../../desk/parts/DueTag.tsx';
import { Failed } from '../../desk/parts/Failed.tsx';
import { Loading } from '../../desk/parts/Loading.tsx';
import { ObjectionsOf } from '../../desk/parts/objections/ObjectionsOf.tsx';
import { PageHead } from '../../desk/parts/PageHead.tsx';
import { StatusWord } from '../../desk/parts/StatusWord.tsx';
import { useAnswer } from '../../desk/use-ask.tsx';
import type { Reply } from '../../platform/ask.ts';
import css from './desk.module.css';
import { Entries } from './Entries.tsx';
import { FactsList } from './FactsList.tsx';
import { History } from './History.tsx';
import { Resubmitted } from './Resubmitted.tsx';
import { StepPanel } from './StepPanel.tsx';
import { Tasks } from './Tasks.tsx';
import { Waiting } from './Waiting.tsx';
import { WorkerSees } from './WorkerSees.tsx';

/** One station at its union's desk: what it is, what can be done, what happened. */
export function StationDesk() {
  const { id = '' } = useParams<{ id: string }>();
  const { data, error, refetch } = useAnswer('deskStation', { params: { id } });
  if (error !== null && data === undefined) {
    return (
      <>
        <PageHead title="站点" />
        <Failed error={error} retry={() => refetch()} />
      </>
    );
  }
  if (data === undefined) return <Loading />;
  return <OneStation on={data} />;
}

type OnDesk = Reply<'deskStation'>;

function OneStation({ on }: { on: OnDesk }) {
  const { station, revision } = on;
  const left = on.tasks.filter(({ doneAt }) => doneAt === null).length;
  return (
    <>
      <PageHead title={station.name === '' ? '没写名字的草稿' : station.name} note={<HeadNote on={on} />} />
      <div className={css.page}>
        <div className={css.main}>
          <Standing on={on} />
          {station.code !== null && on.objections.length > 0 && <ObjectionsOf code={station.code} />}
          {revision !== null && <Waiting revision={revision} />}
          {station.status === 'submitted' && <Resubmitted id={station.id} />}
          <Tabs
            className={css.tabs ?? ''}
            defaultActiveKey={left > 0 ? 'tasks' : 'facts'}
            items={[
              { key: 'facts', label: '资料', children: <FactsList station={station} /> },
              { key: 'entries', label: '工作台账', children: <Entries id={station.id} /> },
              { key: 'history', label: '历史', children: <History id={station.id} /> },
              { key: 'tasks', label: left > 0 ? `任务 ${left}` : '任务', children: <Tasks tasks={on.tasks} /> },
              { key: 'contacts', label: '联系人', children: <ContactsOf id={station.id} /> },
            ]}
          />
        </div>
        <aside className={css.side}>
          <StepPanel on={on} />
          <WorkerSees station={station} />
        </aside>
      </div>
    </>
  );
}

function HeadNote({ on: { station, unionName, countyName } }: { on: OnDesk }) {
  return (
    <span className={css.head}>
      <StatusWord status={station.status} />
      <CodeText code={station.code} />
      {station.origin === 'synthetic' && <DemoTag />}
      <span>{countyName}</span>
      <span>{unionName}管</span>
    </span>
  );
}

/** Why it stands as it does, until when, and what was objected. */
function Standing({ on }: { on: OnDesk }) {
  const { station, noticeEnds, deadline, objections } = on;
  const note = station.statusNote;
  const due = noticeEnds ?? deadline ?? note?.until ?? null;
  const open = objections.filter(({ state }) => state === 'open').length;
  if (note === null && station.successor === null) return null;
  return (
    <Alert
      type="info"
      title={
        <span className={css.head}>
          {note !== null && <span>{note.reason === '' ? '没写原因' : note.reason}</span>}
          {due !== null && <DueTag on={due} />}
          {station.successor !== null && <Link href={`/stations/${station.successor}`}>去接替的站点</Link>}
        </span>
      }
      description={objections.length > 0 ? `收到异议 ${objections.length} 条，${open} 条还没处理。` : undefined}
    />
  );
}
