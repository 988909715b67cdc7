import { Alert, Checkbox, Pagination } from 'antd';
import { useState } from 'react';
import { Empty } from '../../desk/parts/Empty.tsx';
import { Failed } from '../../desk/parts/Failed.tsx';
import { Loading } from '../../desk/parts/Loading.tsx';
import { Commit } from './Commit.tsx';
import { Counts } from './Counts.tsx';
import { DatumLine } from './DatumLine.tsx';
import css from './ledgers.module.css';
import { Rows } from './Rows.tsx';
import { useEdits } from './use-edits.ts';
import { type RowsAsked, useRows } from './use-ledger.ts';
import type { Kind, Ledger } from './words.ts';

const PAGE = 50;

/** What the ledger would do, or has done: counts, rows with what to do about each, and the way on. */
export function Preview({ ledger }: { ledger: Ledger }) {
  const [asked, ask] = useState<RowsAsked>({ kind: 'all', order: 'problems', page: 1 });
  const rows = useRows(ledger, asked);
  const edits = useEdits(ledger, rows.data);
  const isOver = ledger.state === 'done';
  return (
    <>
      <Counts ledger={ledger} kind={asked.kind} choose={(kind: Kind | 'all') => ask({ ...asked, kind, page: 1 })} />
      <div className={css.bar}>
        <DatumLine ledger={ledger} edits={edits} />
        <Checkbox
          checked={asked.order === 'problems'}
          onChange={({ target }) => ask({ ...asked, order: target.checked ? 'problems' : 'file', page: 1 })}
        >
          问题行排前面
        </Checkbox>
      </div>
      {edits.fault !== null && edits.fault.row === null && <Alert type="error" showIcon title={edits.fault.text} />}
      {rows.error && <Failed error={rows.error} retry={() => rows.refetch()} />}
      {rows.data === undefined ? (
        rows.error === null && <Loading rows={8} />
      ) : rows.data.items.length === 0 ? (
        <Empty text="没有这样的行。" />
      ) : (
        <Rows rows={rows.data.items} edits={isOver ? null : edits} />
      )}
      {rows.data !== undefined && rows.data.total > PAGE && (
        <Pagination
          className={css.pages ?? ''}
          current={asked.page}
          pageSize={PAGE}
          total={rows.data.total}
          showSizeChanger={false}
          onChange={(page) => ask({ ...asked, page })}
        />
      )}
      <Commit ledger={ledger} isEditing={edits.isBusy} />
    </>
  );
}
