import { Select } from 'antd';
import { useId } from 'react';
import { monthsOf, parsePeriod, periodBefore, periodWords } from '../../../shared/stats/period.ts';
import { Empty } from '../../desk/parts/Empty.tsx';
import { Failed } from '../../desk/parts/Failed.tsx';
import { Loading } from '../../desk/parts/Loading.tsx';
import { PageHead } from '../../desk/parts/PageHead.tsx';
import { useAnswer } from '../../desk/use-ask.tsx';
import { FigureHead } from '../parts/FigureHead.tsx';
import { INDICATOR_OPTIONS } from '../parts/indicator.ts';
import { PrintButton } from '../parts/PrintButton.tsx';
import { QuestionBar } from '../parts/QuestionBar.tsx';
import fields from '../parts/question.module.css';
import { type AskedHere, useAsked } from '../parts/use-asked.ts';
import { Lines } from './Lines.tsx';
import { MonthPick } from './MonthPick.tsx';

const USUAL = 'stock.closing,stock.new,stock.retired';
/** As many as the server answers at once. */
const MOST = 20;
const USUAL_MONTHS = 12;

/** 逐月: a few indicators month by month, all with what was known at one moment. */
export function SeriesPage() {
  const here = useAsked();
  const { asked, beside, change } = here;
  const to = beside.to ?? lastMonth(asked.period);
  const from = beside.from ?? monthsBack(to, USUAL_MONTHS - 1);
  const indicators = beside.indicators ?? USUAL;
  return (
    <>
      <PageHead title="逐月" note="同一截至时刻看到的每个月">
        <PrintButton />
      </PageHead>
      <QuestionBar here={here} hasPeriod={false}>
        <IndicatorsPick value={indicators} onChange={(next) => change({ indicators: next })} />
        <MonthPick label="从" value={from} onChange={(month) => change({ from: month })} />
        <MonthPick label="到" value={to} onChange={(month) => change({ to: month })} />
      </QuestionBar>
      {indicators === NONE ? (
        <Empty text="还没选指标，在上面选一个。" />
      ) : (
        <Answer here={here} from={from} to={to} indicators={indicators} />
      )}
    </>
  );
}

const NONE = 'none';

type AnswerProps = { here: AskedHere; from: string; to: string; indicators: string };

function Answer({ here, from, to, indicators }: AnswerProps) {
  const { period: _, ...scope } = here.asked;
  const { data, error, refetch } = useAnswer('figureSeries', { query: { ...scope, from, to, indicators } });
  if (error !== null) return <Failed error={error} retry={() => refetch()} />;
  if (data === undefined) return <Loading />;
  // The link says the months and indicators also where the address left them to what is usual.
  const said: AskedHere = { ...here, beside: { ...here.beside, from, to, indicators } };
  return (
    <>
      <FigureHead
        head={data.head}
        here={said}
        path="/figures/series"
        periods={`${monthText(from)}到${monthText(to)}`}
      />
      <Lines answer={data} here={here} />
    </>
  );
}

function IndicatorsPick({ value, onChange }: { value: string; onChange: (next: string) => void }) {
  const id = useId();
  return (
    <div className={fields.field}>
      <label className={fields.label} htmlFor={id}>
        指标（最多 {MOST} 个）
      </label>
      <Select
        id={id}
        mode="multiple"
        maxCount={MOST}
        className={fields.indicators ?? ''}
        value={value === NONE ? [] : value.split(',')}
        options={INDICATOR_OPTIONS}
        onChange={(next: string[]) => onChange(next.length === 0 ? NONE : next.join(','))}
        showSearch={{ optionFilterProp: 'label' }}
        placeholder="选指标"
        popupMatchSelectWidth={false}
      />
    </div>
  );
}

function monthText(month: string): string {
  const parsed = parsePeriod(month);
  return parsed === null ? month : periodWords(parsed);
}

function lastMonth(period: string): string {
  const parsed = parsePeriod(period);
  const months = parsed === null ? [] : monthsOf(parsed);
  return months[months.length - 1] ?? period;
}

function monthsBack(month: string, count: number): string {
  let at = parsePeriod(month);
  for (let i = 0; i < count && at !== null; i++) at = periodBefore(at);
  return at ?? month;
}
