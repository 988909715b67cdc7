import { Button } from 'antd';
import { Link } from 'wouter';
import { parsePeriod, periodBefore } from '../../../shared/stats/period.ts';
import { DeskIcon } from '../../desk/parts/DeskIcon.tsx';
import { Empty } from '../../desk/parts/Empty.tsx';
import { Failed } from '../../desk/parts/Failed.tsx';
import { Loading } from '../../desk/parts/Loading.tsx';
import { numberText } from '../../desk/parts/number-text.ts';
import { PageHead } from '../../desk/parts/PageHead.tsx';
import { useAnswer } from '../../desk/use-ask.tsx';
import type { Reply } from '../../platform/ask.ts';
import { compareHref } from '../parts/cells.ts';
import { FigureHead } from '../parts/FigureHead.tsx';
import { figureText } from '../parts/figure-text.ts';
import { indicatorNamed } from '../parts/indicator.ts';
import { type AskedHere, useAsked } from '../parts/use-asked.ts';
import { Wording } from '../parts/Wording.tsx';
import { CountedTable } from './CountedTable.tsx';
import css from './stations.module.css';

/** The stations that one figure counts, exactly those. */
export function CountedPage() {
  const here = useAsked();
  const { indicator = '', row, after } = here.beside;
  const { data, error, refetch } = useAnswer('figureStations', { query: { ...here.asked, indicator, row, after } });
  const name = indicatorNamed(indicator)?.name ?? indicator;
  const where = data === undefined ? '' : (data.rowName ?? data.head.region?.name ?? data.head.union.name);
  return (
    <>
      <PageHead title={`${name}${where === '' ? '' : ` · ${where}`}`} note="正好是这个数数进去的站点">
        <Button icon={<DeskIcon name="back" />} onClick={() => window.history.back()}>
          返回
        </Button>
      </PageHead>
      {error !== null && <Failed error={error} retry={() => refetch()} />}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && <Counted answer={data} here={here} indicator={indicator} />}
    </>
  );
}

type Props = {
  answer: Reply<'figureStations'>;
  here: AskedHere /** Its id; the answer says its name. */;
  indicator: string;
};

function Counted({ answer, here, indicator }: Props) {
  const { head, figure, count, stations, next, rowName } = answer;
  const one = indicatorNamed(indicator);
  const period = parsePeriod(head.period);
  return (
    <>
      <FigureHead head={head} here={here} path="/figures/stations" />
      <div className={css.sum}>
        <p className={css.figure}>
          <b>{figureText(figure, one?.digits ?? 0)}</b> {one?.unit}
          {count !== figure && <span className={css.count}>来自 {numberText(count, 0)} 个站点</span>}
        </p>
        {period !== null && (
          <Link
            href={compareHref(here.asked, head, {
              indicator,
              row: here.beside.row ?? null,
              against: periodBefore(period),
            })}
            className={css.compare ?? ''}
          >
            与上期比
          </Link>
        )}
      </div>
      <Wording indicator={indicator} period={head.period} />
      {stations.length === 0 ? (
        <Empty text={`${rowName ?? head.region?.name ?? head.union.name}在${head.periodWords}没有这样的站点。`} />
      ) : (
        <CountedTable stations={stations} indicator={one} />
      )}
      <Places here={here} next={next} />
    </>
  );
}

function Places({ here: { beside, change }, next }: { here: AskedHere; next: string | null }) {
  if (beside.after === undefined && next === null) return null;
  return (
    <div className={css.places}>
      {beside.after !== undefined && <Button onClick={() => change({ after: undefined })}>回到第一页</Button>}
      {next !== null && <Button onClick={() => change({ after: next })}>下一页</Button>}
    </div>
  );
}
