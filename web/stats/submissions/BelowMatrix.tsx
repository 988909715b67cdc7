import { Link } from 'wouter';
import type { PeriodKind } from '../../../shared/stats/submission-due.ts';
import { addressOf } from '../parts/question.ts';
import { StateTag } from './StateTag.tsx';
import css from './submissions.module.css';
import type { Board } from './words.ts';

/** Periods shown beside each other; older ones are on the unions' own pages. */
const SHOWN = 6;

/** Unions right below against periods: each cell is a state and leads to it. Those late with most stand on top. */
export function BelowMatrix({ board: { below, periods }, kind }: { board: Board; kind: PeriodKind }) {
  const shown = periods.filter(({ isOver }) => isOver).slice(0, SHOWN);
  if (shown.length === 0) return <p className={css.quiet}>下级还没有到期的统计期。</p>;
  return (
    <section aria-labelledby="below-title">
      <h2 id="below-title" className={css.title}>
        下级 {below.length} 家
      </h2>
      <div className={css.scroll}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">工会</th>
              {shown.map(({ period, words }) => (
                <th key={period} scope="col">
                  {words}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {below.map((row) => (
              <tr key={row.union.id}>
                <th scope="row">
                  {row.below ? (
                    <Link
                      href={addressOf('/figures/submissions', { kind, union: row.union.id })}
                      className={css.link ?? ''}
                      aria-label={`${row.union.name}，看它和它的下级`}
                    >
                      {row.union.name}
                    </Link>
                  ) : (
                    row.union.name
                  )}
                </th>
                {shown.map(({ period, words }) => (
                  <td key={period}>
                    <StateLink row={row} period={period} words={words} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

type LinkProps = { row: Board['below'][number]; period: string; words: string };

function StateLink({ row, period, words }: LinkProps) {
  const cell = row.cells.find((one) => one.period === period);
  if (cell === undefined) return null;
  return (
    <Link href={`/figures/submissions/${row.union.id}/${period}`} className={css.state ?? ''}>
      <span className={css.hidden}>
        {row.union.name}
        {words}
      </span>
      <StateTag {...cell} />
    </Link>
  );
}
