import { Alert, Modal } from 'antd';
import { useState } from 'react';
import { CellField } from './CellField.tsx';
import css from './ledgers.module.css';
import { type CellsTyped, changed } from './typed.ts';
import type { Edits } from './use-ledger.ts';
import type { LedgerRow } from './words.ts';

/** Every cell of a row, to be typed anew. */
export function RowDialog({ row, edits, close }: { row: LedgerRow; edits: Edits; close: () => void }) {
  const [typed, type] = useState<CellsTyped>({});
  const news = changed(row, typed);
  const save = async () => {
    if (news.length === 0 || (await edits.type(row, news))) close();
  };
  const fault = edits.fault?.row === row.number ? edits.fault.text : null;
  return (
    <Modal
      open
      title={`第 ${row.number} 行：${row.name}`}
      okText="改好了"
      cancelText="不改了"
      okButtonProps={{ loading: edits.busyRow === row.number }}
      onOk={save}
      onCancel={close}
      width={640}
    >
      {fault !== null && <Alert type="error" showIcon title={fault} />}
      <div className={css.whole}>
        {row.cells.map(({ column, title, text, isAsked }) => (
          <CellField
            key={column}
            title={title === '' ? `第 ${column + 1} 列` : title}
            text={typed[column] ?? text}
            status={isAsked ? 'warning' : ''}
            onType={(now) => type({ ...typed, [column]: now })}
          />
        ))}
      </div>
    </Modal>
  );
}
