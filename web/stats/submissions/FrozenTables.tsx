import { useState } from 'react';
import { Link } from 'wouter';
import { TABLES, type TableId } from '../../../shared/stats/definition.ts';
import { TABLE_WORDS } from '../../../shared/wire/figures-words.ts';
import { OneOf, optionsOf } from '../../desk/parts/Chips.tsx';
import { numberOrNull, totalOf } from '../parts/cells.ts';
import { FigureTable } from '../parts/FigureTable.tsx';
import { addressOf } from '../parts/question.ts';
import css from './submissions.module.css';
import type { Whole } from './words.ts';

/** The twelve tables, one at a time; printed all of them. A number leads to the stations it counted. */
export function FrozenTables({ whole }: { whole: Whole }) {
  const [chosen, setChosen] = useState<TableId>('stock');
  return (
    <section aria-labelledby="tables-title">
      <h2 id="tables-title" className={css.title}>
        报表
      </h2>
      <Corrections whole={whole} />
      <div className={css.pick}>
        <OneOf label="哪张表" options={optionsOf(TABLES, TABLE_WORDS)} value={chosen} onChange={setChosen} />
      </div>
      {whole.tables.map(({ table, columns, rows, total }) => (
        <div key={table} className={table === chosen ? '' : css.onPaper}>
          <h3 className={css.onPaper}>{TABLE_WORDS[table]}</h3>
          {columns.length > 0 && (
            <FigureTable
              caption={`${TABLE_WORDS[table]}，下一级行政区划`}
              rowsAre="行政区划"
              columns={columns}
              lines={rows.map(({ key, name, values }) => ({ key, name, words: name, values }))}
              total={total}
              hrefOf={(cell) => stationsOf(whole, cell)}
            />
          )}
        </div>
      ))}
    </section>
  );
}

type CellName = { readonly indicator: string; readonly row: string | null };

function stationsOf({ union, period, asOf }: Whole, { indicator, row }: CellName): string {
  const question = { period, asOf: String(asOf.seq), union: union.id, by: 'region' };
  return addressOf('/figures/stations', question, { indicator, row: row ?? undefined });
}

/** What became known after the period before was signed: it changes this period's opening, never that one's closing. */
function Corrections({ whole }: { whole: Whole }) {
  if (whole.openingAsOf === null) return null;
  const into = numberOrNull(totalOf(whole.tables, 'stock.corrected-in')) ?? 0;
  const out = numberOrNull(totalOf(whole.tables, 'stock.corrected-out')) ?? 0;
  if (into === 0 && out === 0) return <p className={css.quiet}>上期签认以后，没有补记的。</p>;
  return (
    <p className={css.corrections}>
      上期签认以后才知道的，补记在本期：
      <Link href={stationsOf(whole, { indicator: 'stock.corrected-in', row: null })} className={css.link ?? ''}>
        补计 {into} 个
      </Link>
      ，
      <Link href={stationsOf(whole, { indicator: 'stock.corrected-out', row: null })} className={css.link ?? ''}>
        补减 {out} 个
      </Link>
      。
    </p>
  );
}
