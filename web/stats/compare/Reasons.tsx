import { Button } from 'antd';
import { numberText } from '../../desk/parts/number-text.ts';
import { Chart } from '../parts/Chart.tsx';
import { numberOrNull } from '../parts/cells.ts';
import { Meanings } from '../parts/FigureTable.tsx';
import { changeText, figureText } from '../parts/figure-text.ts';
import { indicatorNamed } from '../parts/indicator.ts';
import css from './compare.module.css';
import type { ComparedProps } from './compared.ts';
import { REASON_MEANINGS, REASON_WORDS } from './words.ts';

/** What each reason adds to the difference; choosing one shows its stations alone. */
export function Reasons({ answer: { reasons }, here: { beside, change }, indicator }: ComparedProps) {
  const one = indicatorNamed(indicator);
  const digits = one?.digits ?? 0;
  if (reasons.length === 0) return null;
  return (
    <section className={css.reasons} aria-labelledby="reasons">
      <h2 id="reasons">为什么</h2>
      <Chart
        title="每个原因增减多少"
        plan={{
          kind: 'bars',
          categories: reasons.map(({ reason }) => REASON_WORDS[reason]),
          series: [{ name: '增减', tone: 'count', values: reasons.map(({ amount }) => numberOrNull(amount)) }],
          unit: one?.unit ?? '',
          digits,
        }}
      >
        <table className={css.table}>
          <caption className={css.caption}>每个原因涉及的站点和增减</caption>
          <thead>
            <tr>
              <th scope="col">原因</th>
              <th scope="col">站点</th>
              <th scope="col">增减（{one?.unit}）</th>
              <th scope="col" className={css.only}>
                <span className={css.caption}>只看</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {reasons.map(({ reason, stations, amount }) => (
              <tr key={reason}>
                <th scope="row">
                  {REASON_WORDS[reason]}
                  <small>{REASON_MEANINGS[reason]}</small>
                </th>
                <td>{numberText(stations, 0)}</td>
                <td>{typeof amount === 'number' ? changeText(amount, digits) : figureText(amount, digits)}</td>
                <td className={css.only}>
                  <Button
                    size="small"
                    aria-pressed={beside.reason === reason}
                    aria-label={`只看${REASON_WORDS[reason]}的站点`}
                    onClick={() => change({ reason: beside.reason === reason ? undefined : reason })}
                  >
                    {beside.reason === reason ? '看全部' : '只看这些'}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <Meanings figures={reasons.map(({ amount }) => amount)} />
      </Chart>
    </section>
  );
}
