import { Link } from 'wouter';
import { changeText, figureText } from '../parts/figure-text.ts';
import { addressOf } from '../parts/question.ts';
import { StateTag } from './StateTag.tsx';
import css from './submissions.module.css';
import type { Whole } from './words.ts';

type Row = Whole['below'][number];

/** What each union below signed beside what the tables above say of its region; where they differ, why. */
export function Below({ whole }: { whole: Whole }) {
  return (
    <section aria-labelledby="compare-title">
      <h2 id="compare-title" className={css.title}>
        下级签认的期末站点，和这里重算的
      </h2>
      <div className={css.scroll}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">工会</th>
              <th scope="col">到哪一步</th>
              {['下级签认', '这里重算', '相差'].map((head) => (
                <th key={head} scope="col" className={css.number}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {whole.below.map((row) => (
              <tr key={row.union.id}>
                <th scope="row">
                  <Link href={`/figures/submissions/${row.union.id}/${whole.period}`} className={css.link ?? ''}>
                    {row.union.name}
                  </Link>
                </th>
                <td>
                  <StateTag state={row.state} />
                </td>
                <td className={css.number}>{row.state === 'signed' ? figureText(row.signed, 0) : ''}</td>
                <td className={css.number}>{figureText(row.here, 0)}</td>
                <td className={css.number}>
                  <Difference row={row} whole={whole} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** Of the same period, as it was known when the union below was signed and as it is known here. */
function Difference({ row: { union, signed, signedAsOf, here }, whole }: { row: Row; whole: Whole }) {
  if (typeof signed !== 'number' || typeof here !== 'number' || signedAsOf === null) return null;
  if (signed === here) return '一样';
  const text = changeText(here - signed, 0);
  const { period, asOf } = whole;
  const href = addressOf('/figures/compare', {
    period,
    asOf: String(asOf.seq),
    union: union.id,
    by: 'region',
    indicator: 'stock.closing',
    against: period,
    againstAsOf: String(signedAsOf.seq),
  });
  return (
    <Link href={href} className={css.link ?? ''} aria-label={`${union.name}相差 ${text} 个，看为什么`}>
      {text}，看为什么
    </Link>
  );
}
