import { Select } from 'antd';
import { type ReactNode, useId } from 'react';
import { Link } from 'wouter';
import { ROWS_BY_WORDS } from '../../../shared/wire/figures-words.ts';
import { Chart } from '../parts/Chart.tsx';
import { numberOrNull, type Row, stationsHref } from '../parts/cells.ts';
import { FigureTable } from '../parts/FigureTable.tsx';
import { addressOf } from '../parts/question.ts';
import type { TableProps } from './table-props.ts';
import css from './tables.module.css';

/** More bars than this are no picture. */
const BARS = 40;
/** What a table is drawn by when nobody chose. */
const FIRST: { readonly [table: string]: string } = { stock: 'stock.closing', hours: 'hours.always' };

/** One indicator drawn over the rows, all of them written below. */
export function WholeTable({ table, head, here }: TableProps) {
  const { columns, rows, total } = table;
  const wanted = here.beside.drawn ?? FIRST[table.table] ?? columns[0]?.id;
  const at = Math.max(
    0,
    columns.findIndex(({ id }) => id === wanted),
  );
  const column = columns[at];
  const written = (
    <FigureTable
      caption={`${ROWS_BY_WORDS[head.by]}的各项数`}
      rowsAre={ROWS_BY_WORDS[head.by]}
      columns={columns}
      lines={rows.map((row) => ({
        key: row.key,
        name: <RowName row={row} here={here} table={table.table} />,
        words: row.name,
        values: row.values,
      }))}
      total={total}
      hrefOf={(cell) => stationsHref(here.asked, head, cell)}
    />
  );
  if (column === undefined || rows.length < 2) return written;
  return (
    <Drawn table={table} here={here} at={at}>
      {written}
    </Drawn>
  );
}

type DrawnProps = Pick<TableProps, 'table' | 'here'> & { at: number; children: ReactNode };

/** One column over the rows, the highest first; a column without any figure to draw says so. */
function Drawn({ table: { columns, rows }, here, at, children }: DrawnProps) {
  const [column] = columns.slice(at);
  if (column === undefined) return children;
  const drawn = rows
    .map(({ name, values }) => ({ name, value: numberOrNull(values[at] ?? null) }))
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0))
    .slice(0, BARS);
  const pick = <DrawnPick columns={columns} here={here} value={column.id} isCut={rows.length > BARS} />;
  if (drawn.every(({ value }) => value === null || value === 0)) {
    return (
      <>
        {children}
        {pick}
        <p className={css.note}>“{column.name}”这一列没有大于 0 的数，画不出图。</p>
      </>
    );
  }
  const series = [{ name: column.name, tone: 'count' as const, values: drawn.map(({ value }) => value) }];
  const { unit, digits } = column;
  return (
    <Chart
      title={column.name}
      table="above"
      plan={{ kind: 'bars', categories: drawn.map(({ name }) => name), series, unit, digits }}
    >
      {children}
      {pick}
    </Chart>
  );
}

type PickProps = {
  columns: TableProps['table']['columns'];
  here: TableProps['here'];
  value: string;
  isCut: boolean;
};

function DrawnPick({ columns, here, value, isCut }: PickProps) {
  const id = useId();
  return (
    <div className={css.drawn}>
      <label htmlFor={id}>画出来的指标</label>
      <Select
        id={id}
        className={css.pick ?? ''}
        value={value}
        options={columns.map((column) => ({ value: column.id, label: `${column.name}（${column.unit}）` }))}
        onChange={(drawn: string) => here.change({ drawn })}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
      />
      {isCut && <span>只画最多的 {BARS} 行，表里是全部</span>}
    </div>
  );
}

/** A row's name; one can look further down where there is something below. */
export function RowName({ row, here, table }: { row: Row; here: TableProps['here']; table: string }) {
  if (row.below === null) return row.name;
  const further = addressOf(`/figures/tables/${table}`, here.asked, here.beside, { region: row.below, by: 'region' });
  return (
    <Link href={further} className={css.down ?? ''}>
      {row.name}
    </Link>
  );
}
