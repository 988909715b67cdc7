import { Link } from 'wouter';
import type { Indicator } from '../../../shared/stats/definition.ts';
import { CodeText } from '../../desk/parts/CodeText.tsx';
import { DemoTag } from '../../desk/parts/DemoTag.tsx';
import { StatusWord } from '../../desk/parts/StatusWord.tsx';
import type { Reply } from '../../platform/ask.ts';
import { figureText } from '../parts/figure-text.ts';
import css from '../parts/stations.module.css';

type Props = { stations: Reply<'figureStations'>['stations']; indicator: Indicator | null };

/** Stations as they stood at the end of the period, each with what it adds. */
export function CountedTable({ stations, indicator }: Props) {
  const hasAmounts = stations.some(({ amount }) => amount !== 1);
  return (
    <table className={css.stations}>
      <caption className={css.caption}>站点，按编码排</caption>
      <thead>
        <tr>
          <th scope="col">站点和编码</th>
          <th scope="col">行政区划</th>
          <th scope="col">主管工会</th>
          <th scope="col">期末状态</th>
          {hasAmounts && (
            <th scope="col" className={css.right}>
              数进去多少（{indicator?.unit}）
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {stations.map(({ id, code, name, unionName, regionName, status, synthetic, amount }) => (
          <tr key={id}>
            <td>
              <Link href={`/stations/${id}`} className={css.name ?? ''}>
                {name}
              </Link>
              {synthetic && <DemoTag />}
              <small>
                <CodeText code={code} />
              </small>
            </td>
            <td>{regionName}</td>
            <td>{unionName}</td>
            <td>
              <StatusWord status={status} />
            </td>
            {hasAmounts && (
              <td className={css.right}>
                {figureText(amount, Number.isInteger(amount) ? 0 : (indicator?.digits ?? 1))}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
