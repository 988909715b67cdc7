import { parsePeriod, periodWords } from '../../../shared/stats/period.ts';
import { Tag } from '../../desk/parts/Tag.tsx';
import type { Reply } from '../../platform/ask.ts';
import { Chart } from '../parts/Chart.tsx';
import { numberOrNull, stationsHref } from '../parts/cells.ts';
import { FigureTable } from '../parts/FigureTable.tsx';
import type { AskedHere } from '../parts/use-asked.ts';
import { changesOf, scalesOf } from './changes.ts';
import css from './series.module.css';

type Answer = Reply<'figureSeries'>;
type Props = { answer: Answer; here: AskedHere };

const TONES = ['count', 'second', 'yes', 'fourth', 'third', 'quiet'] as const;

/** Lines that share a scale together, and one table of all. */
export function Lines({ answer, here }: Props) {
  const { months, series, head } = answer;
  const changes = changesOf(months, series);
  return (
    <>
      {scalesOf(series).map((own) => (
        <LinesOf key={own.map(({ id }) => id).join()} months={months} own={own} />
      ))}
      {changes.length > 0 && (
        <ul className={css.changes} aria-label="口径在哪里变了">
          {changes.map(({ at, text }) => (
            <li key={at}>
              <Tag tone="soon">{monthWords(months[at] ?? '')}起</Tag> {text}，前后的数不好直接比。
            </li>
          ))}
        </ul>
      )}
      <FigureTable
        caption="逐月的数"
        rowsAre="月份"
        columns={series}
        lines={months.map((month, at) => ({
          key: month,
          name: monthWords(month),
          words: month,
          values: series.map(({ values }) => values[at] ?? null),
        }))}
        hrefOf={({ indicator, row }) =>
          stationsHref({ ...here.asked, period: row ?? here.asked.period }, head, { indicator, row: null })
        }
      />
    </>
  );
}

type OwnProps = { months: readonly string[]; own: Answer['series'] };

function LinesOf({ months, own }: OwnProps) {
  const unit = own[0]?.unit ?? '';
  return (
    <section className={css.card} aria-label={`${own.map(({ name }) => name).join('、')}，单位：${unit}`}>
      <Chart
        title={own.map(({ name }) => name).join('、')}
        plan={{
          kind: 'lines',
          categories: months.map(monthWords),
          series: own.map(({ name, values }, at) => ({
            name,
            tone: TONES[at % TONES.length] ?? 'count',
            values: values.map(numberOrNull),
          })),
          unit,
          digits: Math.max(...own.map(({ digits }) => digits)),
          marks: changesOf(months, own).map(({ at }) => ({ at, text: '口径变了' })),
        }}
      >
        <p className={css.unit}>单位：{unit}。每个数在下面的表里。</p>
      </Chart>
    </section>
  );
}

function monthWords(month: string): string {
  const period = parsePeriod(month);
  return period === null ? month : periodWords(period);
}
