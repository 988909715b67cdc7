import { Link } from 'wouter';
import { DueTag } from '../../desk/parts/DueTag.tsx';
import { When } from '../../desk/parts/When.tsx';
import { wholeDate } from '../../ui/words/time.ts';
import { figureText } from '../parts/figure-text.ts';
import { StateTag } from './StateTag.tsx';
import css from './submissions.module.css';
import type { Board, Cell } from './words.ts';

/** The union's own periods, the newest first: where each stands, by when it is due, and the way to it. */
export function OwnPeriods({ board: { union, own, periods } }: { board: Board }) {
  return (
    <section aria-labelledby="own-title">
      <h2 id="own-title" className={css.title}>
        {union.name}各期
      </h2>
      <div className={css.scroll}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">统计期</th>
              <th scope="col">到哪一步</th>
              <th scope="col">期限</th>
              <th scope="col" className={css.number}>
                期末站点
              </th>
              <th scope="col">上报</th>
              <th scope="col">签认</th>
            </tr>
          </thead>
          <tbody>
            {own.map((cell, at) => (
              <tr key={cell.period}>
                <th scope="row">
                  <Link href={`/figures/submissions/${union.id}/${cell.period}`} className={css.link ?? ''}>
                    {periods[at]?.words ?? cell.period}
                  </Link>
                </th>
                <td>
                  <StateTag {...cell} isOver={periods[at]?.isOver ?? true} />
                </td>
                <td>
                  <Due cell={cell} isOver={periods[at]?.isOver ?? true} />
                </td>
                <td className={css.number}>{cell.state === 'open' ? '' : `${figureText(cell.closing, 0)} 个`}</td>
                <td>{cell.submittedAt !== null && <When at={cell.submittedAt} />}</td>
                <td>{cell.signedAt !== null && <When at={cell.signedAt} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** Counted down only while something is to be done. */
function Due({ cell: { state, dueOn }, isOver }: { cell: Cell; isOver: boolean }) {
  if (!isOver || state === 'signed' || state === 'submitted') return <span>{wholeDate(dueOn)}</span>;
  return (
    <>
      {wholeDate(dueOn)} <DueTag on={dueOn} />
    </>
  );
}
