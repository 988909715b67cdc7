import { Button } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import type { Figure } from '../../../shared/stats/question.ts';
import { FEW_MEANING } from '../../../shared/wire/figures-words.ts';
import { DeskIcon } from '../../desk/parts/DeskIcon.tsx';
import { numberText } from '../../desk/parts/number-text.ts';
import { FigureCell } from './FigureCell.tsx';
import { NONE_MEANING } from './figure-text.ts';
import { type Sorting, sorted, turned } from './sorting.ts';
import css from './table.module.css';

export type Column = { readonly id: string; readonly name: string; readonly unit: string; readonly digits: number };
export type Line = {
  readonly key: string;
  readonly name: ReactNode;
  readonly words: string;
  readonly values: readonly Figure[];
};

type Props = {
  /** What the table is, for whoever hears it. */
  caption: string;
  /** What its rows are: 行政区划. */
  rowsAre: string;
  columns: readonly Column[];
  lines: readonly Line[];
  /** Under all others, whatever the order. */
  total?: readonly Figure[];
  /** Where a figure leads: to the stations that it counts. `row` null: of the total. */
  hrefOf?: (cell: { readonly indicator: string; readonly row: string | null }) => string;
};

/** So many rows are drawn at first: a county table of the country has three thousand. */
const DRAWN = 100;

/** Figures in rows: the first column stays, heads sort, every number leads to its stations. */
export function FigureTable({ caption, rowsAre, columns, lines, total, hrefOf }: Props) {
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const [drawn, setDrawn] = useState(DRAWN);
  const all = useMemo(() => sorted(lines, sorting), [lines, sorting]);
  const figures = useMemo(() => [...lines.flatMap(({ values }) => values), ...(total ?? [])], [lines, total]);
  const units = [...new Set(columns.map(({ unit }) => unit))];
  const [unit = ''] = units.length === 1 ? units : [];
  return (
    <div className={css.whole}>
      <div className={css.scroll}>
        <table className={css.table}>
          <caption className={css.caption}>{caption}</caption>
          <thead>
            <tr>
              <SortHead name={rowsAre} at={-1} sorting={sorting} sort={setSorting} />
              {columns.map((column, at) => (
                <SortHead
                  key={column.id}
                  name={column.name}
                  unit={unit === '' ? column.unit : ''}
                  at={at}
                  sorting={sorting}
                  sort={setSorting}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {all.slice(0, drawn).map((line) => (
              <tr key={line.key}>
                <th scope="row">{line.name}</th>
                <Cells columns={columns} line={line} hrefOf={hrefOf} row={line.key} />
              </tr>
            ))}
          </tbody>
          {total !== undefined && (
            <tfoot>
              <tr>
                <th scope="row">合计</th>
                <Cells columns={columns} line={{ words: '合计', values: total }} hrefOf={hrefOf} row={null} />
              </tr>
            </tfoot>
          )}
        </table>
      </div>
      {all.length > drawn && (
        <Button className={css.rest ?? ''} onClick={() => setDrawn(drawn + 10 * DRAWN)}>
          还有 {numberText(all.length - drawn)} 行
        </Button>
      )}
      <Meanings figures={figures} unit={unit} />
    </div>
  );
}

type CellsProps = {
  columns: readonly Column[];
  line: Pick<Line, 'words' | 'values'>;
  hrefOf: Props['hrefOf'];
  row: string | null;
};

function Cells({ columns, line, hrefOf, row }: CellsProps) {
  return columns.map(({ id, name, unit, digits }, at) => (
    <td key={id}>
      <FigureCell
        figure={line.values[at] ?? null}
        digits={digits}
        about={`${line.words}，${name}`}
        unit={unit}
        href={hrefOf?.({ indicator: id, row }) ?? null}
      />
    </td>
  ));
}

type SortProps = {
  name: string;
  unit?: string;
  at: number;
  sorting: Sorting | null;
  sort: (to: Sorting | null) => void;
};

/** `at` −1: the names of the rows. */
function SortHead({ name, unit, at, sorting, sort }: SortProps) {
  const way = sorting?.at === at ? sorting.way : null;
  return (
    <th scope="col" aria-sort={way === null ? 'none' : way === 'up' ? 'ascending' : 'descending'}>
      <button type="button" className={css.sort} onClick={() => sort(turned(sorting, at))}>
        <span>
          {name}
          {unit !== undefined && unit !== '' && <small className={css.unit}>（{unit}）</small>}
        </span>
        <span className={`${css.way} ${way === null ? '' : css[way]}`} aria-hidden="true">
          <DeskIcon name="down" />
        </span>
      </button>
    </th>
  );
}

/** What the signs in place of numbers mean, where any stands. */
export function Meanings({ figures, unit = '' }: { figures: readonly Figure[]; unit?: string }) {
  const said = [
    ...(unit === '' ? [] : [`单位：${unit}`]),
    ...(figures.includes(null) ? [NONE_MEANING] : []),
    ...(figures.includes('few') ? [FEW_MEANING] : []),
  ];
  return said.length === 0 ? null : <p className={css.meanings}>{said.join('；')}。</p>;
}
