import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { DeskIcon } from '../../desk/parts/DeskIcon.tsx';
import { Empty } from '../../desk/parts/Empty.tsx';
import { Failed } from '../../desk/parts/Failed.tsx';
import { Loading } from '../../desk/parts/Loading.tsx';
import { PageHead } from '../../desk/parts/PageHead.tsx';
import { useMe } from '../../desk/signed.tsx';
import { useAnswer } from '../../desk/use-ask.tsx';
import { Figures } from './Figures.tsx';
import { FilterBar } from './FilterBar.tsx';
import { GroupCard } from './GroupCard.tsx';
import css from './inbox.module.css';
import { type InboxQuery, useInboxQuery } from './query.ts';
import type { Group } from './words.ts';

/** 问题反馈: what workers said of the branch's stations, a card for each station, and its answers. */
export function InboxPage() {
  const inbox = useInboxQuery();
  const { union } = useMe();
  const list = useAnswer('inbox', { query: inbox.query });
  const figures = useAnswer('inboxFigures');
  const again = () => Promise.all([list.refetch(), figures.refetch()]);
  return (
    <>
      <PageHead title="问题反馈" note={`${union.name}和下级工会的站点，劳动者说了什么`}>
        <Button onClick={again} icon={<DeskIcon name="refresh" />}>
          刷新
        </Button>
      </PageHead>
      {figures.data && <Figures figures={figures.data} />}
      <FilterBar inbox={inbox} figures={figures.data} />
      {list.error !== null && <Failed error={list.error} retry={() => list.refetch()} />}
      {list.data === undefined && list.error === null && <Loading />}
      {list.data !== undefined && <Groups inbox={inbox} groups={list.data.groups} next={list.data.next} />}
    </>
  );
}

type GroupsProps = { inbox: InboxQuery; groups: readonly Group[]; next: string | null };

function Groups({ inbox, groups, next }: GroupsProps) {
  const { query, change } = inbox;
  const top = useRef<HTMLDivElement>(null);
  const page = query.after ?? '';
  const shown = useRef(page);
  // Another page begins at its top, not where the button stood.
  useEffect(() => {
    if (shown.current !== page) top.current?.scrollIntoView({ block: 'start' });
    shown.current = page;
  }, [page]);
  if (groups.length === 0) return <Nothing inbox={inbox} />;
  return (
    <div ref={top} className={css.groups}>
      {groups.map((group) => (
        <GroupCard key={group.key} group={group} />
      ))}
      <div className={css.pager}>
        {query.after !== undefined && <Button onClick={() => change({ after: undefined })}>从头看</Button>}
        {next !== null && <Button onClick={() => change({ after: next })}>下一页</Button>}
      </div>
    </div>
  );
}

function Nothing({ inbox: { query, state, change } }: { inbox: InboxQuery }) {
  const isNarrow = query.kind !== undefined || query.region !== undefined || query.overdue !== undefined;
  if (isNarrow) {
    return (
      <Empty text="按这些条件没有反馈。">
        <Button onClick={() => change({ kind: undefined, region: undefined, overdue: undefined })}>去掉条件</Button>
      </Empty>
    );
  }
  return <Empty text={state === 'answered' ? '还没有答复过反馈。' : '没有等着答复的反馈。'} />;
}
