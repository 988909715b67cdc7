import { Link, useParams } from 'wouter';
import { TABLES, type TableId } from '../../../shared/stats/definition.ts';
import type { RowsBy } from '../../../shared/stats/question.ts';
import { TABLE_WORDS } from '../../../shared/wire/figures-words.ts';
import { Empty } from '../../desk/parts/Empty.tsx';
import { Failed } from '../../desk/parts/Failed.tsx';
import { Loading } from '../../desk/parts/Loading.tsx';
import { PageHead } from '../../desk/parts/PageHead.tsx';
import { useAnswer } from '../../desk/use-ask.tsx';
import { FigureHead } from '../parts/FigureHead.tsx';
import { PrintButton } from '../parts/PrintButton.tsx';
import { QuestionBar } from '../parts/QuestionBar.tsx';
import { addressOf } from '../parts/question.ts';
import { type AskedHere, useAsked } from '../parts/use-asked.ts';
import { AmenityTable } from './AmenityTable.tsx';
import type { TableProps } from './table-props.ts';
import css from './tables.module.css';
import { WholeTable } from './WholeTable.tsx';

/** Every way to split rows but none at all: a table without rows is its total. */
const ROWS: readonly RowsBy[] = [
  'region',
  'province',
  'city',
  'county',
  'union',
  'kind',
  'size',
  'build',
  'operation',
  'hostType',
  'tier',
  'none',
];

/** 统计表: one of the twelve tables, drawn and written. */
export function TablesPage() {
  const { table: named } = useParams();
  const table = TABLES.find((one) => one === (named ?? 'stock'));
  const here = useAsked();
  return (
    <div className={css.page}>
      <PageHead title={table === undefined ? '统计表' : `统计表 · ${TABLE_WORDS[table]}`}>
        <PrintButton />
      </PageHead>
      <nav className={css.tables} aria-label="十二张表">
        {TABLES.map((one) => (
          <Link
            key={one}
            href={addressOf(`/figures/tables/${one}`, here.asked)}
            className={css.table ?? ''}
            {...(one === table && { 'aria-current': 'page' as const })}
          >
            {TABLE_WORDS[one]}
          </Link>
        ))}
      </nav>
      <QuestionBar here={here} rows={ROWS} />
      {table === undefined ? (
        <Empty text={`没有“${named}”这张表，从上面选一张。`} />
      ) : (
        <OneTable table={table} here={here} />
      )}
    </div>
  );
}

function OneTable({ table, here }: { table: TableId; here: AskedHere }) {
  const { data, error, refetch } = useAnswer('figures', { query: { ...here.asked, tables: table } });
  if (error !== null) return <Failed error={error} retry={() => refetch()} />;
  if (data === undefined) return <Loading />;
  const [answered] = data.tables;
  return (
    <>
      <FigureHead head={data.head} here={here} path={`/figures/tables/${table}`} />
      {answered !== undefined && <Answered table={answered} head={data.head} here={here} />}
    </>
  );
}

function Answered(props: TableProps) {
  const { table, head } = props;
  if (table.columns.length === 0) return <Empty text="这张表在这个统计期还没有指标。" />;
  return (
    <>
      {table.rows.length === 0 && props.here.asked.by !== 'none' && (
        <p className={css.note}>
          {head.region?.name ?? head.union.name}在{head.periodWords}没有可分的行，下面是合计。
        </p>
      )}
      {table.table === 'amenities' ? <AmenityTable {...props} /> : <WholeTable {...props} />}
    </>
  );
}
