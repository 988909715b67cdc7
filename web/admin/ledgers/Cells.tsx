import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { CellField } from './CellField.tsx';
import css from './ledgers.module.css';
import { pointColumns } from './point-cells.ts';
import { RowDialog } from './RowDialog.tsx';
import { type CellsTyped, changed } from './typed.ts';
import type { Edits } from './use-edits.ts';
import type { LedgerRow } from './words.ts';

type Props = { row: LedgerRow; edits: Edits | null };

/** The cells that ask for something, to be put right in place; of a sound row what it says, in short. */
export function Cells({ row, edits }: Props) {
  const [typed, type] = useState<CellsTyped>({});
  const [opened, open] = useState<Opened>(null);
  const asked = row.cells.filter(({ isAsked }) => isAsked);
  if (edits === null || asked.length === 0) {
    return (
      <div className={css.cells}>
        {row.changes.length === 0 && <p className={css.quiet}>{shortText(row)}</p>}
        {edits && <RowButton row={row} edits={edits} opened={opened} open={open} />}
      </div>
    );
  }
  const news = changed(row, typed);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (news.length > 0 && (await edits.type(row, news))) type({});
  };
  return (
    <form className={`${css.cells} ${css.typing}`} onSubmit={save}>
      {asked.map(({ column, title, text }) => (
        <CellField
          key={column}
          title={title}
          label={`第 ${row.number} 行 ${title}`}
          text={typed[column] ?? text}
          status={row.kind === 'refused' ? 'error' : row.kind === 'flagged' ? 'warning' : ''}
          onType={(now) => type({ ...typed, [column]: now })}
        />
      ))}
      <div className={css.acts}>
        <Button size="small" htmlType="submit" disabled={news.length === 0} loading={edits.isBusyAt(row.number)}>
          改好了
        </Button>
        <RowButton row={row} edits={edits} opened={opened} open={open} />
      </div>
    </form>
  );
}

/** What of a row's dialog is asked for; null while it is closed. */
type Opened = 'cells' | 'map' | null;
type Opening = { opened: Opened; open: (what: Opened) => void };

function RowButton({ row, edits, opened, open }: { row: LedgerRow; edits: Edits } & Opening) {
  return (
    <>
      {isPointAsked(row) && (
        <button
          type="button"
          className={css.quietButton}
          aria-label={`在地图上选第 ${row.number} 行的位置`}
          onClick={() => open('map')}
        >
          在地图上选
        </button>
      )}
      <button
        type="button"
        className={css.quietButton}
        aria-label={`改第 ${row.number} 行的其他格`}
        onClick={() => open('cells')}
      >
        整行
      </button>
      {opened !== null && <RowDialog row={row} edits={edits} isMapFirst={opened === 'map'} close={() => open(null)} />}
    </>
  );
}

/** Whether something is asked of the cells that say where the station is. */
function isPointAsked({ cells }: LedgerRow): boolean {
  const columns = pointColumns(cells);
  return columns !== null && cells.some(({ column, isAsked }) => isAsked && Object.values(columns).includes(column));
}

const SHOWN = 4;

/** The first few cells that say something beside the name. */
function shortText({ cells, name }: LedgerRow): string {
  const said = cells
    .map(({ text }) => text.trim())
    .filter((text) => text !== '' && text !== name && !/^\d{1,5}$/.test(text));
  return said.slice(0, SHOWN).join(' · ');
}
