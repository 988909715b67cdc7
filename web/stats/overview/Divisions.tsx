import { Link } from 'wouter';
import { chosenColumns, type Row, stationsHref } from '../parts/cells.ts';
import { FigureTable } from '../parts/FigureTable.tsx';
import { addressOf } from '../parts/question.ts';
import css from './overview.module.css';
import type { PartProps } from './part.ts';
import { BY_DIVISION } from './words.ts';

/** The divisions right below; a name leads one further down, at the bottom to the stations themselves. */
export function Divisions({ answer: { head, tables }, here }: PartProps) {
  const rows = tables[0]?.rows ?? [];
  const { columns, valuesOf, total } = chosenColumns(tables, BY_DIVISION);
  const link = (cell: Parameters<typeof stationsHref>[2]) => stationsHref(here.asked, head, cell);
  const name = (row: Row) => (
    <Link
      className={css.down ?? ''}
      href={
        row.below === null
          ? link({ indicator: 'stock.closing', row: row.key })
          : addressOf('/figures', here.asked, { region: row.below })
      }
    >
      {row.name}
    </Link>
  );
  return (
    <section className={css.divisions} aria-labelledby="divisions">
      <h2 id="divisions">按下一级行政区划</h2>
      {rows.length === 0 ? (
        <p className={css.none}>
          下面没有可再分的区划。
          <Link href={link({ indicator: 'stock.closing', row: null })} className={css.way ?? ''}>
            看这里的站点
          </Link>
        </p>
      ) : (
        <FigureTable
          caption="各行政区划的主要数"
          rowsAre="行政区划"
          columns={columns}
          lines={rows.map((row) => ({ key: row.key, name: name(row), words: row.name, values: valuesOf(row.key) }))}
          total={total}
          hrefOf={link}
        />
      )}
    </section>
  );
}
