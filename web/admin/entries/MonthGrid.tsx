import type { KeyboardEvent } from 'react';
import { OCCUPATION_WORDS } from '../../../shared/words/entry.ts';
import { DemoTag } from '../../desk/parts/DemoTag.tsx';
import css from './month.module.css';
import { COLUMNS, type Column, cellText, type GridRow, isTyped, numberIn, sumOf, type TypedGrid } from './month.ts';

const HEADS: { readonly [C in Column]: string } = { days: '计数天数', ...OCCUPATION_WORDS };

type Props = {
  rows: readonly GridRow[];
  typed: TypedGrid;
  put: (station: string, column: Column, text: string) => void;
  caption: string;
};

/** Stations down, days and occupations across; Tab goes on in the row, Enter and the arrows up and down go in the column. */
export function MonthGrid({ rows, typed, put, caption }: Props) {
  return (
    <div className={css.scroll}>
      <table className={css.grid} onKeyDown={walk}>
        <caption className={css.hidden}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">站点</th>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {HEADS[column]}
              </th>
            ))}
            <th scope="col">合计人次</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <Row key={row.station.id} row={row} at={at} typed={typed} put={put} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row, at, typed, put }: Omit<Props, 'rows' | 'caption'> & { row: GridRow; at: number }) {
  const { station } = row;
  const said = typed[station.id];
  return (
    <tr>
      <th scope="row" className={isTyped(row, said) ? css.mark : undefined}>
        {station.name}
        {station.origin === 'synthetic' && <DemoTag />}
      </th>
      {COLUMNS.map((column) => {
        const text = cellText(row, said, column);
        const isWrong = numberIn(text) === null;
        return (
          <td key={column}>
            <input
              inputMode="numeric"
              autoComplete="off"
              data-row={at}
              data-column={column}
              value={text}
              disabled={!row.mayKeep}
              aria-label={`${station.name}，${HEADS[column]}`}
              aria-invalid={isWrong}
              onFocus={({ target }) => target.select()}
              onChange={({ target }) => put(station.id, column, target.value)}
            />
          </td>
        );
      })}
      <td className={css.sum}>{sumOf(row, said)}</td>
    </tr>
  );
}

const STEPS: { readonly [key: string]: number } = { ArrowUp: -1, ArrowDown: 1, Enter: 1 };

function walk(event: KeyboardEvent<HTMLTableElement>): void {
  const step = STEPS[event.key];
  const { target } = event;
  if (step === undefined || !(target instanceof HTMLInputElement)) return;
  const { row, column } = target.dataset;
  const next = event.currentTarget.querySelector<HTMLInputElement>(
    `input[data-row="${Number(row) + step}"][data-column="${column}"]`,
  );
  event.preventDefault();
  next?.focus();
}
