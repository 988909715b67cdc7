import { Link } from 'wouter';
import { parsePeriod, periodBefore, periodWords } from '../../../shared/stats/period.ts';
import { numberText } from '../../desk/parts/number-text.ts';
import { Chart } from '../parts/Chart.tsx';
import { compareHref, numberOrNull, stationsHref, type Table, totalOf } from '../parts/cells.ts';
import { moreOrFewer } from '../parts/figure-text.ts';
import { ListTable } from '../parts/ListTable.tsx';
import { Card } from './Card.tsx';
import css from './overview.module.css';
import type { PartProps } from './part.ts';
import { FLOWS } from './words.ts';

/** From the opening stock to the closing one, as a line to be read aloud, a drawing and a table. */
export function Stock({ answer: { head, tables }, here }: PartProps) {
  const [opening, closing] = ['stock.opening', 'stock.closing'].map((id) => numberOrNull(totalOf(tables, id)));
  const flows = FLOWS.map(([id, side]) => ({
    id,
    side,
    name: nameOf(tables, id),
    value: numberOrNull(totalOf(tables, id)) ?? 0,
  }));
  const moved = flows.filter(({ value }) => value !== 0);
  const difference = (closing ?? 0) - (opening ?? 0);
  const names = ['期初', ...moved.map(({ name }) => name), '期末'];
  const values = [opening ?? 0, ...moved.map(({ value, side }) => value * side), closing ?? 0];
  const ids = ['stock.opening', ...moved.map(({ id }) => id), 'stock.closing'];
  const link = (indicator: string) => stationsHref(here.asked, head, { indicator, row: null });
  return (
    <Card title="存量与增减" table="stock" here={here} isWide>
      <p className={css.story}>
        期初 <b>{numberText(opening ?? 0, 0)}</b> 个，期末{' '}
        <Link href={link('stock.closing')} className={css.big ?? ''}>
          {numberText(closing ?? 0, 0)}
        </Link>{' '}
        个，
        <Why head={head} here={here} difference={difference} />
      </p>
      <Chart
        title="存量与增减"
        table="beside"
        plan={{
          kind: 'steps',
          categories: names,
          series: [{ name: '站点', tone: 'count', values }],
          unit: '个',
          digits: 0,
        }}
      >
        <ListTable
          caption="期初、各种增减、期末"
          heads={['怎么变的', '站点（个）']}
          unit="个"
          items={names.map((name, at) => ({
            id: ids[at] ?? name,
            name,
            figures: [values[at] ?? null],
            hrefs: [link(ids[at] ?? 'stock.closing')],
          }))}
        />
      </Chart>
    </Card>
  );
}

type WhyProps = { head: PartProps['answer']['head']; here: PartProps['here']; difference: number };

/** How many more or fewer, leading to why. */
function Why({ head, here, difference }: WhyProps) {
  const period = parsePeriod(head.period);
  if (period === null) return moreOrFewer(difference, '个');
  const against = periodBefore(period);
  return (
    <>
      <Link
        href={compareHref(here.asked, head, { indicator: 'stock.closing', row: null, against })}
        className={css.big ?? ''}
      >
        {difference === 0 ? '和期初一样多' : moreOrFewer(difference, '个')}
      </Link>
      <Link
        href={compareHref(here.asked, head, { indicator: 'stock.closing', row: null, against })}
        className={css.why ?? ''}
      >
        和{periodWords(against)}比，为什么
      </Link>
    </>
  );
}

function nameOf(tables: readonly Table[], id: string): string {
  return tables.flatMap(({ columns }) => columns).find((column) => column.id === id)?.name ?? id;
}
