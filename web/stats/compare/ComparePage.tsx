import { parsePeriod, periodBefore } from '../../../shared/stats/period.ts';
import { Failed } from '../../desk/parts/Failed.tsx';
import { Loading } from '../../desk/parts/Loading.tsx';
import { PageHead } from '../../desk/parts/PageHead.tsx';
import { useAnswer } from '../../desk/use-ask.tsx';
import { AsOfPick } from '../parts/AsOfPick.tsx';
import { FigureHead } from '../parts/FigureHead.tsx';
import { IndicatorPick } from '../parts/IndicatorPick.tsx';
import { PeriodPick } from '../parts/PeriodPick.tsx';
import { PrintButton } from '../parts/PrintButton.tsx';
import { Field, QuestionBar } from '../parts/QuestionBar.tsx';
import { type AskedHere, useAsked } from '../parts/use-asked.ts';
import type { ComparedProps } from './compared.ts';
import { DifferenceTable } from './DifferenceTable.tsx';
import { Reasons } from './Reasons.tsx';
import { Sides } from './Sides.tsx';

const USUAL = 'stock.closing';

/** 比较: one figure in two periods, and why it differs: which stations, by whose step, on which day, under which wording. */
export function ComparePage() {
  const here = useAsked();
  const { asked, beside, change } = here;
  const period = parsePeriod(asked.period);
  const against = beside.against ?? (period === null ? asked.period : periodBefore(period));
  const indicator = beside.indicator ?? USUAL;
  const { row, reason, after, againstAsOf } = beside;
  const query = { ...asked, indicator, row, against, againstAsOf, reason, after };
  const { data, error, refetch } = useAnswer('figureDifference', { query });
  return (
    <>
      <PageHead title="比较" note="一个数在两个统计期差多少，为什么">
        <PrintButton />
      </PageHead>
      <QuestionBar here={here} periodLabel="后一期">
        <IndicatorPick
          value={indicator}
          onChange={(next) => change({ indicator: next, row: undefined, reason: undefined })}
        />
        <Field label="前一期">
          <PeriodPick
            label="前一期"
            value={against}
            onChange={(next) => change({ against: next, reason: undefined })}
          />
        </Field>
        <Field label="前一期截至">
          <AsOfPick
            label="前一期截至"
            nowWord="同后一期"
            value={againstAsOf}
            onChange={(next) => change({ againstAsOf: next, reason: undefined })}
          />
        </Field>
      </QuestionBar>
      {error !== null && <Failed error={error} retry={() => refetch()} />}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && <Compared answer={data} here={here} indicator={indicator} />}
    </>
  );
}

function Compared(props: ComparedProps) {
  const { answer, here, indicator } = props;
  const { againstHead } = answer;
  // The link says both sides whole, also what the address left to what is usual.
  const beside = { ...here.beside, indicator, against: againstHead.period, againstAsOf: String(againstHead.asOf.seq) };
  const said: AskedHere = { ...here, beside };
  return (
    <>
      <FigureHead head={props.answer.head} here={said} path="/figures/compare" />
      <Sides {...props} />
      <Reasons {...props} />
      <DifferenceTable {...props} />
    </>
  );
}
