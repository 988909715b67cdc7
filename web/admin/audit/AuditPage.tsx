import { Button } from 'antd';
import { useState } from 'react';
import { DeskIcon } from '../../desk/parts/DeskIcon.tsx';
import { Empty } from '../../desk/parts/Empty.tsx';
import { Failed } from '../../desk/parts/Failed.tsx';
import { Loading } from '../../desk/parts/Loading.tsx';
import { PageHead } from '../../desk/parts/PageHead.tsx';
import { useMe } from '../../desk/signed.tsx';
import { useAnswer } from '../../desk/use-ask.tsx';
import css from './audit.module.css';
import { ExportButton } from './ExportButton.tsx';
import { FilterBar } from './FilterBar.tsx';
import { LogTable } from './LogTable.tsx';
import { type AuditQuery, askedOf, useAuditQuery } from './query.ts';
import { RowDialog } from './RowDialog.tsx';
import type { LogRow } from './row.ts';

/** 操作日志: who did what in the branch, the newest first; nothing in it can be changed. */
export function AuditPage() {
  const audit = useAuditQuery();
  const { union } = useMe();
  const { data, error, refetch } = useAnswer('history', { query: askedOf(audit.query) });
  const [open, setOpen] = useState<LogRow | null>(null);
  return (
    <>
      <PageHead title="操作日志" note={`${union.name}和下级工会做的事，只能看，不能改`}>
        <ExportButton query={audit.query} />
        <Button onClick={() => refetch()} icon={<DeskIcon name="refresh" />}>
          刷新
        </Button>
      </PageHead>
      <FilterBar audit={audit} rows={data?.rows ?? []} />
      {error !== null && <Failed error={error} retry={() => refetch()} />}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && (
        <>
          {data.rows.length > 0 && <LogTable rows={data.rows} open={setOpen} />}
          <More audit={audit} count={data.rows.length} next={data.next} />
        </>
      )}
      {open !== null && <RowDialog row={open} audit={audit} close={() => setOpen(null)} />}
    </>
  );
}

type MoreProps = { audit: AuditQuery; count: number; next: number | null };

/** The way back in time. A search through a long log may bring nothing yet, and goes on when asked to. */
function More({ audit: { query, change }, count, next }: MoreProps) {
  const isBack = query.before !== undefined;
  if (count === 0 && next === null) {
    return (
      <Empty text={isBack ? '再往前没有了。' : '按这些条件没有记录。'}>{isBack && <Newest change={change} />}</Empty>
    );
  }
  return (
    <div className={css.pager}>
      {isBack && <Newest change={change} />}
      {next !== null && (
        <Button onClick={() => change({ before: String(next) })}>{count === 0 ? '继续往前找' : '更早的'}</Button>
      )}
      {count === 0 && <p role="status">最近的二十万条里没有，还可以继续往前找。</p>}
    </div>
  );
}

function Newest({ change }: Pick<AuditQuery, 'change'>) {
  return <Button onClick={() => change({ before: undefined })}>回到最新</Button>;
}
