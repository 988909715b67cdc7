import { Failed } from '../../desk/parts/Failed.tsx';
import { Loading } from '../../desk/parts/Loading.tsx';
import { PageHead } from '../../desk/parts/PageHead.tsx';
import { useAnswer } from '../../desk/use-ask.tsx';
import { totalOf } from '../parts/cells.ts';
import { FigureHead } from '../parts/FigureHead.tsx';
import { PrintButton } from '../parts/PrintButton.tsx';
import { QuestionBar } from '../parts/QuestionBar.tsx';
import { useAsked } from '../parts/use-asked.ts';
import { Amenities } from './Amenities.tsx';
import { Divisions } from './Divisions.tsx';
import { Exits } from './Exits.tsx';
import { Hours } from './Hours.tsx';
import { NoStations } from './NoStations.tsx';
import css from './overview.module.css';
import type { PartProps } from './part.ts';
import { Quality } from './Quality.tsx';
import { Stock } from './Stock.tsx';

const TABLES = 'stock,hours,amenities,exit,quality';

/** 统计总览: what the union has, how it came to it, and how good it is; every number leads to its stations. */
export function OverviewPage() {
  const here = useAsked();
  const asked = { ...here.asked, by: 'region' };
  const { data, error, refetch } = useAnswer('figures', { query: { ...asked, tables: TABLES } });
  return (
    <>
      <PageHead title="统计总览">
        <PrintButton />
      </PageHead>
      <QuestionBar here={here} />
      {error !== null && <Failed error={error} retry={() => refetch()} />}
      {data === undefined && error === null && <Loading rows={10} />}
      {data !== undefined && <Answered answer={data} here={{ ...here, asked }} />}
    </>
  );
}

function Answered({ answer, here }: PartProps) {
  const { tables } = answer;
  const isEmpty = ['opening', 'closing', 'new', 'retired', 'merged', 'moved-out'].every(
    (name) => (totalOf(tables, `stock.${name}`) ?? 0) === 0,
  );
  return (
    <>
      <FigureHead head={answer.head} here={here} path="/figures" />
      {isEmpty ? (
        <NoStations head={answer.head} here={here} />
      ) : (
        <div className={css.cards}>
          <Stock answer={answer} here={here} />
          <Hours answer={answer} here={here} />
          <Amenities answer={answer} here={here} />
          <Quality answer={answer} here={here} />
          <Exits answer={answer} here={here} />
        </div>
      )}
      {!isEmpty && <Divisions answer={answer} here={here} />}
    </>
  );
}
