import { Alert, Modal } from 'antd';
import { useState } from 'react';
import { CellField } from './CellField.tsx';
import css from './ledgers.module.css';
import { PointCells } from './PointCells.tsx';
import { pointColumns, pointIn, pointTexts } from './point-cells.ts';
import { type CellsTyped, changed } from './typed.ts';
import type { Edits } from './use-edits.ts';
import type { LedgerRow } from './words.ts';

type Props = { row: LedgerRow; edits: Edits; isMapFirst: boolean; close: () => void };

/** Every cell of a row, to be typed anew; its point may be picked on the map. */
export function RowDialog({ row, edits, isMapFirst, close }: Props) {
  const [typed, type] = useState<CellsTyped>({});
  const news = changed(row, typed);
  const save = async () => {
    if (news.length === 0 || (await edits.type(row, news))) close();
  };
  const fault = edits.fault?.row === row.number ? edits.fault.text : null;
  const columns = pointColumns(row.cells);
  const textAt = (column: number) => typed[column] ?? row.cells.find((cell) => cell.column === column)?.text ?? '';
  return (
    <Modal
      open
      title={`第 ${row.number} 行：${row.name}`}
      okText="改好了"
      cancelText="不改了"
      okButtonProps={{ loading: edits.isBusyAt(row.number) }}
      onOk={save}
      onCancel={close}
      width={640}
    >
      {fault !== null && <Alert type="error" showIcon title={fault} />}
      {columns !== null && (
        <PointCells
          point={pointIn(columns, textAt, edits.datumRead)}
          datum={edits.datumRead}
          region={edits.region}
          isMapFirst={isMapFirst}
          onPick={(point) => type({ ...typed, ...pointTexts(columns, point, edits.datumRead) })}
        />
      )}
      <div className={css.whole}>
        {row.cells.map(({ column, title, isAsked }) => (
          <CellField
            key={column}
            title={title === '' ? `第 ${column + 1} 列` : title}
            text={textAt(column)}
            status={isAsked ? 'warning' : ''}
            onType={(now) => type({ ...typed, [column]: now })}
          />
        ))}
      </div>
    </Modal>
  );
}
